using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Access;

/// <summary>Creates the region and its first operator with the one-time link, and signs in.</summary>
public static class SetUp
{
    public sealed record Command(Body Body) : IRequest<Ok<MeDetails>>;

    /// <summary>The region and its first operator.</summary>
    /// <param name="Token">The secret of the one-time link.</param>
    /// <param name="RegionCode">ISO 3166-2 code, <c>RU-TA</c>.</param>
    /// <param name="RegionName">Full Russian name.</param>
    /// <param name="UserName">Name to sign in with.</param>
    /// <param name="DisplayName">Name that screens show.</param>
    /// <param name="Password">At least 12 characters.</param>
    /// <param name="TimeZone">IANA time zone, <c>Europe/Moscow</c> when absent.</param>
    public sealed record Body(
        string Token,
        string RegionCode,
        string RegionName,
        string UserName,
        string DisplayName,
        string Password,
        string? TimeZone = null
    ) : IExampled<Body>
    {
        public static Body Example =>
            new("5f2c…", "RU-TA", "Республика Татарстан", "operator", "Оператор региона", "четыре простых русских слова", "Europe/Moscow");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.RegionCode).Matches("^RU-[A-Z]{2,3}$").WithMessage("Код региона — как в ISO 3166-2, например RU-TA.");
            RuleFor(c => c.Body.RegionName).NotEmpty().MaximumLength(Region.NameLength).WithMessage("Укажите название региона.");
            RuleFor(c => c.Body.UserName).NotEmpty().MaximumLength(100).WithMessage("Укажите имя для входа, до 100 знаков.");
            RuleFor(c => c.Body.DisplayName)
                .NotEmpty()
                .MaximumLength(Person.DisplayNameLength)
                .WithMessage("Укажите имя, которое увидят коллеги.");
            RuleFor(c => c.Body.Password).Length(12, 200).WithMessage("Пароль — от 12 знаков; подойдёт фраза из нескольких слов.");
            RuleFor(c => c.Body.TimeZone)
                .Must(z => z is null || TimeZoneInfo.TryFindSystemTimeZoneById(z, out _))
                .WithMessage("Такого часового пояса нет; пример: Europe/Moscow.");
        }
    }

    internal sealed class Handler(
        AppDbContext db,
        UserManager<Person> people,
        SetupLink link,
        IHttpContextAccessor http,
        TimeProvider clock
    ) : IRequestHandler<Command, Ok<MeDetails>>
    {
        public async Task<Ok<MeDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            if (!await SetupLink.IsNeeded(db, cancellationToken))
                throw Problems.RuleBroken("already-set-up", "Система уже настроена. Войдите под своим именем.");
            if (!await link.Take(body.Token, cancellationToken))
                throw Problems.SetupLinkUnknown();

            var region = new Region(body.RegionCode, body.RegionName, body.TimeZone ?? "Europe/Moscow");
            var person = new Person { UserName = body.UserName, DisplayName = body.DisplayName };
            var grant = Grant.InRegion(person.Id, Role.Operator, region.Code);
            db.Current.Become(new Domain.Actor(Domain.ActorKind.Person, person.Id), Scope.OfRegion(region.Code));
            db.Add(region);
            db.Add(grant);
            await Create(person, body.Password);

            var caller = await http.HttpContext!.OpenSession(db, person, cancellationToken);
            db.Current.Become(caller.Actor, caller.WholeScope());
            return TypedResults.Ok(await MeDetails.Read(db, person, caller, clock, cancellationToken));
        }

        // The link is used up only by what comes true.
        private async Task Create(Person person, string password)
        {
            var created = false;
            try
            {
                var made = await people.CreateAsync(person, password);
                if (!made.Succeeded)
                    throw PasswordRule.Refusal(made);
                created = true;
            }
            finally
            {
                if (created)
                    link.Use();
                else
                    link.GiveBack();
            }
        }
    }
}
