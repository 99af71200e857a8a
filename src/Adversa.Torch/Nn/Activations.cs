namespace Adversa.Torch.Nn;

/// <summary>max(0, x).</summary>
public sealed class ReLU : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.Relu(x);
}

/// <summary>x where it is positive, else <paramref name="negativeSlope"/>·x.</summary>
/// <param name="negativeSlope">The slope below zero; 0.2 is usual in discriminators.</param>
public sealed class LeakyReLU(double negativeSlope = 0.01) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.LeakyRelu(x, negativeSlope);
}

/// <summary>x where it is positive, else α(eˣ - 1).</summary>
/// <param name="alpha">α; more than 0.</param>
public sealed class ELU(double alpha = 1) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.Elu(x, alpha, 1, 1);
}

/// <summary>The hyperbolic tangent: values in [-1, 1].</summary>
public sealed class Tanh : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.Tanh(x);
}

/// <summary>1 / (1 + e⁻ˣ): values in [0, 1].</summary>
public sealed class Sigmoid : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.Sigmoid(x);
}

/// <summary>x·sigmoid(x), also called swish.</summary>
/// <remarks>Hendrycks, Gimpel, 2016, "Gaussian Error Linear Units", section 4 (arXiv:1606.08415).</remarks>
public sealed class SiLU : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.Silu(x);
}

/// <summary>x·Φ(x) with the normal distribution function, not an approximation of it.</summary>
/// <remarks>Hendrycks, Gimpel, 2016, "Gaussian Error Linear Units" (arXiv:1606.08415).</remarks>
public sealed class GELU : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.Gelu(x);
}

/// <summary>log(1 + exp(β·x))/β: a smooth ReLU.</summary>
/// <param name="beta">β; more than 0.</param>
/// <param name="threshold">From β·x above it on, x itself: without overflow.</param>
public sealed class Softplus(double beta = 1, double threshold = 20) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Ops.Softplus(x, beta, threshold);
}
