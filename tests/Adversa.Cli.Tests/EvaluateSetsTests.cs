namespace Adversa.Cli.Tests;

/// <summary>Two sets of data against each other, without a run.</summary>
[Collection("here")]
public class EvaluateSetsTests
{
    [Fact]
    public void Two_folders_of_other_sizes_are_brought_to_one_and_their_copies_are_counted()
    {
        using var here = new Workplace();
        here.Pictures("a", 40, size: 32);
        here.Pictures("b", 60, size: 24);
        here.Pictures("c", 50, size: 24);                         // the first 50 of b

        var resized = Cli.Here("evaluate", here["a"], "--against", here["b"], "--space", "pixels", "--metrics", "fd,kid,pr,swd,nn,dc,ssim");
        var copied = Cli.Here("evaluate", here["c"], "--against", here["b"], "--space", "pixels", "--metrics", "fd", "--json");

        Assert.True(resized.Exit == 0, resized.Error);
        Assert.Contains($"{here["a"]} (40 samples) against {here["b"]} (60 samples), as 24x24x1, to which they were brought.", resized.Out, StringComparison.Ordinal);
        Assert.Matches(@"n\nKD-pixels[^\n]* 60\+40\nFD-pixels", resized.Out);               // of few samples the kernel distance comes first
        Assert.DoesNotContain(" n/a", resized.Out, StringComparison.Ordinal);               // unequal numbers are no hindrance
        Assert.Contains("\"real data\" stays empty", resized.Out, StringComparison.Ordinal);
        Assert.True(copied.Exit == 0, copied.Error);
        var comparison = copied.Events.Single(line => (string)line["event"]! == "comparison");
        Assert.Equal((50, 60, 50, false), ((int)comparison["judged"]!, (int)comparison["real"]!, (int)comparison["copies"]!, (bool)comparison["resized"]!));
    }

    [Fact]
    public void Gates_hold_and_reals_beside_them_show_what_their_own_kind_gets()
    {
        using var here = new Workplace();

        var near = Cli.Here("evaluate", "ring", "--against", "first:400:ring", "--count", "100", "--metrics", "fd", "--max", "fd=0.0001", "--json");
        var far = Cli.Here("evaluate", "grid", "--against", "ring", "--count", "100", "--metrics", "fd", "--max", "fd=0.01");
        var none = Cli.Here("evaluate", "grid", "--against", "ring", "--count", "100", "--metrics", "fd", "--max", "kid=1");

        Assert.Equal((9, 9), (near.Exit, far.Exit));
        Assert.NotNull(near.Events.Single(line => (string)line["event"]! == "measurement")["floor"]);
        Assert.Contains("There is no metric \"kid\" of two sets of data. There are: fd.", none.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "--against few", 3, "A comparison takes at least 20 samples of each side; ")]
    [InlineData("a", "--against ring", 3, "Two sets are compared whose samples are of one kind and shape; ")]
    [InlineData("a", "--against nowhere", 3, "nowhere")]
    [InlineData("a", "", 2, "is data and no run. --against SPEC says")]
    [InlineData("a", "--against a --best", 2, "--data and --best are for runs")]
    [InlineData("latest", "--size 32", 2, "--size is for two sets of data")]
    public void What_cannot_be_compared_is_said(string judged, string more, int exit, string words)
    {
        using var here = new Workplace();
        here.Pictures("a", 30);
        here.Pictures("few", 5);
        string At(string word) => word is "a" or "few" or "nowhere" ? here[word] : word;

        var ended = Cli.Here(["evaluate", At(judged), .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(At)]);

        Assert.Equal(exit, ended.Exit);
        Assert.Contains(words, ended.Problem, StringComparison.Ordinal);
    }
}
