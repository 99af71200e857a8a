namespace Adversa.Torch.Nn;

/// <summary>A dense layer with an equalised learning rate: weights of N(0, 1) that are scaled whenever they are used.</summary>
/// <remarks>Karras et al., 2017, "Progressive Growing of GANs", section 4.1 (arXiv:1710.10196): ŵ = w·c with He's constant c = gain/√fan-in, so that an optimizer
/// that divides by the size of the gradients moves every layer alike. The bias begins at 0 and is not scaled.</remarks>
public sealed class EqualizedLinear : Module
{
    private readonly Tensor _weight;
    private readonly Tensor? _bias;
    private readonly double _scale;
    private readonly double _rate;

    /// <summary>Creates the layer.</summary>
    /// <param name="inFeatures">Length of an input; 1 or more.</param>
    /// <param name="outFeatures">Length of an output; 1 or more.</param>
    /// <param name="generator">Draws the initial weights.</param>
    /// <param name="gain">√2 before a (leaky) ReLU, 1 before a linear output.</param>
    /// <param name="bias">Whether there is one.</param>
    /// <param name="rate">Factor on the learning rate of this layer alone: weights are drawn as much larger as they are scaled down, and the bias is scaled too. More than 0.</param>
    public EqualizedLinear(int inFeatures, int outFeatures, Generator generator, double gain = EqualizedConv2d.ReLUGain, bool bias = true, double rate = 1)
    {
        (_scale, _rate) = (rate * gain / Math.Sqrt(inFeatures), rate);
        _weight = Parameter("weight", Init.Normal(Tensor.Zeros([outFeatures, inFeatures]), 0, 1 / rate, generator));
        if (bias) _bias = Parameter("bias", Tensor.Zeros([outFeatures]));
    }

    /// <param name="x"><c>[N, in]</c>.</param>
    /// <returns><c>[N, out]</c>.</returns>
    /// <exception cref="ShapeException">The input has another shape.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) =>
        PrecisionScope.Product(x.ExpectShape($"N {_weight.Size(1)}", "The input of EqualizedLinear"), _weight * _scale,
            _rate is 1 || _bias is null ? _bias : _bias * _rate, static (x, w, b) => Ops.Linear(x, w, b));
}
