using Adversa.Models.Networks;
using Adversa.Models.Losses;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Games;

/// <summary>An autoencoder whose codes are laws close to N(0, I), so that decoding a normal vector draws a sample.</summary>
/// <remarks>Kingma, Welling, 2013, "Auto-Encoding Variational Bayes" (arXiv:1312.6114). A drawn picture is the decoder's mean, as in the literature;
/// a drawn point has the decoder's noise too, without which it would not follow the model's law.</remarks>
public sealed class VariationalAutoencoder : Model, ISampler, IReconstructor
{
    private readonly Player _player;
    private readonly EncoderDecoder _network;
    private readonly Func<Module> _newDecoder;
    private readonly int _latent;
    private readonly EvidenceBound _objective;

    /// <summary>Creates the model.</summary>
    /// <param name="schema">The samples.</param>
    /// <param name="network">The encoder gives <c>[N, 2Z]</c>: Z means, then Z numbers that become deviations. The decoder takes <c>[N, Z]</c>: a
    /// <see cref="GaussianDecoder"/>, or one that gives logits of pixels.</param>
    /// <param name="newDecoder">Builds a second decoder of the same plan, for its average.</param>
    /// <param name="latent">Z.</param>
    /// <param name="beta">β, the weight of the KL.</param>
    /// <param name="optimizer">How it moves.</param>
    public VariationalAutoencoder(SampleSchema schema, EncoderDecoder network, Func<Module> newDecoder, int latent, double beta, OptimizerOptions optimizer)
    {
        (Schema, _network, _newDecoder, _latent, _objective) = (schema, network, newDecoder, latent, new(beta));
        _player = new("vae", _network, optimizer);
        Turns = [new(_player, Loss)];
    }

    /// <inheritdoc/>
    public override SampleSchema Schema { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players => [_player];

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns { get; }

    /// <inheritdoc/>
    public Module SampledNetwork => _network.Decoder;

    /// <inheritdoc/>
    public Module NewSampledNetwork() => _newDecoder();

    /// <summary>The laws of the latents of samples, in evaluation mode.</summary>
    /// <param name="samples"><c>[N, ...]</c>, pictures in [-1, 1].</param>
    /// <returns>μ and σ, each <c>[N, Z]</c>.</returns>
    public (Tensor Mean, Tensor Deviation) Encode(Tensor samples)
    {
        using var mode = new Evaluating(_network);
        using var recording = Autograd.NoGrad();
        return Latent(Seen(samples));
    }

    /// <inheritdoc/>
    public Tensor Reconstruct(Tensor samples)
    {
        using var mode = new Evaluating(_network);
        using var recording = Autograd.NoGrad();
        return Shown(_network.Decoder.Forward(Latent(Seen(samples)).Mean));
    }

    /// <inheritdoc/>
    public Tensor Sample(SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var decoder = request.Network ?? SampledNetwork;
        using var mode = new Evaluating(decoder);
        using var recording = Autograd.NoGrad();
        if (Schema.Kind == FieldKind.Image) return Shown(decoder.Forward(Latents.OfSeeds(request.Seeds, _latent, Prior.Normal)));
        var normal = Latents.OfSeeds(request.Seeds, _latent + Schema.Values, Prior.Normal);
        var mean = decoder.Forward(normal.Narrow(1, 0, _latent));
        return mean + ((GaussianDecoder)decoder).Deviation * normal.Narrow(1, _latent, Schema.Values);
    }

    private bool IsGaussian => _network.Decoder is GaussianDecoder;

    private LossTerms Loss(TurnContext turn)
    {
        var x = Seen(turn.Data);
        var (mean, deviation) = Latent(x);
        var z = mean + deviation * Tensor.Randn(mean.Shape, turn.Noise);          // eq. 4 of section 2.4: the gradient passes through μ and σ
        var y = _network.Decoder.Forward(z);
        var description = _network.Decoder is GaussianDecoder g ? EvidenceBound.Gaussian(y, g.Deviation, x) : EvidenceBound.Bernoulli(y, x);
        return _objective.Loss(description, mean, deviation);
    }

    private (Tensor Mean, Tensor Deviation) Latent(Tensor x)
    {
        var both = _network.Encoder.Forward(x);
        return (both.Narrow(1, 0, _latent), Deviation.Of(both.Narrow(1, _latent, _latent)));
    }

    /// <summary>From the data's range to the networks': a Bernoulli law needs [0, 1].</summary>
    private Tensor Seen(Tensor samples) => IsGaussian ? samples : Output.Sigmoid.Encode(samples);

    /// <summary>From what a decoder gives to samples: a picture of chances, or means that a linear decoder may overstep.</summary>
    private Tensor Shown(Tensor y) => !IsGaussian ? Output.Sigmoid.Decode(y.Sigmoid()) : Schema.Kind == FieldKind.Image ? Ops.Clamp(y, -1, 1) : y;
}
