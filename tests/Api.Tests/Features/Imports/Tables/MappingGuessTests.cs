using Opora.Api.Features.Imports.Tables;
using Opora.Api.Http;
using Opora.Api.Tests.Support;
using Opora.Domain.Imports;

namespace Opora.Api.Tests.Features.Imports.Tables;

[AnyEngine]
public sealed class MappingGuessTests
{
    [Fact]
    public void Guesses_the_means_of_a_school_and_its_region_over_two_years()
    {
        using var file = TableFile.Open(SeedTable.EgeMeans);
        var guess = MappingGuess.From(ImportKind.ExamResults, file.Preview(), "yelabuga-school2-ege-mean.csv");
        guess.Spec.Columns.ShouldBe(new Dictionary<string, string> { ["subject"] = "A" });
        guess.Spec.Constants.ShouldBe(new Dictionary<string, string> { ["assessment"] = "EGE", ["grade"] = "11" });
        guess
            .Spec.Series.Select(s => (s.Constants["year"], s.Columns["mean"]))
            .ShouldBe([("2018", "B"), ("2019", "C"), ("2018", "D"), ("2019", "E")]);
        guess
            .Missing.Select(m => (m.Series, m.Field.Name))
            .ShouldBe([(0, "schoolCode"), (1, "schoolCode"), (2, "placeCode"), (3, "placeCode")]);
        guess.Assumed.ShouldNotBeEmpty("the procedure was only taken from the file's name");
        guess.IsCertain.ShouldBeFalse();
        guess.Unused.ShouldHaveSingleItem().Letter.ShouldBe("F");
    }

    [Fact]
    public void Guesses_the_same_table_as_it_stands_in_the_document()
    {
        var guess = Guess(
            ImportKind.ExamResults,
            """
            Предмет;Средний балл по ОО;;Средний по балл по РТ;;Динамика изменения показателя за год
            ;2018;2019;2018;2019;
            Русский язык;73,4;71,1;74,1;73,9;-2,31
            """
        );
        guess
            .Spec.Series.Select(s => (s.Constants["year"], s.Columns["mean"]))
            .ShouldBe([("2018", "B"), ("2019", "C"), ("2018", "D"), ("2019", "E")]);
        guess
            .Missing.Select(m => (m.Series, m.Field.Name))
            .ShouldBe([(null, "assessment"), (null, "grade"), (0, "schoolCode"), (1, "schoolCode"), (2, "placeCode"), (3, "placeCode")]);
        guess.Unused.Select(u => u.Letter).ShouldBe(["F"]);
    }

    [Fact]
    public void Guesses_a_distribution_of_marks()
    {
        using var file = TableFile.Open(SeedTable.VprMarks);
        var guess = MappingGuess.From(ImportKind.ExamResults, file.Preview(), "yelabuga-school2-vpr-marks.csv");
        guess.Spec.Series.ShouldBeEmpty();
        guess.Spec.Columns.ShouldBe(
            new Dictionary<string, string>
            {
                ["year"] = "B",
                ["subject"] = "C",
                ["grade"] = "A",
                ["participants"] = "D",
                ["percent2"] = "E",
                ["percent3"] = "F",
                ["percent4"] = "G",
                ["percent5"] = "H",
            },
            ignoreOrder: true
        );
        guess.Spec.Constants.ShouldBe(new Dictionary<string, string> { ["assessment"] = "VPR" });
        guess.Missing.Select(m => (m.Series, m.Field.Name)).ShouldBe([(null, "schoolCode")]);
    }

    [Theory]
    [InlineData("Участников", "participants")]
    [InlineData("Кол-во участников, чел.", "participants")]
    [InlineData("Средний балл", "mean")]
    [InlineData("Средняя отметка", "mean")]
    [InlineData("Кол-во двоек", "mark2")]
    [InlineData("Отметка «5»", "mark5")]
    [InlineData("Получили «3»", "mark3")]
    [InlineData("% двоек", "percent2")]
    [InlineData("Доля «4», %", "percent4")]
    [InlineData("pct_5", "percent5")]
    [InlineData("marks.2", "mark2")]
    [InlineData("marksPercent.3", "percent3")]
    [InlineData("Не преодолели минимальный порог", "belowThreshold")]
    [InlineData("belowThreshold", "belowThreshold")]
    [InlineData("Доля не преодолевших порог, %", null)]
    [InlineData("Динамика среднего балла", null)]
    [InlineData("Качество, %", null)]
    [InlineData("№ п/п", null)]
    public void Knows_the_words_for_figures(string header, string? field)
    {
        var guess = Guess(ImportKind.ExamResults, $"Код школы;Предмет;Класс;Год;{header}\n1;Физика;11;2019;5\n");
        guess.Spec.Columns.Where(c => c.Value == "E").Select(c => c.Key).SingleOrDefault().ShouldBe(field);
    }

    [Fact]
    public void A_table_with_all_columns_needs_nobody_to_look()
    {
        var guess = Guess(
            ImportKind.ExamResults,
            "Логин ОО;Процедура;Учебный предмет;Параллель;Год;Участников;Средний балл\n160312002;ЕГЭ;Физика;11;2019;20;54\n"
        );
        guess.IsCertain.ShouldBeTrue(string.Join("; ", guess.Assumed.Concat(guess.Missing.Select(m => m.Field.Name))));
        guess.Spec.Columns["schoolCode"].ShouldBe("A");
    }

    [Fact]
    public void Reads_subjects_side_by_side_as_series_but_does_not_swear_that_they_are_means()
    {
        var guess = Guess(ImportKind.ExamResults, "Код школы;Русский язык;Математика\n160312002;73,4;57,7\n", "ЕГЭ 2019.xlsx");
        guess.Spec.Series.Select(s => (s.Constants["subject"], s.Columns["mean"])).ShouldBe([("russian", "B"), ("mathematics", "C")]);
        guess.Spec.Constants.ShouldBe(
            new Dictionary<string, string>
            {
                ["year"] = "2019",
                ["assessment"] = "EGE",
                ["grade"] = "11",
            },
            ignoreOrder: true
        );
        guess.Missing.ShouldBeEmpty();
        guess.IsCertain.ShouldBeFalse();
    }

    [Fact]
    public void Reads_groups_of_figures_by_subject()
    {
        var guess = Guess(
            ImportKind.ExamResults,
            """
            Код школы;Русский язык;;Математика профиль;
            ;Участников;Средний балл;Участников;Средний балл
            160312002;20;73,4;12;57,7
            """
        );
        guess
            .Spec.Series.Select(s => (s.Constants["subject"], s.Columns["participants"], s.Columns["mean"]))
            .ShouldBe([("russian", "B", "C"), ("mathematics-profile", "D", "E")]);
    }

    [Fact]
    public void Leaves_the_regions_mean_out_where_every_row_is_a_school()
    {
        var guess = Guess(
            ImportKind.ExamResults,
            "Код школы;Предмет;Средний балл по ОО;Средний балл по РТ\n1;Физика;54;57\n2;Физика;60;57\n"
        );
        guess.Spec.Series.ShouldBeEmpty();
        guess.Spec.Columns["mean"].ShouldBe("C");
        guess.Unused.Select(u => u.Letter).ShouldBe(["D"]);
    }

    [Fact]
    public void Takes_the_first_of_columns_with_the_same_header_and_shows_the_others()
    {
        var guess = Guess(ImportKind.ExamResults, "Код школы;Предмет;Предмет;Средний балл;Средний балл;\n1;Физика;Химия;54;60;\n");
        guess.Spec.Columns["subject"].ShouldBe("B");
        guess.Spec.Columns["mean"].ShouldBe("D");
        guess.Unused.Select(u => u.Letter).ShouldBe(["C", "E"]);
    }

    [Fact]
    public void Marks_a_loose_likeness_as_assumed()
    {
        var guess = Guess(
            ImportKind.Schools,
            "Код школы в системе;Полное наименование школы по уставу;Вид;Местность;Район\n1;Лицей;лицей;город;Елабужский\n"
        );
        guess.Spec.Columns["code"].ShouldBe("A");
        guess.Spec.Columns["name"].ShouldBe("B");
        guess.Spec.Columns["municipalityName"].ShouldBe("E");
        guess.Missing.ShouldBeEmpty();
        guess.Assumed.Count.ShouldBe(2);
    }

    [Fact]
    public void Names_the_nearest_field_for_a_slip_of_the_pen()
    {
        var guess = Guess(ImportKind.ExamResults, "{\"schoolCode\":\"1\",\"yaer\":2019,\"participantz\":5,\"zzz\":1}\n");
        guess.Unused.Select(u => (u.Header, u.Nearest)).ShouldBe([("yaer", "year"), ("participantz", "participants"), ("zzz", null)]);
    }

    [Theory]
    [InlineData(ImportKind.ExamResults)]
    [InlineData(ImportKind.Schools)]
    [InlineData(ImportKind.Municipalities)]
    [InlineData(ImportKind.CohortMembers)]
    [InlineData(ImportKind.IndicatorValues)]
    public void Knows_every_label_and_name_of_every_field(ImportKind kind)
    {
        var fields = FieldCatalog.Of(kind).Fields;
        var byLabel = Guess(
            kind,
            string.Join('\t', fields.Select(f => f.Label)) + "\n" + string.Join('\t', fields.Select(f => f.Example)) + "\n"
        );
        byLabel.Spec.Columns.OrderBy(c => ColumnLetter.Index(c.Value)).Select(c => c.Key).ShouldBe(fields.Select(f => f.Name));
        byLabel.IsCertain.ShouldBeTrue();
        var byName = Guess(
            kind,
            string.Join('\t', fields.Select(f => f.Name)) + "\n" + string.Join('\t', fields.Select(f => f.Example)) + "\n"
        );
        byName.Spec.Columns.ShouldBe(byLabel.Spec.Columns);
    }

    static MappingGuess Guess(ImportKind kind, string text, string? fileName = null)
    {
        using var table = new TempTable(text);
        using var file = table.Open();
        return MappingGuess.From(kind, file.Preview(), fileName);
    }
}
