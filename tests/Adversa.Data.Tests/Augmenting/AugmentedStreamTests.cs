using Adversa.Core.Tests;
using Adversa.Data.Augmenting;

namespace Adversa.Data.Tests.Augmenting;

public class AugmentedStreamTests
{
    private static readonly Augmentation Varied = new(Flip: 0.5, Shift: 0.2, Scale: 0.2, Rotate: 30, Brightness: 0.3, Contrast: 0.3, Cutout: 0.3);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_pictures_depend_on_neither_timing_nor_workers(int workers)
    {
        using var plain = new BatchStream(new GradientSource(), 8, seed: 3, workers: 0, augmentation: Varied);
        using var stream = new BatchStream(new GradientSource(), 8, seed: 3, workers: workers, augmentation: Varied);

        Assert.Equal(Take(plain, 20), Take(stream, 20));
    }

    [Fact]
    public void Ranks_together_see_what_one_process_sees()
    {
        using var whole = new BatchStream(new GradientSource(), 8, seed: 3, augmentation: Varied);
        using var left = new BatchStream(new GradientSource(), 8, seed: 3, rank: 0, worldSize: 2, augmentation: Varied);
        using var right = new BatchStream(new GradientSource(), 8, seed: 3, rank: 1, worldSize: 2, augmentation: Varied);

        for (var i = 0; i < 12; i++) Assert.Equal(whole.Next().Values, left.Next().Values.Concat(right.Next().Values));
    }

    [Fact]
    public void A_restored_stream_goes_on_with_the_same_pictures()
    {
        using var straight = new BatchStream(new GradientSource(), 8, seed: 3, augmentation: Varied);
        Take(straight, 9);
        var state = new SavedState();
        straight.VisitState(state);
        state.IsLoading = true;
        using var restored = new BatchStream(new GradientSource(), 8, seed: 3, augmentation: Varied);
        restored.VisitState(state);

        Assert.Equal(Take(straight, 9), Take(restored, 9));
    }

    [Fact]
    public void Zeros_are_bit_for_bit_what_no_augmentation_is()
    {
        using var without = new BatchStream(new GradientSource(), 8, seed: 3);
        using var off = new BatchStream(new GradientSource(), 8, seed: 3, augmentation: new());
        using var on = new BatchStream(new GradientSource(), 8, seed: 3, augmentation: new(Flip: 0.5));
        var batches = Take(without, 10);

        Assert.Equal(batches, Take(off, 10));
        Assert.NotEqual(batches, Take(on, 10));
    }

    [Fact]
    public void A_sample_is_varied_by_its_index_and_pass_wherever_it_stands_in_a_batch()
    {
        using var large = new BatchStream(new GradientSource(), 30, seed: 3, augmentation: Varied);
        using var small = new BatchStream(new GradientSource(), 6, seed: 3, augmentation: Varied);
        var (first, again) = (Take(large, 2), Take(small, 10));

        Assert.Equal(first, again);
        Assert.NotEqual(first.Order(), Take(large, 2).Order());                 // another pass, other variations
    }

    [Fact]
    public void A_world_varies_each_sample_by_its_index()
    {
        using var stream = new BatchStream(new GradientSource(isEndless: true), 4, seed: 3, augmentation: Varied);
        stream.Next();
        var second = stream.Next().Values.AsSpan(36, 36).ToArray();
        var expected = new float[36];
        new GradientSource().Read(5, expected, out _);
        new Augmenter(Varied, stream.Source.Schema, 3).Apply(expected, epoch: 0, index: 5);

        Assert.Equal(expected, second);
    }

    [Fact]
    public void What_replaces_a_bad_sample_is_varied_as_the_wanted_one_would_have_been()
    {
        using var sound = new BatchStream(new GradientSource(), 8, seed: 3, workers: 0);
        var wanted = (long)Math.Round(sound.Next().Attributes![0] * 10);
        using var stream = new BatchStream(new GradientSource() { IsBad = i => i == wanted }, 8, seed: 3, augmentation: Varied);
        var batch = stream.Next();
        var taken = (long)Math.Round(batch.Attributes![0] * 10);
        var expected = new float[36];
        new GradientSource().Read(taken, expected, out var label);
        new Augmenter(Varied, stream.Source.Schema, 3).Apply(expected, epoch: 0, index: wanted);

        Assert.NotEqual(wanted, taken);
        Assert.Equal(1, stream.BadCount);
        Assert.Equal(label, batch.Labels![0]);
        Assert.Equal(expected, batch.Values.AsSpan(0, 36));
    }

    [Fact]
    public void Attributes_belong_to_their_samples()
    {
        using var with = new BatchStream(new GradientSource(), 10, seed: 3);
        using var none = new BatchStream(new CountingSource(30), 10, seed: 3);
        var batch = with.Next();

        Assert.Null(none.Next().Attributes);
        Assert.Equal(20, batch.Attributes!.Length);
        for (var i = 0; i < 10; i++)
        {
            var index = (int)Math.Round(batch.Attributes[2 * i] * 10);
            Assert.Equal((index % 2, index % 3), ((int)batch.Attributes[2 * i + 1], batch.Labels![i]));
        }
    }

    [Fact]
    public void The_wait_for_data_is_measured()
    {
        using var stream = new BatchStream(new CountingSource(100) { OnRead = _ => Thread.SpinWait(2000) }, 10, seed: 1, workers: 0);
        Assert.Equal(TimeSpan.Zero, stream.Waited);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Take(stream, 5);

        Assert.InRange(stream.Waited, TimeSpan.FromTicks(1), clock.Elapsed);
    }

    private static float[] Take(BatchStream stream, int batches) => [.. Enumerable.Range(0, batches).SelectMany(_ => stream.Next().Values)];
}
