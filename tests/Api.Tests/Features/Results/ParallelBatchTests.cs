using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Results;

/// <summary>Several senders at once say the same things: each result is there once, and nobody is turned away.</summary>
public sealed class ParallelBatchTests(ApiFactory api)
{
    private const int Senders = 8;
    private const int Grades = 11;

    [Fact]
    public async Task The_same_keys_sent_at_once_make_no_duplicate()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var schools = new List<School>();
        for (var i = 0; i < 20; i++)
            schools.Add(await given.School(place, $"СОШ № {i + 1}"));

        // Signed in before, so that the batches themselves meet.
        var senders = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => given.Operator()));
        var answers = await Task.WhenAll(senders.Select((http, n) => Task.Run(() => http.PostBatch("", Items(n)).Json())));

        var results = schools.Count * Grades;
        int Sum(string outcome) => answers.Sum(a => a.GetProperty(outcome).GetInt32());
        Sum("created").ShouldBe(results);
        Sum("updated").ShouldBe(results * (Senders - 1));
        Sum("rejected").ShouldBe(0);
        await given.InRegion(async db =>
        {
            var stored = await db.ExamResults.AsNoTracking().ToListAsync();
            stored.Count.ShouldBe(results);
            // The last writer wins as a whole: batches follow each other, they do not mix.
            stored.Select(r => (r.ImportId, r.MeanThousandths)).Distinct().Count().ShouldBe(1);
            (await db.ExamResultRevisions.CountAsync()).ShouldBe(results * (Senders - 1));
        });

        // Every second sender goes the other way round: locks taken row by row would meet head on.
        IEnumerable<object> Items(int sender)
        {
            var items = schools.SelectMany(school =>
                Enumerable
                    .Range(1, Grades)
                    .Select(grade => school.Item(("assessment", "VPR"), ("grade", grade), ("mean", 3 + sender / 10m)))
            );
            return sender % 2 == 0 ? items : items.Reverse();
        }
    }
}
