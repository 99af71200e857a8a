using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>A network that names the class of a sample; trained by cross entropy.</summary>
public sealed class Classifier : Model, IClassifier
{
    private readonly Player _player;
    private readonly Module _network;

    /// <summary>Creates the classifier.</summary>
    /// <param name="schema">Samples with classes.</param>
    /// <param name="network">Samples to logits, <c>[N, K]</c>.</param>
    /// <param name="optimizer">How it moves.</param>
    public Classifier(SampleSchema schema, Module network, OptimizerOptions optimizer)
    {
        (Schema, _network) = (schema, network);
        _player = new("classifier", network, optimizer);
        Turns = [new(_player, Loss)];
    }

    /// <summary>Added to the loss under the name <c>penalty</c>; null adds nothing.</summary>
    public Func<Tensor>? Penalty { get; init; }

    /// <summary>Samples to raw scores, <c>[N, 1]</c>, high for what looks like the data; null where the network knows of none.</summary>
    public Func<Tensor, Tensor>? Score { get; init; }

    /// <summary>The model that the network was built on, which this one owns; null where there is none.</summary>
    public Model? BuiltOn { get; init; }

    /// <inheritdoc/>
    public override SampleSchema Schema { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players => [_player];

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns { get; }

    /// <inheritdoc/>
    public Tensor Probabilities(Tensor samples)
    {
        using var mode = new Evaluating(_network);
        using var recording = Autograd.NoGrad();
        return Ops.Softmax(_network.Forward(samples), 1);
    }

    /// <summary>How strange samples look: minus the raw score.</summary>
    /// <inheritdoc/>
    public Func<Tensor, Tensor>? Strangeness => Score is null ? null : samples =>
    {
        using var mode = new Evaluating(_network);
        using var recording = Autograd.NoGrad();
        return -Score(samples);
    };

    /// <summary>What the last layer sees, in evaluation mode: the space in which a judge compares samples.</summary>
    /// <param name="images">Pictures, <c>[N, C, H, W]</c> in [-1, 1].</param>
    /// <returns><c>[N, F]</c>.</returns>
    public Tensor Features(Tensor images)
    {
        using var mode = new Evaluating(_network);
        using var recording = Autograd.NoGrad();
        return _network is IFeatures network ? network.Features(images) : throw new NotSupportedException($"{_network.GetType().Name} has no features.");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        BuiltOn?.Dispose();
    }

    private LossTerms Loss(TurnContext turn)
    {
        var logits = _network.Forward(turn.Data);
        var losses = new LossTerms { ["cross_entropy"] = Ops.CrossEntropyLoss(logits, turn.Classes) };
        if (Penalty is not null) losses["penalty"] = Penalty();
        losses.Signals["accuracy"] = () => Ops.Eq(Ops.Argmax(logits.Detach(), 1), turn.Classes).To(DType.Float32).Mean().Item();
        return losses;
    }
}
