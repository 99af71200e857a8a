using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Networks;

/// <summary>How a block of Inception pools beside its convolutions.</summary>
internal enum InceptionPool
{
    /// <summary>3x3 mean, step 1; zeros around the picture do not count.</summary>
    Average,

    /// <summary>3x3 maximum, step 1.</summary>
    Maximum,

    /// <summary>3x3 maximum, step 2, no convolution behind it: the picture shrinks.</summary>
    Shrink,
}

/// <summary>A block of Inception: several ways side by side, their channels joined.</summary>
internal sealed class InceptionMix : Module
{
    private readonly List<Func<Tensor, Tensor>> _ways = [];
    private readonly Generator _init;

    private InceptionMix(Generator init) => _init = init;

    /// <summary>5x5, 3x3 twice, 1x1: 35x35 stays.</summary>
    internal static InceptionMix A(int from, int pooled, Generator init)
    {
        var mix = new InceptionMix(init);
        mix.Way(mix.Conv("branch1x1", from, 64));
        mix.Way(mix.Conv("branch5x5_1", from, 48), mix.Conv("branch5x5_2", 48, 64, 5, 5));
        mix.Way(mix.Conv("branch3x3dbl_1", from, 64), mix.Conv("branch3x3dbl_2", 64, 96, 3, 3), mix.Conv("branch3x3dbl_3", 96, 96, 3, 3));
        mix.PoolWay(InceptionPool.Average, mix.Conv("branch_pool", from, pooled));
        return mix;
    }

    /// <summary>35x35 to 17x17.</summary>
    internal static InceptionMix B(int from, Generator init)
    {
        var mix = new InceptionMix(init);
        mix.Way(mix.Halving("branch3x3", from, 384));
        mix.Way(mix.Conv("branch3x3dbl_1", from, 64), mix.Conv("branch3x3dbl_2", 64, 96, 3, 3), mix.Halving("branch3x3dbl_3", 96, 96));
        mix.PoolWay(InceptionPool.Shrink);
        return mix;
    }

    /// <summary>7x7 as 1x7 and 7x1: 17x17 stays.</summary>
    internal static InceptionMix C(int from, int inner, Generator init)
    {
        var mix = new InceptionMix(init);
        mix.Way(mix.Conv("branch1x1", from, 192));
        mix.Way(mix.Conv("branch7x7_1", from, inner), mix.Conv("branch7x7_2", inner, inner, 1, 7), mix.Conv("branch7x7_3", inner, 192, 7, 1));
        mix.Way(mix.Conv("branch7x7dbl_1", from, inner), mix.Conv("branch7x7dbl_2", inner, inner, 7, 1), mix.Conv("branch7x7dbl_3", inner, inner, 1, 7),
            mix.Conv("branch7x7dbl_4", inner, inner, 7, 1), mix.Conv("branch7x7dbl_5", inner, 192, 1, 7));
        mix.PoolWay(InceptionPool.Average, mix.Conv("branch_pool", from, 192));
        return mix;
    }

    /// <summary>17x17 to 8x8.</summary>
    internal static InceptionMix D(int from, Generator init)
    {
        var mix = new InceptionMix(init);
        mix.Way(mix.Conv("branch3x3_1", from, 192), mix.Halving("branch3x3_2", 192, 320));
        mix.Way(mix.Conv("branch7x7x3_1", from, 192), mix.Conv("branch7x7x3_2", 192, 192, 1, 7), mix.Conv("branch7x7x3_3", 192, 192, 7, 1), mix.Halving("branch7x7x3_4", 192, 192));
        mix.PoolWay(InceptionPool.Shrink);
        return mix;
    }

    /// <summary>3x3 as 1x3 beside 3x1: 8x8 stays.</summary>
    internal static InceptionMix E(int from, InceptionPool pool, Generator init)
    {
        var mix = new InceptionMix(init);
        mix.Way(mix.Conv("branch1x1", from, 320));
        mix.ForkedWay([mix.Conv("branch3x3_1", from, 384)], mix.Conv("branch3x3_2a", 384, 384, 1, 3), mix.Conv("branch3x3_2b", 384, 384, 3, 1));
        mix.ForkedWay([mix.Conv("branch3x3dbl_1", from, 448), mix.Conv("branch3x3dbl_2", 448, 384, 3, 3)], mix.Conv("branch3x3dbl_3a", 384, 384, 1, 3), mix.Conv("branch3x3dbl_3b", 384, 384, 3, 1));
        mix.PoolWay(pool, mix.Conv("branch_pool", from, 192));
        return mix;
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Tensor.Cat([.. _ways.Select(way => way(x))], 1);

    /// <summary>A convolution that keeps the size.</summary>
    private InceptionConv Conv(string name, int from, int to, int height = 1, int width = 1) =>
        Child(name, new InceptionConv(from, to, height, width, _init, stride: 1, height / 2, width / 2));

    private InceptionConv Halving(string name, int from, int to) => Child(name, new InceptionConv(from, to, 3, 3, _init, stride: 2));

    private void Way(params InceptionConv[] convs) => _ways.Add(x => Through(convs, x));

    private void ForkedWay(InceptionConv[] convs, InceptionConv left, InceptionConv right) =>
        _ways.Add(x => Through(convs, x) is var y ? Tensor.Cat([left.Forward(y), right.Forward(y)], 1) : x);

    private void PoolWay(InceptionPool pool, params InceptionConv[] convs) => _ways.Add(x => Through(convs, Pooled(pool, x)));

    private static Tensor Through(InceptionConv[] convs, Tensor x) => convs.Aggregate(x, (y, conv) => conv.Forward(y));

    private static Tensor Pooled(InceptionPool pool, Tensor x) => pool switch
    {
        InceptionPool.Average => Ops.AvgPool2d(x, [3, 3], [1, 1], [1, 1], ceilMode: false, countIncludePad: false),
        InceptionPool.Maximum => Ops.MaxPool2d(x, [3, 3], [1, 1], [1, 1], [1, 1]),
        _ => Ops.MaxPool2d(x, [3, 3], [2, 2], [0, 0], [1, 1]),
    };
}
