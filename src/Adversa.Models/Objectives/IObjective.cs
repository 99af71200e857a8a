using Adversa.Torch;

namespace Adversa.Models.Objectives;

/// <summary>What each player of a two-player game minimises. Pure: no labels, devices, optimizers or logging; state only where the paper has some.</summary>
public interface IObjective
{
    /// <summary>The norm that the gradient of the scores must not exceed for the loss to mean what the paper says; null when it sets none.</summary>
    double? Lipschitz => null;

    /// <summary>The score of a discriminator that cannot tell: what the best one says everywhere once samples follow the law of the data. Null where the loss compares
    /// scores with each other alone, so that a score says nothing by itself.</summary>
    double? Middle { get; }

    /// <summary>That score by what the discriminator says of a batch; another than <see cref="Middle"/> only where the loss leaves it open.</summary>
    /// <param name="onReal">Its scores of real samples.</param>
    /// <param name="onFake">Its scores of generated samples.</param>
    double? MiddleOf(Tensor onReal, Tensor onFake) => Middle;

    /// <summary>Whether the sigmoid of a score is the discriminator's estimate of the probability that a sample is real. Other scores are just scores.</summary>
    bool IsProbability => false;

    /// <summary>Whether mean score of real less mean score of generated samples estimates the Wasserstein distance, up to how steep the critic may be.</summary>
    bool EstimatesDistance => false;

    /// <summary>The discriminator's loss.</summary>
    /// <param name="critic">Scores samples, high for real.</param>
    /// <param name="real">Samples of the data, <c>[N, ...]</c>.</param>
    /// <param name="fake">Samples of the generator, detached, <c>[N, ...]</c>.</param>
    Losses Discriminator(Critic critic, Tensor real, Tensor fake);

    /// <summary>The generator's loss.</summary>
    /// <param name="critic">The frozen discriminator; gradients pass through it.</param>
    /// <param name="fake">Samples of the generator, with their history, <c>[N, ...]</c>.</param>
    Losses Generator(Critic critic, Tensor fake);
}
