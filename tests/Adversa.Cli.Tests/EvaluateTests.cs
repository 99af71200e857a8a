using System.Text.Json.Nodes;

namespace Adversa.Cli.Tests;

public class EvaluateTests
{
    [Fact]
    public void Metrics_come_with_protocol_and_floor_are_kept_in_the_run_and_gate()
    {
        using var here = new Workplace();
        here.Trained("r");

        var ended = here.Run("evaluate", "r", "--count", "200", "--metrics", "fd,kid,pr,modes,memorization", "--max", "fd=0.0001", "--min", "recall=0");

        Assert.True(ended.Exit == 9, ended.Error + ended.Out);
        Assert.Matches(@"FD-points +\S+ +\S+ – \S+ +\S+ +200\+200\n", ended.Out);
        Assert.Contains("n/a authenticity, copying_z, copying_ct, birthday: It takes the training samples", ended.Out, StringComparison.Ordinal);       // fresh points never run out
        Assert.Contains("fd: |m1-m2|^2", ended.Out, StringComparison.Ordinal);
        var kept = File.ReadLines(here["r/evaluations.jsonl"]).Select(line => JsonNode.Parse(line)!).First(line => line["values"]!.AsArray().Any(value => (string)value!["name"]! == "FD-points"));
        Assert.Equal((5, 200), ((int)kept["step"]!, (int)kept["count"]!));
        var fd = kept["values"]!.AsArray().First(value => (string)value!["name"]! == "FD-points")!;
        Assert.True((double)fd["floor"]! < (double)fd["value"]!);
        Assert.Contains("FD-points", File.ReadAllText(here["r/report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_cannot_be_given_meets_no_gate_and_json_has_null()
    {
        using var here = new Workplace();
        here.Trained("r");

        var ended = here.Run("evaluate", "r", "--count", "200", "--metrics", "memorization", "--min", "authenticity=0", "--json");

        Assert.Equal(9, ended.Exit);
        Cli.AssertJson(ended);
        Assert.Contains("\"metric\":\"authenticity\",\"title\":\"authenticity\",\"value\":null", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_checkpoint_is_judged_where_there_is_one_and_is_kept_as_such()
    {
        using var here = new Workplace();
        here.Run("train", "ring", "--steps", "60", "--set", "doctor.every=10", "--no-judge", "--out", "watched");
        here.Run("train", "ring", "--steps", "5", "--doctor", "off", "--no-judge", "--out", "alone");

        var best = here.Run("evaluate", "watched", "--count", "200", "--best", "--json");
        var newest = here.Run("evaluate", "alone", "--count", "200", "--best");

        Assert.True(best.Exit == 0, best.Error);
        Assert.Contains("\"best\":true", best.Out, StringComparison.Ordinal);
        Assert.Equal("best", (string)JsonNode.Parse(File.ReadLines(here["watched/evaluations.jsonl"]).Last())!["checkpoint"]!);
        Assert.Contains("No best checkpoint is known", newest.Out + newest.Error, StringComparison.Ordinal);
        Assert.Equal("newest", (string)JsonNode.Parse(File.ReadLines(here["alone/evaluations.jsonl"]).Last())!["checkpoint"]!);
    }

    [Theory]
    [InlineData("--metrics fdd", "2016: There is no metric \"fdd\". Did you mean: fd? There are: fd, fdlimit, kid,")]
    [InlineData("--metrics ,", "2016: --metrics expects names")]
    [InlineData("--space pixels", "2014: --space goes with --metrics")]
    public void What_is_no_metric_or_space_is_answered_by_what_there_is(string line, string words)
    {
        using var here = new Workplace();
        here.Write("r/recipe.json", "{}"u8.ToArray());

        var ended = here.Run(["evaluate", "r", .. line.Split(' ')]);

        Assert.Equal(2, ended.Exit);
        Assert.StartsWith($"error ADV{words}", ended.Problem, StringComparison.Ordinal);
    }
}
