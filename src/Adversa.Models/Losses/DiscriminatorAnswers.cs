using Adversa.Torch;

namespace Adversa.Models.Losses;

/// <summary>What a discriminator's turn tells the log and the doctor.</summary>
internal static class DiscriminatorAnswers
{
    /// <summary>Adds its scores and the signals that are read of them. An answer is a mean probability, or a mean score where the loss gives scores no such meaning.</summary>
    /// <param name="losses">Of the turn.</param>
    /// <param name="loss">By which it was taken.</param>
    /// <param name="s">What the discriminator said.</param>
    /// <returns>The scores without their history.</returns>
    internal static Scores Tell(this LossTerms losses, IAdversarialLoss loss, Scores s)
    {
        var scores = s.Detach();
        (losses.Scores, losses.Middle) = (scores, loss.MiddleOf(scores));
        losses.Signals["d_real"] = () => Answer(scores.Real);
        losses.Signals["d_fake"] = () => Answer(scores.Fake);
        if (loss.EstimatesDistance) losses.Signals["w_distance"] = () => scores.Real.Mean().Item() - scores.Fake.Mean().Item();
        return scores;

        double Answer(Tensor of) => (loss.IsProbability ? of.Sigmoid() : of).Mean().Item();
    }
}
