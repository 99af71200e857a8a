using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;
using Adversa.Training.Checkpoints;

namespace Adversa.Training.Loop;

/// <summary>The averages of a generator over its whole training, in which round t weighs as a power of t. Averages of other lengths are put together of them afterwards.</summary>
public sealed class RunAverages : IDisposable
{
    private readonly PowerAverage[] _powers;
    private long _steps;

    internal RunAverages(Module network) => _powers = [.. AverageStore.Widths.Select(width => new PowerAverage(network, width))];

    /// <summary>One for each of <see cref="AverageStore.Widths"/>.</summary>
    public IReadOnlyList<PowerAverage> Powers => _powers;

    /// <summary>Rounds that they hold: those that led to the present weights, fewer than all where the doctor went back.</summary>
    public long Steps => _steps;

    /// <summary>Their weights under the names that files give them, such as <c>average05.net.0.weight</c>.</summary>
    internal IEnumerable<KeyValuePair<string, Tensor>> Tensors() =>
        _powers.SelectMany(power => power.Tensors.Select(pair => KeyValuePair.Create(AverageStore.NameOf(power.Width, pair.Key), pair.Value)));

    /// <summary>Takes in the weights after a round.</summary>
    internal void Update()
    {
        _steps++;
        foreach (var power in _powers) power.Update(_steps);
    }

    /// <summary>Shows how many rounds they hold.</summary>
    internal void VisitState(ITensorStateVisitor visitor) => visitor.Visit(AverageStore.StepsName, ref _steps);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var power in _powers) power.Dispose();
    }
}
