using System.Net;
using System.Text;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>Tables of results that are long enough for several checkpoints.</summary>
internal static class ImportTables
{
    /// <summary>Rows without an error: two chunks and a half.</summary>
    public const int Good = 5_000;

    /// <summary>Rows with one error each: enough for the check to save several times.</summary>
    public const int Bad = 2_500;

    /// <summary>A table of new results, followed by wrong rows if asked for.</summary>
    public static async Task<string> Table(this Given given, int bad = 0)
    {
        var place = await given.Municipality();
        List<School> schools = [];
        for (var i = 0; i < 4; i++)
            schools.Add(await given.School(place, $"СОШ № {i}"));
        var table = new StringBuilder("Код школы;Год;Процедура;Предмет;Класс;Этап;Средний балл\n");
        for (var i = 0; i < Good + bad; i++)
            table.Append($"{schools[i % 4].Code};2019;КДР;Химия;{(i < Good ? "9" : "99")};работа {i / 4};{i % 100}\n");
        return table.ToString();
    }

    /// <summary>Sends it; nobody works on it by himself.</summary>
    public static async Task<Guid> Send(this HttpClient http, string table, string mode)
    {
        var details = await http.Upload("exam-results", Encoding.UTF8.GetBytes(table), $"&mode={mode}").Json(HttpStatusCode.Accepted);
        return details.GetProperty("id").GetGuid();
    }
}
