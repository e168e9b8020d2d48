using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.History;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Changes;

/// <summary>The journal: every change of everything within the caller's scope.</summary>
public static class ListChanges
{
    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="From">First day, by the clocks of the region.</param>
    /// <param name="To">Last day, by the clocks of the region.</param>
    /// <param name="Thing">What changed.</param>
    /// <param name="Key">Id of what changed, or of the list whose members changed.</param>
    /// <param name="Action">What was done.</param>
    /// <param name="Actor">Id of the person, client or import behind the change, or of the person whose rights were used.</param>
    /// <param name="School">Id of the school that it concerns.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">at; a leading minus (the standard) puts the newest first.</param>
    public sealed record Query(
        DateOnly? From = null,
        DateOnly? To = null,
        WireEnum<ChangedThing>? Thing = null,
        Guid? Key = null,
        WireEnum<ChangeAction>? Action = null,
        Guid? Actor = null,
        Guid? School = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<Change>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.PagingRules("at");
            RuleFor(q => q.To).Must((q, to) => !(to < q.From)).WithErrorCode("out-of-range").WithMessage("Последний день раньше первого.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<Change>>>
    {
        private const string PersonThing = nameof(ChangedThing.Person);

        public async Task<Ok<PageOf<Change>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var caller = http.Caller();
            var entries = await InTime(db.ChangeEntries, request, cancellationToken);
            // Who may do what is told to those who may see people.
            if (!caller.May(Permission.PeopleRead))
                entries = entries.Where(c => c.Thing != PersonThing);
            if (request.Thing is { } thing)
            {
                var name = thing.Value.ToString();
                entries = entries.Where(c => c.Thing == name);
            }
            if (request.Action is { } action)
            {
                var name = WireNames.Of(typeof(ChangeAction).GetField(action.Value.ToString())!);
                entries = entries.Where(c => c.Action == name);
            }
            if (request.Key is { } key)
                entries = entries.Where(c => c.ThingId == key || c.RootId == key);
            if (request.Actor is { } actor)
                entries = entries.Where(c => c.ActorId == actor || c.ImportId == actor || c.OnBehalfOfId == actor);
            if (request.School is { } school)
                entries = entries.Where(c => c.SchoolId == school);
            return TypedResults.Ok(await entries.ToChanges(db, caller.SeesPeople, request, cancellationToken));
        }

        // Days are those of the first region in reach: whoever reaches several sees one clock.
        private async Task<IQueryable<ChangeEntry>> InTime(
            IQueryable<ChangeEntry> entries,
            Query request,
            CancellationToken cancellationToken
        )
        {
            if (
                (request.From ?? request.To) is null
                || await db.Regions.AsNoTracking().OrderBy(r => r.Code).FirstOrDefaultAsync(cancellationToken) is not { } region
            )
                return entries;
            if (request.From is { } from)
            {
                var start = region.StartOf(from);
                entries = entries.Where(c => c.At >= start);
            }
            if (request.To is { } to && to < DateOnly.MaxValue)
            {
                var end = region.StartOf(to.AddDays(1));
                entries = entries.Where(c => c.At < end);
            }
            return entries;
        }
    }
}
