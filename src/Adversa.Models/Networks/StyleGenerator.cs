using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>From a latent vector to a style, and from a style for each layer to a picture: a learned small picture, modulated convolutions, noise, and the colours of all sizes added up.</summary>
/// <remarks>Karras et al., 2020, "Analyzing and Improving the Image Quality of StyleGAN" (arXiv:1912.04958), sections 2 and 4.1. Styles are one more than convolutions of 3x3:
/// the way to colours of a size takes the style of the next layer, as the authors have it.</remarks>
public sealed class StyleGenerator : Module
{
    private const double MappingRate = 0.01, AverageBeta = 0.995;

    private readonly Generator _noise;
    private readonly double _mixing;
    private readonly Sequential _mapping;
    private readonly Tensor _basis;
    private readonly StyleLayer[] _layers;               // one for the smallest picture, two for each other
    private readonly ModulatedConv2d[] _toColours;
    private readonly Tensor[] _colourBias;
    private readonly SmoothResample _enlarge = new(up: true);

    /// <summary>Creates the network.</summary>
    /// <param name="schema">The pictures; sides are multiples of 2^levels.</param>
    /// <param name="latent">Z and W, the lengths of z and of a style.</param>
    /// <param name="mappingLayers">Dense layers from z to the style.</param>
    /// <param name="widths">Channels at each resolution, from the smallest picture to the largest.</param>
    /// <param name="mixing">The share of pictures in training of which a second latent decides the finer layers.</param>
    /// <param name="init">Draws the weights.</param>
    /// <param name="noise">The run's generator: draws the layers' noise, and what is mixed, in training.</param>
    public StyleGenerator(SampleSchema schema, int latent, int mappingLayers, IReadOnlyList<int> widths, double mixing, Generator init, Generator noise)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(widths);
        (_noise, _mixing, Latent) = (noise, mixing, latent);
        var levels = widths.Count - 1;
        _basis = Parameter("basis", Init.Normal(Tensor.Zeros([1, widths[0], schema.Height >> levels, schema.Width >> levels]), 0, 1, init));
        _colourBias = [.. widths.Select((_, level) => Parameter($"colour_bias{level}", Tensor.Zeros([1, schema.Channels, 1, 1])))];
        AverageStyle = Buffer("average_style", Tensor.Zeros([latent]));
        PathLength = Buffer("path_length", Tensor.Zeros([]));
        _mapping = Child("mapping", new Sequential([.. Enumerable.Range(0, mappingLayers).SelectMany(_ =>
            (Module[])[new EqualizedLinear(latent, latent, init, gain: 1, rate: MappingRate), new ScaledLeakyReLU()])]));
        _layers = [.. Enumerable.Range(0, 2 * levels + 1).Select(i => Child($"layer{i}", Layer(i)))];
        _toColours = [.. widths.Select((width, level) =>
            Child($"to_colours{level}", new ModulatedConv2d(width, schema.Channels, 1, latent, init, demodulate: false)))];

        StyleLayer Layer(int i)
        {
            var level = (i + 1) / 2;                     // 0, 1, 1, 2, 2, ...: the first of two doubles the side
            var up = i % 2 == 1;
            return new StyleLayer(widths[up ? level - 1 : level], widths[level], latent, init, up);
        }
    }

    /// <summary>Z, and W: the lengths of z and of a style.</summary>
    public int Latent { get; }

    /// <summary>L, the styles of a picture: see <see cref="FirstOfLevel"/>.</summary>
    public int Styles => _layers.Length + 1;

    /// <summary>How often the side doubles.</summary>
    public int Levels => _toColours.Length - 1;

    /// <summary>w̄, the slow mean of the styles of training, <c>[W]</c>: β is .995 for each batch.</summary>
    public Tensor AverageStyle { get; }

    /// <summary>The slow mean of the path lengths; see <see cref="Penalties.PathLengthPenalty"/>.</summary>
    internal Tensor PathLength { get; }

    /// <summary>The first style that a resolution takes; those before it are of coarser ones.</summary>
    /// <param name="level">From 0, the smallest picture, to <see cref="Levels"/>.</param>
    public static int FirstOfLevel(int level) => Math.Max(0, 2 * level - 1);

    /// <summary>From a latent to its style.</summary>
    /// <param name="z"><c>[N, Z]</c>; only its direction counts.</param>
    /// <returns>w, <c>[N, W]</c>.</returns>
    public Tensor Map(Tensor z)
    {
        ArgumentNullException.ThrowIfNull(z);
        z = z.ExpectShape($"N {Latent}", "The latent");
        return _mapping.Forward(z * Ops.Rsqrt(z.Square().Mean([1], keepDim: true) + 1e-8));
    }

    /// <summary>The same style for every layer.</summary>
    /// <param name="w"><c>[N, W]</c>.</param>
    /// <returns><c>[N, L, W]</c>.</returns>
    public Tensor ForEachLayer(Tensor w)
    {
        ArgumentNullException.ThrowIfNull(w);
        return Ops.Expand(w.Reshape(w.Size(0), 1, Latent), [w.Size(0), Styles, Latent]);
    }

    /// <summary>The styles of latents in training: some are mixed, and the average takes them in.</summary>
    /// <param name="z"><c>[N, Z]</c>.</param>
    /// <returns><c>[N, L, W]</c>.</returns>
    internal Tensor TrainingStyles(Tensor z)
    {
        var w = Map(z);
        using (Autograd.NoGrad()) Ops.LerpInPlace(AverageStyle, w.Mean([0]), 1 - AverageBeta).Dispose();
        return _mixing == 0 ? ForEachLayer(w) : Mixed(w, Map(Tensor.Randn(z.Shape, _noise)));
    }

    /// <summary>A picture of styles.</summary>
    /// <param name="styles"><c>[N, L, W]</c>.</param>
    /// <param name="noise">Draws standard normal numbers of a shape, layer after layer; null draws without noise.</param>
    /// <returns><c>[N, C, H, W]</c>; about [-1, 1] once trained, without a bound.</returns>
    public Tensor Draw(Tensor styles, Func<long[], Tensor>? noise)
    {
        ArgumentNullException.ThrowIfNull(styles);
        styles.ExpectShape($"N {Styles} {Latent}", "The styles");
        var x = Ops.Expand(_basis, [styles.Size(0), _basis.Size(1), _basis.Size(2), _basis.Size(3)]);
        Tensor? picture = null;
        for (var level = 0; level <= Levels; level++)
        {
            for (var i = FirstOfLevel(level); i <= 2 * level; i++) x = _layers[i].Forward(x, Style(i), noise);
            var colours = _toColours[level].Forward(x, Style(2 * level + 1)) + _colourBias[level];
            picture = picture is null ? colours : _enlarge.Forward(picture) + colours;
        }

        return picture!;

        Tensor Style(int i) => styles.Narrow(1, i, 1).Reshape(-1, Latent);
    }

    /// <summary>In training with mixed styles and noise; else without both.</summary>
    /// <param name="x">z, <c>[N, Z]</c>.</param>
    /// <returns>Pictures, <c>[N, C, H, W]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => IsTraining ? Draw(TrainingStyles(x), Noise) : Draw(ForEachLayer(Map(x)), noise: null);

    /// <summary>The layers' noise in training.</summary>
    internal Tensor Noise(long[] shape) => Tensor.Randn(shape, _noise);

    /// <summary>Of a share of the pictures, the second latent decides the layers from some layer on: any but the first is as likely.</summary>
    private Tensor Mixed(Tensor first, Tensor second)
    {
        var n = first.Size(0);
        var from = 1 + Tensor.Rand([n, 1, 1], _noise) * (Styles - 1);                                     // a layer i is of the second where i + 1 > from
        var isMixed = Ops.Lt(Tensor.Rand([n, 1, 1], _noise), _mixing).To(first.DType);
        var isFiner = Ops.Gt(Tensor.From([.. Enumerable.Range(1, Styles).Select(i => (float)i)], 1, Styles, 1), from).To(first.DType);
        var (a, b) = (ForEachLayer(first), ForEachLayer(second));
        return a + isMixed * isFiner * (b - a);
    }
}
