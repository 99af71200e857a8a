using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Formats.Png;
using Adversa.Training.Events;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Runs;

public sealed class TrainingRunTests
{
    [Fact]
    public void An_observer_that_throws_is_dropped_with_a_warning_and_the_run_goes_on()
    {
        using var folder = new TemporaryFolder();
        var before = 0;
        var broken = new Recorder(_ => throw new InvalidOperationException($"view {++before} broke"));
        var seen = new Recorder();

        Assert.Equal(ExitCode.Done, Tiny.Train(folder["run"], Tiny.Recipe("ring", 3), null, broken, seen));

        Assert.Single(broken.Events);
        Assert.Contains("view 1 broke", Assert.Single(seen.Warnings).Text.English, StringComparison.Ordinal);
        Assert.Equal(3, seen.Events.OfType<StepCompleted>().Count());
    }

    // A power cut keeps what was synced: at the moment a checkpoint gets its name, every row and event up to it must be.
    [Fact]
    public void The_logs_are_on_the_disk_before_the_checkpoint_that_covers_them_has_its_name()
    {
        using var folder = new TemporaryFolder();
        var (synced, named) = (new Dictionary<string, long>(), new List<string>());
        Posix.Watch = (call, path) =>
        {
            if (call == "fsync" && File.Exists(path)) synced[Path.GetFileName(path)] = new FileInfo(path).Length;
            if (call != "rename" || !path.Contains("/checkpoints/step-", StringComparison.Ordinal)) return;
            named.Add(Path.GetFileName(path));
            foreach (var log in Directory.GetFiles(folder["run"]).Where(file => Path.GetFileName(file) is "metrics.csv" or "events.jsonl" or "diagnosis.jsonl" || file.Contains("tfevents", StringComparison.Ordinal)))
                Assert.True(synced.GetValueOrDefault(Path.GetFileName(log), -1) == new FileInfo(log).Length, $"{log} is not on the disk when {path} gets its name");
        };
        try
        {
            Tiny.Train(folder["run"], Tiny.Recipe("ring", 6, ("checkpointEvery", 2), ("logEvery", 1)));
        }
        finally
        {
            Posix.Watch = null;
        }

        Assert.Equal(["step-000002", "step-000004", "step-000006"], named);
        Assert.StartsWith("6,", File.ReadLines(folder["run/metrics.csv"]).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_limit_ends_the_run_and_the_saved_recipe_holds_the_steps_that_it_reached()
    {
        using var folder = new TemporaryFolder();
        var seen = new Recorder();

        Assert.Equal(ExitCode.Done, Tiny.Train(folder["run"], Tiny.Recipe("ring", 1_000_000_000, ("minutes", 0.002)), null, seen));

        var run = new RunFolder(folder["run"]);
        var reached = run.Checkpoints.Newest().Good!.Step;
        Assert.InRange(reached, 1, 100_000);
        Assert.Equal(reached, run.Recipe["steps"]!.GetValue<long>());
        Assert.Equal(0, run.Recipe["minutes"]!.GetValue<double>());
        Assert.Equal("finished", run.Status["state"]!.GetValue<string>());
        Assert.Equal("finished", Assert.Single(seen.Events.OfType<RunEnded>()).State);
    }

    [Fact]
    public void A_time_limit_that_the_first_picture_uses_up_still_trains_one_step()
    {
        using var folder = new TemporaryFolder();

        Tiny.Train(folder["run"], Tiny.Recipe("ring", 1_000, ("minutes", 1e-9)));

        Assert.Equal(1, new RunFolder(folder["run"]).Checkpoints.Newest().Good!.Step);
    }

    [Fact]
    public void A_wish_to_stop_at_the_very_last_step_finds_the_run_finished()
    {
        using var folder = new TemporaryFolder();

        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("ring", 4), at: 4);

        var run = new RunFolder(folder["run"]);
        Assert.Equal("finished", run.Status["state"]!.GetValue<string>());
        Assert.Equal(4, run.Checkpoints.Newest().Good!.Step);
        Assert.True(File.Exists(Timeline.PathOf(run)));
    }

    [Fact]
    public void The_recipe_in_the_folder_repeats_the_run()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["one"], Tiny.Recipe("dcgan", 3));
        var first = Tiny.Resolve(Tiny.Recipe("dcgan", 3)).Recipe.Hash();
        var values = new RunFolder(folder["one"]).Recipe;

        var again = Tiny.Resolve(values);
        Tiny.Train(folder["two"], values);

        Assert.Equal(first, again.Recipe.Hash());
        Assert.Equal(Tiny.Hash(folder["one"]), Tiny.Hash(folder["two"]));
    }

    [Fact]
    public void A_run_stopped_before_its_first_checkpoint_begins_again_and_ends_the_same()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["straight"], Tiny.Recipe("ring", 5));
        using (Tiny.Start(folder["cut"], Tiny.Recipe("ring", 5))) { }

        Assert.Equal(ExitCode.Done, Tiny.Resume(folder["cut"]));

        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["cut"]));
    }

    [Fact]
    public void Pictures_carry_the_recipe_that_drew_them_and_the_film_is_there()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("dcgan", 6, ("sampleEvery", 2)));

        Assert.Equal(["step-000000.png", "step-000002.png", "step-000004.png", "step-000006.png", "strip.png", "timeline.gif"],
            Directory.EnumerateFiles(folder["run/samples"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var picture = File.OpenRead(folder["run/samples/step-000004.png"]);
        var text = JsonNode.Parse(PngText.Read(picture, "picture")["adversa"])!;
        Assert.Equal(4, text["step"]!.GetValue<long>());
        Assert.Equal(Tiny.Resolve(text["recipe"]!.AsObject()).Recipe.Hash(), Tiny.Resolve(Tiny.Recipe("dcgan", 6)).Recipe.Hash());
    }

    [Fact]
    public void Sheets_of_small_pictures_are_enlarged_by_a_whole_number()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("dcgan", 2, ("sampleEvery", 1)));

        Assert.Equal((3, 3, 2, 1, 1), (SampleSheet.Scale(new(FieldKind.Image, 1, 24, 24)), SampleSheet.Scale(new(FieldKind.Image, 1, 28, 28)), SampleSheet.Scale(new(FieldKind.Image, 3, 32, 32)),
            SampleSheet.Scale(new(FieldKind.Image, 3, 64, 48)), SampleSheet.Scale(new(FieldKind.Points, 2))));
        Assert.Equal(3 * (8 * 26 + 2), PngReader.Read(folder["run/samples/step-000002.png"]).Width);
        var strip = PngReader.Read(folder["run/samples/strip.png"]);
        Assert.Equal((3 * (8 * 26 + 2), 3 * (3 * 26 + 2)), (strip.Width, strip.Height));
    }

    [Fact]
    public void A_picture_that_cannot_be_read_costs_the_film_one_frame()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 4, ("sampleEvery", 2)));
        File.WriteAllText(folder["run/samples/step-000002.png"], "half a pict");
        File.WriteAllBytes(folder["run/samples/step-000003.png"], Picture(8));
        File.Delete(folder["run/samples/timeline.gif"]);

        Timeline.Write(new(folder["run"]));

        Strip.Write(new(folder["run"]), new(FieldKind.Image, 1, 24, 24));

        Assert.True(new FileInfo(folder["run/samples/timeline.gif"]).Length > 100);
        Assert.True(new FileInfo(folder["run/samples/strip.png"]).Length > 100);
    }

    [Fact]
    public void The_film_shows_a_million_steps_in_their_order()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["run/samples"]);
        File.WriteAllBytes(folder["run/samples/step-1000000.png"], Picture(8, 200));
        File.WriteAllBytes(folder["run/samples/step-999999.png"], Picture(8, 100));
        Timeline.Write(new(folder["run"]));
        var upright = File.ReadAllBytes(folder["run/samples/timeline.gif"]);
        foreach (var name in new[] { "step-1000000", "step-999999" }) File.Delete(folder[$"run/samples/{name}.png"]);
        File.WriteAllBytes(folder["run/samples/step-000002.png"], Picture(8, 200));
        File.WriteAllBytes(folder["run/samples/step-000001.png"], Picture(8, 100));

        Timeline.Write(new(folder["run"]));

        Assert.Equal(File.ReadAllBytes(folder["run/samples/timeline.gif"]), upright);
    }

    [Fact]
    public void Folders_that_are_in_use_are_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("run/mine.txt", "keep");

        var error = Assert.Throws<AdversaException>(() => Tiny.Start(folder["run"], Tiny.Recipe("ring")));

        Assert.Equal((2006, ExitCode.Usage), (error.Code, error.Exit));
        Assert.Equal([folder["run/mine.txt"]], Directory.EnumerateFileSystemEntries(folder["run"]));
    }

    [Fact]
    public void Runs_are_found_by_folder_by_a_beginning_and_as_the_latest()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "2026-01-01-gan", "2026-01-02-dcgan", "2026-01-02-gan" }) folder.Write($"{name}/recipe.json", "{}");
        folder.Write("2026-03-03-other/notes.txt", "no run");

        Assert.Equal("2026-01-02-gan", RunFolder.Find(folder.Root, "latest").Name);
        Assert.Equal("2026-01-01-gan", RunFolder.Find(folder.Root, "2026-01-01").Name);
        Assert.Equal("2026-01-02-dcgan", RunFolder.Find(folder.Root, "dcgan").Name);
        Assert.Equal("2026-01-01-gan", RunFolder.Find("nowhere", folder["2026-01-01-gan"]).Name);
        Assert.Contains("fits 2 runs", Assert.Throws<AdversaException>(() => RunFolder.Find(folder.Root, "2026-01-02")).Message, StringComparison.Ordinal);
        folder.Write("2026-01-01-gan-b/recipe.json", "{}");
        Assert.Equal("2026-01-01-gan", RunFolder.Find(folder.Root, "2026-01-01-gan").Name);       // a whole name, though it begins another
        Assert.Equal(2005, Assert.Throws<AdversaException>(() => RunFolder.Find(folder.Root, "nothing")).Code);
        Assert.Equal(2005, Assert.Throws<AdversaException>(() => RunFolder.Find(folder["missing"], "latest")).Code);
    }

    private static byte[] Picture(int size, byte level = 7)
    {
        var picture = new Raster(size, size, 1);
        picture.Pixels.AsSpan().Fill(level);
        using var stream = new MemoryStream();
        PngWriter.Write(stream, picture);
        return stream.ToArray();
    }
}
