using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Edits a picture at a quarter of its size: down, residual blocks, up; the wanted attributes are planes beside its colours.</summary>
/// <remarks>Choi et al., 2017, table 4 (arXiv:1711.09020): instance norm with a scale and ReLU after every convolution but the last.</remarks>
public sealed class StarganGenerator : EditingModule
{
    private readonly SampleSchema _schema;
    private readonly Sequential _net;

    /// <summary>Creates the network with PyTorch's initial weights.</summary>
    /// <param name="schema">The pictures; sides are multiples of 4.</param>
    /// <param name="code">D, numbers of a code.</param>
    /// <param name="width">w, channels of the first convolution.</param>
    /// <param name="blocks">Residual blocks; 1 or more.</param>
    /// <param name="init">Draws the weights.</param>
    public StarganGenerator(SampleSchema schema, int code, int width, int blocks, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        _net = Child("main", new Sequential([
            new Conv2d(schema.Channels + code, width, 7, init, padding: 3, bias: false), .. After(width),                  // [N, w, H, W]
            new Conv2d(width, 2 * width, 4, init, stride: 2, padding: 1, bias: false), .. After(2 * width),                // [N, 2w, H/2, W/2]
            new Conv2d(2 * width, 4 * width, 4, init, stride: 2, padding: 1, bias: false), .. After(4 * width),            // [N, 4w, H/4, W/4]
            .. Enumerable.Range(0, blocks).Select(_ => Block(4 * width, init)),
            new ConvTranspose2d(4 * width, 2 * width, 4, init, stride: 2, padding: 1, bias: false), .. After(2 * width),   // [N, 2w, H/2, W/2]
            new ConvTranspose2d(2 * width, width, 4, init, stride: 2, padding: 1, bias: false), .. After(width),           // [N, w, H, W]
            new Conv2d(width, schema.Channels, 7, init, padding: 3, bias: false),
            new Tanh(),                                                                                                    // [N, C, H, W] in [-1, 1]
        ]));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x, Tensor code) =>
        _net.Forward(WithPlanes(x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture to edit"), code));

    private static Module[] After(int channels) => [new InstanceNorm2d(channels, affine: true), new ReLU()];

    private static Residual Block(int channels, Generator init) => new("main",
    [
        new Conv2d(channels, channels, 3, init, padding: 1, bias: false), .. After(channels),
        new Conv2d(channels, channels, 3, init, padding: 1, bias: false), new InstanceNorm2d(channels, affine: true),
    ]);
}
