using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.History;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>
/// A school as it was on a day. What has days of its own (places, closing) is told by them; all else as the register said it when that
/// day ended, rebuilt from the history backwards.
/// </summary>
public static class GetSchoolAsOf
{
    /// <param name="Id">Id of the school.</param>
    /// <param name="Date">The day, by the clocks of the region.</param>
    public sealed record Query(Guid Id, DateOnly Date) : IRequest<Ok<SchoolAsOf>>;

    /// <summary>A school as it was on a day.</summary>
    /// <param name="Id">Id of the school.</param>
    /// <param name="AsOf">The day.</param>
    /// <param name="Code">Official code.</param>
    /// <param name="Name">Official name as the register said it that day.</param>
    /// <param name="Kind">Kind.</param>
    /// <param name="Locality">Town or village.</param>
    /// <param name="Municipality">Where it stood that day.</param>
    /// <param name="Pupils">Pupils, null when unknown.</param>
    /// <param name="Teachers">Teachers, null when unknown.</param>
    /// <param name="Address">Postal address.</param>
    /// <param name="Website">Site.</param>
    /// <param name="State">Whether it worked that day.</param>
    /// <param name="ClosedOn">The day it closed or merged, when that was not later.</param>
    /// <param name="MergedInto">The school it was part of by then.</param>
    /// <param name="KnownSince">UTC instant from which the history is kept; earlier days cannot be told.</param>
    public sealed record SchoolAsOf(
        Guid Id,
        DateOnly AsOf,
        string Code,
        string Name,
        SchoolKind Kind,
        Locality Locality,
        MunicipalityName Municipality,
        int? Pupils,
        int? Teachers,
        string? Address,
        string? Website,
        SchoolState State,
        DateOnly? ClosedOn,
        SchoolName? MergedInto,
        DateTime KnownSince
    );

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<SchoolAsOf>>
    {
        public async Task<Ok<SchoolAsOf>> Handle(Query request, CancellationToken cancellationToken)
        {
            var school =
                await db.Schools.AsNoTracking().Include(s => s.Placements).SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
                ?? throw Problems.NotFound("Школа");
            var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Code == school.RegionCode, cancellationToken);
            var entries = await db
                .ChangeEntries.AsNoTracking()
                .Where(c => c.SchoolId == request.Id && c.Thing == nameof(School))
                .OrderByDescending(c => c.At)
                .ThenByDescending(c => c.Id)
                .Select(c => new { c.At, c.Changes })
                .ToListAsync(cancellationToken);
            var end = request.Date < DateOnly.MaxValue ? region.StartOf(request.Date.AddDays(1)) : DateTime.MaxValue;
            if (entries.Count == 0 || entries[^1].At >= end)
                throw Problems.NotFound("Школа на эту дату (её тогда ещё не было в реестре)");
            var then = new Values(school);
            foreach (var entry in entries.TakeWhile(e => e.At >= end))
                then.Undo(JsonSerializer.Deserialize<List<ChangedField>>(entry.Changes, JsonOptions.Web)!);

            var place = SchoolPlacement.MunicipalityOn(school.Placements, request.Date);
            var closed = school.ClosedOn <= request.Date;
            var names = await db
                .Municipalities.Where(m => m.Code == place)
                .Select(m => new { m.Name, Into = db.Schools.Where(s => s.Id == school.MergedIntoId).Select(s => s.Name).FirstOrDefault() })
                .SingleAsync(cancellationToken);
            return TypedResults.Ok(
                new SchoolAsOf(
                    school.Id,
                    request.Date,
                    then.Text("code")!,
                    then.Text("name")!,
                    Enum.Parse<SchoolKind>(then.Text("kind")!),
                    Enum.Parse<Locality>(then.Text("locality")!),
                    new MunicipalityName(place, names.Name),
                    then.Number("pupils"),
                    then.Number("teachers"),
                    then.Text("address"),
                    then.Text("website"),
                    closed ? school.State : SchoolState.Open,
                    closed ? school.ClosedOn : null,
                    closed && school.MergedIntoId is { } into && names.Into is { } name ? new SchoolName(into, name) : null,
                    entries[^1].At
                )
            );
        }

        /// <summary>Fields as the history writes them, turned back entry by entry.</summary>
        private sealed class Values(School now)
        {
            private readonly Dictionary<string, string?> _fields = new(StringComparer.Ordinal)
            {
                ["code"] = now.Code,
                ["name"] = now.Name,
                ["kind"] = now.Kind.ToString(),
                ["locality"] = now.Locality.ToString(),
                ["pupils"] = now.Pupils?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["teachers"] = now.Teachers?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["address"] = now.Address,
                ["website"] = now.Website,
            };

            public void Undo(List<ChangedField> changes)
            {
                foreach (var change in changes)
                    _fields[change.Field] = change.From;
            }

            public string? Text(string field) => _fields[field];

            public int? Number(string field) =>
                Text(field) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
        }
    }
}
