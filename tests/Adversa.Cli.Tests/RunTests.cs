using System.Diagnostics;
using System.Text.Json.Nodes;
using Adversa.Formats.Png;

namespace Adversa.Cli.Tests;

public class RunTests
{
    [Fact]
    public void A_run_is_trained_listed_shown_resumed_and_removed()
    {
        using var here = new Workplace();
        var trained = here.Run(Cli.Tiny());
        var path = trained.Out.Trim();

        Assert.Equal(0, trained.Exit);
        Assert.StartsWith(here["runs/"], path, StringComparison.Ordinal);
        Assert.Contains("of the ring are drawn", trained.Error, StringComparison.Ordinal);
        Assert.Contains("Try next:    adversa sample latest", trained.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", trained.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", trained.Error, StringComparison.Ordinal);
        Assert.Matches($@"{Path.GetFileName(path)} +finished +5 +80\n", here.Run("runs").Out);
        Assert.Contains("estado    terminada, paso 5/5", here.Run("ejecuciones", "show", "latest", "--lang", "es").Out, StringComparison.Ordinal);
        var again = here.Run("resume");
        Assert.Equal((0, "The run is done: step 5 was its last. Train on with: adversa resume latest --steps 10"), (again.Exit, again.ErrorLines.Single()));
        Assert.Equal(0, here.Run("resume", "latest", "--steps", "7", "--quiet").Exit);
        Assert.Contains("step-000007", here.Run("checkpoint", "list").Out, StringComparison.Ordinal);
        Assert.Equal(2, here.Run("runs", "rm", "latest").Exit);
        Assert.Equal(0, here.Run("runs", "rm", "latest", "--yes").Exit);
        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void With_json_every_command_writes_objects_and_nothing_else()
    {
        using var here = new Workplace();
        string[][] lines =
        [
            Cli.Tiny("--out", "runs/a"), ["resume"], ["runs"], ["runs", "show", "latest"], ["checkpoint", "list"], ["checkpoint", "verify"], ["checkpoint", "hash"],
            ["sample", "--count", "2"], ["evaluate", "--count", "100", "--min", "modes=0"], ["train", "ring", "--dry-run"], ["doctor"], ["runs", "rm", "latest", "--yes"],
        ];
        foreach (var line in lines)
        {
            var ended = here.Run([.. line, "--json"]);
            Assert.True((ended.Exit, ended.Error) == (0, ""), $"{string.Join(' ', line)}: {ended.Exit} {ended.Error}");
            Cli.AssertJson(ended);
        }
    }

    [Fact]
    public void Quiet_says_nothing_but_the_result()
    {
        using var here = new Workplace();

        Assert.Equal((0, "", here["r"] + "\n"), Parts(here.Run(Cli.Tiny("--out", "r", "-q"))));
        Assert.Equal((0, "", "2 samples of step 5 → samples.png\n"), Parts(here.Run("sample", "r", "--count", "2", "--quiet")));

        static (int, string, string) Parts(Ended ended) => (ended.Exit, ended.Error, ended.Out);
    }

    [Fact]
    public void A_dry_run_says_memory_disk_and_time_and_writes_nothing()
    {
        using var here = new Workplace();

        var ended = here.Run("train", "ring", "--dry-run", "--lang", "es");

        Assert.Equal(0, ended.Exit);
        Assert.Matches(@"Memoria ≈ \d+ MB · disco ≈ \d+ MB · tiempo ≈ .+ a \d+ imágenes/s", ended.Out);
        Assert.True(here.IsEmpty);
    }

    [Fact]
    public void A_seed_gives_the_same_picture_whatever_is_drawn_with_it()
    {
        using var here = new Workplace();
        Assert.Equal(0, here.Run("train", "dcgan", "--data", "digits", "--set", "width=4", "--set", "batch=8", "--steps", "3", "--out", "r", "--no-judge").Exit);

        Assert.Equal(0, here.Run("sample", "r", "--seeds", "7", "-o", "alone").Exit);
        Assert.Equal(0, here.Run("sample", "r", "--seeds", "3-9", "-o", "many").Exit);
        Assert.Equal(0, here.Run("sample", "r", "--seeds", "0-3", "-o", "a/grid.png").Exit);
        Assert.Equal(0, here.Run("sample", "r", "--count", "3", "-o", "a.npy").Exit);

        Assert.Equal(7, Directory.GetFiles(here["many"]).Length);
        var (alone, among) = (PngReader.Read(here["alone/seed-000007.png"]), PngReader.Read(here["many/seed-000007.png"]));
        Assert.All(alone.Pixels.Zip(among.Pixels), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        Assert.True(PngReader.Read(here["a/grid.png"]).Width > 56);
        Assert.Equal("NUMPY"u8.ToArray(), File.ReadAllBytes(here["a.npy"])[1..6]);
        Assert.Equal(5, here.Run("sample", "r", "-o", "/proc/nope/x.png").Exit);
        Assert.Equal(2, here.Run("sample", "r", "--seeds", "9-1").Exit);
    }

    [Fact]
    public void A_class_is_drawn_on_demand_and_refused_where_there_is_none()
    {
        using var here = new Workplace();
        foreach (var system in new[] { "cgan", "dcgan" })
            Assert.Equal(0, here.Run("train", system, "--data", "digits", "--set", "width=4", "--set", "batch=8", "--steps", "2", "--out", system, "--no-judge").Exit);

        Assert.Equal(0, here.Run("sample", "cgan", "--seeds", "3", "--class", "3", "-o", "three.npy").Exit);
        Assert.Equal(0, here.Run("sample", "cgan", "--seeds", "3", "--class", "4", "-o", "four.npy").Exit);
        Assert.Contains("One column for each class, from the left: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9", here.Run("sample", "cgan", "-o", "sheet.png").Out, StringComparison.Ordinal);
        Assert.Equal(0, here.Run("sample", "cgan", "--seeds", "3", "-o", "wish.npy").Exit);
        Assert.Equal(File.ReadAllBytes(here["wish.npy"]), File.ReadAllBytes(here["three.npy"]));      // seed 3 shows class 3
        Assert.NotEqual(File.ReadAllBytes(here["four.npy"]), File.ReadAllBytes(here["three.npy"]));

        var beyond = here.Run("sample", "cgan", "--class", "10");
        Assert.Equal(2, beyond.Exit);
        Assert.Contains("--class is \"10\"; this run knows no such class. Its 10 classes, numbers 0 to 9: 0, 1, 2,", beyond.Error, StringComparison.Ordinal);
        var plain = here.Run("sample", "dcgan", "--class", "1");
        Assert.Equal(2, plain.Exit);
        Assert.Contains("dcgan takes no class", plain.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_that_is_missed_is_exit_9()
    {
        using var here = new Workplace();
        here.Trained("r");

        var missed = here.Run("evaluate", "r", "--count", "200", "--min", "modes=9", "--max", "rkl=99");
        Assert.Equal(9, missed.Exit);
        Assert.Matches(@"modes \d ≥ 9: MISSED\nrkl .+ ≤ 99: met\n$", missed.Out);
        Assert.Equal(0, here.Run("evaluate", "r", "--count", "200", "--min", "modes=0").Exit);
        Assert.StartsWith("error ADV2016: There is no metric \"mode\". Did you mean: modes?", here.Run("evaluate", "r", "--count", "200", "--min", "mode=1").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_use_is_exit_2_and_left_alone()
    {
        using var here = new Workplace();
        here.Write("busy/letter.txt", [65]);

        var ended = here.Run(Cli.Tiny("--out", "busy"));

        Assert.Equal(2, ended.Exit);
        Assert.StartsWith("error ADV2006: ", ended.Problem, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(here["busy"]));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_exit_5()
    {
        using var here = new Workplace();
        here.Write("file", [65]);

        foreach (var folder in new[] { "/proc/adversa", "file/run", new string('x', 300) })
        {
            var ended = here.Run(Cli.Tiny("--out", folder));
            Assert.True(ended.Exit == 5, ended.Error);
            Assert.StartsWith("error ADV5006: ", ended.Problem, StringComparison.Ordinal);
        }

        Assert.Single(Directory.GetFileSystemEntries(here.Root));
    }

    [Fact]
    public void A_full_disk_is_exit_5_and_says_what_is_safe()
    {
        using var here = new Workplace();
        Directory.CreateDirectory(here["disk"]);
        using var mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", here["disk"]]) { RedirectStandardError = true })!;
        mount.WaitForExit();
        Assert.SkipUnless(mount.ExitCode == 0, "no right to mount a small disk here");
        try
        {
            var ended = here.Run(Cli.Tiny("--out", "disk/r", "--lang", "es"));

            Assert.Equal(5, ended.Exit);
            Assert.Contains("error ADV5007: Se alcanzó el paso 5 pero no se pudo guardar", ended.Error, StringComparison.Ordinal);
            Assert.Contains("Todavía no hay nada guardado", ended.Error, StringComparison.Ordinal);
        }
        finally
        {
            using var unmount = Process.Start("umount", [here["disk"]]);
            unmount.WaitForExit();
        }
    }

    [Fact]
    [Trait("slow", "yes")]
    public void A_damaged_checkpoint_is_named_and_the_one_before_it_used()
    {
        using var here = new Workplace();
        var run = here.Trained("r", "--checkpoint-every", "2");
        Flip("step-000005/model.safetensors");

        var verified = here.Run("checkpoint", "verify", "r");
        Assert.Equal(4, verified.Exit);
        Assert.Matches("step-000005 +BAD +.*model.safetensors", verified.Out);
        var hash = here.Run("checkpoint", "hash", "r");
        Assert.Equal(0, hash.Exit);
        Assert.Contains("warning ADV6002: ", hash.Error, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}\n$", hash.Out);
        Assert.Contains("of step 4", here.Run("sample", "r", "--count", "1").Out, StringComparison.Ordinal);
        var resumed = here.Run("resume", "r", "--no-judge");
        Assert.Equal(0, resumed.Exit);
        Assert.Contains("warning ADV6002: ", resumed.Error, StringComparison.Ordinal);
        Assert.Contains("Training from step 4 to step 5", resumed.Error, StringComparison.Ordinal);

        foreach (var checkpoint in Directory.GetDirectories(Path.Join(run, "checkpoints"))) Flip($"{Path.GetFileName(checkpoint)}/model.safetensors");
        foreach (var line in new string[][] { ["resume", "r"], ["sample", "r"], ["checkpoint", "hash", "r"], ["evaluate", "r"] })
        {
            var ended = here.Run(line);
            Assert.True(ended.Exit == 4, $"{line[0]}: {ended.Exit}");
            Assert.StartsWith("error ADV6002: ", ended.ErrorLines[^1], StringComparison.Ordinal);
        }

        void Flip(string file)
        {
            var path = Path.Join(run, "checkpoints", file);
            var bytes = File.ReadAllBytes(path);
            bytes[^9] ^= 4;
            File.WriteAllBytes(path, bytes);
        }
    }

    [Theory]
    [InlineData("a b", Traits = ["slow", "yes"])]
    [InlineData("ñandú/你好 👩‍🎨")]
    [InlineData("./-x", Traits = ["slow", "yes"])]
    [InlineData("new\nline", Traits = ["slow", "yes"])]
    public void Any_name_of_a_folder_works(string name)
    {
        using var here = new Workplace();

        var ended = here.Run(Cli.Tiny($"--out={name}", "--no-judge"));

        Assert.True(ended.Exit == 0, ended.Error);
        Assert.True(File.Exists(Path.Join(here[name], "recipe.json")));
        Assert.Equal(0, here.Run("sample", "--count", "1", "-o", $"{name}/s.png", "--", name).Exit);
        Assert.Equal(Path.GetFullPath(here[name]) + "\n", ended.Out);
        if (name.Contains('\n', StringComparison.Ordinal)) Assert.Contains("new\\x0aline", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_that_repeats_a_run_repeats_it()
    {
        using var here = new Workplace();
        here.Trained("it's one");
        var line = File.ReadAllText(here["it's one/command.txt"]).Replace("adversa train", "$ADV train", StringComparison.Ordinal);
        Directory.Move(here["it's one"], here["before"]);

        Assert.Equal(0, here.Shell(line).Exit);
        Assert.Equal(here.Run("checkpoint", "hash", "before").Out, here.Run("checkpoint", "hash", "it's one").Out);
        Assert.Equal(0, here.Run("train", "before/recipe.json", "--out", "third", "-q").Exit);
        Assert.Equal(here.Run("checkpoint", "hash", "before").Out, here.Run("checkpoint", "hash", "third").Out);
    }

    // Ten columns of 28 pixels: 546 rows to a sheet.
    [Fact]
    [Trait("slow", "yes")]
    public void A_sheet_too_large_for_one_picture_is_cut_into_several_that_are_named()
    {
        using var here = new Workplace();
        var trained = here.Run("train", "cgan", "--data", "digits", "--steps", "1", "--set", "batch=8", "--out", "r", "--no-judge");
        Assert.True(trained.Exit == 0, trained.Error);

        var ended = here.Run("--json", "sample", "r", "--count", "5461", "-o", "s.png");

        Assert.True(ended.Exit == 0, ended.Error);
        Assert.Equal("""["s-1.png","s-2.png"]""", ended.Events.Single(line => line["event"]!.ToString() == "samples")["paths"]!.ToJsonString());
        Assert.Equal([(302, 16_382), (32, 32)], new[] { "s-1.png", "s-2.png" }.Select(name => PngReader.Read(here[name])).Select(picture => (picture.Width, picture.Height)));
        Assert.False(File.Exists(here["s.png"]));
        Assert.Equal(2, here.Run("sample", "r", "--count", "5461", "-o", "/dev/full").Exit);
        Assert.Contains("the disk is full", here.Run("sample", "r", "--count", "5", "-o", "/dev/full").Problem, StringComparison.Ordinal);
    }
}
