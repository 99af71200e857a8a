using Adversa.Torch;

namespace Adversa.Models;

/// <summary>One player's move in a round: whose, by which loss, how often. A round of turns is a step.</summary>
/// <param name="Player">Who moves; everybody else is frozen meanwhile.</param>
/// <param name="Loss">What the player minimises on a batch.</param>
public sealed record Turn(Player Player, Func<TurnContext, Losses> Loss)
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
/// <param name="Real">Samples of the data, <c>[N, ...]</c>, pictures in [-1, 1]; null when the turn needs none.</param>
/// <param name="Labels">Their classes, int64 <c>[N]</c>, or null.</param>
/// <param name="BatchSize">N.</param>
/// <param name="Noise">The run's generator of random numbers; its state is saved.</param>
/// <param name="Round">The round, from 0 on.</param>
public sealed record TurnContext(Tensor? Real, Tensor? Labels, int BatchSize, Generator Noise, long Round)
{
    /// <summary>The data of a turn that needs it.</summary>
    public Tensor Data => Real ?? throw new InvalidOperationException("This turn was declared with NeedsData = false, but its loss reads the data.");

    /// <summary>The labels of a turn that needs them.</summary>
    public Tensor Classes => Labels ?? throw new InvalidOperationException("This turn's loss reads labels, but the data has none.");
}
