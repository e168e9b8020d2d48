using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Selections;

/// <summary>Gives an expert's marks to an application: the whole sheet, in place of the one before. Nobody else writes it.</summary>
public static class GiveMarks
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="ApplicationId">Id of the application.</param>
    /// <param name="Body">The sheet.</param>
    public sealed record Command(Guid Id, Guid ApplicationId, Body Body) : IRequest<Versioned<ApplicationDetails>>;

    /// <summary>The sheet.</summary>
    /// <param name="Marks">One mark for each criterion.</param>
    public sealed record Body(IReadOnlyList<MarkBody> Marks) : IExampled<Body>
    {
        public static Body Example => new([new MarkBody(new Guid("0193a5c0-5b1e-7000-8000-000000000042"), 8, "Итоги подтверждены")]);
    }

    /// <summary>A mark.</summary>
    /// <param name="CriterionId">Id of the criterion.</param>
    /// <param name="Value">From 0 to the highest mark of the criterion.</param>
    /// <param name="Comment">Why.</param>
    public sealed record MarkBody(Guid CriterionId, int Value, string? Comment = null);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleForEach(c => c.Body.Marks)
                .ChildRules(m =>
                    m.RuleFor(x => x.Comment)
                        .MaximumLength(SelectionMark.CommentLength)
                        .WithMessage($"Пояснение — до {SelectionMark.CommentLength} знаков.")
                );
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<ApplicationDetails>>
    {
        public async Task<Versioned<ApplicationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var caller = http.Caller();
            var me = caller.Actor.Id ?? Guid.Empty;
            var application = await db
                .SelectionApplications.AsNoTracking()
                .SingleOrDefaultAsync(a => a.Id == request.ApplicationId && a.SelectionId == request.Id, cancellationToken);
            var selection = await db
                .Selections.Include(s => s.Criteria)
                .Include(s => s.Experts)
                .AsSplitQuery()
                .AsNoTracking()
                .SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken);
            // Who made it reads it too, and judges it no more than anybody else.
            if (
                application is not { State: ApplicationState.Submitted }
                || selection is null
                || !selection.Experts.Any(e => e.PersonId == me)
            )
                throw Problems.NotFound("Заявка");
            if (caller.Grants.Any(g => g.SchoolId == application.SchoolId))
                throw Problems.RuleBroken("own-school", "Заявку своей школы эксперт не оценивает: её оценят другие.");
            selection.MustTakeMarks(await db.Today(selection.RegionCode, cancellationToken));
            var sheet = SelectionMark.Sheet(
                selection,
                application.Id,
                me,
                [
                    .. request.Body.Marks.Select(m => new MarkFacts(
                        m.CriterionId,
                        m.Value,
                        string.IsNullOrWhiteSpace(m.Comment) ? null : m.Comment.Trim()
                    )),
                ]
            );
            var before = await db
                .SelectionMarks.Where(m => m.ApplicationId == application.Id && m.ExpertId == me)
                .ToListAsync(cancellationToken);
            foreach (var mark in sheet)
                if (before.Find(m => m.CriterionId == mark.CriterionId) is { } known)
                    known.Revise(new MarkFacts(mark.CriterionId, mark.Value, mark.Comment));
                else
                    db.Add(mark);
            // The history tells that marks were given, not which.
            db.Note(
                new ChangeNote(nameof(SelectionApplication), application.Id.ToString(), "marked", selection, []) { RootId = selection.Id }
            );
            await db.SaveOfOneSide(selection, cancellationToken);
            return await ApplicationDetails.Read(db, selection.Id, application.Id, caller, cancellationToken);
        }
    }
}
