namespace Adversa.Models.Losses;

/// <summary>What each player of a game minimises: functions of scores, as the paper writes them. No labels, devices, optimizers or logging; state only where the paper has some.</summary>
public interface IAdversarialLoss
{
    /// <summary>The norm that the gradient of the scores must not exceed for the loss to mean what the paper says; null when it sets none.</summary>
    double? Lipschitz => null;

    /// <summary>The score of a discriminator that cannot tell: what the best one says everywhere once samples follow the law of the data. Null where the loss compares
    /// scores with each other alone, so that a score says nothing by itself.</summary>
    double? Middle { get; }

    /// <summary>That score by what the discriminator says of a batch; another than <see cref="Middle"/> only where the loss leaves it open.</summary>
    /// <param name="s">Its scores.</param>
    double? MiddleOf(Scores s) => Middle;

    /// <summary>Whether the sigmoid of a score is the discriminator's estimate of the probability that a sample is real. Other scores are just scores.</summary>
    bool IsProbability => false;

    /// <summary>Whether mean score of real less mean score of generated samples estimates the Wasserstein distance, up to how steep the critic may be.</summary>
    bool EstimatesDistance => false;

    /// <summary>Whether the generator's loss reads the scores of real samples too; its turn then draws a batch.</summary>
    bool GeneratorSeesReal => false;

    /// <summary>The discriminator's loss.</summary>
    /// <param name="s">Its scores of real samples and of detached generated ones.</param>
    LossTerms Discriminator(Scores s);

    /// <summary>The generator's loss.</summary>
    /// <param name="s">The frozen discriminator's scores; gradients pass through those of the generated samples.</param>
    LossTerms Generator(Scores s);
}
