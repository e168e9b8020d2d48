using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Plans joint actions, says what happened, strikes out what will not be done: all of an agreement's actions at once.</summary>
public static class RevisePartnershipActions
{
    /// <param name="Id">Id of the agreement.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">The actions as they are now.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<PartnershipDetails>>;

    /// <summary>All actions; one that is left out is struck out.</summary>
    /// <param name="Actions">The actions.</param>
    public sealed record Body(IReadOnlyList<ActionBody> Actions) : IExampled<Body>
    {
        public static Body Example =>
            new([new ActionBody("Взаимопосещение уроков математики", null, new DateOnly(2020, 10, 30), null, null)]);
    }

    /// <summary>A joint action.</summary>
    /// <param name="Text">What is done.</param>
    /// <param name="Id">Id of an action that is known already; absent for a new one.</param>
    /// <param name="DueOn">By when.</param>
    /// <param name="DoneOn">When it was done.</param>
    /// <param name="Outcome">What came of it.</param>
    public sealed record ActionBody(string Text, Guid? Id = null, DateOnly? DueOn = null, DateOnly? DoneOn = null, string? Outcome = null)
    {
        internal ActionFacts Facts => new(Text.Trim(), DueOn, DoneOn, Outcome);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Actions)
                .Must(a => a.Count <= Partnership.MostActions)
                .WithMessage($"В договоре не больше {Partnership.MostActions} совместных действий.");
            RuleForEach(c => c.Body.Actions)
                .ChildRules(a =>
                {
                    a.RuleFor(x => x.Text)
                        .NotEmpty()
                        .MaximumLength(Partnership.TextLength)
                        .WithMessage($"Напишите, что будет сделано, до {Partnership.TextLength} знаков.");
                    a.RuleFor(x => x.Outcome)
                        .MaximumLength(Partnership.TextLength)
                        .WithMessage($"Итог — до {Partnership.TextLength} знаков.");
                });
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<PartnershipDetails>>
    {
        public async Task<Versioned<PartnershipDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var partnership = await db.PartnershipToChange(request.Id, request.IfMatch, cancellationToken);
            var actions = request.Body.Actions;
            var before = partnership.Actions.ToDictionary(a => a.Id, Told);
            foreach (var gone in partnership.Actions.Where(a => actions.All(x => x.Id != a.Id)).ToList())
                partnership.Drop(gone);
            foreach (var (action, i) in actions.Select((action, i) => (action, i)))
                if (action.Id is not { } id)
                    db.Add(partnership.Plan(action.Facts));
                else
                    (
                        partnership.Actions.FirstOrDefault(a => a.Id == id)
                        ?? throw Problems.NotFound("Действие", $"/actions/{i}/id", id.ToString())
                    ).Revise(action.Facts);
            Note(partnership, before);
            var details = await db.Saved(partnership, "actions-revised", null, http.Caller(), cancellationToken);
            return new Versioned<PartnershipDetails>(details, details.Version);
        }

        // Actions are no historied rows of their own: the agreement's history tells them.
        private void Note(Partnership partnership, Dictionary<Guid, string> before)
        {
            var after = partnership.Actions.ToDictionary(a => a.Id, Told);
            List<FieldChange> changes =
            [
                .. before
                    .Keys.Union(after.Keys)
                    .Select(id => new FieldChange("action", before.GetValueOrDefault(id), after.GetValueOrDefault(id)))
                    .Where(c => !string.Equals(c.From, c.To, StringComparison.Ordinal)),
            ];
            if (changes.Count > 0)
                db.Note(new ChangeNote(nameof(Partnership), partnership.Id.ToString(), "actions-revised", partnership, changes));
        }

        private static string Told(PartnershipAction action) =>
            string.Join(
                "; ",
                new[]
                {
                    action.Text,
                    action.DueOn is { } due ? $"до {due:dd.MM.yyyy}" : null,
                    action.DoneOn is { } done ? $"сделано {done:dd.MM.yyyy}" : null,
                    action.Outcome,
                }.Where(words => !string.IsNullOrEmpty(words))
            );
    }
}
