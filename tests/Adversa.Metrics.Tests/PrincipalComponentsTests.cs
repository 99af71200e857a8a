using Adversa.Torch;

namespace Adversa.Metrics.Tests;

public sealed class PrincipalComponentsTests
{
    // Points at ±a on the first axis, ±b on the second, ±c on the third, shifted: a component keeps one axis, so the others' squares are lost.
    [Theory]
    [InlineData(0, (9 + 4 + 1) / 9.0)]
    [InlineData(1, (4 + 1) / 9.0)]
    [InlineData(2, 1 / 9.0)]
    [InlineData(3, 0)]
    public void What_is_lost_are_the_smallest_variances(int components, double expected)
    {
        using var scope = new TensorScope();
        var x = Tensor.From([3f, 0, 0, -3, 0, 0, 0, 2, 0, 0, -2, 0, 0, 0, 1, 0, 0, -1], 6, 3) + 5;

        Assert.Equal(expected, PrincipalComponents.Error(x, x, components), 1e-12);
    }

    [Fact]
    public void Mean_and_components_come_from_the_first_set_alone()
    {
        using var scope = new TensorScope();
        var line = Tensor.From([-1f, 0, 1, 0], 2, 2);
        var other = Tensor.From([4f, 2, 6, -2], 2, 2);

        Assert.Equal(2, PrincipalComponents.Error(line, other, 1), 1e-12);        // what stands off the line, squared, over two numbers
    }

    [Fact]
    public void More_components_than_numbers_are_refused()
    {
        using var scope = new TensorScope();
        var x = Tensor.Zeros([4, 2]);

        Assert.Throws<ArgumentOutOfRangeException>(() => PrincipalComponents.Error(x, x, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrincipalComponents.Error(x, x, -1));
    }
}
