using Adversa.Formats.Png;

namespace Adversa.Cli.Tests;

public class DataTests
{
    private static readonly string[] Small = ["--set", "width=4", "--set", "batch=8", "--steps", "2"];

    [Fact]
    public void Data_that_is_missing_or_does_not_fit_is_exit_3_and_leaves_nothing()
    {
        using var here = new Workplace();
        using var data = new Workplace();
        Directory.CreateDirectory(data["empty"]);
        data.Pictures("unlabelled", 12);
        var cut = data.Idx("cut-idx3-ubyte", count: 20, size: 28, missing: 100);
        for (var i = 0; i < 4; i++) data.Write($"bad/{i}.png", [137, 80, 78, 71, 13, 10, 26, 10, 0, 0]);

        foreach (var (spec, system, code) in new[]
        {
            ("nowhere", "dcgan", 3001), (data["empty"], "dcgan", 3006), (data["bad"], "dcgan", 3005), (cut, "dcgan", 3002),
            ("ring", "dcgan", 3010), (data["unlabelled"], "cnn-classifier", 3010), (Cli.Program, "dcgan", 3001), ("/dev/zero", "dcgan", 3007),
        })
        {
            var ended = here.Run("train", system, "--data", spec);
            Assert.True(ended.Exit == 3, $"{spec}: {ended.Exit} {ended.Error}");
            Assert.StartsWith($"error ADV{code}: ", ended.Problem, StringComparison.Ordinal);
        }

        Assert.True(here.IsEmpty, "a refused command left something behind");
    }

    [Theory]
    [InlineData("--doctor", "off")]
    [InlineData("--dry-run")]
    public void A_damaged_test_part_is_known_before_anything_is_learned(params string[] options)
    {
        using var here = new Workplace();
        here.Pictures("set/train", 8);
        here.Pictures("set/test", 2);
        here.Write("set/test/labels.csv", "file_name,label\n\"000.png,a\n"u8.ToArray());

        var ended = here.Run(["train", "dcgan", "--data", "set", .. Small, .. options]);

        Assert.Equal(3, ended.Exit);
        Assert.StartsWith("error ADV3045: In the test part of set:", ended.Problem, StringComparison.Ordinal);
        Assert.False(Directory.Exists(here["runs"]));
    }

    [Fact]
    public void A_damaged_picture_among_good_ones_is_replaced_and_named()
    {
        using var here = new Workplace();
        here.Pictures("pictures", 20);
        var whole = File.ReadAllBytes(here["pictures/007.png"]);
        here.Write("pictures/bad \u001b[31m.png", whole[..(whole.Length / 2)]);

        var ended = here.Run(["train", "dcgan", "--data", "pictures", .. Small[..4], "--steps", "6"]);

        Assert.Equal(0, ended.Exit);
        Assert.Contains(ended.ErrorLines, line => line.StartsWith("warning ADV3012: ", StringComparison.Ordinal) && line.Contains("bad \\x1b[31m.png", StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_smaller_than_a_batch_trains_in_smaller_batches_and_says_so()
    {
        using var here = new Workplace();
        here.Idx("few-idx3-ubyte", count: 5, size: 28);

        var ended = here.Run(["train", "dcgan", "--data", "few-idx3-ubyte", .. Small]);

        Assert.Equal(0, ended.Exit);
        Assert.Contains("warning ADV3011: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains("step=2/2", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_is_shown_as_numbers_and_as_a_sheet()
    {
        using var here = new Workplace();
        here.Pictures("pictures", 9);

        Assert.Contains("pictures: 9 samples of 24x24x1, no labels", here.Run("data", "show", "pictures").Out, StringComparison.Ordinal);
        Assert.Contains("ring: infinitas muestras de puntos de 2 coordenadas, sin etiquetas", here.Run("datos", "show", "ring", "--lang", "es").Out, StringComparison.Ordinal);
        Assert.Equal(0, here.Run("data", "show", "digits", "-o", "new folder/ñ.png").Exit);
        Assert.Equal(3 * 242, PngReader.Read(here["new folder/ñ.png"]).Width);
        var json = here.Run("data", "show", "digits", "--json");
        Cli.AssertJson(json);
        Assert.Equal(10, json.Events[0]["classes"]!.GetValue<int>());
    }

    [Fact]
    public void A_set_sorted_by_class_is_shown_from_all_its_classes_with_names_and_attributes()
    {
        using var here = new Workplace();
        here.Pictures("p", 200);
        File.WriteAllLines(here["p/metadata.csv"], ["file_name,label,old,height", .. Enumerable.Range(0, 200).Select(i => $"{i:D3}.png,{(i < 150 ? "ape" : "bee")},{i % 2},{i / 2.0:F1}")]);
        var shown = here.Run("data", "show", "p", "--scale", "1", "-o", "p.png");
        var json = here.Run("data", "show", "p", "--json").Events[^1];

        Assert.Contains("classes: ape 150 · bee 50", shown.Out, StringComparison.Ordinal);
        Assert.Contains("attributes: old (yes in 50 %) · height (0 to 99.5)", shown.Out, StringComparison.Ordinal);
        Assert.Equal((2, "bee", 50), ((int)json["classes"]!, (string)json["class_counts"]![1]!["name"]!, (int)json["class_counts"]![1]!["count"]!));
        Assert.Equal((99.5, 200), ((double)json["attributes"]![1]!["maximum"]!, (int)json["looked_at"]!));
        var sheet = PngReader.Read(here["p.png"]);
        var last = PngReader.Read(here[$"p/{63 * 200 / 64:D3}.png"]);
        Assert.Equal(last.Pixels[0], sheet.Pixels[(7 * (24 + 2) + 2) * sheet.Width + 7 * (24 + 2) + 2]);
    }

    [Fact]
    public void Values_that_take_turns_are_not_looked_at_in_step()
    {
        using var here = new Workplace();
        here.Pictures("p", 2000, size: 8);
        File.WriteAllLines(here["p/metadata.csv"], ["file_name,odd", .. Enumerable.Range(0, 2000).Select(i => $"{i:D3}.png,{i % 2}")]);

        Assert.InRange((double)here.Run("data", "show", "p", "--json").Events[^1]["attributes"]![0]!["mean"]!, 0.45, 0.55);
    }

    [Fact]
    public void Mnist_is_shown_as_it_is_published()
    {
        var shared = Environment.GetEnvironmentVariable("ADVERSA_SHARED") ?? Path.GetFullPath(Path.Join(Cli.Root, "../shared"));
        var mnist = Path.Join(shared, "data/mnist");
        Assert.SkipUnless(Directory.Exists(mnist), $"{mnist} is not here; ADVERSA_SHARED names the folder that holds data/mnist");
        using var here = new Workplace();

        Assert.Contains("60000 samples of 28x28x1, 10 classes", here.Run("data", "show", mnist).Out, StringComparison.Ordinal);
    }
}
