using Adversa.Torch;

namespace Adversa.Models;

/// <summary>What a discriminator says of a batch.</summary>
/// <param name="Score">Raw scores without sigmoid, <c>[N, 1]</c>, high for real.</param>
/// <param name="Classes">A logit for each class, <c>[N, K]</c>, by a head for classes; null without one.</param>
/// <param name="Sight">What it saw on the way, where others build on that; null as a rule.</param>
public sealed record Answer(Tensor Score, Tensor? Classes = null, Sight? Sight = null);

/// <summary>What a discriminator saw, and what it made of it.</summary>
/// <param name="Pictures">As they came, augmented where they are: <c>[N, C, H, W]</c>.</param>
/// <param name="Features">Its features, from the largest map to the smallest, <c>[N, c, h, w]</c>.</param>
public sealed record Sight(Tensor Pictures, IReadOnlyList<Tensor> Features);

/// <summary>What the discriminator says of the samples of a turn. The game asks it once; losses, penalties and terms are functions of this.</summary>
/// <param name="real">Of real samples; null in a generator's turn whose loss does not look at them.</param>
/// <param name="fake">Of generated samples.</param>
public sealed class Scores(Answer? real, Answer fake)
{
    /// <summary>Scores without classes.</summary>
    /// <param name="real">Of real samples, <c>[N, 1]</c>, or null.</param>
    /// <param name="fake">Of generated samples, <c>[N, 1]</c>.</param>
    public Scores(Tensor? real, Tensor fake) : this(real is null ? null : new Answer(real), new Answer(fake)) { }

    /// <summary>d(x), <c>[N, 1]</c>, high for real.</summary>
    public Tensor Real => real?.Score ?? throw new InvalidOperationException("The generator's turn scored no real samples. A loss that reads them there says so by GeneratorSeesReal.");

    /// <summary>d(x̃), <c>[N, 1]</c>; in the generator's turn gradients pass through it to the generator.</summary>
    public Tensor Fake => fake.Score;

    /// <summary>The class logits of the real samples, <c>[N, K]</c>, where the discriminator names classes.</summary>
    public Tensor ClassesOfReal => real?.Classes ?? throw NoClasses();

    /// <summary>The class logits of the generated samples, <c>[N, K]</c>, where the discriminator names classes.</summary>
    public Tensor ClassesOfFake => fake.Classes ?? throw NoClasses();

    /// <summary>What the discriminator saw of the real samples, where it tells.</summary>
    public Sight SightOfReal => real?.Sight ?? throw new InvalidOperationException("This discriminator does not tell what it saw of real samples.");

    /// <summary>The same numbers without their history.</summary>
    public Scores Detach() => new(real?.Score.Detach(), fake.Score.Detach());

    private static InvalidOperationException NoClasses() => new("This discriminator names no classes; TwoHeads does.");
}
