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
        if (!turn.NeedsData) return new(null, BatchSize, _noise, round);
        var batch = new Batch(_model.Schema, BatchSize);
        Fill(batch, size => (Tensor.Rand([size], _noise) * 2 - 1).ToArray<float>());
        return new(batch, BatchSize, _noise, round);
    }

    /// <summary>Samples of uniform noise, each a function of its seed.</summary>
    public static Batch Noise(SampleSchema schema, IReadOnlyList<long> seeds)
    {
        var batch = new Batch(schema, seeds.Count);
        for (var i = 0; i < seeds.Count; i++)
        {
            var (rng, alone) = (new Rng(seeds[i]), new Batch(schema, 1));
            Fill(alone, size => [.. Enumerable.Range(0, size).Select(_ => (float)rng.Uniform(-1, 1))]);
            alone.Row(0).CopyTo(batch.Row(i));
        }

        return batch;
    }

    private static void Fill(Batch batch, Func<int, float[]> uniform)
    {
        foreach (var field in batch.Schema.Fields)
            for (var i = 0; i < batch.Count; i++)
                switch (field.Kind)
                {
                    case FieldKind.Label: batch.Row(i).Label = i % field.Classes; break;
                    case FieldKind.Attributes: Known(field.Attributes, uniform(field.Size)).CopyTo(batch.Row(i).Floats(field.Name)); break;
                    case FieldKind.Tokens: Sentence(i, field.Vocabulary.Count).CopyTo(batch.Row(i).Ints(field.Name)); break;
                    default: uniform(field.Size).CopyTo(batch.Row(i).Floats(field.Name)); break;
                }
    }

    /// <summary>Attributes that can be, by numbers in [-1, 1].</summary>
    private static float[] Known(IReadOnlyList<SampleAttribute> attributes, float[] uniform) => [.. attributes.Zip(uniform, (attribute, x) => attribute.Categories > 0
        ? Math.Min(attribute.Categories - 1, MathF.Floor((x + 1) / 2 * attribute.Categories)) : (float)(attribute.Least + (x + 1) / 2 * (attribute.Most - attribute.Least)))];

    /// <summary>A text of three words, one of them another for each row.</summary>
    private static int[] Sentence(int row, int words) => [.. Enumerable.Range(0, 3).Select(at => 2 + (at == 1 ? row : at) % (words - 2))];

    public void Dispose()
    {
        foreach (var optimizer in _optimizers.Values) optimizer.Dispose();
        _noise.Dispose();
    }
}
