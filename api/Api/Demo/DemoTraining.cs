using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Demo;

/// <summary>Courses of a region, their runs and who was on them, all in one transaction: where a course is there already, so is the rest.</summary>
internal sealed class DemoTraining(AppDbContext db, TimeProvider clock)
{
    private readonly Dictionary<string, Course> _courses = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Region, string Name), Deficit> _deficits = [];
    private readonly Dictionary<(Course, DateOnly), CourseRun> _runs = [];
    private Dictionary<string, Guid> _providers = [];
    private Dictionary<(string School, string Name), Teacher> _teachers = [];

    /// <summary>Makes them, unless they are there.</summary>
    public async Task Make(DemoRegisterFile demo, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(DemoManifest.PathOf(demo.File), cancellationToken);
        await using var write = await db.BeginWrite(cancellationToken);
        // Two processes that start at once go through here one by one.
        await db.HoldResults(demo.Region, cancellationToken);
        if (await db.Courses.AnyAsync(c => c.RegionCode == demo.Region, cancellationToken))
            return;
        _providers = await db
            .Organisations.Where(o => o.RegionCode == demo.Region && o.ShortName != null)
            .ToDictionaryAsync(o => o.ShortName!, o => o.Id, StringComparer.Ordinal, cancellationToken);
        _teachers = await db
            .Teachers.Where(t => t.RegionCode == demo.Region)
            .Join(db.Schools, t => t.SchoolId, s => s.Id, (t, s) => new { Teacher = t, s.Code })
            .ToDictionaryAsync(t => (t.Code, t.Teacher.Name!), t => t.Teacher, cancellationToken);
        var today = await db.Today(demo.Region, cancellationToken);
        var enrolments = lines.Skip(1).Select(line => Enrolled(demo.Region, line.Split(';'), today)).ToList();
        db.AddRange(enrolments);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var run in enrolments.GroupBy(e => e.RunId))
            await db.TakeSeats(run.Key, run.Count(), waiting: 0, cancellationToken);
        await write.Commit(cancellationToken);
    }

    // course;hours;form;subjects;deficits;provider;starts;ends;place;seats;run;school;teacher;state;certificate;issued
    private Enrolment Enrolled(string region, string[] cells, DateOnly today)
    {
        var course = CourseOf(region, cells);
        var run = RunOf(course, cells, today);
        var state = Enum.Parse<EnrolmentState>(cells[13]);
        var asked = run.StartsOn.AddDays(-14).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
        var now = clock.GetUtcNow().UtcDateTime;
        var enrolment = new Enrolment(
            run,
            _teachers[(cells[11], cells[12])],
            confirmed: state != EnrolmentState.Applied,
            waiting: false,
            asked < now ? asked : now
        );
        if (state == EnrolmentState.Completed)
            enrolment.Complete(run, cells[14], Day(cells[15]), today);
        else if (state == EnrolmentState.NotCompleted)
            enrolment.Fail(run, "Не сдан итоговый проект");
        return enrolment;
    }

    private Course CourseOf(string region, string[] cells)
    {
        if (_courses.TryGetValue(cells[0], out var course))
            return course;
        var facts = new CourseFacts(
            cells[0],
            int.Parse(cells[1], CultureInfo.InvariantCulture),
            _providers.TryGetValue(cells[5], out var provider) ? provider : null,
            Enum.Parse<CourseForm>(cells[2]),
            "Педагоги и команды школ с низкими результатами",
            cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            DeficitsOf(region, cells)
        );
        _courses[cells[0]] = course = new Course(region, null, facts);
        db.Add(course);
        return course;
    }

    /// <summary>Codes of the deficits that a course names in words; they enter the dictionary of the region as they come.</summary>
    private List<string> DeficitsOf(string region, string[] cells)
    {
        List<string> codes = [];
        foreach (var words in cells[4].Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var name = char.ToUpper(words[0], CultureInfo.GetCultureInfo("ru-RU")) + words[1..];
            if (!_deficits.TryGetValue((region, name), out var deficit))
            {
                var number = _deficits.Keys.Count(d => d.Region == region) + 1;
                var subject = cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var only] ? only : null;
                var kind = subject is null ? DeficitKind.Methodical : DeficitKind.Subject;
                _deficits[(region, name)] = deficit = new Deficit(
                    region,
                    string.Create(CultureInfo.InvariantCulture, $"Д-{number:00}"),
                    new DeficitFacts(name, kind, subject)
                );
                db.Add(deficit);
            }
            codes.Add(deficit.Code);
        }
        return codes;
    }

    private CourseRun RunOf(Course course, string[] cells, DateOnly today)
    {
        var starts = Day(cells[6]);
        if (_runs.TryGetValue((course, starts), out var run))
            return run;
        run = new CourseRun(
            course,
            new CourseRunFacts(starts, Day(cells[7]), cells[8], null, int.Parse(cells[9], CultureInfo.InvariantCulture))
        );
        run.Become(CourseRunState.Open, null, today);
        if (Enum.Parse<CourseRunState>(cells[10]) is var last && last != CourseRunState.Open)
            run.Become(last, null, today);
        _runs[(course, starts)] = run;
        db.Add(run);
        return run;
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
