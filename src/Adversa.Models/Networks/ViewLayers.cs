using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>The layers that DR-GAN's networks are made of: 3x3 convolutions with batch norm and ELU, three at each size, the first of which halves or doubles the sides.</summary>
/// <remarks>Tran, Yin, Liu, 2017, table 1: w = 32 and four halvings of 96 pixels give its 64, 128, 192, 256 and 320 channels. Level l has w(l+1) channels inside and 2w(l+1) at its end.</remarks>
internal static class ViewLayers
{
    /// <summary>Channels at the end of a level.</summary>
    public static int Channels(int width, int level) => 2 * width * (level + 1);

    /// <summary>From pictures to maps: <c>[N, C, H, W]</c> to <c>[N, 2w(L+1), H/2^L, W/2^L]</c>; what they say of a picture is their mean.</summary>
    public static Sequential Down(int channels, int width, int levels, Generator init)
    {
        var layers = new List<Module>();
        for (var level = 0; level <= levels; level++)
        {
            var from = level == 0 ? channels : Channels(width, level - 1);
            if (level > 0) layers.AddRange(Convolution(from, from, init, stride: 2));
            layers.AddRange([.. Convolution(from, width * (level + 1), init), .. Convolution(width * (level + 1), Channels(width, level), init)]);
        }

        return new([.. layers]);
    }

    /// <summary>From codes to pictures in (-1, 1): <c>[N, Z]</c> to <c>[N, C, H, W]</c>, the mirror of <see cref="Down"/>.</summary>
    public static Sequential Up(int code, SampleSchema made, int width, int levels, Generator init)
    {
        var (height, columns, innermost) = (made.Height >> levels, made.Width >> levels, Channels(width, levels));
        var layers = new List<Module> { new Linear(code, innermost * height * columns, init), new Unflatten(innermost, height, columns), new BatchNorm2d(innermost), new ELU() };
        for (var level = levels; level >= 0; level--)
        {
            layers.AddRange(Convolution(Channels(width, level), width * (level + 1), init));
            if (level == 0) layers.AddRange([new Conv2d(width, made.Channels, 3, init, padding: 1), new Tanh()]);
            else layers.AddRange([.. Convolution(width * (level + 1), Channels(width, level - 1), init), .. Doubling(Channels(width, level - 1), init)]);
        }

        return new([.. layers]);
    }

    private static Module[] Convolution(int from, int to, Generator init, int stride = 1) =>
        [new Conv2d(from, to, 3, init, stride: stride, padding: 1, bias: false), new BatchNorm2d(to), new ELU()];

    private static Module[] Doubling(int channels, Generator init) =>
        [new ConvTranspose2d(channels, channels, 4, init, stride: 2, padding: 1, bias: false), new BatchNorm2d(channels), new ELU()];
}
