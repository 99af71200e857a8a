using Adversa.Torch;
using Adversa.Torch.Optim;

namespace Adversa.Models.Tests;

/// <summary>The shortest loop that obeys the turns: freezes the others, walks back, steps. Data are uniform noise, which is enough to move weights.</summary>
internal sealed class TinyLoop : IDisposable
{
    private readonly Model _model;
    private readonly Generator _noise;
    private readonly Dictionary<Player, Optimizer> _optimizers;

    public TinyLoop(Model model, int seed = 11)
    {
        (_model, _noise) = (model, new Generator(seed));
        _optimizers = model.Players.ToDictionary(player => player, player => player.Optimizer.Create(player.Network.NamedParameters()));
    }

    public int BatchSize { get; init; } = 4;

    /// <summary>One update of a turn; the gradients stay for whoever wants to look.</summary>
    /// <returns>Every term and every signal.</returns>
    public Dictionary<string, double> Update(Turn turn, long round = 0)
    {
        using var scope = new TensorScope();
        foreach (var player in _model.Players)
        {
            player.Network.Train();
            player.Network.ZeroGrad();
            player.Network.RequireGrad(player == turn.Player);
        }

        var losses = turn.Loss(Context(turn, round));
        var values = losses.Select(pair => (pair.Key, Value: pair.Value.Item())).Concat(losses.Signals.Select(pair => (pair.Key, pair.Value()))).ToDictionary();
        losses.Total().Backward();
        if (turn.Player.Optimizer.ClipNorm is > 0 and var bound) GradientClipping.ClipNorm(turn.Player.Network.Parameters, bound);
        _optimizers[turn.Player].Step();
        turn.After?.Invoke();
        return values;
    }

    /// <summary>All turns in order.</summary>
    public void Round(long round = 0)
    {
        foreach (var turn in _model.Turns)
            for (var repeat = turn.Repeat(round); repeat > 0; repeat--)
                Update(turn, round);
    }

    /// <summary>What a turn would get.</summary>
    public TurnContext Context(Turn turn, long round = 0)
    {
        var schema = _model.Schema;
        var real = turn.NeedsData ? Tensor.Rand(schema.BatchShape(BatchSize), _noise) * 2 - 1 : null;
        var labels = turn.NeedsData && schema.IsLabelled ? Tensor.From([.. Enumerable.Range(0, BatchSize).Select(i => (long)i % schema.Classes)], BatchSize) : null;
        return new(real, labels, BatchSize, _noise, round);
    }

    public void Dispose()
    {
        foreach (var optimizer in _optimizers.Values) optimizer.Dispose();
        _noise.Dispose();
    }
}
