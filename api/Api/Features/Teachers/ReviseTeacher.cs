using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Corrects what is known of a teacher.</summary>
public static class ReviseTeacher
{
    /// <param name="Id">Id of the teacher.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right; what is left out is taken away.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<TeacherDetails>>;

    /// <summary>What is right.</summary>
    /// <param name="Facts">What is known.</param>
    /// <param name="SameNameConfirmed">Whether a teacher of the same name in the school is known to be somebody else.</param>
    public sealed record Body(TeacherBody Facts, bool SameNameConfirmed = false) : IExampled<Body>
    {
        public static Body Example => new(TeacherBody.Example);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Facts).SetValidator(new TeacherBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<TeacherDetails>>
    {
        public async Task<Versioned<TeacherDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (facts, confirmed) = request.Body;
            var teacher = await db.TeacherToChange(request.Id, request.IfMatch, cancellationToken);
            var renamed = SearchText.FoldName(facts.Name) != teacher.SearchName;
            teacher.Revise(facts.Facts, await db.Today(teacher.RegionCode, cancellationToken));
            if (renamed && !confirmed)
                await db.MustBeNewName(teacher.SchoolId, facts.Name, teacher.Id, "/facts/name", cancellationToken);
            return await db.Changed(teacher, "revised", http.Caller(), cancellationToken);
        }
    }
}
