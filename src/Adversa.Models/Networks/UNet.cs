using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>Tells the noise in pictures: residual blocks down through halved resolutions and up again, where each block also sees what its level saw on the way down.</summary>
/// <remarks>Ho, Jain, Abbeel, 2020, appendix B (arXiv:2006.11239) and their code, whose plan for CIFAR-10 this is: width 128, levels (1, 2, 2, 2), 35.7 million parameters.
/// Keys are those of the PyTorch ports.</remarks>
public sealed class UNet : NoisePredictor
{
    private static readonly string[] Ends = ["conv2.", "proj_out.", "conv_out."];

    private readonly SampleSchema _schema;
    private readonly TimeEmbedding _time;
    private readonly Conv2d _first;
    private readonly Level[] _down;
    private readonly UNetBlock _middle1;
    private readonly SelfAttention2d _middleAttention;
    private readonly UNetBlock _middle2;
    private readonly Level[] _up;
    private readonly GroupNorm _norm;
    private readonly Conv2d _last;

    /// <summary>Creates the network with the authors' initial weights: Glorot's, and zeros where a branch ends.</summary>
    /// <param name="schema">The pictures; height and width are multiples of 2^(levels - 1).</param>
    /// <param name="width">Channels of the first level, twice as many at the others; a multiple of 4.</param>
    /// <param name="levels">Resolutions; 1 or more.</param>
    /// <param name="blocks">Residual blocks of a level on the way down; one more on the way up.</param>
    /// <param name="attentionLevel">The level whose blocks are followed by attention, from 1 on; 0 for none. The middle always has it.</param>
    /// <param name="dropout">The share dropped in each block, in [0, 1).</param>
    /// <param name="build">Initial weights, and the noise of dropout.</param>
    public UNet(SampleSchema schema, int width, int levels, int blocks, int attentionLevel, double dropout, BuildContext build)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(build);
        _schema = schema;
        var wide = levels > 1 ? 2 * width : width;                                 // channels at the bottom
        _time = Child("temb", new TimeEmbedding(width, 4 * width, build.Init));
        _first = Child("conv_in", new Conv2d(schema.Channels, width, 3, build.Init, padding: 1));

        var skips = new Stack<int>([width]);                                       // channels of what the way up will see
        var channels = width;                                                      // [N, w, H, W]
        _down = [.. Enumerable.Range(0, levels).Select(Down)];                     // [N, 2w, H/2, W/2], ...
        _middle1 = Child("mid.block_1", Block(wide, wide));
        _middleAttention = Child("mid.attn_1", new SelfAttention2d(wide, build.Init, UNetBlock.Groups(wide)));
        _middle2 = Child("mid.block_2", Block(wide, wide));
        _up = [.. Enumerable.Range(0, levels).Reverse().Select(Up)];               // back to [N, w, H, W]
        _norm = Child("norm_out", new GroupNorm(UNetBlock.Groups(width), width, UNetBlock.Eps));
        _last = Child("conv_out", new Conv2d(width, schema.Channels, 3, build.Init, padding: 1));
        Initialise(build.Init);

        Level Down(int level)
        {
            var stages = Enumerable.Range(0, blocks).Select(i => Next($"down.{level}", i, level, skipped: 0)).ToArray();
            if (level == levels - 1) return new(stages, null);
            skips.Push(channels);
            return new(stages, Child($"down.{level}.downsample.conv", new Conv2d(channels, channels, 3, build.Init, stride: 2)));
        }

        Level Up(int level)
        {
            var stages = Enumerable.Range(0, blocks + 1).Select(i => Next($"up.{level}", i, level, skipped: skips.Pop())).ToArray();
            return new(stages, level == 0 ? null : Child($"up.{level}.upsample.conv", new Conv2d(channels, channels, 3, build.Init, padding: 1)));
        }

        Stage Next(string at, int i, int level, int skipped)
        {
            var from = channels + skipped;
            channels = level == 0 ? width : 2 * width;
            if (skipped == 0) skips.Push(channels);
            var block = Child($"{at}.block.{i}", Block(from, channels));
            return new(block, level == attentionLevel - 1 ? Child($"{at}.attn.{i}", new SelfAttention2d(channels, build.Init, UNetBlock.Groups(channels))) : null);
        }

        UNetBlock Block(int from, int to) => new(from, to, 4 * width, dropout, build);
    }

    /// <param name="x">Noisy pictures, <c>[N, C, H, W]</c>.</param>
    /// <param name="t">Their steps, int64 <c>[N]</c>, from 1 on.</param>
    /// <returns>The noise, <c>[N, C, H, W]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x, Tensor t)
    {
        var step = Ops.Silu(_time.Forward(t));                                     // [N, 4w]
        var h = _first.Forward(x.ExpectShape($"N {_schema.Channels} {_schema.Height} {_schema.Width}", "A picture with noise"));
        var skips = new Stack<Tensor>([h]);
        foreach (var (stages, halve) in _down)
        {
            foreach (var stage in stages) skips.Push(h = stage.Forward(h, step));
            if (halve is not null) skips.Push(h = halve.Forward(Ops.ConstantPadNd(h, [0, 1, 0, 1], 0)));      // zeros below and on the right, as TensorFlow's SAME
        }

        h = _middle2.Forward(_middleAttention.Forward(_middle1.Forward(h, step)), step);
        foreach (var (stages, afterDoubling) in _up)
        {
            foreach (var stage in stages) h = stage.Forward(Tensor.Cat([h, skips.Pop()], 1), step);
            if (afterDoubling is not null) h = afterDoubling.Forward(Ops.UpsampleNearest2d(h, [2 * h.Size(2), 2 * h.Size(3)]));
        }

        return _last.Forward(Ops.Silu(_norm.Forward(h)));
    }

    /// <summary>Whatever is added to something else begins at zero, so the network begins as the identity, and its output at zero.</summary>
    private void Initialise(Generator init)
    {
        Init.Xavier(this, init);
        foreach (var (name, tensor) in NamedParameters())
            if (Ends.Any(end => name.Contains(end, StringComparison.Ordinal))) Init.Constant(tensor, 0);
    }

    /// <summary>A block, and the attention after it.</summary>
    private sealed record Stage(UNetBlock Block, SelfAttention2d? Attention)
    {
        public Tensor Forward(Tensor x, Tensor step)
        {
            var h = Block.Forward(x, step);
            return Attention?.Forward(h) ?? h;
        }
    }

    /// <summary>A resolution, and the convolution to the next.</summary>
    private sealed record Level(Stage[] Stages, Conv2d? Change);
}
