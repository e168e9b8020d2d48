using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Tests.Features.Imports.Tables;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>Files that are no tables: a clear answer, nothing half applied.</summary>
[AnyEngine]
public sealed class BadFileTests(ApiFactory api)
{
    public static TheoryData<string, string> Files =>
        new()
        {
            { "nothing", "file-empty" },
            { "password", "file-encrypted" },
            { "archive", "file-unreadable" },
            { "document", "file-unreadable" },
            { "header only", "sheet-empty" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Is_answered_with_what_to_do(string file, string code)
    {
        using var http = await (await Given.Region(api)).Operator();
        var content = file switch
        {
            "nothing" => [],
            "password" => OleFile.With("EncryptedPackage", new byte[5_000]),
            "archive" => [.. "PK\u0003\u0004"u8, .. new byte[100]],
            "document" => [.. "%PDF-1.7"u8, .. new byte[100]],
            _ => Encoding.UTF8.GetBytes("ОКТМО;Название\n"),
        };

        var import = await http.Import("municipalities", content);
        import.State().ShouldBe("failed");
        import.Errors().ShouldBe([$"- - {code}"]);
        import.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();

        if (code == "sheet-empty")
            return;
        var waiting = await http.Import("municipalities", content, "&confirm=true");
        await http.GetAsync($"/api/v1/imports/{waiting.GetProperty("id").GetGuid()}/preview", TestContext.Current.CancellationToken)
            .AssertProblem(422, code);
    }

    [Theory]
    [InlineData("..%2F..%2Fetc%2Fpasswd", "passwd")]
    [InlineData("C%3A%5CUsers%5Cme%5Cтаблица.csv", "таблица.csv")]
    [InlineData("%2Fa%0D%0AX-Evil%3A%201%00.csv", "aX-Evil: 1.csv")]
    [InlineData("invoice%E2%80%AExslx.csv", "invoicexslx.csv")]
    [InlineData("..%2F", "таблица")]
    public async Task Its_name_is_a_name_and_no_path_or_trick(string sent, string kept)
    {
        using var http = await (await Given.Region(api)).Operator();
        using var body = new ByteArrayContent("ОКТМО;Название\n"u8.ToArray());
        using var answer = await http.PostAsync(
            $"/api/v1/imports?kind=municipalities&confirm=true&fileName={sent}",
            body,
            TestContext.Current.CancellationToken
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var import = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        import.GetProperty("fileName").GetString().ShouldBe(kept);
    }

    [Fact]
    public async Task Thirty_megabytes_of_garbage_are_answered_too()
    {
        using var http = await (await Given.Region(api)).Operator();
        var garbage = new byte[30 << 20];
        new Random(7).NextBytes(garbage);

        var import = await http.Import("exam-results", garbage);
        import.State().ShouldBe("failed");
        import.GetProperty("errorsTotal").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Lines_of_words_are_told_row_by_row_and_only_so_many_are_kept()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var table = new StringBuilder("ОКТМО;Название\n");
        const int Rows = 60_000;
        for (var i = 0; i < Rows; i++)
            table.Append("слово;\n");

        var import = await http.Import("municipalities", table.ToString(), "&mode=partial");
        import.Counts().ShouldBe([Rows, 0, 0, 0, Rows]);
        // Of each row the code and the name are wrong, and all say the same.
        import.GetProperty("errorsTotal").GetInt32().ShouldBe(3 * Rows);
        import.GetProperty("errors").GetArrayLength().ShouldBe(100);
        var page = await http.GetJson($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/errors");
        page.GetProperty("total").GetInt32().ShouldBe(ErrorLog.MostStored);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_while_it_comes()
    {
        using var http = await (await Given.Region(api)).Operator();
        using var content = new StreamContent(new Zeros(ImportSpool.MostBytes + 1));
        await http.PostAsync("/api/v1/imports?kind=schools", content, TestContext.Current.CancellationToken)
            .AssertProblem(413, "too-large");
        Directory
            .EnumerateFiles(Path.Combine(api.DataFolder, "imports"), "*.part")
            .Count(f => new FileInfo(f).Length > 100 << 20)
            .ShouldBe(0);
    }

    [Fact]
    public async Task A_file_is_forgotten_a_week_after_it_was_last_worked_with()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var import = await http.Import("municipalities", "ОКТМО;Название\n1;x\n", "&confirm=true");
        var id = import.GetProperty("id").GetGuid();
        var spool = (ImportSpool)api.Services.GetService(typeof(ImportSpool))!;
        spool.Touch(id, api.Clock.GetUtcNow().UtcDateTime - ImportSpool.KeptFor - TimeSpan.FromMinutes(1));
        spool.Sweep(api.Clock.GetUtcNow().UtcDateTime);

        spool.Has(id).ShouldBeFalse();
        await http.GetAsync($"/api/v1/imports/{id}/preview", TestContext.Current.CancellationToken).AssertProblem(409, "file-gone");
        (await http.GetAsync($"/api/v1/imports/{id}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private sealed class Zeros(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            _left -= read;
            buffer.AsSpan(offset, read).Clear();
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
