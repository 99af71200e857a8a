using Adversa.Torch;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests;

public sealed class OutputTests
{
    // Quarters are exact in float32.
    [Theory]
    [InlineData(Output.Tanh)]
    [InlineData(Output.Sigmoid)]
    [InlineData(Output.ReLU)]
    [InlineData(Output.None)]
    public void Decoding_undoes_encoding(Output output)
    {
        using var scope = new TensorScope();
        double[] samples = [-1, -0.5, 0, 0.25, 1];

        var back = output.Decode(output.Encode(Tensor.From(samples.Select(x => (float)x).ToArray(), 5)));

        Assert.Equal(samples, back.Doubles());
    }

    [Fact]
    public void A_ReLU_above_1_is_white()
    {
        using var scope = new TensorScope();

        Assert.Equal([-1, 0, 1, 1], Output.ReLU.Decode(Tensor.From([0f, 0.5f, 1f, 3f], 4)).Doubles());
    }
}
