namespace Adversa.Torch.Nn;

/// <summary>In training, zeroes each element with probability p and scales the rest by 1/(1-p); else nothing.</summary>
/// <remarks>libtorch's own dropout takes no generator, so its masks could not be repeated after a resume: this one draws from the generator it is given.</remarks>
/// <param name="p">The share that vanishes, in [0, 1).</param>
/// <param name="generator">Draws the masks; whoever owns it saves its state.</param>
public sealed class Dropout(double p, Generator generator) : Module
{
    private readonly double _p = p is >= 0 and < 1 ? p : throw new ArgumentOutOfRangeException(nameof(p), p, "Dropout expects a share in [0, 1).");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        if (!IsTraining || _p == 0) return x;
        var mask = generator.Fill(Ops.ZerosLike(x), m => Ops.BernoulliInPlace(m, 1 - _p, generator).Dispose());
        return x * mask * (1 / (1 - _p));
    }
}
