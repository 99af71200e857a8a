namespace Adversa.Torch.Nn;

/// <summary>Modules one after another; keys are their numbers, as in PyTorch.</summary>
public sealed class Sequential : Module
{
    private readonly Module[] _layers;

    /// <summary>Creates the chain.</summary>
    /// <param name="layers">In order; 1 or more.</param>
    public Sequential(params Module[] layers)
    {
        _layers = layers;
        for (var i = 0; i < layers.Length; i++) Child(i.ToString(System.Globalization.CultureInfo.InvariantCulture), layers[i]);
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var given = x;
        foreach (var layer in _layers)
        {
            var y = layer.Forward(x);
            if (!IsTraining && !ReferenceEquals(x, given) && !ReferenceEquals(y, x) && Call.Recorder is null && !y.RequiresGrad) x.Dispose();      // nobody looks at it again: large pictures would fill the memory
            x = y;
        }

        return x;
    }

    /// <summary>The same, looked at on the way.</summary>
    /// <param name="x">The input.</param>
    /// <param name="watch">Which layers' outputs are wanted.</param>
    /// <returns>Those outputs in order, and last that of the whole chain.</returns>
    public IReadOnlyList<Tensor> Trace(Tensor x, Func<Module, bool> watch)
    {
        ArgumentNullException.ThrowIfNull(watch);
        var seen = new List<Tensor>();
        foreach (var layer in _layers)
        {
            x = layer.Forward(x);
            if (watch(layer)) seen.Add(x);
        }

        return [.. seen, x];
    }
}
