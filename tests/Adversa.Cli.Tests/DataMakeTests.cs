namespace Adversa.Cli.Tests;

/// <summary><c>data make</c>, <c>data check</c> and <c>data get</c> as users meet them.</summary>
public class DataMakeTests
{
    [Fact]
    public void A_world_is_made_shown_and_trained_on()
    {
        using var here = new Workplace();
        var made = here.Run("data", "make", "glyphs", "--count", "40", "--size", "28", "-o", "glyphs.safetensors", "--json");

        Assert.Equal(0, made.Exit);
        Cli.AssertJson(made);
        Assert.Contains("40 samples of 28x28x1, 23 classes", here.Run("data", "show", "glyphs.safetensors").Out, StringComparison.Ordinal);
        Assert.Equal(0, here.Run("train", "dcgan", "--data", "glyphs.safetensors", "--steps", "2", "--set", "width=4", "--set", "batch=8", "--no-judge").Exit);
    }

    [Fact]
    public void The_same_world_is_made_twice_with_the_same_bytes_and_another_seed_gives_others()
    {
        using var here = new Workplace();
        foreach (var (name, seed) in new[] { ("a", "1"), ("b", "1"), ("c", "2") })
            Assert.Equal(0, here.Run("data", "make", "digits", "--count", "30", "--seed", seed, "-o", name + ".safetensors").Exit);

        Assert.Equal(File.ReadAllBytes(here["a.safetensors"]), File.ReadAllBytes(here["b.safetensors"]));
        Assert.NotEqual(File.ReadAllBytes(here["a.safetensors"]), File.ReadAllBytes(here["c.safetensors"]));
    }

    [Fact]
    public void An_array_of_pairs_says_that_it_holds_the_one_side()
    {
        using var here = new Workplace();
        var made = here.Run("data", "make", "day-night", "--count", "2", "--size", "32", "-o", "x.npy");

        Assert.Equal(0, made.Exit);
        Assert.Contains("holds image alone; input", made.Error + made.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-world")]
    [InlineData("digits", "--count", "0")]
    [InlineData("digits", "--count", "-5")]
    public void A_world_that_cannot_be_made_is_refused_and_leaves_nothing(params string[] wish)
    {
        using var here = new Workplace();
        var ended = here.Run(["data", "make", .. wish, "-o", "out.safetensors"]);

        Assert.Equal(2, ended.Exit);
        Assert.True(here.IsEmpty, "a refused command left something behind");
    }

    [Fact]
    public void The_planted_defects_of_an_art_folder_are_found_by_check_and_strict_is_exit_3()
    {
        using var here = new Workplace();
        Assert.Equal(0, here.Run("data", "make", "art-folder", "--count", "60", "--defects", "5", "-o", "art").Exit);
        var lax = here.Run("data", "check", "art", "--json", "--report", "art.html");
        var strict = here.Run("data", "check", "art", "--strict");

        Assert.Equal((0, 3), (lax.Exit, strict.Exit));
        Cli.AssertJson(lax);
        Assert.Contains("<html", File.ReadAllText(here["art.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Quarantine_moves_the_damaged_ones_and_the_rest_is_clean()
    {
        using var here = new Workplace();
        here.Pictures("p", 20);
        var whole = File.ReadAllBytes(here["p/007.png"]);
        here.Write("p/007.png", whole[..(whole.Length / 2)]);

        Assert.Equal(0, here.Run("data", "check", "p", "--quarantine", "q").Exit);
        Assert.Equal(whole.Length / 2, new FileInfo(Assert.Single(Directory.GetFiles(here["q"], "007.png", SearchOption.AllDirectories))).Length);
        Assert.False(File.Exists(here["p/007.png"]));
        Assert.Equal(19, Directory.GetFiles(here["p"]).Length);
    }

    [Fact]
    public void A_set_of_kaggle_says_how_to_bring_it_and_an_unknown_one_what_there_is()
    {
        using var here = new Workplace();
        var kaggle = here.Run("data", "get", "dog-breeds");
        var unknown = here.Run("data", "get", "mnits");

        Assert.Contains("kaggle", kaggle.Out + kaggle.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, unknown.Exit);
        Assert.Contains("mnist", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_left_out_is_said()
    {
        using var here = new Workplace();
        here.Pictures("p", 300);
        File.WriteAllLines(here["p/attributes.csv"], ["file,story", .. Enumerable.Range(0, 300).Select(i => $"{i:D3}.png,text number {i}")]);

        Assert.Contains("warning ADV3046: ", here.Run("data", "show", "p").Error, StringComparison.Ordinal);
    }
}
