using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>An encoder whose code shall know nothing of the attributes, and a decoder that is told them; one skip carries what is fine.</summary>
/// <remarks>He et al., 2017, section 3.5 (arXiv:1711.10678). The attributes are planes of ±½ beside the code. The skip joins the last but one map of the encoder to the decoder's first.</remarks>
public sealed class AttganGenerator : EditingModule
{
    private readonly SampleSchema _schema;
    private readonly Sequential[] _down;
    private readonly Sequential[] _up;

    /// <summary>Creates the network with PyTorch's initial weights.</summary>
    /// <param name="schema">The pictures; sides are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="code">D, numbers of a code.</param>
    /// <param name="width">w, channels of the first map; twice as many at each level.</param>
    /// <param name="levels">How often the side is halved; 2 or more.</param>
    /// <param name="init">Draws the weights.</param>
    public AttganGenerator(SampleSchema schema, int code, int width, int levels, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        _down = [.. Enumerable.Range(0, levels).Select(level => Child($"enc_layers.{level}", new Sequential(
        [
            new Conv2d(level == 0 ? schema.Channels : Channels(level), Channels(level + 1), 4, init, stride: 2, padding: 1, bias: false),
            new BatchNorm2d(Channels(level + 1)), new LeakyReLU(0.2),                                                      // [N, w·2^l, H/2^(l+1), W/2^(l+1)]
        ])))];
        _up = [.. Enumerable.Range(0, levels).Select(i => Child($"dec_layers.{i}", Up(i)))];

        int Channels(int level) => width << (level - 1);

        Sequential Up(int i)
        {
            var level = levels - i;                                                                                        // of the map that comes in
            var from = i == 0 ? Channels(level) + code : i == 1 ? 2 * Channels(level) : Channels(level);
            return level == 1 ? new(new ConvTranspose2d(from, schema.Channels, 4, init, stride: 2, padding: 1), new Tanh())
                : new(new ConvTranspose2d(from, Channels(level - 1), 4, init, stride: 2, padding: 1, bias: false),
                    new BatchNorm2d(Channels(level - 1)), new ReLU());
        }
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x, Tensor code)
    {
        var h = x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture to edit");
        var skip = h;
        foreach (var layer in _down) (skip, h) = (h, layer.Forward(h));
        h = _up[0].Forward(WithPlanes(h, code - 0.5));
        h = Tensor.Cat([h, skip], 1);                                                                                      // of the same side, and as many channels
        foreach (var layer in _up.Skip(1)) h = layer.Forward(h);
        return h;
    }
}
