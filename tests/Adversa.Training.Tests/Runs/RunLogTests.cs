using System.Text.Json.Nodes;
using Adversa.Training.Events;
using Adversa.Training.Folders;

namespace Adversa.Training.Tests.Runs;

public sealed class RunLogTests
{
    [Fact]
    public void After_a_stop_a_cut_off_line_and_lines_of_lost_steps_no_step_is_missing_or_doubled()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["straight"], Tiny.Recipe("digits", 12));
        Tiny.TrainAndStop(folder["cut"], Tiny.Recipe("digits", 12), at: 5);
        var (events, metrics) = (folder["cut/events.jsonl"], folder["cut/metrics.csv"]);
        File.AppendAllText(events, File.ReadLines(events).First(line => line.Contains("\"step\":5,", StringComparison.Ordinal)).Replace("\"step\":5,", "\"step\":6,", StringComparison.Ordinal) + "\n{\"v\":1,\"event\":\"st");
        File.AppendAllText(metrics, "6,96,1.0,0,0,0,0\n7,11");

        Tiny.Resume(folder["cut"]);

        Assert.Equal(Enumerable.Range(1, 12), Steps(events));
        Assert.Equal(Plain(folder["straight/metrics.csv"]), Plain(metrics));
    }

    [Fact]
    public void Damaged_logs_are_repaired_and_never_end_a_resume()
    {
        using var folder = new TemporaryFolder();
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("digits", 8), at: 4);
        File.WriteAllBytes(folder["run/events.jsonl"], [0xFF, 0, 10, .. "[1]\n7\n{\"step\":\"x\"}\n{\"step\":null}\nnull\n"u8]);
        File.WriteAllText(folder["run/metrics.csv"], "x\n");

        Assert.Equal(ExitCode.Done, Tiny.Resume(folder["run"]));

        Assert.Equal(Enumerable.Range(5, 4), Steps(folder["run/events.jsonl"]));
    }

    [Theory]
    [InlineData("metrics.csv")]
    [InlineData("events.jsonl")]
    public void A_log_that_cannot_be_written_costs_one_warning_and_exit_5_at_the_end(string log)
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["straight"], Tiny.Recipe("digits", 8));
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("digits", 8), at: 4);
        File.Delete(folder[$"run/{log}"]);
        Directory.CreateDirectory(folder[$"run/{log}"]);
        var seen = new Recorder();

        var error = Assert.Throws<AdversaException>(() => Tiny.Resume(folder["run"], null, seen));

        Assert.Equal((5008, ExitCode.Resource), (error.Code, error.Exit));
        Assert.Equal(5008, Assert.Single(seen.Warnings).Code);
        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["run"]));
        Assert.Equal("finished", new RunFolder(folder["run"]).Status["state"]!.GetValue<string>());
    }

    [Fact]
    public void A_loss_that_appears_later_gets_its_column()
    {
        using var folder = new TemporaryFolder();
        using (var logs = new RunLogs(folder.Root))
        {
            logs.On(Step(1, ("loss_d", 0.5)));
            logs.On(Step(2, ("loss_d", 0.25), ("loss_d.r1", 4)));
            logs.On(Step(3, ("loss_d", 0.125)));
        }

        using (var logs = new RunLogs(folder.Root)) logs.On(Step(4, ("loss_g", 2)));

        Assert.Equal(["step,images,images_per_second,loss_d,loss_d.r1,loss_g", "1,16,2.0,0.5,,", "2,16,2.0,0.25,4,", "3,16,2.0,0.125,,", "4,16,2.0,,,2"], File.ReadAllLines(folder["metrics.csv"]));
    }

    private static StepCompleted Step(long step, params (string Name, double Value)[] values) =>
        new(step, 10, 16, 2, TimeSpan.Zero, new OrderedDictionary<string, double>(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));

    private static IEnumerable<int> Steps(string events) => File.ReadLines(events).Select(line => JsonNode.Parse(line)!)
        .Where(e => e["event"]!.GetValue<string>() == "step").Select(e => e["step"]!.GetValue<int>());

    /// <summary>The rows without the speed, which is the clock's.</summary>
    private static IEnumerable<string> Plain(string metrics) => File.ReadLines(metrics).Select(line => string.Join(',', line.Split(',').Where((_, i) => i != 2)));
}
