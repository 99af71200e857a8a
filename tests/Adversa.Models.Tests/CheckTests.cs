namespace Adversa.Models.Tests;

public sealed class CheckTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(0.5)]
    public void A_number_in_range_is_no_problem(double value) => Assert.Empty(Check.Range("options.x", value, 0, 1));

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(-0.5, "-0.5")]
    public void A_number_out_of_range_is_told_with_its_value_and_the_range(double value, string text)
    {
        var problem = Assert.Single(Check.Range("options.x", value, 0, 1));

        Assert.Equal("options.x", problem.Path);
        Assert.Equal($"options.x is {text}; it must be a number from 0 to 1.", problem.Text.English);
        Assert.Equal($"options.x es {text}; debe ser un número de 0 a 1.", problem.Text.Spanish);
    }
}
