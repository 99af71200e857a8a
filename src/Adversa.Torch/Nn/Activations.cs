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
