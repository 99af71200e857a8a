using Adversa.Torch.Nn;

namespace Adversa.Torch.Optim;

/// <summary>A slow copy of a network: the exponential moving average of its parameters. Buffers are copied, not averaged.</summary>
/// <remarks>Karras et al., 2017, "Progressive Growing of GANs", section 2 (arXiv:1710.10196); given as a half-life in images, so that it does not depend on the batch size:
/// β = 0.5^(batch / half-life).</remarks>
public sealed class Ema
{
    private readonly Module _source;

    /// <summary>Creates the average; its first value is the network as it is now.</summary>
    /// <param name="source">The network that is trained.</param>
    /// <param name="average">A second network of the same plan; overwritten.</param>
    /// <param name="halfLifeImages">Images after which an old weight counts half; more than 0.</param>
    public Ema(Module source, Module average, double halfLifeImages)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(average);
        (_source, Average, HalfLifeImages) = (source, average, halfLifeImages);
        average.LoadStateDict(source.StateDict());
        average.RequireGrad(false);
        average.Eval();
    }

    /// <summary>The averaged network, in evaluation mode.</summary>
    public Module Average { get; }

    /// <summary>Images after which an old weight counts half; at 0 the average is the source. A schedule may change it between updates.</summary>
    public double HalfLifeImages { get; set; }

    /// <summary>Takes in the source's present weights.</summary>
    /// <param name="images">Images that the update of the source took: its batch; 1 or more.</param>
    public void Update(int images)
    {
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        var weight = 1 - Math.Pow(0.5, images / HalfLifeImages);
        for (var i = 0; i < Average.Parameters.Count; i++) Ops.LerpInPlace(Average.Parameters[i], _source.Parameters[i], weight);
        foreach (var ((_, average), (_, source)) in Average.NamedBuffers().Zip(_source.NamedBuffers())) average.CopyInPlace(source);
    }
}
