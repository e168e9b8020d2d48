using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Says who judges in a selection.</summary>
public static class AppointExperts
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">All who judge.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SelectionDetails>>;

    /// <summary>All who judge; who is left out judges no more.</summary>
    /// <param name="PersonIds">Ids of people of the region: operators, coordinators, people of schools.</param>
    public sealed record Body(IReadOnlyList<Guid> PersonIds) : IExampled<Body>
    {
        public static Body Example => new([new Guid("0193a5c0-5b1e-7000-8000-000000000003")]);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.PersonIds)
                .Must(ids => ids.Count <= Selection.MostExperts)
                .WithMessage($"Экспертов – не больше {Selection.MostExperts}.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<SelectionDetails>>
    {
        public async Task<Versioned<SelectionDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var selection = await db.SelectionToChange(request.Id, request.IfMatch, cancellationToken);
            var ids = request.Body.PersonIds;
            var today = await db.Today(selection.RegionCode, cancellationToken);
            // Marks are a right of those who work with schools: whoever only watches, and programs, judge nobody.
            var able = await db
                .Grants.Where(g => ids.Contains(g.HolderId) && g.RegionCode == selection.RegionCode && g.RevokedAt == null)
                .Where(g => g.ToOn == null || g.ToOn >= today)
                .Where(g => g.Role == Role.Operator || g.Role == Role.Coordinator || g.Role == Role.School)
                .Select(g => g.HolderId)
                .Distinct()
                .ToListAsync(cancellationToken);
            foreach (var (i, id) in ids.Index())
                if (!able.Contains(id) && !selection.Experts.Any(e => e.PersonId == id))
                    throw Problems.NotFound("Эксперт", $"/personIds/{i}", id.ToString());
            db.AddRange(selection.Appoint([.. ids], await db.Judges(selection, cancellationToken)));
            db.Note(new ChangeNote(nameof(Selection), selection.Id.ToString(), "experts-appointed", selection, []));
            return await db.Saved(selection, "experts-appointed", http.Caller(), cancellationToken);
        }
    }
}
