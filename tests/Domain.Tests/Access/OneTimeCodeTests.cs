using System.Text;
using Opora.Domain.Access;

namespace Opora.Domain.Tests.Access;

/// <summary>Against the test vectors of RFC 6238 (appendix B, SHA-1, its last six digits) and RFC 4648.</summary>
public sealed class OneTimeCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Computes_what_every_app_computes(long seconds, string code) =>
        OneTimeCode.At(Secret, OneTimeCode.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))).ShouldBe(code);

    [Theory]
    [InlineData(-2, null)]
    [InlineData(-1, -1)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, null)]
    public void Takes_the_neighbouring_steps_only(int offset, int? found)
    {
        var now = DateTime.UnixEpoch.AddSeconds(1234567890);
        var step = OneTimeCode.StepAt(now);
        OneTimeCode.FindStep(Secret, OneTimeCode.At(Secret, step + offset), now, lastTaken: 0).ShouldBe(step + found);
    }

    [Fact]
    public void Takes_no_step_again()
    {
        var now = DateTime.UnixEpoch.AddSeconds(1234567890);
        var step = OneTimeCode.StepAt(now);
        OneTimeCode.FindStep(Secret, OneTimeCode.At(Secret, step), now, lastTaken: step).ShouldBeNull();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_is_that_of_the_standard(string text, string encoded) =>
        Base32.Encode(Encoding.ASCII.GetBytes(text)).ShouldBe(encoded);
}
