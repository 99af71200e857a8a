using Adversa.Torch;

namespace Adversa.Models.Penalties;

/// <summary>What a penalty is computed from: the critic, real and generated samples, and what the critic says of them.</summary>
/// <remarks>Generated samples are drawn, and scores computed, when they are first asked for, and once: a turn that penalises real samples alone draws no others.</remarks>
/// <param name="real">Real samples, <c>[N, ...]</c>.</param>
/// <param name="fake">Draws generated ones, detached.</param>
/// <param name="judge">Says what the discriminator says of samples in this turn: augmented as they are, with the classes of the turn's batch.</param>
public sealed class CriticTurn(Tensor real, Func<Tensor> fake, Func<Tensor, Answer> judge)
{
    private Tensor? _fake;
    private Scores? _scores;

    /// <summary>Scores samples as this turn does, augmentation and noise included.</summary>
    public Critic Critic => samples => judge(samples).Score;

    /// <summary>Scores samples that are augmented already.</summary>
    public required Critic Network { get; init; }

    /// <summary>Augmentation and noise: what the discriminator sees of samples.</summary>
    public required Func<Tensor, Tensor> View { get; init; }

    /// <summary>The run's generator of random numbers.</summary>
    public required Generator Noise { get; init; }

    /// <summary>x, real samples, <c>[N, ...]</c>.</summary>
    public Tensor Real { get; } = real;

    /// <summary>x̃, generated samples without their history, <c>[N, ...]</c>.</summary>
    public Tensor Fake => _fake ??= fake();

    /// <summary>What the discriminator says of both.</summary>
    public Scores Scores => _scores ??= Judged();

    // Drawn before anything is scored, and scored one after the other: batch norm sees each batch by itself.
    private Scores Judged()
    {
        _ = Fake;
        var onReal = judge(Real);
        return new(onReal, judge(Fake));
    }
}
