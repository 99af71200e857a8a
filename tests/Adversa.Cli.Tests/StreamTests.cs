using System.Diagnostics;
using System.Text.RegularExpressions;
using Adversa.Formats.Png;

namespace Adversa.Cli.Tests;

/// <summary>Training is worth more than its surroundings: streams, signals, terminals, locales.</summary>
public partial class StreamTests
{
    private const string Train = "$ADV train ring --steps 5 --set batch=16 --set logEvery=1 --out r";

    [Theory]
    [InlineData(Train + " >&-", Traits = ["slow", "yes"])]
    [InlineData(Train + " 2>&-", Traits = ["slow", "yes"])]
    [InlineData(Train + " >&- 2>&- <&-")]
    [InlineData(Train + " --json >/dev/full 2>/dev/full")]
    [InlineData(Train + " --json | head -1; exit ${PIPESTATUS[0]}")]
    [InlineData(Train + " 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}", Traits = ["slow", "yes"])]
    public void Training_does_not_notice_who_listens(string script)
    {
        using var here = new Workplace();

        Assert.Equal(0, here.Shell(script).Exit);
        Assert.Equal(0, here.Run("checkpoint", "verify", "r").Exit);
    }

    [Fact]
    public void A_command_whose_result_is_stdout_ends_quietly_when_nobody_takes_it()
    {
        using var here = new Workplace();
        here.Trained("r");

        foreach (var line in new[] { "checkpoint hash r -q >/dev/full", "checkpoint list r >&-", "runs >/dev/full", "recipes | true" })
        {
            var ended = here.Shell($"$ADV {line}");
            Assert.Equal((0, ""), (ended.Exit, Runs().Replace(ended.Error, "")));
        }
    }

    [Fact]
    public void Two_streams_into_one_file_do_not_overwrite_each_other()
    {
        using var here = new Workplace();

        Assert.Equal(0, here.Shell(Train + " >log 2>&1").Exit);

        var log = File.ReadAllLines(here["log"]);
        Assert.StartsWith("5 of about 12,000 steps", log[0], StringComparison.Ordinal);
        Assert.StartsWith("Run ", log[1], StringComparison.Ordinal);
        Assert.Equal(here["r"], log[^1]);
    }

    [Fact]
    public void A_pipe_that_nobody_reads_does_not_hold_the_training_up()
    {
        using var here = new Workplace();
        var process = Cli.Begin(here.Root, [], "train", "ring", "--steps", "500", "--set", "batch=2", "--set", "logEvery=1", "--json", "--no-judge", "--out", "r");

        Assert.True(process.WaitForExit(60_000));
        Assert.Equal(0, Cli.Wait(process).Exit);
        Assert.Equal(0, here.Run("checkpoint", "verify", "r").Exit);
    }

    [Fact]
    public void A_signal_ends_a_command_that_has_nothing_to_save_and_no_half_file_stays()
    {
        using var here = new Workplace();
        Assert.Equal(0, here.Run("train", "dcgan", "--data", "digits", "--set", "width=8", "--set", "batch=8", "--steps", "1", "--out", "r", "--no-judge").Exit);
        foreach (var (signal, exit) in new[] { ("INT", 130), ("TERM", 143), ("HUP", 143), ("USR1", 85) })
        {
            var process = Cli.Begin(here.Root, [], "sample", "r", "--count", "100000", "-o", "big.npy");
            while (!process.HasExited && Directory.GetFiles(here.Root).Length == 0) Thread.Sleep(1);
            Cli.Signal(process, signal);

            Assert.Equal((signal, exit), (signal, Cli.Wait(process).Exit));
            Assert.Empty(Directory.GetFiles(here.Root));
        }
    }

    // Blocks of 1024 bytes; the runtime itself does not start under such a limit with its usual way of writing code.
    [Theory]
    [InlineData(1, "train ring --steps 2 --set batch=8 --out new --no-judge", 5)]
    [InlineData(16, "train ring --steps 2 --set batch=8 --out kept --no-judge", 5, Traits = ["slow", "yes"])]
    [InlineData(1, "resume r --steps 9", 5, Traits = ["slow", "yes"])]
    [InlineData(1, "sample r --count 500 -o s.npy", 5)]
    [InlineData(1, "report r -o r.html", 5, Traits = ["slow", "yes"])]
    [InlineData(1, "data make ring --count 9000 -o m.npy", 5)]
    [InlineData(0, "data make digits --count 5 -o m", 5)]
    [InlineData(1, "data show digits -o d.png", 5)]
    public void A_limit_on_the_size_of_files_is_said_and_leaves_nothing(int limit, string line, int exit)
    {
        using var here = new Workplace();
        if (line.Contains(" r ", StringComparison.Ordinal)) here.Trained("r");
        var ended = here.Shell($"export DOTNET_EnableWriteXorExecute=0; (ulimit -f {limit}; $ADV {line} 2>&1 >/dev/null | cat >&2; exit ${{PIPESTATUS[0]}})");

        Assert.Equal(exit, ended.Exit);
        Assert.Contains("larger than the limit for a file", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ADV1001", ended.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(here.Root).Select(Path.GetFileName).Except(["r", "kept"]));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 143, Traits = ["slow", "yes"])]
    [InlineData("USR1", 85)]
    public void A_signal_ends_the_step_saves_and_says_how_to_go_on(string signal, int exit)
    {
        using var here = new Workplace();
        var process = Endless(here, []);
        Cli.Signal(process, signal);

        var ended = Cli.Wait(process);
        Assert.Equal(exit, ended.Exit);
        Assert.Contains($"Everything is saved. Go on with: adversa resume {here["r"]}", ended.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(0, here.Run("checkpoint", "verify", "r").Exit);
    }

    [Fact]
    public void A_second_interrupt_leaves_at_once()
    {
        using var here = new Workplace();
        var process = Endless(here, new() { ["ADVERSA_FAILPOINT"] = "checkpoint.begin=delay" });
        var clock = Stopwatch.StartNew();
        Cli.Signal(process, "INT");
        Thread.Sleep(700);
        Cli.Signal(process, "INT");

        Assert.Equal(130, Cli.Wait(process).Exit);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(4), $"left after {clock.Elapsed}");
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129, Traits = ["slow", "yes"])]
    [InlineData("USR1", 138)]
    public void A_second_signal_of_any_kind_leaves_at_once(string signal, int exit)
    {
        using var here = new Workplace();
        var process = Endless(here, new() { ["ADVERSA_FAILPOINT"] = "checkpoint.begin=delay" });
        Cli.Signal(process, signal);
        Thread.Sleep(300);
        var clock = Stopwatch.StartNew();
        Cli.Signal(process, signal);

        Assert.Equal(exit, Cli.Wait(process).Exit);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"left after {clock.Elapsed}");
    }

    [Fact]
    public void A_signal_in_a_long_step_is_answered_at_once_and_obeyed_after_it()
    {
        using var here = new Workplace();
        var process = Endless(here, new() { ["ADVERSA_FAILPOINT"] = "update:150=delay" });      // an update of five seconds
        var lines = new System.Collections.Concurrent.BlockingCollection<string>();
        _ = Task.Run(() =>
        {
            while (process.StandardError.ReadLine() is { } line) lines.Add(line);
            lines.CompleteAdding();
        });
        while (!lines.GetConsumingEnumerable().First(line => line.Contains("update of", StringComparison.Ordinal)).Contains(" 1 s", StringComparison.Ordinal)) { }

        var clock = Stopwatch.StartNew();
        Cli.Signal(process, "TERM");
        var answer = lines.GetConsumingEnumerable().First(line => line.StartsWith("Stopping", StringComparison.Ordinal));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1.5), $"answered after {clock.Elapsed}");
        Assert.Matches(@"^Stopping after this: update of [DG] \d s so far \(step \d+\); then it saves", answer);
        Assert.True(process.WaitForExit(30_000));
        Assert.Equal(143, process.ExitCode);
        Assert.Equal(0, here.Run("checkpoint", "verify", "r").Exit);
    }

    [Fact]
    public void Work_that_saves_nothing_simply_ends_at_an_interrupt()
    {
        using var here = new Workplace();
        here.Trained("r");
        var process = Cli.Begin(here.Root, [], "evaluate", "r", "--count", "100000");
        Thread.Sleep(300);
        Cli.Signal(process, "INT");

        Assert.Equal(130, Cli.Wait(process).Exit);
    }

    [Fact]
    [Trait("slow", "yes")]
    public void A_run_in_training_is_locked_and_its_owner_named()
    {
        using var here = new Workplace();
        var process = Endless(here, []);
        foreach (var line in new string[][] { ["resume", "r"], ["runs", "rm", "r", "--yes"] })
        {
            var refused = here.Run(line);
            Assert.Equal(7, refused.Exit);
            Assert.Contains($"pid {process.Id} on ", refused.Problem, StringComparison.Ordinal);
        }

        Assert.Equal(2, here.Run(Cli.Tiny("--out", "r")).Exit);
        Assert.Equal(0, here.Run("runs", "show", "r").Exit);
        process.Kill();
        Cli.Wait(process);
        Assert.Equal(0, here.Run("resume", "r", "--minutes", "0.001", "-q").Exit);      // wherever the kill found it
    }

    [Theory]
    [InlineData("LC_ALL", "es_ES.UTF-8", Traits = ["slow", "yes"])]
    [InlineData("LC_ALL", "tr_TR.UTF-8")]
    [InlineData("LC_ALL", "fa_IR", Traits = ["slow", "yes"])]
    [InlineData("LC_ALL", "ar_SA.UTF-8", Traits = ["slow", "yes"])]
    [InlineData("HOME TERM TMPDIR", null)]
    public void The_same_files_come_out_everywhere(string names, string? value)
    {
        using var here = new Workplace();
        using var there = new Workplace();
        string[] line = ["train", "ring", "--steps", "30", "--lr", "0.0002", "--set", "batch=16", "--set", "logEvery=3", "--out", "r", "--no-judge"];

        Assert.Equal(0, Cli.Run(here.Root, new() { ["LC_ALL"] = "C" }, line).Exit);
        var ended = Cli.Run(there.Root, names.Split(' ').ToDictionary(name => name, _ => value), line);

        Assert.Equal(0, ended.Exit);
        Assert.Contains(value is ['e', 's', ..] ? "Terminado en el paso 30" : "Done at step 30", ended.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(here["r/recipe.json"]), File.ReadAllBytes(there["r/recipe.json"]));
        Assert.Equal(Timeless(here["r/metrics.csv"]), Timeless(there["r/metrics.csv"]));
        foreach (var picture in Directory.GetFiles(here["r/samples"], "*.png").Select(Path.GetFileName))
            Assert.Equal(PngReader.Read(here[$"r/samples/{picture}"]).Pixels, PngReader.Read(there[$"r/samples/{picture}"]).Pixels);      // the text inside names the run

        static IEnumerable<string> Timeless(string csv) => File.ReadLines(csv).Select(row => string.Join(',', row.Split(',').Where((_, i) => i != 2)));
    }

    [Theory]
    [InlineData(80, 24, "TERM=xterm", true)]
    [InlineData(20, 10, "TERM=xterm", true, Traits = ["slow", "yes"])]
    [InlineData(80, 24, "TERM=xterm NO_COLOR=1", true, Traits = ["slow", "yes"])]
    [InlineData(0, 0, "TERM=xterm", true, Traits = ["slow", "yes"])]
    [InlineData(80, 24, "TERM=dumb", false)]
    [InlineData(12, 10, "TERM=xterm", false, Traits = ["slow", "yes"])]
    public void A_terminal_shows_a_block_that_fits_and_is_left_as_it_was(int columns, int rows, string variables, bool live)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script (package bsdutils) is not here");
        using var here = new Workplace();
        var ended = here.Shell($"script -qec \"stty cols {columns} rows {rows}; env {variables} $ADV train ring --steps 12 --set batch=16 --set logEvery=2 --no-judge --out r\" /dev/null");

        Assert.Equal(0, ended.Exit);
        Assert.Equal(live, ended.Out.Contains("\u001b[", StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b[?25l", ended.Out, StringComparison.Ordinal);
        if (variables.Contains("NO_COLOR", StringComparison.Ordinal)) Assert.DoesNotMatch(@"\u001b\[[0-9;]*m", ended.Out);
        if (!live) return;

        Assert.Contains("▕", ended.Out, StringComparison.Ordinal);
        Assert.Matches(@"\u001b\[\d+A", ended.Out);
        var width = columns == 0 ? 80 : columns;
        foreach (var line in Escapes().Replace(ended.Out, "").Split('\n').Where(line => line.Contains('▕') || line.StartsWith("loss", StringComparison.Ordinal)))
            Assert.True(line.Trim('\r').Length < width, $"{line.Length} columns of {width}: {line}");
    }

    /// <summary>Starts a training without end and waits until it has begun.</summary>
    private static Process Endless(Workplace here, Dictionary<string, string?> variables)
    {
        var process = Cli.Begin(here.Root, variables, "train", "ring", "--steps", "1000000", "--set", "batch=16", "--set", "logEvery=10", "--out", "r");
        for (var clock = Stopwatch.StartNew(); !File.Exists(here["r/status.json"]); Thread.Sleep(20)) Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30) && !process.HasExited, "the training did not begin");
        return process;
    }

    [GeneratedRegex(@"\u001b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escapes();

    [GeneratedRegex("^There is no run in runs yet.*\n$")]
    private static partial Regex Runs();
}
