using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>A step as a vector that a network can read: waves of many lengths, then two dense layers.</summary>
/// <remarks>Ho, Jain, Abbeel, 2020, appendix B (arXiv:2006.11239); the waves are those of Vaswani et al., 2017, section 3.5 (arXiv:1706.03762).
/// Their code counts steps from 0: step t is read as t - 1, so that weights learned there mean the same here. Keys are those of the PyTorch ports.</remarks>
public sealed class TimeEmbedding : Module
{
    private readonly int _width;
    private readonly Linear _first;
    private readonly Linear _second;

    /// <summary>Creates the layers.</summary>
    /// <param name="width">Waves, half of them sines; even, 4 or more.</param>
    /// <param name="features">Length of the vector.</param>
    /// <param name="init">Draws the weights.</param>
    public TimeEmbedding(int width, int features, Generator init)
    {
        _width = width;
        _first = Child("dense.0", new Linear(width, features, init));
        _second = Child("dense.1", new Linear(features, features, init));
    }

    /// <param name="x">Steps, int64 <c>[N]</c>, from 1 on.</param>
    /// <returns><c>[N, features]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _second.Forward(Ops.Silu(_first.Forward(Waves(x, _width))));

    /// <summary>Sines and cosines of t - 1 with angular frequencies from 1 down to 1/10,000.</summary>
    /// <param name="t">Steps, int64 <c>[N]</c>, from 1 on.</param>
    /// <param name="width">How many; even, 4 or more.</param>
    /// <returns><c>[N, width]</c>.</returns>
    public static Tensor Waves(Tensor t, int width)
    {
        ArgumentNullException.ThrowIfNull(t);
        var half = width / 2;
        var frequencies = Tensor.From([.. Enumerable.Range(0, half).Select(i => (float)Math.Exp(-Math.Log(10_000) * i / (half - 1)))], half);
        var angles = (t - 1).To(DType.Float32).Reshape(-1, 1) * frequencies;       // [N, width / 2]
        return Tensor.Cat([Ops.Sin(angles), Ops.Cos(angles)], 1);
    }
}
