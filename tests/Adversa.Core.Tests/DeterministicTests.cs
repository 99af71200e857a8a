namespace Adversa.Core.Tests;

public class DeterministicTests
{
    [Fact]
    public void Logarithm_agrees_with_the_platform()
    {
        for (var x = 1e-300; x < 1e300; x *= 1.37) Assert.Equal(Math.Log(x), Deterministic.Log(x), 2e-15 * Math.Max(1, Math.Abs(Math.Log(x))));
    }

    [Fact]
    public void Logarithm_of_one_is_exactly_zero() => Assert.Equal(0, Deterministic.Log(1));

    [Fact]
    public void Sine_and_cosine_agree_with_the_platform()
    {
        for (var turns = -3.0; turns < 3; turns += 0.00317)
        {
            var (sin, cos) = Deterministic.SinCosTurns(turns);

            Assert.Equal(Math.Sin(turns * 2 * Math.PI), sin, 6e-15);        // Math.Sin sees a rounded angle of up to 19
            Assert.Equal(Math.Cos(turns * 2 * Math.PI), cos, 6e-15);
        }
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0.25, 1, 0)]
    [InlineData(0.5, 0, -1)]
    [InlineData(0.75, -1, 0)]
    [InlineData(-0.25, -1, 0)]
    [InlineData(7, 0, 1)]
    public void Quarter_turns_are_exact(double turns, double sin, double cos)
    {
        var result = Deterministic.SinCosTurns(turns);

        Assert.Equal(sin, result.Sin);
        Assert.Equal(cos, result.Cos);
    }
}
