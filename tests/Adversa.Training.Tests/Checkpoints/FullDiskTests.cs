using System.Diagnostics;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Checkpoints;

/// <summary>A disk of its own that can be filled to the last byte.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _disk;
    private readonly bool _mounted;

    public FullDiskTests()
    {
        _disk = _folder["disk"];
        Directory.CreateDirectory(_disk);
        _mounted = Run("mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", _disk);
    }

    public void Dispose()
    {
        if (_mounted) Run("umount", _disk);
        _folder.Dispose();
    }

    [Fact]
    public void A_full_disk_costs_a_warning_keeps_what_is_safe_and_exits_5_at_the_end()
    {
        Assert.SkipUnless(_mounted, "mounting a small disk needs root");
        var path = Path.Join(_disk, "run");
        Tiny.Train(_folder["straight"], Tiny.Recipe("ring", 20));
        using (var run = Tiny.Start(path, Tiny.Recipe("ring", 20, ("checkpointEvery", 4))))
        {
            var seen = new Recorder(e =>
            {
                if (e is CheckpointSaved { Step: 8 }) Fill();
            });
            run.Watch(seen);

            var error = Assert.Throws<AdversaException>(() => run.Go(new()));

            Assert.Equal((5007, ExitCode.Resource), (error.Code, error.Exit));
            Assert.Contains("newest safe step is 8", error.Message, StringComparison.Ordinal);
            Assert.Single(seen.Warnings, warning => warning.Code == 5007);
            Assert.Equal(20, seen.Events.OfType<StepCompleted>().Last().Step);
        }

        Assert.Equal([8L, 4L], new RunFolder(path).Checkpoints.List().Select(c => c.Problem is null ? c.Step : -1));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_disk, "*.tmp*", SearchOption.AllDirectories));

        using (var run = TrainingRun.Resume(new(path), null, null, static (_, _) => { }))        // still full: it trains, and says so at the end
            Assert.Equal(5007, Assert.Throws<AdversaException>(() => run.Go(new())).Code);

        File.Delete(Path.Join(_disk, "filler"));
        Assert.Equal(ExitCode.Done, Tiny.Resume(path));
        Assert.Equal(Tiny.Hash(_folder["straight"]), Tiny.Hash(path));
    }

    [Fact]
    public void A_run_that_cannot_begin_for_want_of_space_leaves_nothing_behind()
    {
        Assert.SkipUnless(_mounted, "mounting a small disk needs root");
        Fill();

        var error = Assert.Throws<AdversaException>(() => Tiny.Start(Path.Join(_disk, "run"), Tiny.Recipe("ring")));

        Assert.Equal((5006, ExitCode.Resource), (error.Code, error.Exit));
        Assert.Equal([Path.Join(_disk, "filler")], Directory.EnumerateFileSystemEntries(_disk));
    }

    private void Fill()
    {
        try
        {
            using var filler = File.Create(Path.Join(_disk, "filler"), 1);
            var block = new byte[4096];
            while (true) filler.Write(block);
        }
        catch (IOException)
        {
            // Now it is full.
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
