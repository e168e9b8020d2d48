using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Features.People;

/// <summary>Links by mail: sent when mail is on, handed over when a mail does not go out.</summary>
[AnyEngine]
public sealed class MailTests(ApiFactory api)
{
    private const string Address = "https://opora.example.org";
    private const string Sender = "Оператор";

    [Fact]
    public async Task Invitations_and_new_passwords_go_out_by_mail()
    {
        await using var mailbox = new Mailbox();
        await using var product = With(mailbox.Port);
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator(product);
        (await http.GetJson("/api/v1/setup")).GetProperty("mail").GetBoolean().ShouldBeTrue();
        await given.InRegion(async db =>
        {
            var region = await db.Regions.SingleAsync(Cancel);
            region.Set(region.Settings with { MailSenderName = Sender, MailReplyTo = "answers@example.org" });
            await db.SaveChangesAsync(Cancel);
        });
        var email = $"m{Given.NewCode()}@example.org";
        var text = $"Директор второй школы\t{email}\tшкола\t{school.Code}\nБез почты\t\tшкола\t{school.Code}";

        var invited = await http.PostJson("/api/v1/people/invitations", new { text, byMail = true }).Json();
        invited.GetProperty("sent").GetInt32().ShouldBe(1);
        invited.GetProperty("rows")[0].GetProperty("path").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        invited.GetProperty("rows")[1].Token().ShouldNotBeEmpty();
        var mail = await mailbox.Next(Cancel);
        mail.ShouldContain(email);
        mail.ShouldNotContain("Без почты");
        mail.ShouldContain("answers@example.org");
        // Quoted-printable: %D0 of an address is =D0 of a mail.
        mail.ShouldContain(Uri.EscapeDataString(Sender).Replace("%", "=", StringComparison.Ordinal));
        using var browser = product.CreateBrowser();
        await browser.PostJson("/api/v1/links/use", new { token = TokenIn(mail), password = Given.Password }).Json();

        // Whoever asks for an unknown name, and whoever asks again at once, sends nothing.
        foreach (var name in new[] { "nobody-" + Given.NewCode(), email, email })
            (await browser.PostJson("/api/v1/password-resets", new { userName = name })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var reset = await mailbox.Next(Cancel);
        reset.ShouldContain("новый пароль");
        await browser.PostJson("/api/v1/links/use", new { token = TokenIn(reset), password = "совсем другая длинная фраза" }).Json();
        mailbox.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_mail_that_does_not_go_out_leaves_its_link_in_the_answer()
    {
        int closed;
        await using (var mailbox = new Mailbox())
            closed = mailbox.Port;
        await using var product = With(closed);
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator(product);
        var text = $"Директор\tn{Given.NewCode()}@example.org\tшкола\t{school.Code}";

        var row = (await http.PostJson("/api/v1/people/invitations", new { text, byMail = true }).Json()).GetProperty("rows")[0];
        row.GetProperty("sent").GetBoolean().ShouldBeFalse();
        using var browser = product.CreateBrowser();
        await browser.PostJson("/api/v1/links/look", new { token = row.Token() }).Json();
        var issued = await http.PostJson($"/api/v1/people/{row.Text("personId")}/link", new { byMail = true }, 1).Json();
        issued.GetProperty("sent").GetBoolean().ShouldBeFalse();
        issued.Token().ShouldNotBeEmpty();
    }

    private WebApplicationFactory<Program> With(int port) =>
        api.WithWebHostBuilder(host =>
            host.UseSetting("Smtp:Host", "127.0.0.1")
                .UseSetting("Smtp:Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .UseSetting("Smtp:From", "opora@example.org")
                .UseSetting("Smtp:Tls", "false")
                .UseSetting("PublicUrl", Address)
        );

    private static string TokenIn(string mail)
    {
        var from = mail.IndexOf(Address + "/join#", StringComparison.Ordinal);
        from.ShouldBeGreaterThan(0, mail);
        return mail[from..].Split('#')[1].Split('\n')[0].Trim();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
