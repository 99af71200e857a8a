using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>An encoder and a decoder that are trained as one network.</summary>
public sealed class EncoderDecoder : Module
{
    /// <summary>Joins two networks.</summary>
    /// <param name="encoder">From samples to codes.</param>
    /// <param name="decoder">From codes to samples.</param>
    public EncoderDecoder(Module encoder, Module decoder) => (Encoder, Decoder) = (Child("encoder", encoder), Child("decoder", decoder));

    /// <summary>From samples to codes.</summary>
    public Module Encoder { get; }

    /// <summary>From codes to samples.</summary>
    public Module Decoder { get; }

    /// <param name="x">Samples, <c>[N, ...]</c>.</param>
    /// <returns>What is decoded from their codes.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Decoder.Forward(Encoder.Forward(x));
}
