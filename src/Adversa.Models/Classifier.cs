using Adversa.Models.Networks;
using Adversa.Torch;

namespace Adversa.Models;

/// <summary>A network that names the class of a sample; trained by cross entropy.</summary>
public sealed class Classifier : Model
{
    private readonly Player _player;
    private readonly LeNet _network;

    /// <summary>Creates the classifier.</summary>
    /// <param name="schema">Pictures with classes.</param>
    /// <param name="network">Pictures to logits.</param>
    /// <param name="optimizer">How it moves.</param>
    public Classifier(SampleSchema schema, LeNet network, OptimizerOptions optimizer)
    {
        (Schema, _network) = (schema, network);
        _player = new("classifier", network, optimizer);
        Turns = [new(_player, Loss)];
    }

    /// <inheritdoc/>
    public override SampleSchema Schema { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players => [_player];

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns { get; }

    /// <summary>The probability of each class, in evaluation mode.</summary>
    /// <param name="images">Pictures, <c>[N, C, H, W]</c> in [-1, 1].</param>
    /// <returns><c>[N, K]</c>, each row adds up to 1.</returns>
    public Tensor Probabilities(Tensor images)
    {
        using var mode = new Evaluating(_network);
        using var recording = Autograd.NoGrad();
        return Ops.Softmax(_network.Forward(images), 1);
    }

    /// <summary>The last hidden layer, in evaluation mode: the space in which a judge compares samples.</summary>
    /// <param name="images">Pictures, <c>[N, C, H, W]</c> in [-1, 1].</param>
    /// <returns><c>[N, hidden]</c>.</returns>
    public Tensor Features(Tensor images)
    {
        using var mode = new Evaluating(_network);
        using var recording = Autograd.NoGrad();
        return _network.Features(images);
    }

    private Losses Loss(TurnContext turn)
    {
        var logits = _network.Forward(turn.Data);
        var losses = new Losses { ["cross_entropy"] = Ops.CrossEntropyLoss(logits, turn.Classes) };
        losses.Signals["accuracy"] = Ops.Eq(Ops.Argmax(logits.Detach(), 1), turn.Classes).To(DType.Float32).Mean();
        return losses;
    }
}
