using Adversa.Data;
using Adversa.Training.Judges;
using Adversa.Worlds.Digits;

namespace Adversa.Training.Tests.Judges;

public sealed class StackedDigitsJudgeTests : IDisposable
{
    private readonly TemporaryFolder _cache = new();
    private readonly StackedDigitsWorld _world = new(size: 24, digits: 2);
    private readonly StackedDigitsJudge _judge;

    public StackedDigitsJudgeTests() => _judge = new(ClassJudge.For(new DigitsWorld(size: 24), new DigitsWorld(size: 24, split: Split.Test), _cache.Root, null, steps: 60, heldOut: 100), _world.Schema);

    public void Dispose()
    {
        _judge.Dispose();
        _cache.Dispose();
    }

    [Fact]
    public void Real_samples_show_as_many_tuples_as_chance_says()
    {
        var report = Values(PointSamples.Of(_world, 400));

        Assert.Equal(100 * (1 - Math.Pow(0.99, 400)), report["real_modes"], tolerance: 1e-9);
        Assert.InRange(report["modes"], report["real_modes"] - 4, 100);
        Assert.InRange(report["rkl"], 0.05, 0.25);                                          // (K - 1) / (2n) is 0.12
    }

    [Fact]
    public void The_tuple_is_the_label_of_the_world()
    {
        var (one, right) = (new float[_world.Schema.Values], 0);
        for (var i = 0; i < 20; i++)
        {
            _world.Read(i, one, out var label);
            float[] twice = [.. one, .. one];
            var report = Values(twice);
            Assert.Equal((1.0, Math.Log(100)), (report["modes"], report["rkl"]));
            if (_judge.Labels(twice)[0] == label) right++;
        }

        Assert.True(right >= 12, $"{right} of 20");                                          // a judge of 60 steps reads nine digits of ten; another order of the digits, two tuples of twenty
    }

    [Fact]
    public void No_samples_and_half_a_sample_are_refused()
    {
        Assert.Throws<ArgumentException>(() => _judge.Judge([]));
        Assert.Throws<ArgumentException>(() => _judge.Judge(new float[24 * 24]));
    }

    private Dictionary<string, double> Values(float[] samples) => _judge.Judge(samples).Values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
