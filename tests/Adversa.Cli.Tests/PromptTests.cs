namespace Adversa.Cli.Tests;

public class PromptTests
{
    private static readonly string[] Small = ["--set", "width=4", "--set", "discriminatorWidth=4", "--set", "batch=4", "--steps", "2", "--doctor", "off", "--no-judge"];

    [Fact]
    public void A_prompt_is_drawn_and_one_that_cannot_be_says_why()
    {
        using var here = new Workplace();
        Assert.Equal(0, here.Run(["train", "gan-int-cls", "--data", "captions", "--size", "32", .. Small]).Exit);

        Assert.Equal(0, here.Run("sample", "latest", "--prompt", "una mujer con pelo rojo que sonríe", "--count", "4", "-o", "red.png").Exit);
        Assert.True(File.Exists(here["red.png"]));
        foreach (var (prompt, said) in new[] { (" ,", "--prompt has no word"), ("una mujer con pelo rojos", "\"rojos\" (near: \"rojo\")"), (string.Join(' ', Enumerable.Repeat("red", 25)), "25 words") })
        {
            var ended = here.Run("sample", "latest", "--prompt", prompt);
            Assert.Equal(2, ended.Exit);
            Assert.StartsWith("error ADV2033: ", ended.Problem, StringComparison.Ordinal);
            Assert.Contains(said, ended.Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_system_that_illustrates_nothing_takes_no_prompt()
    {
        using var here = new Workplace();
        Assert.Equal(0, here.Run("train", "gan", "--data", "ring", "--steps", "2", "--doctor", "off", "--no-judge").Exit);

        var ended = here.Run("sample", "latest", "--prompt", "a house");

        Assert.Equal(2, ended.Exit);
        Assert.Contains("gan takes no --prompt", ended.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_captions_are_listed_and_data_without_any_says_so()
    {
        using var here = new Workplace();

        var words = here.Run("data", "show", "captions", "--words");
        var none = here.Run("data", "show", "ring", "--words");

        Assert.Equal(0, words.Exit);
        Assert.Contains("pelo", words.Out.Split('\n').Select(line => line.Trim()));
        Assert.Equal(3, none.Exit);
        Assert.StartsWith("error ADV3010: ", none.Problem, StringComparison.Ordinal);
    }
}
