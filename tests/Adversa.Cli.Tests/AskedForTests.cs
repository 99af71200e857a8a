using System.Text.Json.Nodes;
using Adversa.Formats.Png;

namespace Adversa.Cli.Tests;

/// <summary>Classes by name and backgrounds, from the command line to what is written.</summary>
[Collection("here")]
public sealed class AskedForTests : IDisposable
{
    private readonly Workplace _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Classes_of_a_folder_are_drawn_and_listed_by_their_names()
    {
        foreach (var name in new[] { "ant", "bee", "s4" }) _here.Pictures($"set/{name}", 10, size: 8);
        var trained = Cli.Here("train", "cgan", "--data", _here["set"], "--steps", "1", "--set", "batch=8", "--set", "width=4", "--out", _here["run"], "--no-judge");
        Assert.True(trained.Exit == 0, trained.Error);

        var sheet = Cli.Here("sample", _here["run"], "-o", _here["sheet.png"]);
        var named = Cli.Here("sample", _here["run"], "--class", "s4", "--seeds", "3", "-o", _here["s4.npy"]);
        var numbered = Cli.Here("sample", _here["run"], "--class", "2", "--seeds", "3", "-o", _here["2.npy"]);

        Assert.Contains("One column for each class, from the left: ant, bee, s4", sheet.Out, StringComparison.Ordinal);
        using (var picture = File.OpenRead(_here["sheet.png"]))
            Assert.Equal("""["ant","bee","s4"]""", JsonNode.Parse(PngText.Read(picture, "sheet.png")["adversa"])!["columns"]!.ToJsonString());
        Assert.Equal((0, 0), (named.Exit, numbered.Exit));
        Assert.Equal(File.ReadAllBytes(_here["2.npy"]), File.ReadAllBytes(_here["s4.npy"]));
        Assert.Contains("--class 2 is the class s4.", numbered.Out, StringComparison.Ordinal);
        Assert.Contains("Did you mean bee? Its 3 classes, numbers 0 to 2: ant, bee, s4", Cli.Here("sample", _here["run"], "--class", "be").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_background_reaches_what_is_shown_packed_and_trained_on()
    {
        for (var i = 0; i < 2; i++) _here.Write($"set/{i}.webp", File.ReadAllBytes(Path.Join(Cli.Root, "tests/golden/pictures/lossless-alpha.webp")));

        var (black, white) = (Shown("set"), Shown("set", "--background", "white"));
        var packed = _here.Run("data", "prepare", "set", "--size", "8", "--background", "white", "-o", "white.safetensors");
        var trained = Cli.Here("train", "gan", "--data", _here["set"], "--size", "8", "--background", "mean", "--steps", "1", "--set", "hidden=4", "--out", _here["run"], "--no-judge");

        Assert.True(white.Sum(value => value) > black.Sum(value => value));
        Assert.True(packed.Exit == 0, packed.Error);
        Assert.Equal(white, Shown("white.safetensors"));
        Assert.True(trained.Exit == 0, trained.Error);
        Assert.Equal($"on-mean:{_here["set"]}", JsonNode.Parse(File.ReadAllText(_here["run/recipe.json"]))!["data"]!.ToString());
    }

    /// <summary>The contact sheet of some data.</summary>
    private byte[] Shown(string data, params string[] options)
    {
        var shown = Cli.Here(["data", "show", _here[data], "--size", "8", .. options, "-o", _here["sheet.png"]]);
        Assert.True(shown.Exit == 0, shown.Error);
        return PngReader.Read(_here["sheet.png"]).Pixels;
    }
}
