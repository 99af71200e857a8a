using System.Diagnostics;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Checkpoints;

/// <summary>No checkpoint is believed before it is checked, and the one before a damaged one is used.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _run;

    public DamageTests()
    {
        _run = _folder["run"];
        Tiny.Train(_run, Tiny.Recipe("ring", 12, ("checkpointEvery", 6)));
    }

    public static TheoryData<string> Files => ["model.safetensors", "optimizer.safetensors", "state.safetensors", "state.json", "manifest.json"];

    private string Newest => Path.Join(_run, "checkpoints", "step-000012");

    private string Older => Path.Join(_run, "checkpoints", "step-000006");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_flipped_bit_anywhere_is_found_and_the_file_is_named(string file)
    {
        var path = Path.Join(Newest, file);
        var whole = File.ReadAllBytes(path);
        var chance = new Rng(whole.Length);
        for (var i = 0; i < 40; i++)
        {
            var damaged = (byte[])whole.Clone();
            var at = chance.NextInt(whole.Length);
            damaged[at] ^= (byte)(1 << chance.NextInt(8));
            File.WriteAllBytes(path, damaged);

            var (good, bad) = new RunFolder(_run).Checkpoints.Newest();

            Assert.True(good!.Name == "step-000006", $"{at}: {System.Text.Encoding.UTF8.GetString(damaged)}");
            if (file != "manifest.json") Assert.Contains(file, Assert.Single(bad).Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_cut_a_missing_and_an_empty_file_are_found_and_named(string file)
    {
        var path = Path.Join(Newest, file);
        var whole = File.ReadAllBytes(path);
        foreach (var length in new[] { 0, 1, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(path, whole[..length]);
            AssertDamaged(length is > 0 && file == "manifest.json" ? "" : file);
        }

        File.Delete(path);
        AssertDamaged(file);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_another_step_is_found(string file)
    {
        File.Copy(Path.Join(Older, file), Path.Join(Newest, file), overwrite: true);

        AssertDamaged(file == "manifest.json" ? "step-000006" : file);
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_found()
    {
        Tiny.Train(_folder["other"], Tiny.Recipe("ring", 12));
        Directory.Delete(Newest, recursive: true);
        TemporaryFolder.Copy(_folder["other/checkpoints/step-000012"], Newest);

        AssertDamaged("another run");
    }

    [Fact]
    public void A_file_too_many_is_found()
    {
        File.WriteAllText(Path.Join(Newest, "extra.bin"), "x");

        AssertDamaged("extra.bin");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_link_in_a_files_place_is_found(string file)
    {
        var path = Path.Join(Newest, file);
        File.Move(path, _folder["elsewhere"]);
        File.CreateSymbolicLink(path, _folder["elsewhere"]);

        AssertDamaged(file);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_fifo_in_a_files_place_is_found_without_waiting_for_it(string file)
    {
        var path = Path.Join(Newest, file);
        File.Delete(path);
        using (var mkfifo = Process.Start("mkfifo", [path])) mkfifo.WaitForExit();

        var examined = Task.Run(() => AssertDamaged(file));

        await examined.WaitAsync(TimeSpan.FromSeconds(5));           // opening a FIFO waits for ever
    }

    [Fact]
    public void A_folder_in_a_files_place_is_found()
    {
        File.Delete(Path.Join(Newest, "state.json"));
        Directory.CreateDirectory(Path.Join(Newest, "state.json"));

        AssertDamaged("state.json");
    }

    [Theory]
    [InlineData("step-000013")]
    [InlineData("step-0000012")]
    [InlineData("step-000012-u0001")]
    [InlineData("step-new")]
    public void A_renamed_folder_is_no_checkpoint(string name)
    {
        Directory.Move(Newest, Path.Join(_run, "checkpoints", name));

        Assert.Equal("step-000006", new RunFolder(_run).Checkpoints.Newest().Good!.Name);
    }

    [Fact]
    public void A_folder_that_is_a_link_is_no_checkpoint()
    {
        Directory.Move(Newest, _folder["elsewhere"]);
        Directory.CreateSymbolicLink(Newest, _folder["elsewhere"]);

        AssertDamaged("link");
    }

    [Fact]
    public void Resume_says_which_file_was_damaged_takes_the_one_before_and_reaches_the_same_end()
    {
        var straight = Tiny.Hash(_run);
        Flip(Path.Join(Newest, "optimizer.safetensors"));
        List<Text> said = [];

        using (var run = TrainingRun.Resume(new(_run), null, null, (code, text) =>
        {
            Assert.Equal(6002, code);
            said.Add(text);
        }))
        {
            Assert.Equal(6, run.Setup.Trainer.Round);
            Assert.Equal(ExitCode.Done, run.Go(new()));
        }

        Assert.Contains("optimizer.safetensors", Assert.Single(said).English, StringComparison.Ordinal);
        Assert.Contains("step-000012", said[0].Spanish, StringComparison.Ordinal);
        Assert.Equal(straight, Tiny.Hash(_run));
        Assert.All(new RunFolder(_run).Checkpoints.List(), checkpoint => Assert.Null(checkpoint.Problem));
    }

    [Fact]
    public void Without_a_usable_checkpoint_resume_ends_with_4_and_lets_go_of_the_lock()
    {
        Flip(Path.Join(Newest, "model.safetensors"));
        Flip(Path.Join(Older, "state.json"));

        var error = Assert.Throws<AdversaException>(() => TrainingRun.Resume(new(_run), null, null, static (_, _) => { }));

        Assert.Equal((6002, ExitCode.Checkpoint), (error.Code, error.Exit));
        Assert.Contains("2 are damaged", error.Message, StringComparison.Ordinal);
        using (RunLock.Take(_run)) { }
        Assert.Equal(2, new RunFolder(_run).Checkpoints.List().Count);
    }

    [Theory]
    [InlineData("{ half")]
    [InlineData("{ \"run\": 7 }")]
    [InlineData("[]")]
    public void A_damaged_environment_file_is_named_as_the_reason(string content)
    {
        File.WriteAllText(Path.Join(_run, "environment.json"), content);

        var (good, bad) = new RunFolder(_run).Checkpoints.Newest();

        Assert.Null(good);
        Assert.Contains("environment.json", bad[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_recipe_is_said_in_one_line_and_the_lock_is_free_again()
    {
        File.WriteAllText(Path.Join(_run, "recipe.json"), "{ \"variant\": \"gan\", ");

        var error = Assert.Throws<AdversaException>(() => TrainingRun.Resume(new(_run), null, null, static (_, _) => { }));

        Assert.Equal((2021, ExitCode.Usage), (error.Code, error.Exit));
        using (RunLock.Take(_run)) { }
    }

    [Fact]
    public void Networks_of_another_plan_are_refused_by_name_and_leave_no_tensor()
    {
        var recipe = Path.Join(_run, "recipe.json");
        File.WriteAllText(recipe, File.ReadAllText(recipe).Replace("\"hidden\": 8", "\"hidden\": 9", StringComparison.Ordinal));
        var before = Tiny.LiveTensors();

        var resumed = Assert.Throws<AdversaException>(() => TrainingRun.Resume(new(_run), null, null, static (_, _) => { }));
        var sampled = Assert.Throws<AdversaException>(() => new TrainedModel(new(_run), static (_, _) => { }));

        Assert.Equal((6003, ExitCode.Checkpoint), (resumed.Code, resumed.Exit));
        Assert.Equal((6003, ExitCode.Checkpoint), (sampled.Code, sampled.Exit));
        Assert.Equal(before, Torch.Tensor.LiveCount);
    }

    [Fact]
    public void What_an_interrupted_save_left_is_neither_listed_nor_loaded_and_goes_at_the_next_start()
    {
        var checkpoints = Path.Join(_run, "checkpoints");
        TemporaryFolder.Copy(Newest, Path.Join(checkpoints, "step-000013.tmp-1"));
        TemporaryFolder.Copy(Newest, Path.Join(checkpoints, ".trash-1-step-000001"));
        File.WriteAllText(Path.Join(_run, "status.json.tmp-1"), "{");

        Assert.Equal(["step-000012", "step-000006"], new RunFolder(_run).Checkpoints.List().Select(c => c.Name));
        using (TrainingRun.Resume(new(_run), null, null, static (_, _) => { })) { }

        Assert.Equal([Older, Newest], Directory.EnumerateFileSystemEntries(checkpoints).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(_run, "*.tmp-*"));
    }

    private static void Flip(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(path, bytes);
    }

    private void AssertDamaged(string reason)
    {
        var (good, bad) = new RunFolder(_run).Checkpoints.Newest();
        Assert.Equal("step-000006", good!.Name);
        Assert.Contains(reason, Assert.Single(bad).Problem, StringComparison.Ordinal);
    }
}
