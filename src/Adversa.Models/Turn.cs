using Adversa.Torch;

namespace Adversa.Models;

/// <summary>One player's move in a round: whose, by which loss, how often. A round of turns is a step.</summary>
/// <param name="Player">Who moves; everybody else is frozen meanwhile.</param>
/// <param name="Loss">What the player minimises on a batch.</param>
public sealed record Turn(Player Player, Func<TurnContext, LossTerms> Loss)
{
    /// <summary>The turn is taken in every n-th round; 1 or more.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Updates in a given round, each on a new batch: WGAN's critic moves 100 times in its first rounds.</summary>
    public Func<long, int> Repeat { get; init; } = static _ => 1;

    /// <summary>Whether the turn is taken now; asked once a round.</summary>
    public Func<bool> When { get; init; } = static () => true;

    /// <summary>Factor on the loss: lazy regularisation taken every n-th round counts n-fold.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>Whether the loss looks at data. A turn that does not draws none.</summary>
    public bool NeedsData { get; init; } = true;

    /// <summary>Whether the real samples of the turn are shown to the player, and count as such. Not where only the labels of a batch are read.</summary>
    public bool ShowsData
    {
        get => NeedsData && _showsData;
        init => _showsData = value;
    }

    private readonly bool _showsData = true;

    /// <summary>Done after each update, such as clipping weights.</summary>
    public Action? After { get; init; }
}

/// <summary>What a turn's loss is computed from.</summary>
public sealed class TurnContext
{
    private readonly Batch? _batch;
    private readonly Dictionary<string, Tensor> _tensors = [];
    private readonly string? _drawn;             // the field that Data is; null when the turn draws none

    /// <summary>What a turn is told.</summary>
    /// <param name="batch">The samples of the turn; null when it draws none.</param>
    /// <param name="batchSize">N.</param>
    /// <param name="noise">The run's generator of random numbers.</param>
    /// <param name="round">The round, from 0 on.</param>
    public TurnContext(Batch? batch, int batchSize, Generator noise, long round)
    {
        (_batch, _drawn) = (batch, batch?.Schema.Drawn.Name);
        (BatchSize, Noise, Round) = (batchSize, noise, round);
    }

    /// <summary>The same for who has tensors of his own.</summary>
    /// <param name="real">What is drawn, <c>[N, ...]</c>; null when the turn draws none.</param>
    /// <param name="labels">The classes, int64 <c>[N]</c>, or null.</param>
    /// <param name="batchSize">N.</param>
    /// <param name="noise">The generator of random numbers.</param>
    /// <param name="round">The round, from 0 on.</param>
    public TurnContext(Tensor? real, Tensor? labels, int batchSize, Generator noise, long round)
        : this(null, batchSize, noise, round)
    {
        if (real is not null) _tensors[_drawn = Field.Image] = real;
        if (labels is not null) _tensors[Field.Label] = labels;
    }

    /// <summary>N.</summary>
    public int BatchSize { get; }

    /// <summary>The run's generator of random numbers; its state is saved.</summary>
    public Generator Noise { get; }

    /// <summary>The round, from 0 on.</summary>
    public long Round { get; }

    /// <summary>A field of the batch, <c>[N, ...]</c>: float32 in the schema's range, int64 for classes and words, uint8 for masks.</summary>
    /// <param name="field">Its name, such as <see cref="Field.Input"/>.</param>
    /// <exception cref="InvalidOperationException">The turn draws no data, or the data has no such field.</exception>
    public Tensor this[string field]
    {
        get
        {
            if (!_tensors.TryGetValue(field, out var tensor)) _tensors[field] = tensor = (_batch ?? throw Absent(field)).TensorOf(field);
            return tensor;
        }
    }

    /// <summary>What is drawn, as the data has it: <c>[N, ...]</c>, pictures in [-1, 1].</summary>
    public Tensor Data => this[_drawn ?? Field.Image];

    /// <summary>The classes, int64 <c>[N]</c>.</summary>
    public Tensor Classes => this[Field.Label];

    /// <summary>Whether the batch has a field.</summary>
    /// <param name="field">Its name.</param>
    public bool Has(string field) => _tensors.ContainsKey(field) || _batch?.Has(field) == true;

    private InvalidOperationException Absent(string field) => new(_drawn is null
        ? "This turn was declared with NeedsData = false, but its loss reads the data." : $"This turn's loss reads the field {field}, but the data has none.");
}
