using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>Brings a mentor together with those who are helped.</summary>
public static class MakeMentoring
{
    public sealed record Command(MentoringBody Body) : IRequest<CreatedVersion<MentoringDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new MentoringValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<MentoringDetails>>
    {
        public async Task<CreatedVersion<MentoringDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentoring = new Mentoring(request.Body.Facts, await db.Sides(request.Body, [], cancellationToken));
            await db.MustOwn(mentoring, null, cancellationToken);
            db.Add(mentoring);
            var details = (await db.Saved(mentoring, "registered", null, http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<MentoringDetails>(details, details.Version, $"/api/v1/mentorings/{details.Id}");
        }
    }
}
