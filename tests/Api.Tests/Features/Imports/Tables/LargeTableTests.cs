using System.Text;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Tests.Support;
using Opora.Domain.Imports;

namespace Opora.Api.Tests.Features.Imports.Tables;

/// <summary>Memory is that of the process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(MeasuresMemory), DisableParallelization = true)]
public sealed class MeasuresMemory;

/// <summary>A million rows go through in constant memory: nothing that was read is kept.</summary>
[Collection(nameof(MeasuresMemory))]
[AnyEngine]
public sealed class LargeTableTests
{
    const int Rows = 1_000_000;

    [Fact]
    public void Streams_a_million_rows()
    {
        using var table = new TempTable(WriteRows);
        using var file = table.Open();
        file.Sheets[0].Rows.ShouldBe(Rows + 1);
        var guess = MappingGuess.From(ImportKind.ExamResults, file.Preview());
        guess.IsCertain.ShouldBeTrue();
        var mapping = CompiledMapping.Compile(ImportKind.ExamResults, guess.Spec, file, out _).ShouldNotBeNull();

        using var reader = file.Read();
        var items = 0;
        long most = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        while (reader.Read())
        {
            items += Mapper.Map(reader.Row, mapping).Items.Count;
            if (reader.Row.Number % (Rows / 4) == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        items.ShouldBe(Rows);
        reader.Row.Number.ShouldBe(Rows + 1);
        most.ShouldBeLessThan(32 << 20);
    }

    static void WriteRows(Stream to)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(false), 1 << 16);
        text.Write("Код школы;Год;Процедура;Предмет;Класс;Участников;Средний балл;Ниже порога\r\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Write(160_300_000 + i % 3_000);
            text.Write(";2019;ВПР;Русский язык;");
            text.Write(4 + i % 8);
            text.Write(';');
            text.Write(20 + i % 90);
            text.Write(";3,");
            text.Write(i % 1_000);
            text.Write(";1\r\n");
        }
    }
}
