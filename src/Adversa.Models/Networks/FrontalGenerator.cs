using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>What a <see cref="FrontalGenerator"/> makes on its way.</summary>
/// <param name="Picture"><c>[N, C, H, W]</c> in (-1, 1).</param>
/// <param name="Half">What the global pathway shows at half of the sides, <c>[N, C, H/2, W/2]</c>.</param>
/// <param name="Quarter">And at a quarter, <c>[N, C, H/4, W/4]</c>.</param>
/// <param name="Parts">What each local pathway shows of its own box, <c>[N, C, H/4, W/4]</c>: the eyes, the nose, the mouth.</param>
public sealed record FrontalViews(Tensor Picture, Tensor Half, Tensor Quarter, IReadOnlyList<Tensor> Parts);

/// <summary>From a turned head to its frontal view: a global encoder-decoder for the whole, four local pathways for eyes, nose and mouth, joined before the last layers.</summary>
/// <remarks>After Huang et al., 2017, section 3.1 (arXiv:1704.04086). There the parts are cut out at landmarks; here the boxes are fixed places of a frontal face, and a local pathway sees the whole
/// strip of the picture at its box's height: a head that turns keeps its eyes, nose and mouth at their heights.</remarks>
public sealed class FrontalGenerator : Module, IDrawing
{
    private const int Boxes = 4, MostWider = 8;    // a box has a quarter of the picture's sides; the most channels beside the first map's

    private static readonly (double Row, double Column)[] Centres = [(0.46, 0.405), (0.46, 0.595), (0.53, 0.5), (0.68, 0.5)];

    private readonly SampleSchema _made;
    private readonly int _levels, _latent;
    private readonly Sequential[] _down, _up, _local, _part;
    private readonly Linear _code, _grow;
    private readonly Sequential _half, _quarter, _last;

    /// <summary>Creates the network with PyTorch's initial weights.</summary>
    /// <param name="inChannels">Channels of the turned pictures.</param>
    /// <param name="made">The pictures that it makes; sides are multiples of 16 and of 2^<paramref name="levels"/>.</param>
    /// <param name="width">Channels of the largest map; doubled at each halving, up to eight times.</param>
    /// <param name="levels">How often the side is halved; 3 or more.</param>
    /// <param name="code">Length of the code between encoder and decoder.</param>
    /// <param name="latent">Length of the noise beside it.</param>
    /// <param name="init">Draws the weights.</param>
    public FrontalGenerator(int inChannels, SampleSchema made, int width, int levels, int code, int latent, Generator init)
    {
        ArgumentNullException.ThrowIfNull(made);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 3);
        (_made, _levels, _latent) = (made, levels, latent);
        _down = [.. Enumerable.Range(0, levels + 1).Select(level => Child($"down{level}", new Sequential(level == 0         // [N, c(l-1), h, w] to [N, c(l), h/2, w/2]
            ? [new Conv2d(inChannels, width, 3, init, padding: 1), new LeakyReLU(0.2)]
            : [new Conv2d(Channels(level - 1), Channels(level), 4, init, stride: 2, padding: 1), new LeakyReLU(0.2)])))];
        var innermost = Channels(levels) * (made.Height >> levels) * (made.Width >> levels);
        _code = Child("code", new Linear(innermost, code, init));
        _grow = Child("grow", new Linear(code + latent, innermost, init));
        _up = [.. Enumerable.Range(0, levels).Select(level => Child($"up{level}", new Sequential(                            // [N, 2c(l+1), h, w] to [N, c(l), 2h, 2w]
            new ConvTranspose2d(2 * Channels(level + 1), Channels(level), 4, init, stride: 2, padding: 1), new LeakyReLU(0.2))))];
        (_half, _quarter) = (Child("half", Shown(Channels(1))), Child("quarter", Shown(Channels(2))));
        _local = [.. Enumerable.Range(0, Boxes).Select(i => Child($"local{i}", new Sequential(                               // [N, in, H/4, W] to [N, w, H/4, W]
            new Conv2d(inChannels, width, 3, init, padding: 1), new LeakyReLU(0.2),
            new Conv2d(width, 2 * width, 4, init, stride: 2, padding: 1), new LeakyReLU(0.2),
            new Conv2d(2 * width, 4 * width, 4, init, stride: 2, padding: 1), new LeakyReLU(0.2),
            new Conv2d(4 * width, 4 * width, 3, init, padding: 1, kernelWidth: 3), new LeakyReLU(0.2),
            new ConvTranspose2d(4 * width, 2 * width, 4, init, stride: 2, padding: 1), new LeakyReLU(0.2),
            new ConvTranspose2d(2 * width, width, 4, init, stride: 2, padding: 1), new LeakyReLU(0.2))))];
        _part = [.. Enumerable.Range(0, Boxes).Select(i => Child($"part{i}", Shown(width)))];
        _last = Child("last", new Sequential(
            new Conv2d(3 * width + made.Channels, 2 * width, 3, init, padding: 1), new LeakyReLU(0.2),
            new Conv2d(2 * width, made.Channels, 3, init, padding: 1), new Tanh()));

        int Channels(int level) => width * Math.Min(1 << level, MostWider);
        Sequential Shown(int channels) => new(new Conv2d(channels, made.Channels, 3, init, padding: 1), new Tanh());
    }

    /// <summary>The upper left corners of the boxes of a picture: left eye, right eye, nose, mouth. Each has a quarter of its sides.</summary>
    /// <param name="height">H.</param>
    /// <param name="width">W.</param>
    public static IReadOnlyList<(int Row, int Column)> Corners(int height, int width) =>
        [.. Centres.Select(centre => ((int)Math.Round((centre.Row - 0.125) * height), (int)Math.Round((centre.Column - 0.125) * width)))];

    /// <param name="x">Turned heads in [-1, 1], <c>[N, in, H, W]</c>.</param>
    /// <returns>Frontal views in (-1, 1), <c>[N, C, H, W]</c>, without noise.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Make(x, Tensor.Zeros([x.Size(0), _latent])).Picture;
    }

    /// <inheritdoc/>
    public Tensor Draw(Tensor x, Func<long[], Tensor> uniform)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(uniform);
        return Make(x, uniform([x.Size(0), _latent]) * 2 - 1).Picture;
    }

    /// <summary>Makes the frontal view, and what the pathways show on their way to it.</summary>
    /// <param name="x">Turned heads in [-1, 1], <c>[N, in, H, W]</c>.</param>
    /// <param name="z">Noise, <c>[N, Z]</c>.</param>
    public FrontalViews Make(Tensor x, Tensor z)
    {
        var maps = new Tensor[_levels + 1];
        for (var level = 0; level <= _levels; level++) maps[level] = _down[level].Forward(level == 0 ? x.ExpectShape($"N C {_made.Height} {_made.Width}", "A head") : maps[level - 1]);
        var code = _code.Forward(maps[^1].Flatten(1));
        var y = Ops.LeakyRelu(_grow.Forward(Tensor.Cat([code, z], 1)), 0.2).Reshape(maps[^1].Shape);
        var shown = new Tensor[_levels];
        for (var level = _levels - 1; level >= 0; level--) shown[level] = y = _up[level].Forward(Tensor.Cat([y, maps[level + 1]], 1));

        var corners = Corners(_made.Height, _made.Width);
        var (rows, columns) = (_made.Height / 4, _made.Width / 4);
        var parts = new Tensor[Boxes];
        Tensor? joined = null;
        for (var i = 0; i < Boxes; i++)                                                                     // where boxes overlap, the larger number counts
        {
            var seen = _local[i].Forward(x.Narrow(2, corners[i].Row, rows)).Narrow(3, corners[i].Column, columns);
            parts[i] = _part[i].Forward(seen);
            var (left, top) = (corners[i].Column, corners[i].Row);
            var placed = Ops.ConstantPadNd(Tensor.Cat([seen, parts[i]], 1), [left, _made.Width - left - columns, top, _made.Height - top - rows], -1);
            joined = joined is null ? placed : Ops.Maximum(joined, placed);
        }

        return new(_last.Forward(Tensor.Cat([y, maps[0], joined!], 1)), _half.Forward(shown[1]), _quarter.Forward(shown[2]), parts);
    }
}
