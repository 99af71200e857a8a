using System.Globalization;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Tells the noise in points: dense layers with SiLU, the step added before each.</summary>
public sealed class NoiseMlp : NoisePredictor
{
    private readonly int _coordinates;
    private readonly TimeEmbedding _time;
    private readonly Linear _first;
    private readonly (Linear Dense, Linear Time)[] _layers;
    private readonly Linear _last;

    /// <summary>Creates the network.</summary>
    /// <param name="coordinates">Of a point.</param>
    /// <param name="width">Units of a layer; even, 4 or more.</param>
    /// <param name="layers">Dense layers between the first and the last; 1 or more.</param>
    /// <param name="init">Draws the weights.</param>
    public NoiseMlp(int coordinates, int width, int layers, Generator init)
    {
        _coordinates = coordinates;
        _time = Child("temb", new TimeEmbedding(width, width, init));
        _first = Child("first", new Linear(coordinates, width, init));
        _layers = [.. Enumerable.Range(0, layers).Select(i => i.ToString(CultureInfo.InvariantCulture)).Select(i =>
            (Child($"dense.{i}", new Linear(width, width, init)), Child($"time.{i}", new Linear(width, width, init))))];
        _last = Child("last", new Linear(width, coordinates, init));
    }

    /// <param name="x">Noisy points, <c>[N, C]</c>.</param>
    /// <param name="t">Their steps, int64 <c>[N]</c>, from 1 on.</param>
    /// <returns><c>[N, C]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x, Tensor t)
    {
        var step = Ops.Silu(_time.Forward(t));
        var h = Ops.Silu(_first.Forward(x.ExpectShape($"N {_coordinates}", "A point with noise")));      // [N, width]
        foreach (var (dense, time) in _layers) h = Ops.Silu(dense.Forward(h) + time.Forward(step));
        return _last.Forward(h);
    }
}
