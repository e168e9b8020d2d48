using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Chooses the winners: they become partner schools with the capacity that was agreed upon.</summary>
public static class DecideSelection
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Who has won and why.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SelectionDetails>>;

    /// <summary>Who has won and why.</summary>
    /// <param name="Decision">Why, or the order.</param>
    /// <param name="Winners">Who; nobody when none is good enough.</param>
    public sealed record Body(string Decision, IReadOnlyList<WinnerBody> Winners) : IExampled<Body>
    {
        public static Body Example =>
            new("Приказ № 901 от 15.10.2020", [new WinnerBody(new Guid("0193a5c0-5b1e-7000-8000-000000000041"), 3)]);
    }

    /// <summary>A winner.</summary>
    /// <param name="ApplicationId">Id of the application.</param>
    /// <param name="Capacity">How many schools it will help at once.</param>
    public sealed record WinnerBody(Guid ApplicationId, int Capacity);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Decision)
                .NotEmpty()
                .MaximumLength(Selection.TextLength)
                .WithMessage($"Укажите приказ или причину решения, до {Selection.TextLength} знаков.");
            RuleFor(c => c.Body.Winners)
                .Must(w => w.DistinctBy(x => x.ApplicationId).Count() == w.Count)
                .WithMessage("Одна и та же заявка указана дважды.");
            RuleForEach(c => c.Body.Winners)
                .ChildRules(w =>
                    w.RuleFor(x => x.Capacity)
                        .InclusiveBetween(1, Partner.MostCapacity)
                        .WithErrorCode("out-of-range")
                        .WithMessage($"Сколько школ будет сопровождать: от 1 до {Partner.MostCapacity}.")
                );
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<SelectionDetails>>
    {
        public async Task<Versioned<SelectionDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var selection = await db.SelectionToChange(request.Id, request.IfMatch, cancellationToken);
            var (decision, winners) = request.Body;
            selection.Decide(decision.Trim(), await db.Today(selection.RegionCode, cancellationToken));
            var applications = await db
                .SelectionApplications.Where(a => a.SelectionId == selection.Id && a.State == ApplicationState.Submitted)
                .ToListAsync(cancellationToken);
            foreach (var (i, winner) in winners.Index())
                if (!applications.Exists(a => a.Id == winner.ApplicationId))
                    throw Problems.NotFound("Заявка", $"/winners/{i}/applicationId", winner.ApplicationId.ToString());
            foreach (var application in applications)
            {
                var winner = winners.FirstOrDefault(w => w.ApplicationId == application.Id);
                if (application.Won != winner is not null)
                {
                    db.Expect(application, application.Version);
                    application.Settle(winner is not null);
                }
                if (winner is not null)
                    await MakePartner(application.SchoolId, winner.Capacity, cancellationToken);
            }
            return await db.Saved(selection, "decided", http.Caller(), cancellationToken);
        }

        private async Task MakePartner(Guid schoolId, int capacity, CancellationToken cancellationToken)
        {
            if (await db.Partners.SingleOrDefaultAsync(p => p.SchoolId == schoolId, cancellationToken) is { } partner)
            {
                db.Expect(partner, partner.Version);
                partner.Revise(new PartnerFacts(capacity, partner.Subjects, partner.Note));
                return;
            }
            var school = await db.Schools.AsNoTracking().SingleAsync(s => s.Id == schoolId, cancellationToken);
            db.Add(new Partner(school, new PartnerFacts(capacity, [], null)));
        }
    }
}
