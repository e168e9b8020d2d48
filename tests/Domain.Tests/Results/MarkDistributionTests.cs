using Opora.Domain.Results;

namespace Opora.Domain.Tests.Results;

public sealed class MarkDistributionTests
{
    static MarkDistribution Percents(int? participants, int two, int three, int four, int five) =>
        MarkDistribution.Of(new(participants, null, null, MarksForm.Percent, two, three, four, five)).ShouldNotBeNull();

    static MarkDistribution Counts(int two, int three, int four, int five) =>
        MarkDistribution.Of(new(two + three + four + five, null, null, MarksForm.Counts, two, three, four, five)).ShouldNotBeNull();

    [Fact]
    public void Keeps_counts_and_derives_percentages()
    {
        var marks = Counts(19, 20, 28, 6);
        marks.Counts.ShouldBe(new MarkCounts(19, 20, 28, 6));
        marks.Percents.ShouldBe(new MarkPercents(2603, 2740, 3836, 822));
        marks.Quality.ShouldBe(new MarkShare(4658, new Ratio(34, 73)));
        marks.Success.ShouldBe(new MarkShare(7397, new Ratio(54, 73)));
        marks.MeanThousandths.ShouldBe(3_288);
    }

    [Fact]
    public void Keeps_percentages_and_derives_counts()
    {
        var marks = Percents(73, 2603, 2740, 3836, 821);
        marks.Percents.ShouldBe(new MarkPercents(2603, 2740, 3836, 821));
        marks.Counts.ShouldBe(new MarkCounts(19, 20, 28, 6));
        marks.Quality.ShouldBe(new MarkShare(4657, new Ratio(34, 73)));
        marks.MeanThousandths.ShouldBe(3_288);
    }

    [Fact]
    public void Percentages_that_miss_the_hundred_still_give_every_pupil_a_mark()
    {
        var marks = Percents(88, 0, 1930, 5110, 2950);
        marks.Percents.Total.ShouldBe(9_990);
        marks.Counts.ShouldBe(new MarkCounts(0, 17, 45, 26));
        marks.Quality.ShouldBe(new MarkShare(8_060, new Ratio(71, 88)));
        marks.Success.ShouldBe(new MarkShare(9_990, new Ratio(88, 88)));
    }

    [Fact]
    public void Percentages_without_participants_stay_percentages()
    {
        var marks = Percents(null, 0, 2400, 6000, 1600);
        marks.Counts.ShouldBeNull();
        marks.Quality.ShouldBe(new MarkShare(7_600, null));
        marks.Success.ShouldBe(new MarkShare(10_000, null));
        marks.MeanThousandths.ShouldBe(3_920);
    }

    [Fact]
    public void Without_marks_there_is_no_distribution()
    {
        MarkDistribution.Of(new(10, 3_500, null)).ShouldBeNull();
        MarkDistribution.Of(new(0, null, null, MarksForm.Counts, 0, 0, 0, 0)).ShouldBeNull();
        MarkDistribution.Of(new(10, null, null, MarksForm.Counts, 1, 2, 3)).ShouldBeNull();
    }

    [Fact]
    public void Counts_survive_being_published_as_percentages()
    {
        var random = new Random(20190218);
        for (var i = 0; i < 20_000; i++)
        {
            int Pupils() => random.Next(0, i % 2 == 0 ? 8 : 900);
            var sent = Counts(Pupils() + 1, Pupils(), Pupils(), Pupils());
            var published = Percents(
                (int)sent.Counts!.Value.Total,
                sent.Percents.Two,
                sent.Percents.Three,
                sent.Percents.Four,
                sent.Percents.Five
            );
            published.Counts.ShouldBe(sent.Counts);
            published.MeanThousandths.ShouldBe(sent.MeanThousandths);
        }
    }

    [Fact]
    public void Derived_counts_always_add_up_to_the_participants()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var participants = random.Next(1, 500);
            var two = random.Next(0, 5_000);
            var three = random.Next(0, 5_000);
            var marks = Percents(participants, two, three, 10_000 - two - three, random.Next(0, 50));
            marks.Counts!.Value.Total.ShouldBe(participants);
        }
    }

    [Fact]
    public void A_mean_is_derived_only_where_marks_are_the_scale()
    {
        var values = new ResultValues(73, null, 19, MarksForm.Counts, 19, 20, 28, 6);
        var russian = Subject.OfCode(Subject.Russian)!;
        values.EffectiveMean(Assessment.VPR, russian).ShouldBe(3_288);
        values.EffectiveMean(Assessment.OGE, russian).ShouldBe(3_288);
        values.EffectiveMean(Assessment.EGE, russian).ShouldBeNull();
        values.EffectiveMean(Assessment.EGE, Subject.OfCode(Subject.MathematicsBasic)!).ShouldBe(3_288);
        (values with { MeanThousandths = 3_300 }).EffectiveMean(Assessment.VPR, russian).ShouldBe(3_300);
    }

    [Fact]
    public void Counts_of_marks_make_the_number_of_pupils_known()
    {
        new ResultValues(null, null, null, MarksForm.Counts, 1, 2, 3, 4).Pupils.ShouldBe(10);
        new ResultValues(null, null, null, MarksForm.Percent, 0, 5_000, 5_000, 0).Pupils.ShouldBeNull();
        new ResultValues(7, 3_000, null).Pupils.ShouldBe(7);
    }
}
