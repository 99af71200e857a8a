using Adversa.Models.Losses;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Games;

/// <summary>What was taken of real pictures.</summary>
/// <param name="Given">What is given in their place, by the names of the fields: pictures and masks, <c>[N, c, h, w]</c>.</param>
/// <param name="Truth">The picture that the network should make of it, <c>[N, C, H, W]</c> in [-1, 1].</param>
public record Taken(IReadOnlyDictionary<string, Tensor> Given, Tensor Truth);

/// <summary>A generator that makes pictures again of what was taken of them - a small copy, a picture with a hole, a part in the wrong light - against a discriminator that
/// knows real ones. Plain pictures teach it: each is its own truth.</summary>
/// <remarks>The generator minimises what it lacks of the truth and, by a weight, the adversarial loss. It moves first in a round.</remarks>
public abstract class Restorer : Model, ITranslator
{
    private readonly Player _generator;
    private readonly Player _discriminator;
    private readonly IAdversarialLoss _loss;
    private readonly double _adversarialWeight;
    private readonly Func<Module> _newGenerator;

    /// <summary>Creates the model.</summary>
    /// <param name="schema">The pictures.</param>
    /// <param name="newGenerator">Builds a generator, pictures to pictures; called again for its average.</param>
    /// <param name="discriminator">Pictures as <see cref="Look"/> shows them to raw scores, <c>[N, 1]</c>.</param>
    /// <param name="loss">The two adversarial losses.</param>
    /// <param name="adversarialWeight">What the generator's counts; 0 leaves it out.</param>
    /// <param name="generatorOptimizer">How the generator moves.</param>
    /// <param name="discriminatorOptimizer">How the discriminator moves.</param>
    protected Restorer(SampleSchema schema, Func<Module> newGenerator, Module discriminator, IAdversarialLoss loss,
        double adversarialWeight, OptimizerOptions generatorOptimizer, OptimizerOptions discriminatorOptimizer)
    {
        ArgumentNullException.ThrowIfNull(newGenerator);
        (Schema, _newGenerator, _loss, _adversarialWeight) = (schema, newGenerator, loss, adversarialWeight);
        _generator = new("g", newGenerator(), generatorOptimizer);
        _discriminator = new("d", discriminator, discriminatorOptimizer);
        Turns =
        [
            new(_generator, GeneratorLoss) { After = GeneratorMoved },
            new(_discriminator, DiscriminatorLoss)
            {
                When = () => IsAdversarial,
                Repeat = _ => CriticSteps,
                ShowsData = false,             // the generator's turn shows as many
                After = () => AfterDiscriminator?.Invoke(discriminator),
            },
        ];
    }

    /// <summary>The discriminator's updates in a round.</summary>
    public int CriticSteps { get; init; } = 1;

    /// <summary>Done to the discriminator after each of its updates, such as clipping its weights.</summary>
    public Action<Module>? AfterDiscriminator { get; init; }

    /// <inheritdoc/>
    public override SampleSchema Schema { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players => [_generator, _discriminator];

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns { get; }

    /// <inheritdoc/>
    public Module SampledNetwork => _generator.Network;

    /// <inheritdoc/>
    public Module NewSampledNetwork() => _newGenerator();

    /// <inheritdoc/>
    public abstract IReadOnlyList<Field> Given { get; }

    /// <inheritdoc/>
    public virtual int Stride => 0;

    /// <inheritdoc/>
    public virtual int Scale => 1;

    /// <inheritdoc/>
    public virtual int? Reach => null;

    /// <inheritdoc/>
    public Func<IReadOnlyList<long>, Batch>? Examples { get; set; }

    /// <inheritdoc/>
    public override bool AnswersByScores => !_loss.IsProbability;

    /// <inheritdoc/>
    public override CriticView Critic => new(samples =>
    {
        using var mode = new Evaluating(_discriminator.Network);
        return _discriminator.Network.Forward(Look(samples));
    }, Lipschitz: AfterDiscriminator is null ? _loss.Lipschitz : null)
    {
        Realness = samples =>
        {
            using var mode = new Evaluating(_discriminator.Network);
            using var recording = Autograd.NoGrad();
            return _discriminator.Network.Forward(Look(samples)).Sigmoid();
        },
    };

    /// <summary>What is given is a function of the pictures alone: what chance decides in training, such as the place of a hole, the pixels of a picture decide here.</summary>
    /// <inheritdoc/>
    public Batch Give(Batch real)
    {
        ArgumentNullException.ThrowIfNull(real);
        using var scope = new TensorScope();
        using var recording = Autograd.NoGrad();
        var taken = Take(field => real.Has(field) ? real.TensorOf(field) : null, numbers => ChanceOf(real, numbers));
        var given = new Batch(new(Given), real.Count);
        foreach (var field in Given)
            if (field.Kind == FieldKind.Mask) taken.Given[field.Name].To(DType.UInt8).ToArray<byte>().CopyTo(given.Bytes(field.Name), 0);
            else taken.Given[field.Name].ToArray<float>().CopyTo(given.Floats(field.Name), 0);
        return given;
    }

    /// <inheritdoc/>
    public Tensor Sample(SampleRequest request)
    {
        return this.Make(request, (network, batch) =>
        {
            var given = Given.ToDictionary(field => field.Name, field => batch.TensorOf(field.Name).To(DType.Float32));
            return Ops.Clamp(Finish(network.Forward(See(given)), given), -1, 1);
        });
    }

    /// <summary>Whether the discriminator plays now.</summary>
    protected virtual bool IsAdversarial => _adversarialWeight > 0;

    /// <summary>The part of real pictures that a turn learns from.</summary>
    /// <param name="real"><c>[N, C, H, W]</c>.</param>
    /// <param name="noise">The run's generator.</param>
    protected virtual Tensor Part(Tensor real, Generator noise) => real;

    /// <summary>Takes from real pictures what is given in their place.</summary>
    /// <param name="of">A field of the samples, or null where they have none of this name.</param>
    /// <param name="chance">Numbers in [0, 1) for each sample: how many, to <c>[N, numbers]</c>.</param>
    protected abstract Taken Take(Func<string, Tensor?> of, Func<int, Tensor> chance);

    /// <summary>What the generator's network sees.</summary>
    /// <param name="given">The fields.</param>
    protected abstract Tensor See(IReadOnlyDictionary<string, Tensor> given);

    /// <summary>The whole answer.</summary>
    /// <param name="made">What the network made.</param>
    /// <param name="given">Of what.</param>
    protected virtual Tensor Finish(Tensor made, IReadOnlyDictionary<string, Tensor> given) => made;

    /// <summary>What made pictures lack of the truth.</summary>
    /// <param name="made">By the network.</param>
    /// <param name="taken">Of what, and the truth.</param>
    protected abstract LossTerms Lack(Tensor made, Taken taken);

    /// <summary>The part of the network's pictures, or of their truth, that the discriminator judges.</summary>
    /// <param name="pictures">Of the size that the network makes.</param>
    /// <param name="taken">What they were made of.</param>
    protected virtual Tensor Judged(Tensor pictures, Taken taken) => pictures;

    /// <summary>Samples as the discriminator knows them, for who watches.</summary>
    /// <param name="samples"><c>[N, C, H, W]</c>.</param>
    protected abstract Tensor Look(Tensor samples);

    /// <summary>The generator has moved.</summary>
    protected virtual void GeneratorMoved() { }

    private Taken Take(TurnContext turn)
    {
        var part = Part(turn.Data, turn.Noise);
        return Take(field => field == Field.Image ? part : turn.Has(field) ? turn[field] : null, numbers => Tensor.Rand([turn.BatchSize, numbers], turn.Noise));
    }

    // what it lacks + w · (the adversarial loss)
    private LossTerms GeneratorLoss(TurnContext turn)
    {
        var taken = Take(turn);
        var made = _generator.Network.Forward(See(taken.Given));
        var losses = Lack(made, taken);
        if (!IsAdversarial) return losses;
        var scores = new Scores(null, _discriminator.Network.Forward(Judged(made, taken)));
        foreach (var (name, term) in _loss.Generator(scores)) losses[name] = _adversarialWeight * term;
        return losses;
    }

    private LossTerms DiscriminatorLoss(TurnContext turn)
    {
        var taken = Take(turn);
        var scores = new Scores(_discriminator.Network.Forward(Judged(taken.Truth, taken)), _discriminator.Network.Forward(Judged(Made(taken), taken)));
        var losses = _loss.Discriminator(scores);
        losses.Tell(_loss, scores);
        return losses;
    }

    private Tensor Made(Taken taken)
    {
        using var recording = Autograd.NoGrad();
        return _generator.Network.Forward(See(taken.Given));
    }

    /// <summary>Numbers that follow from each picture's own pixels.</summary>
    private static Tensor ChanceOf(Batch real, int numbers)
    {
        var (pixels, chance) = (real.Values, new float[real.Count * numbers]);
        for (var i = 0; i < real.Count; i++)
        {
            var key = 0L;
            foreach (var value in pixels.AsSpan(i * real.Schema.Values, real.Schema.Values)) key = unchecked(key * 31 + BitConverter.SingleToInt32Bits(value));
            var rng = new Rng(key);
            for (var j = 0; j < numbers; j++) chance[i * numbers + j] = (float)rng.NextDouble();
        }

        return Tensor.From(chance, real.Count, numbers);
    }
}
