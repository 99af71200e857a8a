using System.Diagnostics.CodeAnalysis;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Games;

/// <summary>What the players of an <see cref="Editor"/> pay for beside the distance.</summary>
/// <param name="ReadReal">Weight of the critic's reading of real pictures.</param>
/// <param name="ReadMade">Weight of the critic's reading of edited pictures, which the generator pays for.</param>
/// <param name="Back">Weight of the mean absolute error of what must come back.</param>
/// <param name="Penalty">λ of the gradient penalty.</param>
public sealed record EditorWeights(double ReadReal, double ReadMade, double Back, double Penalty);

/// <summary>The game of a generator that edits the attributes of pictures against a critic that scores pictures and reads their attributes.</summary>
/// <remarks>The wanted attributes are those of another sample of the batch, the next one: numbers drawn for each attribute by itself would ask for faces that cannot be.
/// The batch is in random order, and only a sample with the attributes of its neighbour is asked for what it has.</remarks>
public sealed class Editor : Game, IEditor
{
    private readonly AttributeCode _code;
    private readonly Module _critic;

    /// <summary>Creates the game.</summary>
    /// <param name="build">The samples, and the techniques.</param>
    /// <param name="code">How attributes become numbers.</param>
    /// <param name="newGenerator">Builds a generator; called again for its average.</param>
    /// <param name="critic">Gives a score and the logits of a code: an <see cref="IAnswering"/>.</param>
    /// <param name="back">What must be the pictures again, of the generator, the pictures, the edited pictures and the pictures' own code.</param>
    /// <param name="weights">What the players pay.</param>
    /// <param name="generatorOptimizer">How the generator moves.</param>
    /// <param name="criticOptimizer">How the critic moves.</param>
    [SetsRequiredMembers]
    public Editor(BuildContext build, AttributeCode code, Func<EditingModule> newGenerator, Module critic,
        Func<EditingModule, Tensor, Tensor, Tensor, Tensor> back, EditorWeights weights, OptimizerOptions generatorOptimizer, OptimizerOptions criticOptimizer)
        : base(build, newGenerator, critic, new WassersteinLoss(), generatorOptimizer, criticOptimizer)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(back);
        ArgumentNullException.ThrowIfNull(weights);
        (_code, _critic) = (code, critic);
        var g = (EditingModule)SampledNetwork;
        Latent = 0;                                                              // no noise: one picture and one wish have one answer
        Given = [new(Field.Input, FieldKind.Image, build.Schema.Drawn.Shape), build.Schema.Find(Field.Known)!];
        Generate = turn => g.Forward(turn.Data, Wanted(turn));
        Penalties = weights.Penalty > 0 ? [new GradientPenalty(weights.Penalty)] : [];
        DiscriminatorTerms = [new("attributes", weights.ReadReal, (turn, _, s) => code.Loss(s.ClassesOfReal, Own(turn)))];
        GeneratorTerms =
        [
            new("attributes", weights.ReadMade, (turn, _, s) => code.Loss(s.ClassesOfFake, Wanted(turn))),
            new("back", weights.Back, (turn, edited, _) => (back(g, turn.Data, edited, Own(turn)) - turn.Data).Abs().Mean()),
        ];
        Watched = [new("read", 1, (turn, _, s) => Tensor.Full([1], code.Accuracy(s.ClassesOfReal.Detach(), Own(turn))))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Field> Given { get; }

    /// <summary>0: the critic reads pictures of the size of training, and the generator knows faces of that size.</summary>
    public int Stride => 0;

    /// <summary>Never: the world may know what the picture would be, the sample does not hold it.</summary>
    public bool HasTruth => false;

    /// <inheritdoc/>
    public Func<IReadOnlyList<long>, Batch>? Examples { get; set; }

    /// <inheritdoc/>
    public IReadOnlyList<SampleAttribute> Edited => _code.Attributes;

    /// <summary>The pictures, each with one of its attributes turned to another value.</summary>
    /// <inheritdoc/>
    public Batch Give(Batch real)
    {
        ArgumentNullException.ThrowIfNull(real);
        var given = new Batch(new(Given), real.Count);
        for (var i = 0; i < real.Count; i++)
        {
            real.Row(i).Floats(Field.Image).CopyTo(given.Row(i).Floats(Field.Input));
            real.Row(i).Floats(Field.Known).CopyTo(given.Row(i).Floats(Field.Known));
            _code.Turn(given.Row(i).Floats(Field.Known));
        }

        return given;
    }

    /// <inheritdoc/>
    public override Tensor Sample(SampleRequest request) => this.Make(request, (network, given) =>
    {
        var x = given.TensorOf(Field.Input);
        return network is EditingModule g ? g.Forward(x, _code.Of(given.TensorOf(Field.Known))) : network.Forward(x);
    });

    /// <inheritdoc/>
    public Tensor Unasked(Tensor pictures)
    {
        using var mode = new Evaluating(_critic);
        using var recording = Autograd.NoGrad();
        return _code.Read(((IAnswering)_critic).Answer(pictures).Classes!);
    }

    private Tensor Own(TurnContext turn) => _code.Of(turn[Field.Known]);

    private Tensor Wanted(TurnContext turn) => Ops.Roll(Own(turn), [-1], [0]);
}
