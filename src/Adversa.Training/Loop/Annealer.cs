using Adversa.Models;
using Adversa.Torch.Optim;

namespace Adversa.Training.Loop;

/// <summary>Turns the dials of a training as its model's annealings say: the model's own, the optimizers' and the average's.</summary>
internal sealed class Annealer
{
    private readonly IReadOnlyList<Annealing> _rates;
    private readonly List<(Dial Dial, double First, Annealing By)> _turned;
    private readonly Ema? _ramped;
    private readonly double _ramp, _halfLife;

    internal Annealer(Model model, IEnumerable<Optimizer> optimizers, Ema? average)
    {
        List<Dial> dials =
        [
            .. model.Dials,
            .. optimizers.OfType<Adam>().Select(adam => new Dial(Dial.Beta2, () => adam.Beta2, x => adam.Beta2 = x)),
            .. average is null ? Array.Empty<Dial>() : [new Dial(Dial.EmaHalfLife, () => average.HalfLifeImages, x => average.HalfLifeImages = x)],
        ];
        _rates = [.. model.Annealings.Where(annealing => annealing.Dials.Contains(Dial.LearningRate))];
        _turned = [.. model.Annealings.SelectMany(annealing => dials.Where(dial => annealing.Dials.Contains(dial.Name)).Select(dial => (dial, dial.Get(), annealing)))];
        if (average is not null && model.EmaRamp > 0) (_ramped, _ramp, _halfLife) = (average, model.EmaRamp, average.HalfLifeImages);
    }

    /// <summary>What the learning rates are multiplied by.</summary>
    /// <param name="images">Images of finished rounds.</param>
    internal double RateFactor(long images) => _rates.Aggregate(1.0, (factor, rate) => factor * rate.At(images));

    /// <summary>Turns every dial to where it belongs.</summary>
    /// <param name="images">Images of finished rounds.</param>
    internal void Turn(long images)
    {
        foreach (var (dial, first, by) in _turned) dial.Set(first * by.At(images));
        if (_ramped is not null) _ramped.HalfLifeImages = Math.Min(_halfLife, _ramp * images);
    }
}
