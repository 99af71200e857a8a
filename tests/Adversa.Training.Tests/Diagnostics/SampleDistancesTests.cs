using Adversa.Torch;
using Adversa.Training.Diagnostics;

namespace Adversa.Training.Tests.Diagnostics;

public sealed class SampleDistancesTests
{
    [Fact]
    public void Distances_on_a_line_are_those_of_the_ruler()
    {
        using var scope = new TensorScope();
        var x = Tensor.From<float>([0, 1, 3], 3, 1);
        var (among, across) = (new SampleDistances(x, x), new SampleDistances(x, Tensor.From<float>([2, 10], 2, 1)));

        Assert.Equal((1.0 + 3 + 2) / 3, among.MeanOfPairs(), 6);
        Assert.Equal([1, 1, 2], among.NearestOther());
        Assert.Equal([3, 2, 3], among.KthOther(2));
        Assert.Equal([2, 1, 1], across.NearestOfRows());
        Assert.Equal([1, 7], across.NearestOfColumns());
    }

    [Fact]
    public void Wide_samples_are_measured_like_narrow_ones()
    {
        using var scope = new TensorScope();
        using var generator = new Generator(1);
        var x = Tensor.Randn([40, 784], generator);
        var values = x.ToArray<float>();

        Assert.Equal(Metrics.PairwiseDistance.Mean(values, 784), new SampleDistances(x, x).MeanOfPairs(), 1e-3);      // products cancel a little in float32
    }
}
