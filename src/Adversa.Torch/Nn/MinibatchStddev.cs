namespace Adversa.Torch.Nn;

/// <summary>Shows a discriminator how varied its batch is: the standard deviation over a group of samples as one more channel.</summary>
/// <remarks>Karras et al., 2017, "Progressive Growing of GANs", section 3 (arXiv:1710.10196), with groups as in the authors' code: sample n belongs to group n mod (N/G).
/// The deviation is the biased one with 1e-8 under the root, so a group of equal samples gives 1e-4. A sample's score now depends on its batch mates: a penalty on
/// per-sample gradients is no longer exactly per sample.</remarks>
/// <param name="groupSize">G, 1 or more; a batch smaller than that is one group, a larger one must be a multiple of it.</param>
/// <param name="features">F, the channels to add; each is the mean over C/F channels and all pixels. Must divide C.</param>
public sealed class MinibatchStddev(int groupSize = 4, int features = 1) : Module
{
    private const double Eps = 1e-8;

    /// <param name="x"><c>[N, C, H, W]</c> or <c>[N, C]</c>.</param>
    /// <returns><c>[N, C + F, H, W]</c> or <c>[N, C + F]</c>.</returns>
    /// <exception cref="ShapeException">The dimensions are others, the batch is no multiple of the group, or F does not divide C.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var shape = x.Shape;
        if (shape.Length is not (2 or 4)) throw new ShapeException($"MinibatchStddev expects [N, C] or [N, C, H, W]; got [{string.Join(", ", shape)}].");
        var count = shape[0];
        var group = Math.Max(1, Math.Min(groupSize, count));
        if (count % group != 0)
            throw new ShapeException($"MinibatchStddev compares groups of {group}; a batch of {count} is no multiple of it. Use a batch of {count / group * group} or {(count / group + 1) * group}.");
        if (shape[1] % features != 0)
            throw new ShapeException($"MinibatchStddev splits the channels into {features} parts; {shape[1]} channels cannot be split so.");

        var perFeature = shape[1] / features * shape.Skip(2).Aggregate(1L, (a, b) => a * b);
        var y = x.Reshape(group, count / group, features, perFeature);                 // [G, M, F, C/F*H*W]
        var variance = (y - y.Mean([0], keepDim: true)).Square().Mean([0]);            // [M, F, C/F*H*W]
        var deviation = (variance + Eps).Sqrt().Mean([2]);                             // [M, F]
        var channel = Ops.Repeat(deviation, [group, 1]);                               // [N, F]
        if (shape.Length == 4) channel = Ops.Expand(channel.Reshape(count, features, 1, 1), [count, features, shape[2], shape[3]]);
        return Tensor.Cat([x, channel], 1);
    }
}
