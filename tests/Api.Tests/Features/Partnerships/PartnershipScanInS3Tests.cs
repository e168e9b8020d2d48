using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Opora.Api.Files;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Partnerships;

/// <summary>Files in a bucket instead of the data folder: the same to whoever sends and reads them.</summary>
[AnyEngine]
public sealed class PartnershipScanInS3Tests(ApiFactory api)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 "u8, .. Guid.NewGuid().ToByteArray()];

    [Fact]
    public async Task Lies_in_the_bucket_only_and_goes_with_its_agreement()
    {
        await using var bucket = await TestBucket.Start(Cancel);
        await using var product = With(bucket);
        var (address, http) = await Signed(product);
        using var _ = http;
        await Put(http, address, 1).Json();
        var (name, content) = bucket.Objects.ShouldHaveSingleItem();
        name.ShouldStartWith("opora/");
        content.ShouldBe(Pdf);
        Directory
            .GetFiles(Path.Combine(api.DataFolder, "files"))
            .Any(f => File.ReadAllBytes(f).AsSpan().SequenceEqual(Pdf))
            .ShouldBeFalse("nothing stays on this machine");
        using (var got = await http.GetAsync(address, Cancel))
            (await got.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(Pdf);

        bucket.Objects.Clear();
        await http.GetAsync(address, Cancel).AssertProblem(404, "not-found");
        await Put(http, address, 2).Json();
        await http.Send(HttpMethod.Delete, address, null, version: 3).Json();
        bucket.Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_said_to_be_out_of_reach_and_nothing_is_half_done()
    {
        await using var bucket = await TestBucket.Start(Cancel);
        await using var product = With(bucket);
        var (address, http) = await Signed(product);
        using var _ = http;
        bucket.Down = true;
        await Put(http, address, 1).AssertProblem(503, "files-down");
        bucket.Down = false;
        await http.GetAsync(address, Cancel).AssertProblem(404, "not-found");
        await Put(http, address, 1).Json();
        bucket.Down = true;
        await http.GetAsync(address, Cancel).AssertProblem(503, "files-down");
        await http.Send(HttpMethod.Delete, address, null, version: 2).Json();
    }

    [Theory]
    [InlineData("Files:S3:Bucket", "opora-files", "Files:S3:ServiceUrl is required")]
    [InlineData("Files:S3:ServiceUrl", "s3.example", "is not an http(s) address")]
    public void Is_set_wholly_or_the_product_does_not_start(string setting, string value, string why)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
        Should.Throw<StartRefused>(() => S3Settings.Read(configuration)).Message.ShouldContain(why);
    }

    private WebApplicationFactory<Program> With(TestBucket bucket) =>
        api.WithWebHostBuilder(host =>
            host.UseSetting("Files:S3:ServiceUrl", bucket.Url)
                .UseSetting("Files:S3:Bucket", TestBucket.Name)
                .UseSetting("Files:S3:AccessKey", TestBucket.AccessKey)
                .UseSetting("Files:S3:SecretKey", Guid.NewGuid().ToString())
                .UseSetting("Files:S3:Prefix", "opora/")
        );

    private async Task<(string Address, HttpClient Http)> Signed(WebApplicationFactory<Program> product)
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var leader = await given.School(await given.Municipality("Агрызский район"), "Лицей № 1");
        var agreement = GivenPartnerships.Agreement(school, leader);
        await given.Save(agreement);
        return ($"/api/v1/partnerships/{agreement.Id}/scan", await given.Operator(product));
    }

    private static async Task<HttpResponseMessage> Put(HttpClient http, string address, int version)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{address}?name=scan.pdf") { Content = new ByteArrayContent(Pdf) };
        request.Content.Headers.ContentType = new("application/pdf");
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await http.SendAsync(request, Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
