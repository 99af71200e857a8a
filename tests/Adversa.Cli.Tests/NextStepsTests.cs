using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Adversa.Formats.Arrays;
using Adversa.Formats.Png;
using Adversa.Training.Folders;
using Adversa.Training.Reports;

namespace Adversa.Cli.Tests;

/// <summary>Every line that a run offers is done on that run, for every kind of run and data.</summary>
[Collection("here")]
public sealed partial class NextStepsTests : IDisposable
{
    private const string Measure = "evaluate --metrics fd,kid,pr,dc";
    private readonly Workplace _here = new();

    public void Dispose() => _here.Dispose();

    [Theory]
    [InlineData("ring", "gan", "hidden=8", "sample", "evaluate", "resume")]                      // a world with a judge
    [InlineData("points", "gan", "hidden=8", "sample", Measure, "resume")]                       // points without one
    [InlineData("plain", "gan", "hidden=8", "sample", Measure, "resume", Traits = ["slow", "yes"])]                        // pictures without classes
    [InlineData("classes", "gan", "hidden=8", "sample", Measure, "resume")]                      // with classes, without a test part
    [InlineData("parts", "gan", "hidden=8", "sample", "evaluate", "resume", Traits = ["slow", "yes"])]                     // with both
    [InlineData("few", "gan", "hidden=8", "sample", "resume")]                                   // too few to measure
    [InlineData("classes", "cgan", "width=4", "sample", "sample", Measure, "resume")]
    [InlineData("plain", "vae", "width=4", "sample", Measure, "resume")]
    [InlineData("plain", "autoencoder", "width=4", "evaluate --metrics ssim,psnr", "resume")]
    [InlineData("classes", "cnn-classifier", "width=4", "evaluate", "resume")]                   // it is examined on what was held back
    [InlineData("parts", "cnn-classifier", "width=4", "evaluate", "resume")]
    public void What_a_run_offers_works_on_it(string data, string system, string option, params string[] expected)
    {
        Data(data);
        var run = _here["run"];
        var spec = data is "ring" ? data : data is "points" ? _here["points.npy"] : _here[data];

        var trained = Cli.Here("train", system, "--data", spec, "--steps", "3", "--set", "batch=8", "--set", option, "--out", run, "--no-judge", "--threads", "1", "--size", "8");
        var offered = Lines(trained.Error);
        var page = Lines(WebUtility.HtmlDecode(File.ReadAllText(Path.Join(run, "report.html")))).Where(words => words[0] == "evaluate").ToList();
        var repeat = Cli.Here("resume", run);                                                    // it is done: that offers a line too

        Assert.True(trained.Exit == 0, trained.Error);
        Assert.Equal(expected, offered.Select(Shape));
        Assert.Equal(expected.Where(line => line.StartsWith("evaluate", StringComparison.Ordinal)), page.Select(Shape));
        Assert.Equal("resume", Assert.Single(Lines(repeat.Error))[0]);
        foreach (var words in offered.Concat(page).Concat(Lines(repeat.Error)).DistinctBy(words => string.Join(' ', words)))
        {
            var ended = Cli.Here([.. words.Select(word => word.EndsWith(".png", StringComparison.Ordinal) ? _here[word] : word)]);
            Assert.True(ended.Exit == 0, $"{string.Join(' ', words)}: {ended.Error}");
        }
    }

    [Fact]
    public void A_run_whose_data_is_gone_offers_what_needs_none()
    {
        Data("plain");
        Cli.Here("train", "gan", "--data", _here["plain"], "--steps", "3", "--set", "batch=8", "--set", "hidden=8", "--out", _here["run"], "--no-judge");
        Directory.Delete(_here["plain"], recursive: true);

        Assert.Equal(["sample"], NextSteps.Of(new RunFolder(_here["run"])).All.Select(step => step.Words[0]));
        Assert.Equal(0, Cli.Here("report", _here["run"]).Exit);
    }

    [Fact]
    public void Runs_that_were_not_measured_are_compared_with_the_lines_that_measure_them()
    {
        Data("plain");
        foreach (var (name, width) in new[] { ("a", "8"), ("b", "9") })
            Cli.Here("train", "gan", "--data", _here["plain"], "--steps", "2", "--set", "batch=8", "--set", $"hidden={width}", "--out", _here[name], "--no-judge");

        var compared = Cli.Here("compare", _here["a"], _here["b"], "-o", _here["both.html"]);

        Assert.Equal(0, compared.Exit);
        Assert.Contains($"Measure each: adversa evaluate {_here["a"]} --metrics fd,kid,pr,dc; adversa evaluate {_here["b"]} --metrics fd,kid,pr,dc", compared.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_run_and_a_run_without_a_sound_checkpoint_are_not_sent_to_resume()
    {
        _here.Write("other/notes.txt", [1]);
        Cli.Here("train", "ring", "--steps", "2", "--set", "batch=8", "--out", _here["run"], "--no-judge");
        foreach (var file in Directory.EnumerateFiles(_here["run/checkpoints"], "*.safetensors", SearchOption.AllDirectories)) File.WriteAllBytes(file, [0]);

        var used = Cli.Here("train", "ring", "--out", _here["other"]);
        var damaged = Cli.Here("sample", _here["run"], "-o", _here["x.png"]);

        Assert.Equal((2, 4), (used.Exit, damaged.Exit));
        Assert.Contains("is not empty and holds no run. Name another folder with --out.", used.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("resume", damaged.Error, StringComparison.Ordinal);
        Assert.Contains("Restore one from a copy, or repeat the run:", damaged.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Recipes_and_packed_sets_are_offered_with_all_that_they_need()
    {
        _here.Pictures("odd", 30, size: 25);                                                     // no DCGAN has such a side

        Assert.Contains("Start it: adversa train mnist --data PATH\n", Cli.Here("recipes", "show", "mnist").Out, StringComparison.Ordinal);
        Assert.Contains("Start it: adversa train ring\n", Cli.Here("recipes", "show", "ring").Out, StringComparison.Ordinal);
        Assert.Contains($"Train on it: adversa train gan --data {_here["odd.safetensors"]}\n",
            _here.Run("data", "prepare", _here["odd"], "--size", "25", "--workers", "1", "-o", _here["odd.safetensors"]).Error, StringComparison.Ordinal);
    }

    private void Data(string name)
    {
        switch (name)
        {
            case "points":
                using (var file = File.Create(_here["points.npy"])) new NpyFile([100, 2], [.. Enumerable.Range(0, 200).Select(i => MathF.Sin(i))]).Write(file);
                break;
            case "plain": _here.Pictures(name, 60, size: 8); break;
            case "few": _here.Pictures(name, 12, size: 8); break;
            case "classes": foreach (var part in new[] { "a", "b" }) _here.Pictures($"{name}/{part}", 40, size: 8); break;
            case "parts": foreach (var part in new[] { "train/a", "train/b", "test/a", "test/b" }) Pictures($"{name}/{part}", 24, part[1] + part[^1]); break;
        }
    }

    /// <summary>Pictures that differ from part to part.</summary>
    private void Pictures(string folder, int count, int shift)
    {
        for (var i = 0; i < count; i++)
        {
            var picture = new Raster(8, 8, 1);
            for (var at = 0; at < picture.Pixels.Length; at++) picture.Pixels[at] = (byte)((11 * i + shift + at) & 255);
            using var stream = new MemoryStream();
            PngWriter.Write(stream, picture);
            _here.Write(string.Create(CultureInfo.InvariantCulture, $"{folder}/{i:D3}.png"), stream.ToArray());
        }
    }

    /// <summary>The lines of the program in a text, as words.</summary>
    private static List<string[]> Lines(string text) => [.. OfProgram().Matches(text).Select(match => match.Groups[1].Value.Split(' '))];

    /// <summary>A line without the run and what is particular to it.</summary>
    private static string Shape(string[] words) => words[0] == "evaluate" ? string.Join(' ', words.Where((_, i) => i != 1)) : words[0];

    [GeneratedRegex(@"(?<![\w/])adversa ((?:sample|evaluate|resume) [^\n<]+)")]
    private static partial Regex OfProgram();
}
