using Adversa.Training.Checks;
using Adversa.Training.Checks.Systems;

namespace Adversa.Cli.Tests;

[Collection("here")]
public class CheckTests
{
    [Theory]
    [InlineData("check", "2061", "check needs a system or --all; see them: adversa check --list")]
    [InlineData("check gan --all", "2061", "check needs a system or --all, not both")]
    [InlineData("check gna-ring", "2060", "There is no check \"gna-ring\". Did you mean: gan-ring? See them: adversa check --list")]
    [InlineData("comprobar gan-rign --lang es", "2060", "No existe la prueba «gan-rign». ¿Quiso decir: gan-ring?")]
    public void A_line_that_cannot_be_is_answered_with_one_line_and_2(string line, string code, string words)
    {
        var ended = Cli.Here(line.Split(' '));

        Assert.Equal((2, ""), (ended.Exit, ended.Out));
        Assert.StartsWith($"error ADV{code}: {words}", ended.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_answer_a_folder_of_vectors_with_what_each_case_asks_for()
    {
        using var here = new Workplace();
        here.Write("v/expected.json", """
            {"cases":[{"id":"a","metric":"ndb","inputs":{"real_counts":[60,40],"fake_counts":[50,50]},"params":{"z":1.0},"expected":{"ndb":7}},
                      {"id":"b","metric":"wasserstein_1d","inputs":{"u":[0,0],"v":[2,2]}}]}
            """u8.ToArray());

        var ended = Cli.Here("check", "metrics", "--vectors", here["v"]);

        Assert.Equal((0, """{"a":{"ndb":2},"b":{"w1":2,"w2":2}}"""), (ended.Exit, ended.Out.Trim()));
        Assert.StartsWith("error ADV3083: ", Cli.Here("check", "metrics", "--vectors", here["w"]).Problem, StringComparison.Ordinal);
        Assert.StartsWith("error ADV2061: --vectors checks metrics", Cli.Here("check", "gan", "--vectors", here["v"]).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_names_every_check_and_its_newest_verdict()
    {
        using var here = new Workplace();
        here.Write("checks/results.jsonl", """
            {"v":1,"check":"gan-ring","passed":false,"date":"2026-11-20T10:00:00Z","seconds":59}
            {"v":1,"check":"gan-ring","passed":true,"date":"2026-11-24T10:00:00Z","seconds":61.2}

            """u8.ToArray());

        var ended = Cli.Here("check", "--list", "--out", here["checks"]);

        Assert.Equal(0, ended.Exit);
        foreach (var check in SystemChecks.BuiltIn) Assert.Contains(check.Claim.English, ended.Out, StringComparison.Ordinal);
        Assert.Contains("passed, 2026-11-24, 1 min 01 s", ended.Out, StringComparison.Ordinal);
        Assert.Contains("not done here yet", ended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signal_saves_the_run_and_the_same_command_goes_on_from_there()
    {
        using var here = new Workplace();
        string[] line = ["check", "gan-ring", "--threads", "1", "--out", "checks"];
        string Events() => Directory.Exists(here["checks"]) ? string.Concat(Directory.EnumerateFiles(here["checks"], "events.jsonl", SearchOption.AllDirectories).Select(File.ReadAllText)) : "";
        for (var time = 0; time < 2; time++)
        {
            var process = Cli.Begin(here.Root, [], line);
            while (Events().Split("\"step\",\"step\":").Length < 2 + 4 * time && !process.HasExited) Thread.Sleep(20);
            Cli.Signal(process, "INT");
            var ended = Cli.Wait(process);

            Assert.Equal((130, ""), (ended.Exit, ended.Out));
            Assert.Contains("Everything is saved; the same command goes on.", ended.Error, StringComparison.Ordinal);
        }

        Assert.Contains("\"event\":\"resume\"", Events(), StringComparison.Ordinal);
        Assert.Contains("not done here yet", here.Run("check", "gan-ring", "--list", "--out", "checks").Out, StringComparison.Ordinal);
        Assert.False(File.Exists(here["checks/results.jsonl"]));
    }
}
