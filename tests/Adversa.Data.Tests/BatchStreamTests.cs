using Adversa.Core.Tests;
using Adversa.Data.Tests.Augmenting;

namespace Adversa.Data.Tests;

public class BatchStreamTests
{
    [Fact]
    public void An_epoch_covers_every_sample_once_and_the_next_is_in_another_order()
    {
        using var stream = new BatchStream(new CountingSource(60), 12, seed: 1);
        var (first, second) = (Take(stream, 5), Take(stream, 5));

        Assert.Equal(Enumerable.Range(0, 60).Select(i => (float)i), first.Order());
        Assert.Equal(Enumerable.Range(0, 60).Select(i => (float)i), second.Order());
        Assert.NotEqual(first, second);
        Assert.NotEqual(first, first.Order());
        Assert.Equal(2, stream.Epoch);
        Assert.Equal(120, stream.Position);
    }

    [Fact]
    public void The_last_incomplete_batch_is_dropped()
    {
        using var stream = new BatchStream(new CountingSource(10), 4, seed: 1);
        var epoch = Take(stream, 2);
        stream.Next();

        Assert.Equal(8, epoch.Distinct().Count());
        Assert.Equal(12, stream.Position);
        Assert.Equal(1, stream.Epoch);
    }

    [Fact]
    public void The_seed_decides_the_order()
    {
        using var a = new BatchStream(new CountingSource(100), 10, seed: 1);
        using var b = new BatchStream(new CountingSource(100), 10, seed: 2);

        Assert.NotEqual(Take(a, 3), Take(b, 3));
    }

    [Fact]
    public void An_endless_source_is_read_in_order_and_never_twice()
    {
        using var stream = new BatchStream(new CountingSource(0, isEndless: true), 7, seed: 1);

        Assert.Equal(Enumerable.Range(0, 70).Select(i => (float)i), Take(stream, 10));
    }

    [Fact]
    public void Labels_belong_to_their_samples()
    {
        using var stream = new BatchStream(new CountingSource(30), 10, seed: 1);
        var batch = stream.Next();

        Assert.Equal(batch.Values.Select(v => (int)v % 3), batch.Labels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void The_order_depends_on_neither_timing_nor_workers(int workers)
    {
        using var plain = new BatchStream(new CountingSource(50), 8, seed: 3, workers: 0);
        var slow = new CountingSource(50) { OnRead = i => Thread.SpinWait((int)(i * 7919 % 50) * 400) };
        using var stream = new BatchStream(slow, 8, seed: 3, workers: workers);

        Assert.Equal(Take(plain, 20), Take(stream, 20));
    }

    [Fact]
    public void Ranks_together_see_what_one_process_sees()
    {
        using var whole = new BatchStream(new CountingSource(40), 8, seed: 3);
        using var left = new BatchStream(new CountingSource(40), 8, seed: 3, rank: 0, worldSize: 2);
        using var right = new BatchStream(new CountingSource(40), 8, seed: 3, rank: 1, worldSize: 2);
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(whole.Next().Values, left.Next().Values.Concat(right.Next().Values));
            Assert.Equal(whole.Position, left.Position);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(13)]
    public void A_restored_stream_goes_on_as_if_never_stopped(int consumed)
    {
        using var straight = new BatchStream(new CountingSource(50), 10, seed: 4);
        Take(straight, consumed);
        var state = new SavedState();
        straight.VisitState(state);
        state.IsLoading = true;
        using var restored = new BatchStream(new CountingSource(50), 10, seed: 4);
        Take(restored, 2);
        restored.VisitState(state);

        Assert.Equal(consumed * 10, state["position"]);
        Assert.Equal(Take(straight, 8), Take(restored, 8));
    }

    [Fact]
    public void A_negative_position_is_refused()
    {
        using var stream = new BatchStream(new CountingSource(50), 10, seed: 4);

        var refusal = Assert.Throws<AdversaException>(() => stream.VisitState(new SavedState { ["position"] = -1, IsLoading = true }));

        Assert.Equal(ExitCode.Checkpoint, refusal.Exit);
    }

    [Fact]
    public void A_bad_sample_is_replaced_by_the_same_neighbour_each_time_and_counted_once()
    {
        var source = new CountingSource(20_000) { IsBad = i => i == 5 };
        using var a = new BatchStream(source, 1000, seed: 4);
        using var b = new BatchStream(source, 1000, seed: 4, workers: 3);
        var (first, again) = (Take(a, 40), Take(b, 40));

        Assert.Equal(first, again);
        Assert.Equal(40_000, first.Length);
        Assert.DoesNotContain(5f, first);
        Assert.Equal(1, a.BadCount);
        Assert.Equal(new BadSample("5.png", new("5.png is gone", "5.png ya no está")), Assert.Single(a.BadSamples));
    }

    [Fact]
    public void Nine_bad_samples_are_borne_in_a_small_set_and_ten_are_not()
    {
        using var nine = new BatchStream(new CountingSource(100) { IsBad = i => i < 9 }, 50, seed: 1);
        using var ten = new BatchStream(new CountingSource(100) { IsBad = i => i < 10 }, 50, seed: 1);
        Take(nine, 4);

        var refusal = Assert.Throws<AdversaException>(() => Take(ten, 4));

        Assert.Equal(9, nine.BadCount);
        Assert.Equal((3005, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains("10 of 100", refusal.Message);
    }

    [Fact]
    public void Bad_samples_are_counted_on_after_a_restore_and_a_batch_that_ended_the_run_is_not_among_them()
    {
        var state = new SavedState();
        using var first = new BatchStream(new CountingSource(100) { IsBad = i => i < 9 }, 50, seed: 1);
        Take(first, 4);
        first.VisitState(state);
        state.IsLoading = true;
        using var worse = new BatchStream(new CountingSource(100) { IsBad = i => i < 10 }, 50, seed: 1);
        worse.VisitState(state);

        Assert.Equal(9, worse.BadCount);
        Assert.Equal(first.BadSamples.Select(bad => bad.Name).Order(), worse.BadSamples.Select(bad => bad.Name).Order());
        Assert.Contains("10 of 100", Assert.Throws<AdversaException>(() => Take(worse, 4)).Message);
        Assert.Equal(9, worse.BadCount);
        var after = new SavedState();
        worse.VisitState(after);
        using var repaired = new BatchStream(new CountingSource(100) { IsBad = i => i < 9 }, 50, seed: 1);
        after.IsLoading = true;
        repaired.VisitState(after);
        Take(repaired, 4);
        Assert.Equal(9, repaired.BadCount);
    }

    [Fact]
    public void While_all_is_well_the_state_is_the_position_alone_and_an_older_state_still_loads()
    {
        var state = new SavedState();
        using var sound = new BatchStream(new CountingSource(100), 50, seed: 1);
        Take(sound, 3);
        sound.VisitState(state);
        state.IsLoading = true;
        using var spoilt = new BatchStream(new CountingSource(100) { IsBad = i => i < 9 }, 50, seed: 1);
        Take(spoilt, 2);
        spoilt.VisitState(state);

        Assert.Equal(["position"], state.Names);
        Assert.Equal(0, spoilt.BadCount);
        Assert.Equal(150, spoilt.Position);
    }

    [Fact]
    public void Data_that_was_changed_is_counted_anew()
    {
        var state = new SavedState();
        using var before = new BatchStream(new GradientSource() { IsBad = i => i < 9 }, 30, seed: 1);
        Take(before, 2);
        before.VisitState(state);
        state.IsLoading = true;
        using var after = new BatchStream(new GradientSource() { Fingerprint = "repaired" }, 30, seed: 1);
        after.VisitState(state);

        Assert.Equal(9, before.BadCount);
        Assert.Equal(0, after.BadCount);
        Assert.Equal(60, after.Position);
    }

    [Fact]
    public void A_hundred_failures_in_a_row_end_the_run_however_large_the_set()
    {
        using var stream = new BatchStream(new CountingSource(0, isEndless: true) { IsBad = i => i is >= 3_000_000 and < 3_000_100 }, 64, seed: 1);
        stream.VisitState(new SavedState { ["position"] = 2_999_936, IsLoading = true });

        Assert.Throws<AdversaException>(() => Take(stream, 5));
    }

    [Fact]
    public void When_nothing_can_be_read_the_run_ends_with_a_reason()
    {
        using var stream = new BatchStream(new CountingSource(1000) { IsBad = _ => true }, 10, seed: 1);

        Assert.Contains("in a row", Assert.Throws<AdversaException>(stream.Next).Message);
    }

    [Fact]
    public void A_bug_of_ours_in_a_source_reaches_the_caller()
    {
        using var stream = new BatchStream(new CountingSource(100) { OnRead = _ => throw new InvalidOperationException("bug") }, 10, seed: 1);

        Assert.Equal("bug", Assert.Throws<InvalidOperationException>(stream.Next).Message);
    }

    [Fact]
    public void A_set_smaller_than_the_batch_gives_smaller_batches_and_a_warning()
    {
        using var stream = new BatchStream(new CountingSource(5), 64, seed: 1, rank: 1, worldSize: 2);

        Assert.Equal(2, stream.Next().Count);
        Assert.Equal(4, stream.BatchSize);
        Assert.Contains("5 samples", Assert.Single(stream.Warnings).English);
    }

    [Fact]
    public void An_empty_set_is_refused() =>
        Assert.Equal(3006, Assert.Throws<AdversaException>(() => new BatchStream(new CountingSource(0), 4, seed: 1)).Code);

    [Fact]
    public void Disposing_ends_the_workers_even_while_they_wait()
    {
        var before = Running();
        for (var i = 0; i < 20; i++)
        {
            using var stream = new BatchStream(new CountingSource(100), 10, seed: 1, workers: 2);
            stream.Next();
        }

        Assert.True(Running() < before + 20);       // other tests may start threads of their own
    }

    private static int Running() => System.Diagnostics.Process.GetCurrentProcess().Threads.Count;

    private static float[] Take(BatchStream stream, int batches) => [.. Enumerable.Range(0, batches).SelectMany(_ => stream.Next().Values)];
}
