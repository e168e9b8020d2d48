using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Features.Imports.Targets;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>
/// Who does not stand in a file that is said to be the whole staff of its schools: before it is loaded, those whom loading would mark as
/// left; after, those whom it has marked.
/// </summary>
public static class ListImportAbsent
{
    /// <param name="Id">Id of the import.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<IReadOnlyList<AbsentTeacher>>>;

    internal sealed class Handler(AppDbContext db, ImportSpool spool, IHttpContextAccessor http)
        : IRequestHandler<Query, Ok<IReadOnlyList<AbsentTeacher>>>
    {
        public async Task<Ok<IReadOnlyList<AbsentTeacher>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var run =
                await db.ImportsFor(http.Caller()).AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken)
                ?? throw ImportAccess.NotFound();
            http.Asker(run.Kind);
            if (
                run.State == ImportState.RolledBack
                || run is not { Kind: ImportKind.Teachers, Mapping: { } mapping }
                || MappingSpec.FromJson(mapping) is not { WholeStaffOn: { } day } spec
            )
                return TypedResults.Ok<IReadOnlyList<AbsentTeacher>>([]);
            var ids =
                run.State == ImportState.AwaitingConfirmation
                    ? await Expected(run, spec, day, cancellationToken)
                    : await Marked(run, cancellationToken);
            var absent = await db
                .Teachers.AsNoTracking()
                .Where(t => EF.Parameter(ids).Contains(t.Id))
                .Join(db.Schools, t => t.SchoolId, s => s.Id, (t, s) => new { Teacher = t, School = s })
                .OrderBy(t => t.School.SortName)
                .ThenBy(t => t.Teacher.SortName)
                .ThenBy(t => t.Teacher.Id)
                .Select(t => new AbsentTeacher(t.Teacher.Id, t.Teacher.Name, t.School.Id, t.School.Name, t.Teacher.Position))
                .ToListAsync(cancellationToken);
            return TypedResults.Ok<IReadOnlyList<AbsentTeacher>>(absent);
        }

        private async Task<Guid[]> Expected(ImportRun run, MappingSpec spec, DateOnly day, CancellationToken cancellationToken)
        {
            var target = new TeacherTarget(db);
            await target.Prepare(cancellationToken);
            using var file = await spool.Table(run, cancellationToken);
            await ReadableTable.Read(() => ReadAll(run, file, spec, target), cancellationToken);
            var absent = await target.Absent(day, cancellationToken);
            db.ChangeTracker.Clear();
            return [.. absent.Where(t => run.MunicipalityCode is not { } own || t.MunicipalityCode == own).Select(t => t.Id)];
        }

        private static bool ReadAll(ImportRun run, TableFile file, MappingSpec spec, TeacherTarget target)
        {
            if (CompiledMapping.Compile(run.Kind, spec, file, out _) is not { } mapping)
                return false;
            using var stream = new ItemStream(run, file, mapping, target);
            var items = new List<StreamedItem>();
            while (stream.Next(items, null))
                items.Clear();
            return true;
        }

        private Task<Guid[]> Marked(ImportRun run, CancellationToken cancellationToken) =>
            db
                .ChangeEntries.Where(c => c.ImportId == run.Id && c.Thing == nameof(Teacher) && c.Action == "left" && c.ThingId != null)
                .Select(c => c.ThingId!.Value)
                .ToArrayAsync(cancellationToken);
    }
}

/// <summary>Somebody who does not stand in the file.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Name">Full name; null once anonymised.</param>
/// <param name="SchoolId">Id of the school.</param>
/// <param name="SchoolName">Name of the school.</param>
/// <param name="Position">Position.</param>
public sealed record AbsentTeacher(Guid Id, string? Name, Guid SchoolId, string SchoolName, string? Position);
