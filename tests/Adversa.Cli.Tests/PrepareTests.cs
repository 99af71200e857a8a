namespace Adversa.Cli.Tests;

/// <summary><c>data prepare</c> as users meet it: kills, signals, decoders that break down, full disks.</summary>
public class PrepareTests
{
    private static readonly string[] Slow = ["data", "prepare", "p", "--size", "512", "--channels", "3", "--workers", "1"];      // 21 pictures in a chunk

    [Fact]
    public void One_command_packs_a_folder_and_the_next_trains_on_it()
    {
        using var here = new Workplace();
        here.Pictures("my pictures", 40);
        var packed = here.Run("data", "prepare", "my pictures");
        var trained = here.Run("train", "gan", "--data", "my pictures-24.safetensors", "--steps", "2", "--set", "batch=8", "--out", "r", "--no-judge");

        Assert.Equal((0, "samples=40 bad=0 skipped=0"), (packed.Exit, packed.Out.Split('\n')[0]));
        Assert.Contains("train dcgan --data 'my pictures-24.safetensors'", packed.Error, StringComparison.Ordinal);
        Assert.True(trained.Exit == 0, trained.Error);
    }

    [Fact]
    public void Both_parts_of_a_set_are_packed_and_named()
    {
        using var here = new Workplace();
        here.Pictures("p/train", 6);
        here.Pictures("p/test", 4);
        var packed = here.Run("data", "prepare", "p", "-o", "set.safetensors", "--json");
        var files = packed.Events.Where(e => (string?)e["event"] == "prepared").Select(e => ((string)e["part"]!, (string)e["file"]!, (int)e["samples"]!));

        Assert.True(packed.Exit == 0, packed.Error);
        Assert.Equal([("train", "set-train.safetensors", 6), ("test", "set-test.safetensors", 4)], files);
        Assert.Equal(["p", "set-test.safetensors", "set-train.safetensors"], Directory.GetFileSystemEntries(here.Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Collections_of_unequal_size_are_packed_with_a_word_on_what_that_means()
    {
        using var here = new Workplace();
        here.Pictures("a", 6);
        here.Pictures("b", 9);
        here.Pictures("c", 6, size: 25);
        var unequal = here.Run("data", "prepare", "domains:a,b", "-o", "both");
        var equal = here.Run("data", "prepare", "domains:a,c", "-o", "equal");

        Assert.Equal((0, 0), (unequal.Exit, equal.Exit));
        Assert.Contains("ADV3049: a holds 6 samples and b 9", unequal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ADV3049", equal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prepare.chunk:2=kill", Traits = ["slow", "yes"])]
    [InlineData("prepare.pack=kill")]
    public void A_killed_packing_goes_on_and_ends_in_the_same_bytes(string point)
    {
        using var here = new Workplace();
        here.Pictures("p", 70);
        Assert.Equal(0, here.Run([.. Slow, "-o", "straight"]).Exit);

        Assert.Equal(137, Cli.Run(here.Root, new Dictionary<string, string?> { ["ADVERSA_FAILPOINT"] = point }, [.. Slow, "-o", "cut"]).Exit);
        Assert.False(File.Exists(here["cut"]));
        var second = here.Run([.. Slow, "-o", "cut", "--json"]);

        Assert.Equal(0, second.Exit);
        Assert.True((int)second.Events[^1]["resumed"]! > 0, second.Out);
        Assert.Equal(File.ReadAllBytes(here["straight"]), File.ReadAllBytes(here["cut"]));
        Assert.Equal(["cut", "p", "straight"], Directory.GetFileSystemEntries(here.Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_picture_that_brings_its_decoder_down_costs_one_picture_and_leaves_no_pipes_of_the_runtime()
    {
        using var here = new Workplace();
        here.Pictures("p", 30);
        Directory.CreateDirectory(here["tmp"]);
        var ended = Cli.Run(here.Root, new Dictionary<string, string?> { ["ADVERSA_FAILPOINT"] = "decode.017.png=kill", ["TMPDIR"] = here["tmp"], ["DOTNET_EnableDiagnostics"] = null }, "data", "prepare", "p", "-o", "set", "--json");

        Assert.Equal(0, ended.Exit);
        Assert.Equal(29, (int)ended.Events[^1]["samples"]!);
        var bad = Assert.Single(ended.Events[^1]["bad"]!.AsArray())!;
        Assert.Equal("017.png", (string)bad["name"]!);
        Assert.Contains("the decoder broke down on it", (string)bad["reason"]!, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(here["tmp"]));
    }

    [Fact]
    [Trait("slow", "yes")]
    public void A_decoder_that_hangs_is_ended_and_costs_one_picture()
    {
        using var here = new Workplace();
        here.Pictures("p", 10);
        var ended = Cli.Run(here.Root, new Dictionary<string, string?> { ["ADVERSA_FAILPOINT"] = "decode.004.png=spin" }, "data", "prepare", "p", "-o", "set", "--json");

        Assert.Equal(0, ended.Exit);
        Assert.Contains("more than 2 s", (string)Assert.Single(ended.Events[^1]["bad"]!.AsArray())!["reason"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 130, Traits = ["slow", "yes"])]
    [InlineData("TERM", 143)]
    public void A_signal_ends_it_in_order_and_the_same_command_goes_on(string signal, int exit)
    {
        using var here = new Workplace();
        here.Pictures("p", 600);
        var process = Cli.Begin(here.Root, [], [.. Slow, "-o", "cut"]);
        while (!Directory.Exists(here["cut.partial"]) || Directory.GetFiles(here["cut.partial"], "chunk-*").Length < 2)
        {
            Assert.False(process.HasExited, "It ended before it packed anything.");
            Thread.Sleep(20);
        }

        Cli.Signal(process, signal);
        var ended = Cli.Wait(process);

        Assert.Equal(exit, ended.Exit);
        Assert.Contains("goes on from here", ended.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(here["cut"]));
        Assert.Contains("from the packing that was cut off", here.Run([.. Slow, "-o", "cut"]).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prepare.chunk=throw")]
    [InlineData("prepare.pack=throw")]
    public void A_full_disk_is_exit_5_and_leaves_no_set_that_looks_whole(string point)
    {
        using var here = new Workplace();
        here.Pictures("p", 30);
        var ended = Cli.Run(here.Root, new Dictionary<string, string?> { ["ADVERSA_FAILPOINT"] = point }, [.. Slow, "-o", "set"]);

        Assert.Equal(5, ended.Exit);
        Assert.StartsWith("error ADV5009: set cannot be written", ended.ErrorLines[^1], StringComparison.Ordinal);
        Assert.False(File.Exists(here["set"]));
    }

    [Fact]
    public void Hidden_commands_stay_hidden_and_wrong_words_are_refused()
    {
        Assert.DoesNotContain("decode-pictures", Cli.Here("data", "--help").Out, StringComparison.Ordinal);
        Assert.Contains("crop, pad or squash", Cli.Here("data", "prepare", "x", "--fit", "stretch").Problem, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Here("data", "prepare", "digits").Exit);
    }
}
