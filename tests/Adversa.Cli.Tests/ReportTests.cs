using System.Text.Json.Nodes;

namespace Adversa.Cli.Tests;

public class ReportTests
{
    [Fact]
    public void Runs_are_reported_and_compared_from_the_command_line()
    {
        using var here = new Workplace();
        here.Trained("a");
        here.Trained("b", "--seed", "9");
        here.Run("evaluate", "a", "--count", "100");

        var report = here.Run("report", "a", "-o", "pages/a.html");
        var compare = here.Run("compare", "a", "b", "--json", "-o", "both.html");
        var none = here.Run("compare", "a", "--lang", "es");

        Assert.Equal((0, "pages/a.html\n"), (report.Exit, report.Out));
        Assert.True(new FileInfo(here["a/report.html"]).Length > 1000);
        Assert.Contains("high_quality", File.ReadAllText(here["pages/a.html"]), StringComparison.Ordinal);
        var json = JsonNode.Parse(compare.Out)!;
        Assert.Equal(("compare", "both.html"), (json["event"]!.GetValue<string>(), json["page"]!.GetValue<string>()));
        Assert.Equal("seed", json["differences"]![0]!["path"]!.GetValue<string>());
        Assert.True(File.Exists(here["both.html"]));
        Assert.Equal(2, none.Exit);
        Assert.StartsWith("error ADV2083: compare necesita dos o más ejecuciones distintas", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_could_not_be_written_is_not_said_to_be_there()
    {
        using var here = new Workplace();
        here.Trained("r");
        File.Delete(here["r/report.html"]);
        Directory.CreateDirectory(here["r/report.html"]);

        var resumed = here.Run("resume", "r", "--steps", "6", "--no-judge");

        Assert.True(resumed.Exit == 0, resumed.Error);
        Assert.Contains("report.html could not be written. Free the disk and run: adversa report", resumed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Report: ", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_is_planned_done_and_not_done_twice()
    {
        using var here = new Workplace();
        here.Write("s.json", """
            { "images": 256, "seeds": 2, "metric": "rkl", "count": 100, "draws": 1, "systems": {
              "a": { "recipe": "ring", "set": { "batch": 16, "options": { "hidden": 8 } } }, "b": { "recipe": "ring", "set": { "batch": 32, "options": { "hidden": 8 } } } } }
            """u8.ToArray());

        var plan = here.Run("experiment", "s.json", "--dry-run", "--out", "study");
        Assert.False(Directory.Exists(here["study"]));
        var first = here.Run("experiment", "s.json", "--out", "study");
        var again = here.Run("experiment", "s.json", "--out", "study", "--json");

        Assert.Equal(4, plan.Out.Split('\n').Count(line => line.Contains("steps", StringComparison.Ordinal)));
        Assert.Contains("16 steps", plan.Out, StringComparison.Ordinal);
        Assert.True(first.Exit == 0, first.Error);
        Assert.Contains("a and b in rkl: undecided", first.Out, StringComparison.Ordinal);
        var study = JsonNode.Parse(Assert.Single(again.Out.Trim().Split('\n')))!;                  // no cell is done again
        Assert.Equal(2, study["budgets"]![0]!["comparisons"]![0]!["pairs"]!.GetValue<int>());
        Assert.True(File.Exists(here["study/report.html"]));
    }
}
