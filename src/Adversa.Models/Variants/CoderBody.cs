using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Variants;

/// <summary>The plan of an encoder and of the decoder that mirrors it.</summary>
public enum CoderBody
{
    /// <summary>Strided convolutions, for pictures: <see cref="ConvEncoder"/> and <see cref="ConvDecoder"/>.</summary>
    Conv,

    /// <summary>One hidden layer with ReLU on each side.</summary>
    Mlp,

    /// <summary>One dense layer on each side and nothing else: what principal components can do.</summary>
    Linear,
}

/// <summary>Encoders and decoders by plan: what the options of <c>autoencoder</c> and <c>vae</c> share.</summary>
internal static class Coders
{
    /// <summary>Builds an encoder.</summary>
    /// <param name="body">Its plan.</param>
    /// <param name="schema">The samples.</param>
    /// <param name="width">Channels of the first convolution; <c>conv</c> only.</param>
    /// <param name="hidden">Units of the hidden dense layer; <c>conv</c> leaves it out at 0.</param>
    /// <param name="outputs">Numbers it gives for a sample.</param>
    /// <param name="init">Draws the weights.</param>
    internal static Module Encoder(CoderBody body, SampleSchema schema, int width, int hidden, int outputs, Generator init) => body switch
    {
        CoderBody.Conv => new ConvEncoder(schema, width, hidden, outputs, init),
        CoderBody.Mlp => new Mlp([new Linear(schema.Values, hidden, init), new ReLU(), new Linear(hidden, outputs, init)], outputs),
        _ => new Mlp([new Linear(schema.Values, outputs, init)], outputs),
    };

    /// <summary>Builds the decoder of the same plan.</summary>
    /// <param name="body">Its plan.</param>
    /// <param name="schema">The samples.</param>
    /// <param name="code">Length of a code.</param>
    /// <param name="width">Channels before the last convolution; <c>conv</c> only.</param>
    /// <param name="hidden">Units of the hidden dense layer; <c>conv</c> leaves it out at 0.</param>
    /// <param name="output">The last activation.</param>
    /// <param name="init">Draws the weights.</param>
    internal static Module Decoder(CoderBody body, SampleSchema schema, int code, int width, int hidden, Output output, Generator init)
    {
        var shape = schema.BatchShape(1)[1..];
        return body switch
        {
            CoderBody.Conv => new ConvDecoder(schema, code, width, hidden, output, init),
            CoderBody.Mlp => new Mlp([new Linear(code, hidden, init), new ReLU(), new Linear(hidden, schema.Values, init), .. output.Layers()], shape),
            _ => new Mlp([new Linear(code, schema.Values, init), .. output.Layers()], shape),
        };
    }

    /// <summary>How the mean of a sample ends: tanh for pictures in [-1, 1], unless all is linear.</summary>
    internal static Output MeanOf(CoderBody body, SampleSchema schema) => schema.Kind == FieldKind.Image && body != CoderBody.Linear ? Output.Tanh : Output.None;

    /// <summary>What is wrong with a plan for some samples.</summary>
    /// <param name="body">The plan.</param>
    /// <param name="schema">The samples.</param>
    /// <param name="hidden">Its hidden units.</param>
    internal static IEnumerable<Problem> Check(CoderBody body, SampleSchema schema, int hidden)
    {
        var fits = schema.Kind == FieldKind.Image && schema.Height % 4 == 0 && schema.Width % 4 == 0 && Math.Min(schema.Height, schema.Width) >= 8 && Math.Max(schema.Height, schema.Width) <= 128;
        return
        [
            .. Adversa.Check.That("options.hidden", body != CoderBody.Mlp || hidden != 0, Words.OptionsHidden),
            .. Adversa.Check.That("options.body", body != CoderBody.Conv || fits, Words.OptionsBodyIsConv(schema)),
        ];
    }
}
