namespace Adversa.Core.Tests;

public class NumbersTests
{
    [Theory]
    [InlineData("0.0002", 0.0002)]
    [InlineData("2e-4", 0.0002)]
    [InlineData("-1", -1)]
    public void Plain_numbers_are_read(string text, double expected) => Assert.Equal(expected, Numbers.Real(text, "--lr", -10, 10));

    [Theory]
    [InlineData("0,5")]
    [InlineData("1.234,5")]
    [InlineData("1 000")]
    [InlineData("1_000")]
    [InlineData("")]
    [InlineData("٣")]
    [InlineData("−1")]
    public void Anything_else_is_usage_error_2011(string text) => Assert.Equal(2011, Refusal(() => Numbers.Real(text, "--lr", -10, 10)).Code);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("11")]
    public void What_is_not_within_the_range_is_usage_error_2012(string text) => Assert.Equal(2012, Refusal(() => Numbers.Real(text, "--lr", -10, 10)).Code);

    [Fact]
    public void A_comma_is_answered_with_the_right_spelling() => Assert.Contains("Use a point: --lr 0.5", Refusal(() => Numbers.Real("0,5", "--lr", 0, 1)).Message);

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    public void Whole_numbers_have_no_fraction_exponent_or_overflow(string text) => Assert.Equal(2012, Refusal(() => Numbers.Whole(text, "--steps", 1, 100_000)).Code);

    [Fact]
    public void The_nearest_known_name_is_suggested()
    {
        Assert.Equal("digits", Nearest.To("digts", ["digits", "ring"]));
        Assert.Null(Nearest.To("holiday-photos", ["digits", "ring"]));
    }

    private static AdversaException Refusal(Action action) => Assert.Throws<AdversaException>(action);
}
