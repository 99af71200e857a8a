using System.Diagnostics;
using System.Text.RegularExpressions;
using Adversa.Cli.Output;
using Adversa.Training.Events;

namespace Adversa.Cli.Tests;

/// <summary>The block that redraws itself, on a terminal of 80 columns.</summary>
public sealed partial class LiveProgressTests : IDisposable
{
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly LiveProgress _progress;

    public LiveProgressTests() => _progress = new(new Terminal(["train", "--no-color"], TextWriter.Null, _error), seldom: TimeSpan.Zero);

    public void Dispose() => _error.Dispose();

    [Fact]
    public void The_header_names_the_time_limit_and_the_bar_takes_the_whole_width()
    {
        _progress.On(Started(minutes: 2));

        Assert.Contains("Training at most 2 min 00 s · batch 32", _error.ToString(), StringComparison.Ordinal);
        var bar = Lines().Single(line => line.Contains('▕'));
        Assert.Equal(79, bar.Length);
        Assert.EndsWith("  0 %  0 s of 2 min 00 s", bar, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_move_with_the_bar_between_the_steps_that_are_logged()
    {
        _progress.On(Started(minutes: 2));
        _progress.On(Step(10));
        _progress.Beat(new(RunWork.Update, 17, 544, "d", Stopwatch.GetTimestamp()));

        Assert.Contains("step 17 · 544 images", Lines()[^2], StringComparison.Ordinal);
        Assert.StartsWith("loss D 0.50 G 1.25 · D(real) 0.75", Lines()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_step_says_what_it_is_busy_with()
    {
        _progress.On(Started(minutes: 0));
        _progress.Beat(new(RunWork.Update, 0, 0, "g", Stopwatch.GetTimestamp() - 4 * Stopwatch.Frequency));

        Assert.Contains("step 0/100 · 0 images · update of G 4 s", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_redrawing_begins_in_the_first_column_and_clears_what_an_interrupt_left()
    {
        _progress.On(Started(minutes: 0));
        _progress.On(Step(10));
        _progress.Stopping(new(RunWork.Saving, 10, 320, "", Stopwatch.GetTimestamp()));

        Assert.All(Moves().Matches(_error.ToString()), move => Assert.StartsWith("\r", move.Value, StringComparison.Ordinal));
        Assert.NotEmpty(Moves().Matches(_error.ToString()));
        Assert.Contains("\u001b[JStopping after this: checkpoint 0 s so far (step 11); then it saves.\nA second signal leaves at once", _error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\u001b[J", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_end_the_block_is_drawn_once_more_with_what_was_reached()
    {
        _progress.On(Started(minutes: 2));
        _progress.On(Step(10));
        _progress.On(new RunEnded(23, "finished", 736, TimeSpan.FromSeconds(120), 6.1));

        var bar = Lines().Last(line => line.Contains('▕'));
        Assert.Contains("100 %  2 min 00 s of 2 min 00 s", bar, StringComparison.Ordinal);
        Assert.DoesNotContain('─', bar);
        Assert.Contains("step 23 · 736 images · 6 images/s", Lines()[^3], StringComparison.Ordinal);
        _progress.Beat(new(RunWork.Between, 23, 736, "", 0));
        Assert.StartsWith("Done at step 23", Lines()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_take_the_width_too()
    {
        _progress.On(Started(minutes: 0));
        _progress.On(new SamplesDrawn(0, null, new Adversa.Formats.Png.Raster(8 * 30 + 2, 8 * 30 + 2, 1)));

        // five of 15 columns and half a gap
        Assert.Equal(16, Escapes().Replace(_error.ToString(), "").Split('\n').Count(line => line.Trim('\r').Length == 0) - 1);
    }

    [Fact]
    public void Scores_are_called_scores_and_the_distance_is_shown()
    {
        _progress.On(Started(minutes: 0) with { AnswersByScores = true });
        _progress.On(Step(10, ("w_distance", 3.5)));
        _progress.Beat(new(RunWork.Update, 10, 320, "d", Stopwatch.GetTimestamp()));

        Assert.Contains("d_real and d_fake are D's mean scores", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal("loss D 0.50 G 1.25 · score real 0.75 fake 0.25 · distance 3.50", Lines()[^1]);
    }

    private static RunStarted Started(double minutes) => new(0, "run", "dcgan", "digits", new(FieldKind.Image, 1, 28, 28), minutes > 0 ? 1_000_000_000 : 100, 32, 0, 1,
        new Dictionary<string, long> { ["g"] = 10 }, Resumed: false) { Minutes = minutes };

    private static StepCompleted Step(long step, params (string Name, double Value)[] more) => new(step, 1_000_000_000, 32 * step, 300, TimeSpan.FromSeconds(60),
        new Dictionary<string, double> { ["loss_d"] = 0.5, ["loss_g"] = 1.25, ["d_real"] = 0.75, ["d_fake"] = 0.25 }.Concat(more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).ToDictionary());

    private string[] Lines() => Escapes().Replace(_error.ToString(), "").Replace("\r", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\u001b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escapes();

    [GeneratedRegex(@".\u001b\[\d+A", RegexOptions.Singleline)]
    private static partial Regex Moves();
}
