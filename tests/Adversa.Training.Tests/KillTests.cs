using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Adversa.Training.Folders;

namespace Adversa.Training.Tests;

/// <summary>Processes that are stopped or killed at moments of chance, and go on as if nothing had been.</summary>
public sealed class KillTests
{
    private const int Steps = 60;

    [Theory]
    [InlineData(Child.SIGTERM, 143, 1)]
    [InlineData(Child.SIGTERM, 143, 2)]
    [InlineData(Child.SIGINT, 130, 2)]
    [InlineData(Child.SIGUSR1, 85, 2)]
    public void A_signal_at_any_moment_saves_and_the_resumed_run_equals_the_straight_one(int signal, int exit, int threads)
    {
        using var folder = new TemporaryFolder();
        using (var child = Child.Start(Child.TrainArguments(folder["cut"], Recipe("dcgan"), threads), threads: threads))
        {
            child.WaitForStep(1 + new Rng(signal, threads).NextInt(Steps / 2));
            child.Signal(signal);
            Assert.Equal(exit, child.Exit());
        }

        var stopped = new RunFolder(folder["cut"]);
        Assert.Equal("stopped", stopped.Status["state"]!.GetValue<string>());
        Assert.Null(stopped.Checkpoints.List()[0].Problem);
        using (var child = Child.Start(["resume", folder["cut"], "--json"])) Assert.Equal(0, child.Exit());
        Assert.Equal(Straight(folder, "dcgan", threads), Tiny.Hash(folder["cut"]));
    }

    [Theory]
    [InlineData("ring", 1)]
    [InlineData("digits", 2)]
    [InlineData("dcgan", 3)]
    public void Kill_9_again_and_again_loses_nothing(string kind, long seed)
    {
        using var folder = new TemporaryFolder();
        var chance = new Rng(seed);
        using (var child = Child.Start(Child.TrainArguments(folder["cut"], Recipe(kind)))) Kill(child);
        using (var child = Child.Start(["resume", folder["cut"], "--json"])) Kill(child);
        Assert.All(new RunFolder(folder["cut"]).Checkpoints.List(), checkpoint => Assert.Null(checkpoint.Problem));
        Tiny.Resume(folder["cut"]);

        Assert.Equal(Straight(folder, kind, Torch.Engine.Threads), Tiny.Hash(folder["cut"]));
        Assert.Equal(Enumerable.Range(1, Steps).Select(i => $"{i}"), File.ReadLines(folder["cut/metrics.csv"]).Skip(1).Select(line => line.Split(',')[0]));
        Assert.Empty(Leftovers(folder["cut"]));

        void Kill(Child child)
        {
            for (var lines = chance.NextInt(Steps / 2); lines >= 0; lines--) child.NextEvent();
            Thread.SpinWait(chance.NextInt(1_000_000));
            child.Signal(Child.SIGKILL);
            child.Exit();
        }
    }

    [Theory]
    [InlineData("checkpoint.begin")]
    [InlineData("checkpoint.file:6")]
    [InlineData("checkpoint.file:9")]
    [InlineData("checkpoint.manifest:2")]
    [InlineData("checkpoint.rename:2")]
    [InlineData("checkpoint.done:3")]
    [InlineData("checkpoint.prune:3")]
    [InlineData("update:41")]
    public void A_process_killed_at_any_point_of_a_save_resumes_to_the_same_bits(string point)
    {
        using var folder = new TemporaryFolder();
        using (var child = Child.Start(Child.TrainArguments(folder["cut"], Recipe("digits", 30)), $"{point}=kill")) Assert.Equal(128 + Child.SIGKILL, child.Exit());

        var run = new RunFolder(folder["cut"]);
        Assert.All(run.Checkpoints.List(), checkpoint => Assert.Null(checkpoint.Problem));
        Assert.Equal(ExitCode.Done, Tiny.Resume(folder["cut"]));

        Assert.Equal(Straight(folder, "digits", Torch.Engine.Threads, 30), Tiny.Hash(folder["cut"]));
        Assert.Empty(Leftovers(folder["cut"]));
        Assert.Equal(Enumerable.Range(1, 30), StepsLogged(folder["cut"]));
    }

    [Theory]
    [InlineData("checkpoint.begin")]
    [InlineData("checkpoint.file:6")]
    [InlineData("checkpoint.manifest:2")]
    [InlineData("checkpoint.rename:2")]
    [InlineData("checkpoint.done:2")]
    [InlineData("checkpoint.prune:2")]
    public void A_disk_that_fails_once_costs_a_warning_and_nothing_else(string point)
    {
        using var folder = new TemporaryFolder();
        using var child = Child.Start(Child.TrainArguments(folder["run"], Recipe("digits", 30)), $"{point}=throw");

        Assert.Equal(0, child.Exit());

        var run = new RunFolder(folder["run"]);
        Assert.Equal(2, run.Checkpoints.List().Count);
        Assert.All(run.Checkpoints.List(), checkpoint => Assert.Null(checkpoint.Problem));
        Assert.Equal(Straight(folder, "digits", Torch.Engine.Threads, 30), Tiny.Hash(folder["run"]));
        Assert.Empty(Leftovers(folder["run"]));
    }

    [Fact]
    public void A_prune_that_fails_after_the_last_save_is_no_failed_save()
    {
        using var folder = new TemporaryFolder();
        using var child = Child.Start(Child.TrainArguments(folder["run"], Recipe("digits", 5)), "checkpoint.prune=throw");

        Assert.Equal(0, child.Exit());
    }

    [Fact]
    public void A_last_step_that_cannot_be_saved_exits_5_and_names_the_newest_safe_one()
    {
        using var folder = new TemporaryFolder();
        using (var child = Child.Start(Child.TrainArguments(folder["run"], Recipe("digits", 14)), "checkpoint.manifest:2=throw"))
        {
            Assert.Equal(5, child.Exit());
            Assert.Contains("ADV5007", child.Errors, StringComparison.Ordinal);
            Assert.Contains("newest safe step is 7", child.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(["step-000007"], new RunFolder(folder["run"]).Checkpoints.List().Select(c => c.Name));
        Tiny.Resume(folder["run"]);
        Assert.Equal(Straight(folder, "digits", Torch.Engine.Threads, 14), Tiny.Hash(folder["run"]));
    }

    private static JsonObject Recipe(string kind, long steps = Steps) => Tiny.Recipe(kind, steps, ("checkpointEvery", 7));

    private static readonly ConcurrentDictionary<(string, int, long), string> Hashes = [];

    private static string Straight(TemporaryFolder folder, string kind, int threads, long steps = Steps) =>
        Hashes.GetOrAdd((kind, threads, steps), _ => TrainStraight(folder, kind, threads, steps));

    private static string TrainStraight(TemporaryFolder folder, string kind, int threads, long steps)
    {
        if (threads == Torch.Engine.Threads) Tiny.Train(folder["straight"], Tiny.Recipe(kind, steps));
        else
        {
            using var child = Child.Start(Child.TrainArguments(folder["straight"], Tiny.Recipe(kind, steps), threads), threads: threads);
            Assert.Equal(0, child.Exit());
        }

        return Tiny.Hash(folder["straight"]);
    }

    private static IEnumerable<int> StepsLogged(string run) => File.ReadLines(Path.Join(run, "events.jsonl")).Select(line => JsonNode.Parse(line)!)
        .Where(e => e["event"]!.GetValue<string>() == "step").Select(e => e["step"]!.GetValue<int>());

    private static IEnumerable<string> Leftovers(string run) => Directory.EnumerateFileSystemEntries(run, "*", SearchOption.AllDirectories)
        .Where(path => path.Contains(".tmp", StringComparison.Ordinal) || path.Contains(".trash", StringComparison.Ordinal));
}
