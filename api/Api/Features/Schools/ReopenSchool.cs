using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Takes back a closing or merging that was recorded by mistake.</summary>
public static class ReopenSchool
{
    /// <param name="Id">Id of the school.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Why the school is open after all.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SchoolDetails>>;

    /// <summary>Why the school is open after all.</summary>
    /// <param name="Reason">Why, for the history.</param>
    public sealed record Body(string Reason) : IExampled<Body>
    {
        public static Body Example => new("Закрытие внесено по ошибке");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Reason).Reason();
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Versioned<SchoolDetails>>
    {
        public async Task<Versioned<SchoolDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var school = await db.SchoolToChange(request.Id, request.IfMatch, cancellationToken);
            school.Reopen();
            return await db.Changed(school, "reopened", request.Body.Reason, cancellationToken);
        }
    }
}
