using Adversa.Models.Networks;
using Adversa.Torch;

namespace Adversa.Models.Games;

/// <summary>How an autoencoder measures its mistakes.</summary>
public enum ReconstructionLoss
{
    /// <summary>The mean squared difference: what principal components minimise.</summary>
    Mse,

    /// <summary>The mean absolute difference: sharper edges, less afraid of outliers.</summary>
    L1,
}

/// <summary>An encoder and a decoder that learn to repeat their input through a narrow code. It draws nothing: nobody knows the law of its codes.</summary>
/// <remarks>Hinton, Salakhutdinov, 2006, "Reducing the Dimensionality of Data with Neural Networks" (doi:10.1126/science.1127647). With noise it denoises:
/// Vincent et al., 2008, "Extracting and Composing Robust Features with Denoising Autoencoders" (doi:10.1145/1390156.1390294).</remarks>
public sealed class Autoencoder : Model, IReconstructor
{
    private readonly Player _player;
    private readonly EncoderDecoder _network;
    private readonly ReconstructionLoss _loss;
    private readonly double _noise;

    /// <summary>Creates the model.</summary>
    /// <param name="schema">The samples.</param>
    /// <param name="network">Samples to samples, pictures in [-1, 1].</param>
    /// <param name="loss">How mistakes are measured.</param>
    /// <param name="noise">Standard deviation of the normal numbers added to what the encoder sees in training; 0 adds none.</param>
    /// <param name="optimizer">How it moves.</param>
    public Autoencoder(SampleSchema schema, EncoderDecoder network, ReconstructionLoss loss, double noise, OptimizerOptions optimizer)
    {
        (Schema, _network, _loss, _noise) = (schema, network, loss, noise);
        _player = new("autoencoder", network, optimizer);
        Turns = [new(_player, Loss)];
    }

    /// <inheritdoc/>
    public override SampleSchema Schema { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players => [_player];

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns { get; }

    /// <summary>The codes of samples, in evaluation mode.</summary>
    /// <param name="samples"><c>[N, ...]</c>, pictures in [-1, 1].</param>
    /// <returns><c>[N, code]</c>.</returns>
    public Tensor Encode(Tensor samples)
    {
        using var mode = new Evaluating(_network);
        using var recording = Autograd.NoGrad();
        return _network.Encoder.Forward(samples);
    }

    /// <inheritdoc/>
    public Tensor Reconstruct(Tensor samples)
    {
        using var mode = new Evaluating(_network);
        using var recording = Autograd.NoGrad();
        return _network.Forward(samples);
    }

    // E |g(f(x + σ n)) - x|, squared or absolute, the mean over samples and their numbers; the target is the clean sample
    private LossTerms Loss(TurnContext turn)
    {
        var x = turn.Data;
        var seen = _noise > 0 ? x + Tensor.Randn(x.Shape, turn.Noise) * _noise : x;
        var difference = _network.Forward(seen) - x;
        return _loss == ReconstructionLoss.Mse ? new LossTerms { ["mse"] = difference.Square().Mean() } : new LossTerms { ["l1"] = difference.Abs().Mean() };
    }
}
