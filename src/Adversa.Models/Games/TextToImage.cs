using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Games;

/// <summary>A generator that illustrates sentences, a discriminator that asks whether a picture is real and fits, and an encoder that learns what sentences say by matching them to pictures.</summary>
/// <remarks>The encoder has a turn of its own in each of the first rounds, beside the game: one run from nothing to pictures, on the same batches, that can be stopped and resumed anywhere. It learns in
/// a few hundred rounds what the game needs for thousands, then it stands still, as in the paper, which trains it beforehand. Both players read its codes and change nothing in it.</remarks>
public sealed class TextToImage : Game, ITranslator
{
    private readonly Player _encoder;
    private readonly Turn _matching;
    private long _matched;
    private IReadOnlyList<Turn>? _turns;

    /// <summary>Creates the game.</summary>
    /// <param name="build">Pictures with captions.</param>
    /// <param name="newGenerator">Builds a generator; called again for its average.</param>
    /// <param name="discriminator">The discriminator.</param>
    /// <param name="matcher">The encoders.</param>
    /// <param name="loss">The players' losses.</param>
    /// <param name="interpolated">Weight of the generator's loss on captions halfway between two; 0 leaves it out.</param>
    /// <param name="hasWrong">Whether the discriminator is shown wrong captions.</param>
    /// <param name="encoderSteps">Rounds in which the encoder learns.</param>
    /// <param name="generatorOptimizer">How the generator moves.</param>
    /// <param name="discriminatorOptimizer">How the discriminator moves.</param>
    /// <param name="encoderOptimizer">How the encoder moves.</param>
    public TextToImage(BuildContext build, Func<TextGenerator> newGenerator, TextDiscriminator discriminator, TextMatcher matcher,
        MatchingAwareLoss loss, double interpolated, bool hasWrong, long encoderSteps,
        OptimizerOptions generatorOptimizer, OptimizerOptions discriminatorOptimizer, OptimizerOptions encoderOptimizer)
        : base(build, newGenerator, discriminator, loss, generatorOptimizer, discriminatorOptimizer)
    {
        _encoder = new("e", matcher, encoderOptimizer);
        _matching = new(_encoder, Matching) { When = () => _matched < encoderSteps, ShowsData = false, After = () => _matched++ };      // the discriminator's turn counts
        Generate = turn => Generator.Draw(Latents.Draw(turn.BatchSize, Latent, Prior, turn.Noise), Codes(turn[Field.Caption]));
        Judge = (pictures, turn) =>
        {
            var seen = discriminator.See(pictures);
            return new(discriminator.Score(seen, Codes(turn![Field.Caption])), Sight: new(pictures, [seen]));
        };
        if (hasWrong)
            DiscriminatorTerms = [new("wrong", 1, (turn, _, scores) => loss.Wrong(discriminator.Score(scores.SightOfReal.Features[0], Codes(Wrong(turn)))))];
        if (interpolated > 0) GeneratorTerms = [new("interpolated", interpolated, (turn, _, _) =>
        {
            var codes = Codes(turn[Field.Caption]);
            var between = (codes + Ops.Roll(codes, [1], [0])) * 0.5;                                  // t̂ = ½·t₁ + ½·t₂
            var picture = Generator.Draw(Latents.Draw(turn.BatchSize, Latent, Prior, turn.Noise), between);
            return MatchingAwareLoss.Fooled(discriminator.Score(discriminator.See(picture), between));
        })];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Field> Given => [Schema.Find(Field.Caption)!];

    /// <inheritdoc/>
    public int Stride => 0;

    /// <inheritdoc/>
    public bool HasNoise => true;

    /// <inheritdoc/>
    public bool HasTruth => false;

    /// <inheritdoc/>
    public Func<IReadOnlyList<long>, Batch>? Examples { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players => [.. base.Players, _encoder];

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns => _turns ??= [_matching, .. base.Turns];

    /// <inheritdoc/>
    public override CriticView? Critic => null;

    /// <inheritdoc/>
    public override Tensor Sample(SampleRequest request) => this.Make(request, (network, given) =>
        network.Forward(Tensor.Cat([Latents.OfSeeds(request.Seeds, Latent, Prior), Codes(given.TensorOf(Field.Caption))], 1)));

    /// <inheritdoc/>
    public override void VisitState(ITensorStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        base.VisitState(visitor);
        visitor.Visit("matched", ref _matched);
    }

    private TextGenerator Generator => (TextGenerator)SampledNetwork;

    /// <summary>What sentences say, as the players read it: they teach the encoder nothing.</summary>
    private Tensor Codes(Tensor sentences)
    {
        using var _ = Autograd.NoGrad();
        return _encoder.Network.Forward(sentences);
    }

    private LossTerms Matching(TurnContext turn)
    {
        var (pictures, texts) = ((TextMatcher)_encoder.Network).Loss(turn.Data, turn[Field.Caption], Wrong(turn));
        return new() { ["pictures"] = pictures, ["texts"] = texts };
    }

    /// <summary>Sentences that do not fit: those that contradict the pictures where the data has some, else for each sample the next one of the batch with other words.</summary>
    private static Tensor Wrong(TurnContext turn)
    {
        if (turn.Has(Field.WrongCaption)) return turn[Field.WrongCaption];
        var captions = turn[Field.Caption];
        var (length, words) = ((int)captions.Size(1), captions.ToArray<long>());
        var count = words.Length / length;
        return Ops.IndexSelect(captions, 0, Tensor.From(Enumerable.Range(0, count).Select(Other).ToArray(), count));

        long Other(int row) => Enumerable.Range(1, count).Select(step => (row + step) % count)
            .First(other => other == row || !Sentence(other).SequenceEqual(Sentence(row)));

        ArraySegment<long> Sentence(int row) => new(words, row * length, length);
    }
}
