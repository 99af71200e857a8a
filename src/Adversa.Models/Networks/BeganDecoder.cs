using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a code to a picture: pairs of 3x3 convolutions with ELU, the side doubled between them by repeating pixels. No batch norm, no last activation.</summary>
/// <remarks>Berthelot, Schumm, Metz, 2017, figure 1 (arXiv:1703.10717): the generator, and the second half of the discriminator.</remarks>
public sealed class BeganDecoder : Module
{
    private readonly Sequential _net;

    /// <summary>Creates the network with PyTorch's small initial weights: the equilibrium begins with fakes that are easy to rebuild.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="code">Z; 1 or more.</param>
    /// <param name="width">n, the channels of every layer.</param>
    /// <param name="levels">How often the side doubles; 1 or more.</param>
    /// <param name="init">Draws the weights.</param>
    public BeganDecoder(SampleSchema schema, int code, int width, int levels, Generator init)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var (height, columns) = (schema.Height >> levels, schema.Width >> levels);
        var layers = new List<Module> { new Linear(code, width * height * columns, init), new Unflatten(width, height, columns) };     // [N, n, H/2^levels, W/2^levels]
        for (var level = 0; level <= levels; level++)
        {
            if (level > 0) layers.Add(new Upsample(2));
            layers.AddRange(new Conv2d(width, width, 3, init, padding: 1), new ELU(), new Conv2d(width, width, 3, init, padding: 1), new ELU());
        }

        layers.Add(new Conv2d(width, schema.Channels, 3, init, padding: 1));      // [N, C, H, W]
        _net = Child("net", new Sequential([.. layers]));
    }

    /// <param name="x">Codes, <c>[N, Z]</c>.</param>
    /// <returns>Pictures, <c>[N, C, H, W]</c>; about [-1, 1] once trained, without a bound.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => _net.Forward(x.ExpectShape("N Z", "The code"));
}
