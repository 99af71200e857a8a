using Adversa.Torch;

namespace Adversa.Models.Losses;

/// <summary>What both players pay where the discriminator names classes and one of them is asked for. Real and generated samples share the classes of the turn's batch.</summary>
/// <remarks>Odena, Olah, Shlens, 2016, "Conditional Image Synthesis with Auxiliary Classifier GANs", eq. 3 (arXiv:1610.09585).</remarks>
public static class ClassTerms
{
    /// <summary>The discriminator names real and generated samples rightly.</summary>
    /// <param name="weight">Of both terms.</param>
    public static IReadOnlyList<Term> Discriminator(double weight) =>
    [
        new("class_real", weight, (turn, _, s) => Ops.CrossEntropyLoss(s.ClassesOfReal, turn.Classes)),
        new("class_fake", weight, (turn, _, s) => Ops.CrossEntropyLoss(s.ClassesOfFake, turn.Classes)),
    ];

    /// <summary>The generator's samples are named rightly.</summary>
    /// <param name="weight">Of the term.</param>
    public static IReadOnlyList<Term> Generator(double weight) => [new("class", weight, (turn, _, s) => Ops.CrossEntropyLoss(s.ClassesOfFake, turn.Classes))];

    /// <summary>The share of real samples that the discriminator names rightly, to be watched.</summary>
    public static Term Accuracy { get; } = new("class_accuracy", 1, (turn, _, s) => Ops.Eq(Ops.Argmax(s.ClassesOfReal.Detach(), 1), turn.Classes).To(DType.Float32).Mean());
}
