namespace Adversa.Torch.Nn;

/// <summary>Lets every pixel look at all others, as the U-Net of diffusion models does at its small sizes.</summary>
/// <remarks>Ho, Jain, Abbeel, 2020, "Denoising Diffusion Probabilistic Models", appendix B (arXiv:2006.11239), as in the authors' code: one head,
/// x + proj(softmax(q kᵀ/√C) v) with q, k, v 1x1 convolutions of the group-normalised x. The projection begins at 0, so the block begins as the identity.
/// Memory grows with (H·W)². Keys are those of well-known ports: norm, q, k, v, proj_out.</remarks>
public sealed class SelfAttention2d : Module
{
    private const double Eps = 1e-6;                   // the authors' group norms have this one, not PyTorch's 1e-5

    private readonly int _channels;
    private readonly GroupNorm _norm;
    private readonly Conv2d _q;
    private readonly Conv2d _k;
    private readonly Conv2d _v;
    private readonly Conv2d _projection;

    /// <summary>Creates the block.</summary>
    /// <param name="channels">C.</param>
    /// <param name="generator">Draws the initial weights.</param>
    /// <param name="groups">Groups of the norm; must divide C.</param>
    public SelfAttention2d(int channels, Generator generator, int groups = 32)
    {
        _channels = channels;
        _norm = Child("norm", new GroupNorm(groups, channels, Eps));
        _q = Child("q", new Conv2d(channels, channels, 1, generator));
        _k = Child("k", new Conv2d(channels, channels, 1, generator));
        _v = Child("v", new Conv2d(channels, channels, 1, generator));
        _projection = Child("proj_out", new Conv2d(channels, channels, 1, generator));
        foreach (var tensor in _projection.Parameters) Init.Constant(tensor, 0);
    }

    /// <param name="x"><c>[N, C, H, W]</c>.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ShapeException">The input has another shape.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var shape = x.ExpectShape($"N {_channels} H W", "The input of SelfAttention2d").Shape;
        var h = _norm.Forward(x);
        var (q, k, v) = (_q.Forward(h).Flatten(2), _k.Forward(h).Flatten(2), _v.Forward(h).Flatten(2));      // [N, C, H*W]

        // softmax over the pixels looked at, for each pixel that looks
        var scores = Ops.Bmm(Ops.Transpose(q, 1, 2), k) * (1 / Math.Sqrt(_channels));                        // [N, looking, looked at]
        var attention = Ops.Softmax(scores, 2);
        var y = Ops.Bmm(v, Ops.Transpose(attention, 1, 2)).Reshape(shape);                                   // [N, C, H, W]
        return x + _projection.Forward(y);
    }
}
