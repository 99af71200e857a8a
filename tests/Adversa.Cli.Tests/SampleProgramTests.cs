namespace Adversa.Cli.Tests;

/// <summary>The programs in <c>samples/</c>, started from a copy outside of the source tree: what they need was copied beside them.</summary>
public class SampleProgramTests
{
    [Fact]
    public void A_loop_of_ones_own_trains_and_draws()
    {
        using var here = new Workplace();

        var ended = Run(here, "OwnLoop", "1", "own.png");

        Assert.True(ended.Exit == 0, ended.Error);
        Assert.Matches(@"^step 0  loss d \d+\.\d{3}\nstep 0  loss g \d+\.\d{3}\n$", ended.Out);
        Assert.True(new FileInfo(here["own.png"]).Length > 1000);
    }

    [Fact]
    public void A_trained_run_is_drawn_from()
    {
        using var here = new Workplace();
        here.Trained("r");

        var ended = Run(here, "FromRun", here["r"], "run.png");
        var none = Run(here, "FromRun", "nowhere", "none.png");

        Assert.Equal((0, "64 samples of step 5 are in run.png\n"), (ended.Exit, ended.Out));
        Assert.True(new FileInfo(here["run.png"]).Length > 1000);
        Assert.Equal(2, none.Exit);
        Assert.StartsWith("ADV2005: There is no run \"nowhere\" in runs.", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_native_library_the_message_names_what_helps()
    {
        using var here = new Workplace();
        Copy(here, "OwnLoop");
        File.Delete(here["program/libadversa_torch.so"]);

        var ended = Cli.Wait(Cli.Begin(here.Root, Cli.Dotnet, here["program/OwnLoop.dll"], "1"));

        Assert.NotEqual(0, ended.Exit);
        Assert.Contains($"libadversa_torch.so was not found. Looked in: {here["program/libadversa_torch.so"]}. Run ./adversa doctor in the folder of Adversa's sources", ended.Error, StringComparison.Ordinal);
        Assert.Contains("is then built again, which copies it beside the program. Or name the folder that holds it: ADVERSA_NATIVE=/folder", ended.Error, StringComparison.Ordinal);
    }

    private static Ended Run(Workplace here, string name, params string[] args)
    {
        Copy(here, name);
        return Cli.Wait(Cli.Begin(here.Root, [Cli.Dotnet, here[$"program/{name}.dll"], .. args]));
    }

    private static void Copy(Workplace here, string name)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Join(Cli.Root, "artifacts/bin", name, "release"))) here.Write($"program/{Path.GetFileName(file)}", File.ReadAllBytes(file));
    }
}
