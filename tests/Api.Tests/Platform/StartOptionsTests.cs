using Microsoft.Extensions.Configuration;

namespace Opora.Api.Tests.Platform;

public sealed class StartOptionsTests
{
    [Theory]
    [InlineData("--demo", "--data", "/tmp/here")]
    [InlineData("--data", "/tmp/here", "--demo")]
    public void The_demo_flag_swallows_no_option(params string[] args)
    {
        var settings = new ConfigurationBuilder().AddCommandLine(StartOptions.SettingsOf(args)).Build();

        settings["data"].ShouldBe("/tmp/here");
        settings["demo"].ShouldBe("true");
    }
}
