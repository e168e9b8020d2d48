using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>Corrects the name and the e-mail address of a person.</summary>
public static class RevisePerson
{
    /// <param name="Id">Id of the person.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<PersonDetails>>;

    /// <summary>The name and the e-mail address. Who signs in with the address goes on signing in with the new one.</summary>
    /// <param name="DisplayName">Name that screens show.</param>
    /// <param name="Email">E-mail address; none when absent.</param>
    public sealed record Body(string DisplayName, string? Email = null) : IExampled<Body>
    {
        public static Body Example => new("Директор СОШ № 2", "school2@example.org");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.DisplayName)
                .Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= Person.DisplayNameLength)
                .WithMessage("Укажите имя, до 200 знаков.");
            RuleFor(c => c.Body.Email)
                .Must(email => email is null || EmailText.IsAddress(email))
                .WithMessage("Проверьте адрес почты: он должен быть вида name@example.org.");
        }
    }

    internal sealed class Handler(AppDbContext db, ILookupNormalizer names, TimeProvider clock)
        : IRequestHandler<Command, Versioned<PersonDetails>>
    {
        public async Task<Versioned<PersonDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = await db.WholePersonToChange(request.Id, request.IfMatch, cancellationToken);
            var email = request.Body.Email?.Trim();
            var changes = new List<FieldChange>();
            var name = request.Body.DisplayName.Trim();
            if (!string.Equals(person.DisplayName, name, StringComparison.Ordinal))
                changes.Add(new FieldChange("displayName", null, null));
            if (!string.Equals(person.Email, email, StringComparison.Ordinal))
                changes.Add(new FieldChange("email", null, null));
            var signsInByEmail = person.Email is not null && names.NormalizeName(person.Email) == person.NormalizedUserName;
            person.DisplayName = name;
            (person.Email, person.NormalizedEmail) = (email, names.NormalizeEmail(email));
            if (signsInByEmail && email is not null)
                (person.UserName, person.NormalizedUserName) = (email, names.NormalizeName(email));
            if (changes.Count > 0)
                db.Note(person.Id, "revised", await db.PlaceOf(person.Id, cancellationToken), [.. changes]);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("/email", "Под этим адресом уже входит другой человек.", email);
            }
            var details = await PersonDetails.Read(db, person, clock.GetUtcNow().UtcDateTime, cancellationToken);
            return new Versioned<PersonDetails>(details, person.Version);
        }
    }
}
