using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Who changed what of a school, newest first.</summary>
public static class GetSchoolHistory
{
    private const string PersonThing = "Person";

    private static readonly Dictionary<string, Expression<Func<ChangeEntry, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["at"] = c => c.At,
    };

    /// <summary>Which page of the history.</summary>
    /// <param name="Id">Id of the school.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">at; a leading minus (the standard) puts the newest first.</param>
    public sealed record Query(Guid Id, int Page = 1, int PageSize = Paging.DefaultRows, string? Sort = null)
        : IRequest<Ok<PageOf<Change>>>,
            IPaged;

    /// <summary>One change.</summary>
    /// <param name="At">UTC instant.</param>
    /// <param name="By">Who stands behind it.</param>
    /// <param name="Thing">What changed: <c>School</c>, <c>CohortMember</c>.</param>
    /// <param name="Action">What was done: <c>registered</c>, <c>revised</c>, <c>closed</c>, <c>merged</c>, <c>moved</c>, <c>reopened</c> …</param>
    /// <param name="Changes">The fields that changed.</param>
    /// <param name="Reason">Why, when a reason was asked for.</param>
    public sealed record Change(DateTime At, Who By, string Thing, string Action, IReadOnlyList<FieldChange> Changes, string? Reason);

    /// <summary>Who stands behind a change.</summary>
    /// <param name="Kind">Person, program, import of a file, or the product itself.</param>
    /// <param name="Id">Id of the person, client or import.</param>
    /// <param name="Name">Name of the person or client, null where the caller may not see it or it has been erased.</param>
    public sealed record Who(WhoKind Kind, Guid? Id, string? Name);

    /// <summary>What stands behind a change.</summary>
    public enum WhoKind
    {
        /// <summary>A signed-in person.</summary>
        [JsonStringEnumMemberName("person")]
        Person,

        /// <summary>A machine client.</summary>
        [JsonStringEnumMemberName("client")]
        Client,

        /// <summary>An import; the name is that of whoever asked for it.</summary>
        [JsonStringEnumMemberName("import")]
        Import,

        /// <summary>The product itself.</summary>
        [JsonStringEnumMemberName("system")]
        System,
    }

    /// <summary>One field, from what to what, as text.</summary>
    /// <param name="Field">Name of the field, as elsewhere in this API.</param>
    /// <param name="From">Former value, null when there was none.</param>
    /// <param name="To">New value, null when there is none.</param>
    public sealed record FieldChange(string Field, string? From, string? To);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules("at");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<Change>>>
    {
        public async Task<Ok<PageOf<Change>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.Schools.AnyAsync(s => s.Id == request.Id, cancellationToken))
                throw Problems.NotFound("Школа");
            var page = await db
                .ChangeEntries.AsNoTracking()
                // Who may do what is told to those who may see people.
                .Where(c => c.SchoolId == request.Id && c.Thing != PersonThing)
                .SortBy(request.Sort, Sorts, "-at", c => c.Id)
                .ToPage(request, c => c, cancellationToken);
            var names = await Names(page.Items, cancellationToken);
            return TypedResults.Ok(new PageOf<Change>([.. page.Items.Select(c => Told(c, names))], page.Page, page.PageSize, page.Total));
        }

        // People stand in the history by id: their names are read only for those who may see them.
        private async Task<Dictionary<Guid, string>> Names(IReadOnlyList<ChangeEntry> entries, CancellationToken cancellationToken)
        {
            Guid[] Ids(ActorKind kind) => [.. entries.Where(e => e.ActorKind == kind).Select(e => e.ActorId).OfType<Guid>().Distinct()];

            var names = new Dictionary<Guid, string>();
            if (Ids(ActorKind.Client) is { Length: > 0 } clients)
                foreach (var client in await db.MachineClients.Where(c => clients.Contains(c.Id)).ToListAsync(cancellationToken))
                    names[client.Id] = client.Name;
            if (http.Caller().SeesPeople && Ids(ActorKind.Person) is { Length: > 0 } people)
                foreach (var person in await db.Users.Where(p => people.Contains(p.Id)).ToListAsync(cancellationToken))
                    names[person.Id] = person.DisplayName;
            return names;
        }

        private static Change Told(ChangeEntry entry, Dictionary<Guid, string> names)
        {
            var kind = entry switch
            {
                { ImportId: not null } => WhoKind.Import,
                { ActorKind: ActorKind.Person } => WhoKind.Person,
                { ActorKind: ActorKind.Client } => WhoKind.Client,
                _ => WhoKind.System,
            };
            var name = entry.ActorId is { } actor ? names.GetValueOrDefault(actor) : null;
            return new Change(
                entry.At,
                new Who(kind, entry.ImportId ?? entry.ActorId, name),
                entry.Thing,
                entry.Action,
                JsonSerializer.Deserialize<List<FieldChange>>(entry.Changes, JsonOptions.Web)!,
                entry.Reason
            );
        }
    }
}
