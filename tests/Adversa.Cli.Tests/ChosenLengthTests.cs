using System.Text.Json.Nodes;

namespace Adversa.Cli.Tests;

public class ChosenLengthTests
{
    [Fact]
    public void A_length_is_drawn_and_the_best_of_several_judged_and_nothing_of_it_is_kept()
    {
        using var here = new Workplace();
        here.Trained("r");

        var drawn = here.Run("sample", "r", "--ema", "0.15", "--count", "4", "-o", "a.npy", "--json");
        var newest = here.Run("sample", "r", "--count", "4", "-o", "b.npy");
        var judged = here.Run("evaluate", "r", "--ema", "best", "--count", "200", "--metrics", "fd", "--json");

        Assert.Equal((0, 0, 0), (drawn.Exit, newest.Exit, judged.Exit));
        Cli.AssertJson(drawn);
        Assert.Contains("\"ema\":0.15", drawn.Out, StringComparison.Ordinal);
        Assert.NotEqual(File.ReadAllBytes(here["a.npy"]), File.ReadAllBytes(here["b.npy"]));
        var lengths = judged.Out.Split('\n').Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!).First(line => (string?)line["event"] == "lengths");
        var tried = lengths["tried"]!.AsArray().Select(one => ((double)one!["ema"]!, (double)one["value"]!)).ToList();
        Assert.Equal(7, tried.Count);
        Assert.Equal(tried.MinBy(one => one.Item2).Item1, (double)lengths["taken"]!);
        Assert.False(File.Exists(here["r/evaluations.jsonl"]));
    }

    [Fact]
    public void What_cannot_be_chosen_is_said()
    {
        using var here = new Workplace();
        here.Trained("none", "--set", "averages=0");

        foreach (var (code, args) in new (string, string[])[]
        {
            ("ADV2012", ["sample", "none", "--ema", "0.31"]), ("ADV2011", ["sample", "none", "--ema", "best"]), ("ADV2013", ["sample", "none", "--ema", "0.1", "--best"]),
            ("ADV2012", ["evaluate", "none", "--ema", "0.04"]), ("ADV2013", ["evaluate", "none", "--ema", "best", "--best"]), ("ADV2014", ["evaluate", "ring", "--against", "grid", "--ema", "0.1"]),
            ("ADV6013", ["sample", "none", "--ema", "0.1"]), ("ADV6013", ["evaluate", "none", "--ema", "best"]),
        })
        {
            var ended = here.Run(args);
            Assert.True(ended.Exit == 2 && ended.Error.Contains(code, StringComparison.Ordinal), $"{string.Join(' ', args)}: {ended.Exit} {ended.Error}");
        }
    }
}
