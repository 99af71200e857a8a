using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>DCGAN's generator, told a sentence: its code, made short, is joined to z.</summary>
/// <remarks>Reed et al., 2016, section 4.1 and figure 2 (arXiv:1605.05396); the residual bottlenecks after the first maps are the authors' code's.</remarks>
public sealed class TextGenerator : Module
{
    private readonly int _latent;
    private readonly Sequential _described;
    private readonly Sequential _net;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="latent">Z.</param>
    /// <param name="codeSize">T, numbers of a sentence's code.</param>
    /// <param name="described">Numbers that are made of it.</param>
    /// <param name="width">Channels before the last layer; doubled at each level below.</param>
    /// <param name="levels">How often the side doubles.</param>
    /// <param name="residuals">Maps, from the smallest on, that a residual bottleneck follows.</param>
    /// <param name="init">Draws the weights.</param>
    public TextGenerator(SampleSchema schema, int latent, int codeSize, int described, int width, int levels, int residuals, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _latent = latent;
        _described = Child("described", new Sequential(new Linear(codeSize, described, init), new LeakyReLU(0.2)));
        var first = width << (levels - 1);
        List<Module> layers =                                                     // [N, Z + described, 1, 1]
        [
            new ConvTranspose2d(latent + described, first, schema.Height >> levels, init, bias: false, kernelWidth: schema.Width >> levels),
            new BatchNorm2d(first),
            .. Rest(0, first),                                                    // [N, w·2^(levels-1), H/2^levels, W/2^levels]
        ];
        for (var (channels, level) = (first, 1); channels > width; channels /= 2, level++)
            layers.AddRange([
                new ConvTranspose2d(channels, channels / 2, 4, init, stride: 2, padding: 1, bias: false),
                new BatchNorm2d(channels / 2), .. Rest(level, channels / 2)]);
        layers.AddRange(new ConvTranspose2d(width, schema.Channels, 4, init, stride: 2, padding: 1), new Tanh());      // [N, C, H, W]
        _net = Child("net", new Sequential([.. layers]));
        Init.Dcgan(this, init);

        Module[] Rest(int level, int channels) => level < residuals
            ? [new ResidualBottleneck(channels, channels / 4, new ReLU(), init), new ReLU()]
            : [new ReLU()];
    }

    /// <summary>Draws pictures.</summary>
    /// <param name="z"><c>[N, Z]</c>.</param>
    /// <param name="code">The sentences' codes, <c>[N, T]</c>.</param>
    /// <returns><c>[N, C, H, W]</c> in [-1, 1].</returns>
    public Tensor Draw(Tensor z, Tensor code) => Forward(Tensor.Cat([z, code], 1));

    /// <param name="x">z and the sentence's code side by side, <c>[N, Z + T]</c>.</param>
    /// <returns><c>[N, C, H, W]</c> in [-1, 1].</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var described = _described.Forward(x.Narrow(1, _latent, x.Size(1) - _latent));
        return _net.Forward(Tensor.Cat([x.Narrow(1, 0, _latent), described], 1).Reshape(x.Size(0), -1, 1, 1));
    }
}
