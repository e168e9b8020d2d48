using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Files;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Partnerships;

public sealed class PartnershipScanTests(ApiFactory api)
{
    // Of this test only: others keep files of their own meanwhile.
    private readonly byte[] _pdf = [.. "%PDF-1.7 подписано"u8, .. Guid.NewGuid().ToByteArray()];

    [Fact]
    public async Task Is_put_replaced_given_back_as_it_came_and_taken_away()
    {
        var (given, agreement, school) = await Signed();
        using var http = await given.SchoolPerson(school);
        var put = await Put(http, agreement, "Договор № 12.pdf", _pdf, 1).Json();
        put.GetProperty("scan").GetProperty("name").GetString().ShouldBe("Договор № 12.pdf");
        put.GetProperty("scan").GetProperty("size").GetInt64().ShouldBe(_pdf.Length);
        using var got = await http.GetAsync(Address(agreement), Cancel);
        (await got.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(_pdf);
        got.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        got.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        got.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Договор № 12.pdf");

        Kept(_pdf).ShouldBeTrue();
        await Put(http, agreement, "скан.PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1], 2).Json();
        Kept(_pdf).ShouldBeFalse("the one before is gone from the folder");
        await Put(http, agreement, "скан.png", _pdf, 2).AssertProblem(412, "version-mismatch");
        var removed = await http.Send(HttpMethod.Delete, Address(agreement), null, version: 3).Json();
        removed.GetProperty("scan").ValueKind.ShouldBe(JsonValueKind.Null);
        await http.GetAsync(Address(agreement), Cancel).AssertProblem(404, "not-found");
        await http.Send(HttpMethod.Delete, Address(agreement), null, version: 4).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Is_what_its_content_says_and_nothing_that_runs()
    {
        var (given, agreement, school) = await Signed();
        using var http = await given.SchoolPerson(school);
        var program = "MZ\u0090 This program cannot be run"u8.ToArray();
        (await Put(http, agreement, "Договор.pdf", program, 1).AssertProblem(415, "media-type"))
            .GetProperty("detail")
            .GetString()!
            .ShouldContain("Договор.pdf");
        await Put(http, agreement, "Договор.docx", _pdf, 1).AssertProblem(415, "media-type");
        await Put(http, agreement, "Договор.pdf", [], 1).AssertProblem(415, "media-type");
        await Put(http, agreement, "архив.docx", Zip("readme.txt"), 1).AssertProblem(415, "media-type");
        await Put(http, agreement, "макросы.docx", Zip("word/document.xml", "word/vbaProject.bin"), 1).AssertProblem(415, "media-type");
        await Put(http, agreement, "../../etc/passwd.pdf", _pdf, 1).AssertProblem(400, "validation");
        await Put(http, agreement, "большой.pdf", [.. _pdf, .. new byte[StoredFile.MostBytes]], 1).AssertProblem(413, "too-large");
        await Put(http, agreement, "Договор.docx", Zip("word/document.xml"), 1).Json();
    }

    [Fact]
    public async Task Both_sides_get_it_and_nobody_else()
    {
        var (given, agreement, school) = await Signed();
        var stranger = await given.School(await given.Municipality("Бавлинский район"), "СОШ № 3");
        using (var own = await given.SchoolPerson(school))
            await Put(own, agreement, "Договор.pdf", _pdf, 1).Json();
        var leader = agreement.Parties.Single(p => p.Role == PartyRole.Partner).SchoolId!.Value;
        School partner = null!;
        await given.InRegion(async db => partner = (await db.Schools.FindAsync([leader], Cancel))!);
        using var helping = await given.SchoolPerson(partner);
        await helping.GetAsync(Address(agreement), Cancel).Answers(HttpStatusCode.OK);
        await Put(helping, agreement, "Договор.pdf", _pdf, 2).AssertProblem(404, "not-found");
        using var other = await given.SchoolPerson(stranger);
        await other.GetAsync(Address(agreement), Cancel).AssertProblem(404, "not-found");
    }

    private async Task<(Given Given, Partnership Agreement, School School)> Signed()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var leader = await given.School(await given.Municipality("Агрызский район"), "Лицей № 1");
        var agreement = GivenPartnerships.Agreement(school, leader);
        await given.Save(agreement);
        return (given, agreement, school);
    }

    private bool Kept(byte[] content) =>
        Directory.GetFiles(Path.Combine(api.DataFolder, "files")).Any(f => File.ReadAllBytes(f).AsSpan().SequenceEqual(content));

    private static string Address(Partnership agreement) => $"/api/v1/partnerships/{agreement.Id}/scan";

    private static async Task<HttpResponseMessage> Put(HttpClient http, Partnership agreement, string name, byte[] content, int version)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Address(agreement)}?name={Uri.EscapeDataString(name)}")
        {
            Content = new ByteArrayContent(content),
        };
        request.Content.Headers.ContentType = new("application/pdf");
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await http.SendAsync(request, Cancel);
    }

    private static byte[] Zip(params string[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
            foreach (var entry in entries)
                zip.CreateEntry(entry);
        return memory.ToArray();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
