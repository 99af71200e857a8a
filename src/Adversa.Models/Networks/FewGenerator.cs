using System.Globalization;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a latent vector to a picture by few, light layers: small maps weigh the channels of large ones, so that gradients reach them directly.</summary>
/// <remarks>Liu et al., 2021, "Towards Faster and Stabilized GAN Training for High-fidelity Few-shot Image Synthesis", section 3.1 (arXiv:2101.04775).
/// The paper's skips join sides of 4 and 64, 8 and 128, 16 and 256: four doublings; in smaller pictures, as many as there are.</remarks>
public sealed class FewGenerator : Module
{
    private const int Reach = 4;

    private readonly Sequential _first;
    private readonly Sequential[] _blocks;
    private readonly SkipExcitation?[] _skips;
    private readonly Sequential _last;
    private readonly int _reach;

    /// <summary>Creates the network with DCGAN's initial weights.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^<paramref name="levels"/>.</param>
    /// <param name="latent">Z; 1 or more.</param>
    /// <param name="width">Channels at 128 pixels; the smallest map has 16 times as many.</param>
    /// <param name="levels">How often the side doubles; 2 or more.</param>
    /// <param name="build">Draws the weights and the noise.</param>
    public FewGenerator(SampleSchema schema, int latent, int width, int levels, BuildContext build)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(build);
        _reach = Math.Min(Reach, levels);
        (_blocks, _skips) = (new Sequential[levels], new SkipExcitation?[levels]);
        var (first, init) = (FewLayers.Channels(width, 0), build.Init);
        _first = Child("first", new Sequential(new ConvTranspose2d(latent, 2 * first, Rows(0), init, bias: false, kernelWidth: Columns(0)), new BatchNorm2d(2 * first), new Glu()));
        for (var level = 1; level <= levels; level++)                             // [N, c, h, w] to [N, c', 2h, 2w]
        {
            var (from, to, name) = (FewLayers.Channels(width, level - 1), FewLayers.Channels(width, level), level.ToString(CultureInfo.InvariantCulture));
            _blocks[level - 1] = Child($"block{name}", new Sequential(level % 2 == 1 ? FewLayers.UpTwice(from, to, Rows(level), Columns(level), build) : FewLayers.Up(from, to, init)));
            var small = level - _reach;
            if (small >= 0) _skips[level - 1] = Child($"skip{name}", new SkipExcitation(FewLayers.Channels(width, small), to, Rows(small), Columns(small), init));
        }

        _last = Child("last", new Sequential(new Conv2d(FewLayers.Channels(width, levels), schema.Channels, 3, init, padding: 1), new Tanh()));
        Init.Dcgan(this, init);
        SpectralNorm.Apply(this, init);

        int Rows(int level) => schema.Height >> (levels - level);
        int Columns(int level) => schema.Width >> (levels - level);
    }

    /// <param name="x">z, <c>[N, Z]</c>.</param>
    /// <returns>Pictures, <c>[N, C, H, W]</c>, in [-1, 1].</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var maps = new List<Tensor> { _first.Forward(x.ExpectShape("N Z", "The latent").Reshape(x.Size(0), -1, 1, 1)) };
        for (var i = 0; i < _blocks.Length; i++)
        {
            var map = _blocks[i].Forward(maps[i]);
            maps.Add(_skips[i] is { } skip ? map * skip.Forward(maps[i + 1 - _reach]) : map);
        }

        return _last.Forward(maps[^1]);
    }
}
