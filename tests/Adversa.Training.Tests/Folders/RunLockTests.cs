using System.Diagnostics;
using System.Globalization;
using Adversa.Training.Folders;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Folders;

public sealed class RunLockTests
{
    [Fact]
    public void A_second_training_of_a_run_is_refused_within_a_second_and_the_owner_is_named()
    {
        using var folder = new TemporaryFolder();
        using var first = Tiny.Start(folder["run"], Tiny.Recipe("ring"));
        var clock = Stopwatch.StartNew();

        var error = Assert.Throws<AdversaException>(() => TrainingRun.Resume(new(folder["run"]), null, null, static (_, _) => { }));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1));
        Assert.Equal((7001, ExitCode.Locked), (error.Code, error.Exit));
        Assert.Contains($"pid {Environment.ProcessId} on {Environment.MachineName} since {DateTime.UtcNow.Year.ToString(CultureInfo.InvariantCulture)}-", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_process_is_refused_with_7_and_a_dead_owners_lock_is_free_at_once()
    {
        using var folder = new TemporaryFolder();
        using var owner = Child.Start(Child.TrainArguments(folder["run"], Tiny.Recipe("dcgan", 100_000)));
        owner.WaitForStep(1);
        using (var second = Child.Start(["resume", folder["run"], "--json"]))
        {
            Assert.Equal(7, second.Exit());
            Assert.Contains($"pid {owner.Pid}", second.Errors, StringComparison.Ordinal);
        }

        owner.Signal(Child.SIGKILL);
        owner.Exit();
        using (RunLock.Take(folder["run"])) { }
    }

    [Fact]
    public void Files_without_a_lock_lock_nobody_out()
    {
        using var folder = new TemporaryFolder();
        folder.Write("run.lock", "");
        folder.Write("run.owner", "pid 1 on elsewhere since 2020-01-01 00:00:00Z");

        using (RunLock.Take(folder.Root)) Assert.Contains($"pid {Environment.ProcessId}", File.ReadAllText(folder["run.owner"]), StringComparison.Ordinal);
        using (RunLock.Take(folder.Root)) { }
    }

    [Fact]
    public void A_child_process_does_not_inherit_the_lock()
    {
        using var folder = new TemporaryFolder();
        Process child;
        using (RunLock.Take(folder.Root)) child = Process.Start("sleep", ["30"]);
        try
        {
            using (RunLock.Take(folder.Root)) { }
        }
        finally
        {
            child.Kill();
            child.Dispose();
        }
    }

    [Fact]
    public void A_start_that_fails_lets_go_of_the_lock()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["run"]);
        using (RunLock.Take(folder["run"])) Assert.Equal(2006, Assert.Throws<AdversaException>(() => Tiny.Start(folder["run"], Tiny.Recipe("ring"))).Code);

        using (RunLock.Take(folder["run"])) { }
    }

    [Fact]
    public void A_folder_that_is_a_file_is_refused_with_5006()
    {
        using var folder = new TemporaryFolder();
        var before = Tiny.LiveTensors();

        var error = Assert.Throws<AdversaException>(() => Tiny.Start(Path.Join(folder.Write("file", ""), "run"), Tiny.Recipe("ring")));

        Assert.Equal((5006, ExitCode.Resource), (error.Code, error.Exit));
        Assert.Equal(before, Torch.Tensor.LiveCount);
    }
}
