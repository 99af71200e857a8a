using Adversa.Torch;

namespace Adversa.Models.Tests;

public sealed class LossesTests
{
    [Fact]
    public void The_total_is_the_sum_of_the_terms_without_the_signals()
    {
        using var scope = new TensorScope();
        var losses = new LossTerms { ["real"] = Tensor.Scalar(1), ["fake"] = Tensor.Scalar(2), ["penalty"] = Tensor.Scalar(4) };
        losses.Signals["d_real"] = () => 100;

        Assert.Equal(7, losses.Total().Item());
        Assert.Equal(["real", "fake", "penalty"], losses.Select(term => term.Key));
    }
}
