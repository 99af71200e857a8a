using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Games;

/// <summary>What changes in the course of a game beside the weights: networks that grow, a balance that is held, a player who waits. By itself nothing does.</summary>
public class Course
{
    /// <summary>What every learning rate is multiplied by now: see <see cref="Model.LearningRateFactor"/>.</summary>
    public virtual double LearningRateFactor => 1;

    /// <summary>Whether the discriminator takes its turn in a round; asked before it.</summary>
    public virtual bool DiscriminatorMoves => true;

    /// <summary>An update of the discriminator begins.</summary>
    /// <param name="turn">Its turn.</param>
    /// <param name="generator">The network that plays against it.</param>
    public virtual void Begin(TurnContext turn, Module generator) { }

    /// <summary>Real samples as the discriminator is to see them now.</summary>
    /// <param name="real">In the networks' range, <c>[N, ...]</c>.</param>
    public virtual Tensor Present(Tensor real) => real;

    /// <summary>Drawn samples in the shape of the schema.</summary>
    /// <param name="samples">In the data's range, <c>[N, ...]</c>.</param>
    public virtual Tensor Finish(Tensor samples) => samples;

    /// <summary>The discriminator's loss was computed.</summary>
    /// <param name="scores">From these.</param>
    /// <param name="losses">Take what the log is to say.</param>
    public virtual void DiscriminatorSaw(Scores scores, LossTerms losses) { }

    /// <summary>The generator's loss was computed.</summary>
    /// <param name="scores">From these.</param>
    /// <param name="losses">Take what the log is to say.</param>
    public virtual void GeneratorSaw(Scores scores, LossTerms losses) { }

    /// <summary>The discriminator has moved.</summary>
    public virtual void DiscriminatorMoved() { }

    /// <summary>The generator has moved, the last of a round.</summary>
    public virtual void GeneratorMoved() { }

    /// <summary>Visits what is kept between updates.</summary>
    /// <param name="visitor">Saves or restores.</param>
    public virtual void VisitState(IStateVisitor visitor) { }
}
