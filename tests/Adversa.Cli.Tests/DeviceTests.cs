using Adversa.Formats.Arrays;

namespace Adversa.Cli.Tests;

// Device.Lazy is a second device without hardware: a tensor that stays behind on the processor ends the program there, as it would on a GPU.
public class DeviceTests
{
    /// <summary>The cases of tests/same that need no other run and no files.</summary>
    public static TheoryData<string, string> Cases => new(File.ReadLines(Path.Join(Cli.Root, "tests", "same", "cases"))
        .Where(line => line.Contains('|', StringComparison.Ordinal) && !line.StartsWith('#') && !line.Contains("$work", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(parts => (parts[0], Short(parts[1]))));

    [Fact]
    public void A_run_of_one_device_is_drawn_from_and_resumed_on_another()
    {
        using var here = new Workplace();
        var trained = here.Run("train", "dcgan", "--data", "digits", "--set", "width=4", "--set", "batch=4", "--steps", "2", "--device", "lazy", "--no-judge", "--out", "r", "--seed", "3");
        Assert.True(trained.Exit == 0, trained.Error);
        Assert.Contains("\"device\": \"lazy\"", File.ReadAllText(here["r/environment.json"]), StringComparison.Ordinal);

        foreach (var device in new[] { "cpu", "lazy" })
            Assert.Equal(0, here.Run("sample", "r", "--seeds", "0-3", "--device", device, "-o", $"{device}.npy").Exit);
        var (cpu, lazy) = (Numbers(here["cpu.npy"]), Numbers(here["lazy.npy"]));
        Assert.Equal(4 * 28 * 28, cpu.Length);
        Assert.All(cpu.Zip(lazy), pair => Assert.Equal(pair.First, pair.Second, 1 / 255.0));

        var resumed = here.Run("resume", "r", "--steps", "3", "--device", "cpu", "--no-judge");
        Assert.Equal(0, resumed.Exit);
        Assert.Contains("warning ADV6005: device is cpu; the run was begun with lazy", resumed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("slow", "yes")]
    public void Every_system_keeps_its_tensors_on_its_device(string name, string line)
    {
        using var here = new Workplace();

        var ended = here.Run(["train", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--steps", "2", "--device", "lazy", "--no-judge", "--out", name]);

        Assert.True(ended.Exit == 0, ended.Error);
    }

    [Theory]
    [InlineData("cuda")]
    [InlineData("cuda:7")]
    public void A_gpu_that_is_not_there_is_exit_5_and_writes_nothing(string device)
    {
        using var here = new Workplace();

        var ended = here.Run(Cli.Tiny("--device", device, "--out", "r"));

        Assert.Equal(5, ended.Exit);
        Assert.Contains("error ADV5012: ", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(here["r"]));
    }

    /// <summary>A case with fewer of its critic's updates: the lazy device gathers the graph of all of them.</summary>
    private static string Short(string line) => line.Replace("firstRounds=2 --set longTurn=10", "firstRounds=1 --set longTurn=2 --set criticSteps=1", StringComparison.Ordinal);

    private static double[] Numbers(string path)
    {
        var numbers = NpyFile.Read(path);
        return [.. Enumerable.Range(0, numbers.Length).Select(numbers.At)];
    }
}
