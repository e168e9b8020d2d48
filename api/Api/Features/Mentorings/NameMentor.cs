using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Mentorings;

/// <summary>
/// Says who the mentor is. The helping school says it itself: whoever asks for help neither knows its teachers nor may look them up.
/// </summary>
public static class NameMentor
{
    /// <param name="Id">Id of the pairing.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Who it is.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<MentoringDetails>>;

    /// <summary>Who the mentor is.</summary>
    /// <param name="TeacherId">Id of a teacher of the school that helps.</param>
    public sealed record Body(Guid TeacherId) : IExampled<Body>
    {
        public static Body Example => new(new Guid("0193a5c0-5b1e-7000-8000-000000000022"));
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.TeacherId).NotEmpty().WithMessage("Выберите педагога.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<MentoringDetails>>
    {
        public async Task<Versioned<MentoringDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentoring = await db.WholeMentoring(request.Id, cancellationToken);
            var helping = mentoring?.Parties.Single(p => p.Role == MentoringRole.Mentor);
            if (
                mentoring is null
                || helping is null
                || !db.Current.Scope.Reaches(new Place(helping.RegionCode, helping.MunicipalityCode, helping.SchoolId))
            )
                throw Problems.NotFound("Наставничество");
            db.Expect(mentoring, request.IfMatch.Version);
            var named = await db.MentorSide(new MentorBody(request.Body.TeacherId), "", [], cancellationToken);
            if (named.SchoolId != helping.SchoolId)
                throw Problems.Validation(
                    "/teacherId",
                    "other-school",
                    "Наставника называют из педагогов школы, которая помогает.",
                    request.Body.TeacherId.ToString()
                );
            db.Add(mentoring.Name(named));
            // The history tells that it was said, not who it is.
            db.Note(new ChangeNote(nameof(Mentoring), mentoring.Id.ToString(), "mentor-named", mentoring, []));
            await db.SaveOfOneSide(mentoring, cancellationToken);
            var details = await MentoringDetails.Read(db, mentoring.Id, http.Caller(), cancellationToken);
            return new Versioned<MentoringDetails>(details, details.Version);
        }
    }
}
