using Adversa.Torch;

namespace Adversa.Models.Penalties;

/// <summary>Something that the discriminator pays for beside its loss: a function of the critic and the samples. The game holds a list of them.</summary>
/// <param name="name">Of its term in the log: <c>loss_d.NAME</c>.</param>
/// <param name="weight">What it is multiplied by; 0 or more.</param>
public abstract class Penalty(string name, double weight)
{
    private readonly double? _gain;

    /// <summary>Of its term in the log.</summary>
    public string Name { get; } = name;

    /// <summary>What it is multiplied by.</summary>
    public double Weight { get; set; } = weight;

    /// <summary>Null: it is a term of every update of the discriminator, on that update's samples. n: it has a turn of its own in every n-th round, on a batch of its own.</summary>
    public int? Every { get; init; }

    /// <summary>Factor on a turn of its own; n where nobody says otherwise, so that a lazy penalty weighs as much as a steady one.</summary>
    public double Gain
    {
        get => _gain ?? Every ?? 1;
        init => _gain = value;
    }

    /// <summary>Whether it differentiates the turn's own scores by the samples as they were before augmentation; they are scored ready for it.</summary>
    public virtual bool DifferentiatesScores => false;

    /// <summary>The penalty, not yet weighted.</summary>
    /// <param name="turn">The critic, the samples and the scores.</param>
    /// <returns>A scalar, a mean over the batch.</returns>
    public abstract Tensor Of(CriticTurn turn);
}
