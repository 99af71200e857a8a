using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Runs;

/// <summary>A time limit is for training: all else takes a tenth of it.</summary>
public class SideWorkTests
{
    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void Without_a_limit_nothing_is_left_out()
    {
        var side = new SideWork(limit: null);
        side.Took(RunWork.Drawing, S(1000));

        Assert.True(side.MayBegin(S(1000)) && side.MayDo(RunWork.Drawing, S(1)));
    }

    [Fact]
    public void Whatever_is_asked_for_never_takes_more_than_a_tenth_with_what_comes_at_the_end()
    {
        var side = new SideWork(S(100));
        var (now, spent) = (0.0, 0.0);
        Dictionary<RunWork, double> costs = new() { [RunWork.Drawing] = 1.5, [RunWork.Saving] = 0.5, [RunWork.Examining] = 1 };
        Assert.True(side.MayBegin(S(1.5)));
        for (; now < 100; now += 0.1)
            foreach (var (work, cost) in costs)
            {
                if (!side.MayDo(work, S(now))) continue;
                side.Took(work, S(cost));
                (now, spent) = (now + cost, spent + cost);
            }

        Assert.InRange(spent + costs[RunWork.Drawing] + costs[RunWork.Saving], 6, 10);
    }

    [Fact]
    public void A_first_sheet_that_would_take_the_tenth_alone_is_left_out_and_so_are_those_on_the_way()
    {
        var side = new SideWork(S(72));

        Assert.False(side.MayBegin(S(4)));
        Assert.False(side.MayDo(RunWork.Drawing, S(35)));           // the sheet at the end needs what is left
        Assert.True(side.MayDo(RunWork.Examining, S(35)));
    }

    [Fact]
    public void What_is_left_out_on_the_way_comes_at_the_end()
    {
        using var folder = new TemporaryFolder();
        var recorder = new Recorder();

        Tiny.Train(folder["run"], Tiny.Recipe("ddpm", 1_000_000_000, ("minutes", 0.005), ("checkpointEvery", 1), ("sampleEvery", 1), ("options.previewSteps", 25)), null, recorder);

        var last = new RunFolder(folder["run"]).Recipe["steps"]!.GetValue<long>();
        Assert.Equal(last, recorder.Events.OfType<SamplesDrawn>().Last().Step);
        Assert.Equal(last, new RunFolder(folder["run"]).Checkpoints.Newest().Good!.Step);
    }
}
