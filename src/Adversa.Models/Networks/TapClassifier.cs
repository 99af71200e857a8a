using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>What learns when a classifier is built on a discriminator.</summary>
public enum TapMode
{
    /// <summary>A linear layer on frozen features.</summary>
    Probe,

    /// <summary>The linear layer and the discriminator below it.</summary>
    FineTune,
}

/// <summary>A linear classifier on a discriminator's activations: each is max-pooled to 4x4, and all are joined.</summary>
/// <remarks>Radford, Metz, Chintala, 2015, section 5.1 (arXiv:1511.06434).</remarks>
public sealed class TapClassifier : Module, IFeatures
{
    private const int Side = 4;
    private readonly DiscriminatorTap _tap;
    private readonly TapMode _mode;
    private readonly Linear _head;

    /// <summary>Creates the network.</summary>
    /// <param name="schema">The samples, with classes.</param>
    /// <param name="tap">The discriminator; its network is this one's from now on.</param>
    /// <param name="mode">What learns.</param>
    /// <param name="init">Draws the weights of the linear layer.</param>
    public TapClassifier(SampleSchema schema, DiscriminatorTap tap, TapMode mode, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(tap);
        (_tap, _mode) = (tap, mode);
        Child("body", mode == TapMode.Probe ? new Frozen(tap.Network) : tap.Network);
        _head = Child("head", new Linear(Length(schema), schema.Classes, init));
    }

    /// <summary>The weights that a penalty is for: those of the linear layer, without its bias.</summary>
    public Tensor HeadWeight => _head.Parameters[0];

    /// <summary>What the linear layer sees.</summary>
    /// <param name="x">Samples, <c>[N, ...]</c>, pictures in [-1, 1].</param>
    /// <returns><c>[N, F]</c>: up to 16 numbers for each channel of each hidden layer; when the discriminator learns too, also its raw score, so that all of it does.</returns>
    public Tensor Features(Tensor x)
    {
        var tapped = _tap.Of(x);
        return Ops.Cat([.. (_mode == TapMode.Probe ? tapped.SkipLast(1) : tapped).Select(Pooled)], 1);
    }

    /// <summary>The discriminator's raw scores, high for what looks real to it.</summary>
    /// <param name="x">Samples, <c>[N, ...]</c>, pictures in [-1, 1].</param>
    /// <returns><c>[N, 1]</c>.</returns>
    public Tensor Score(Tensor x) => _tap.Of(x)[^1];

    /// <param name="x">Samples, <c>[N, ...]</c>, pictures in [-1, 1].</param>
    /// <returns>Logits, <c>[N, K]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _head.Forward(Features(x));

    private static Tensor Pooled(Tensor activation) =>
        (activation.Shape is [_, _, var height, var width] && (height > Side || width > Side) ? Ops.AdaptiveMaxPool2d(activation, [Math.Min(Side, height), Math.Min(Side, width)])[0] : activation).Flatten(1);

    /// <summary>F, seen on one empty sample.</summary>
    private int Length(SampleSchema schema)
    {
        using var scope = new TensorScope();       // nobody else frees what this look costs
        using var recording = Autograd.NoGrad();
        using var mode = new Evaluating(_tap.Network);
        return (int)Features(Tensor.Zeros(schema.BatchShape(1))).Size(1);
    }
}
