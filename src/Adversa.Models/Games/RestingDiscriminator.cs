using Adversa.Torch;

namespace Adversa.Models.Games;

/// <summary>A discriminator that is right often enough rests, and the generator moves several times before it moves again.</summary>
/// <param name="accuracy">How often it must be right, of real and of generated samples, before it rests.</param>
/// <param name="moves">The generator's updates for each of the discriminator's while it rests; 1 never lets it rest.</param>
internal sealed class RestingDiscriminator(double accuracy, int moves) : Course
{
    private double _right;
    private long _moved = moves;                   // it moves first

    public override bool DiscriminatorMoves => _right < accuracy || _moved >= moves;

    public override void DiscriminatorSaw(Scores scores, LossTerms losses)
    {
        if (moves > 1) _right = (Share(scores.Real.Detach()) + Share(-scores.Fake.Detach())) / 2;

        static double Share(Tensor scores) => Ops.Gt(scores, 0).To(DType.Float32).Mean().Item();
    }

    public override void DiscriminatorMoved() => _moved = 0;

    public override void GeneratorMoved() => _moved++;

    public override void VisitState(IStateVisitor visitor)
    {
        visitor.Visit("right", ref _right);
        visitor.Visit("moved", ref _moved);
    }
}
