using System.Diagnostics.CodeAnalysis;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Torch;

namespace Adversa.Models.Games;

/// <summary>The game of a generator that turns heads against a discriminator that says who is seen, and in which turn.</summary>
/// <remarks>The asked turn is that of another sample of the batch, the next one, so that turns are asked for as often as they are seen. A generator is given one view in half of its turns, else two
/// or more, the same number for all persons of a batch.</remarks>
public sealed class ViewGame : Game, IEditor
{
    private readonly PoseCode _pose;
    private readonly int _views, _column;
    private readonly double _front;

    /// <summary>Creates the game.</summary>
    /// <param name="build">Pictures with classes, the persons, and the attribute that turns.</param>
    /// <param name="attribute">The place of that attribute.</param>
    /// <param name="pose">How turns are told.</param>
    /// <param name="front">The turn that is drawn when none is asked for.</param>
    /// <param name="views">Most views of a person in training.</param>
    /// <param name="newGenerator">Builds a generator; called again for its average.</param>
    /// <param name="discriminator">Its adversary.</param>
    /// <param name="identityWeight">Weight of the cross entropy of persons in both losses.</param>
    /// <param name="poseWeight">Weight of the cross entropy of poses in both losses.</param>
    /// <param name="generatorOptimizer">How the generator moves.</param>
    /// <param name="discriminatorOptimizer">How the discriminator moves.</param>
    [SetsRequiredMembers]
    public ViewGame(BuildContext build, int attribute, PoseCode pose, double front, int views, Func<ViewGenerator> newGenerator, ViewDiscriminator discriminator,
        double identityWeight, double poseWeight, OptimizerOptions generatorOptimizer, OptimizerOptions discriminatorOptimizer)
        : base(build, newGenerator, discriminator, new GanLoss(), generatorOptimizer, discriminatorOptimizer)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(pose);
        (_pose, _front, _views, _column) = (pose, front, views, attribute);
        var people = Schema.Classes;
        HasTruth = Schema.Find(Field.Input) is { IsApart: false };
        Given = [Schema.Find(Field.Input) ?? new(Field.Input, FieldKind.Image, Schema.Drawn.Shape), Schema.Find(Field.Known)!];
        Prior = Prior.Uniform;
        Generate = turn => ((ViewGenerator)SampledNetwork).Make(Seen(turn), Asked(turn), Latents.Draw(turn.BatchSize, Latent, Prior, turn.Noise));
        DiscriminatorTerms =
        [
            new("identity", identityWeight, (turn, _, s) => Ops.CrossEntropyLoss(s.ClassesOfReal.Narrow(1, 0, people), turn.Classes)),
            new("pose", poseWeight, (turn, _, s) => PoseCode.Loss(s.ClassesOfReal.Narrow(1, people, pose.Size), Own(turn))),
        ];
        GeneratorTerms =
        [
            new("identity", identityWeight, (turn, _, s) => Ops.CrossEntropyLoss(s.ClassesOfFake.Narrow(1, 0, people), turn.Classes)),
            new("pose", poseWeight, (turn, _, s) => PoseCode.Loss(s.ClassesOfFake.Narrow(1, people, pose.Size), Asked(turn))),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Field> Given { get; }

    /// <summary>0: a view has the size of training.</summary>
    public int Stride => 0;

    /// <inheritdoc/>
    public int MostViews => _views;

    /// <inheritdoc/>
    public bool HasNoise => Latent > 0;

    /// <inheritdoc/>
    public bool HasTruth { get; }

    /// <inheritdoc/>
    public Func<IReadOnlyList<long>, Batch>? Examples { get; set; }

    /// <inheritdoc/>
    public IReadOnlyList<SampleAttribute> Edited => [Schema.Attributes[_column]];

    /// <summary>Null: what it says of a picture, it says of persons it knows.</summary>
    public override CriticView? Critic => null;

    /// <summary>The other views of a person, or the picture itself where the data has no other; and the turn of the picture that is to be drawn.</summary>
    /// <inheritdoc/>
    public Batch Give(Batch real)
    {
        ArgumentNullException.ThrowIfNull(real);
        var given = new Batch(new(Given), real.Count);
        for (var i = 0; i < real.Count; i++)
        {
            var (from, to) = (real.Row(i), given.Row(i));
            from.Floats(HasTruth ? Field.Input : Field.Image).CopyTo(to.Floats(Field.Input));
            from.Floats(Field.Known).CopyTo(to.Floats(Field.Known));
            if (!HasTruth) to.Floats(Field.Known)[_column] = (float)_front;
        }

        return given;
    }

    /// <inheritdoc/>
    public override Tensor Sample(SampleRequest request) => this.Make(request, (network, given) =>
    {
        var x = given.TensorOf(Field.Input);
        return network is ViewGenerator g ? g.Make(x, Code(given.TensorOf(Field.Known)), Latents.OfSeeds(request.Seeds, Latent, Prior)) : network.Forward(x);
    });

    /// <summary>False: who asks for nothing is given the front.</summary>
    public bool NeedsWish => false;

    /// <summary>The front, whoever is seen.</summary>
    /// <inheritdoc/>
    public Tensor Unasked(Tensor pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return Tensor.Full([pictures.Size(0), 1], _front);
    }

    private Tensor Own(TurnContext turn) => Code(turn[Field.Known]);

    private Tensor Asked(TurnContext turn) => Ops.Roll(Own(turn), [-1], [0]);

    private Tensor Code(Tensor known) => _pose.Of(known.Narrow(1, _column, 1));

    private Tensor Seen(TurnContext turn)
    {
        if (!turn.Has(Field.Input)) return turn.Data;
        var width = Schema.Width;
        var views = Views(Tensor.Rand([1], turn.Noise).Item(), (int)Math.Min(_views, turn[Field.Input].Size(3) / width));
        return turn[Field.Input].Narrow(3, 0, views * width);
    }

    /// <summary>One view with probability ½, else one of 2 to the most.</summary>
    internal static int Views(double chance, int most) => most == 1 || chance < 0.5 ? 1 : 2 + (int)((chance - 0.5) * 2 * (most - 1));
}
