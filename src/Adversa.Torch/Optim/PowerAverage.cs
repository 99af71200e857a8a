using Adversa.Torch.Nn;

namespace Adversa.Torch.Optim;

/// <summary>An average of a network's parameters over a whole training, in which step t weighs as a power of t.</summary>
/// <remarks>See <see cref="PowerProfile"/>. Buffers are not averaged.</remarks>
public sealed class PowerAverage : IDisposable
{
    private readonly PowerProfile _profile;
    private readonly (Tensor Average, Tensor Source)[] _pairs;

    /// <summary>Creates the average; the first update overwrites it.</summary>
    /// <param name="source">The network that is trained.</param>
    /// <param name="width">σ_rel, in [.05, .3].</param>
    public PowerAverage(Module source, double width)
    {
        ArgumentNullException.ThrowIfNull(source);
        (Width, _profile) = (width, PowerProfile.OfWidth(width, 1));
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        var own = source.NamedParameters().Select(pair => (pair.Name, Source: pair.Tensor, Average: TensorScope.Detach(pair.Tensor.Detach().Clone()))).ToList();
        _pairs = [.. own.Select(one => (one.Average, one.Source))];
        Tensors = own.ToDictionary(one => one.Name, one => one.Average, StringComparer.Ordinal);
    }

    /// <summary>σ_rel.</summary>
    public double Width { get; }

    /// <summary>The averaged parameters by their names in the network.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors { get; }

    /// <summary>Takes in the source's present weights.</summary>
    /// <param name="step">t, from 1 on.</param>
    public void Update(long step)
    {
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        var weight = 1 - _profile.Kept(step);
        foreach (var (average, source) in _pairs) Ops.LerpInPlace(average, source, weight);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (average, _) in _pairs) average.Dispose();
    }
}
