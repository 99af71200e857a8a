using Adversa.Cli.Commands;
using Adversa.Cli.Output;

namespace Adversa.Cli.Tests;

[Collection("here")]
public class RunsShowTests
{
    [Fact]
    public void A_run_is_shown_with_its_verdict_its_time_and_its_page_first()
    {
        using var here = new Workplace();
        Cli.Here("train", "ring", "--steps", "2", "--set", "batch=8", "--out", here["r"], "--no-judge");
        var before = Cli.Here("runs", "show", here["r"]).Out.Split('\n');
        Cli.Here("evaluate", here["r"], "--count", "100");
        var after = Cli.Here("runs", "show", here["r"], "--lang", "es").Out.Split('\n');

        Assert.Equal(here["r"], before[0]);
        Assert.Equal($"  verdict   nothing was measured yet: adversa evaluate {here["r"]}", before[1]);
        Assert.Matches(@"^  time      \d+ s, 16 images$", before[2]);
        Assert.Equal($"  page      {here["r/report.html"]}", before[3]);
        Assert.StartsWith("  veredicto Se dibujan ", after[1], StringComparison.Ordinal);
        Assert.EndsWith(" (paso 2)", after[1], StringComparison.Ordinal);
        Assert.StartsWith("  página    ", after[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    [InlineData(40)]
    public void Recipes_are_broken_between_words_at_the_width_of_the_terminal(int columns)
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(i => new string('x', 1 + i % 9)));

        var rows = RecipesCommand.Rows(columns, "digits", text, "second").ToList();

        Assert.All(rows, row => Assert.InRange(row.Length, 1, columns));
        Assert.Equal($"digits {text} second", string.Join(' ', rows.SelectMany(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.StartsWith("  digits", rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_looks_lines_stay_whole() => Assert.Equal([$"  {"digits",-21} {new string('x', 300)}"], RecipesCommand.Rows(null, "digits", new string('x', 300)));

    [Fact]
    public void A_word_longer_than_the_line_stays_whole() => Assert.Equal(["ab", "abcdefgh", "c"], TextWrap.Lines("ab abcdefgh c", 4));
}
