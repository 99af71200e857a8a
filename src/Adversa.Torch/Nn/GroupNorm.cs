namespace Adversa.Torch.Nn;

/// <summary>Normalises each sample over groups of its channels: no batch mates, no running statistics.</summary>
/// <remarks>Wu, He, 2018, "Group Normalization", eq. 1 to 6 (arXiv:1803.08494).</remarks>
public sealed class GroupNorm : Module
{
    private readonly Tensor? _weight;
    private readonly Tensor? _bias;
    private readonly int _groups;
    private readonly int _channels;
    private readonly double _eps;

    /// <summary>Creates the layer; the scale begins at 1 and the shift at 0.</summary>
    /// <param name="groups">Number of groups; must divide the channels.</param>
    /// <param name="channels">C.</param>
    /// <param name="eps">Added to the variance; 0 or more.</param>
    /// <param name="affine">Whether each channel has a scale and a shift.</param>
    /// <exception cref="ArgumentException">The groups do not divide the channels.</exception>
    public GroupNorm(int groups, int channels, double eps = 1e-5, bool affine = true)
    {
        if (groups < 1 || channels % groups != 0) throw new ArgumentException($"GroupNorm cannot split {channels} channels into {groups} equal groups; choose a divisor of {channels}.", nameof(groups));
        (_groups, _channels, _eps) = (groups, channels, eps);
        if (!affine) return;
        _weight = Parameter("weight", Tensor.Ones([channels]));
        _bias = Parameter("bias", Tensor.Zeros([channels]));
    }

    /// <param name="x"><c>[N, C, ...]</c>.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ShapeException">The input has other channels.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var shape = x.Shape;
        if (shape.Length < 2 || shape[1] != _channels) throw new ShapeException($"GroupNorm expects [N, {_channels}, ...]; got [{string.Join(", ", shape)}].");
        return Ops.GroupNorm(x, _groups, _weight, _bias, _eps);
    }
}
