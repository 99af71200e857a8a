using Adversa.Formats.Png;
using Adversa.Training.Checkpoints;
using Adversa.Training.Events;
using Adversa.Training.Folders;

namespace Adversa.Training.Tests;

/// <summary>Data that fails in the middle of a run costs no step: it is saved, ends with 3, and goes on once the data is back.</summary>
public sealed class DataFailureTests
{
    private const int Pictures = 1000;                    // more than the first steps touch: what was decoded stays in memory

    [Fact]
    public void A_folder_that_vanishes_is_exit_3_with_everything_saved_and_goes_on_once_it_is_back()
    {
        using var folder = new TemporaryFolder();
        MakePictures(folder["pictures"]);
        var recipe = Tiny.Recipe("dcgan", 60, ("data", folder["pictures"]), ("size", 24));
        var gone = new Recorder(e =>
        {
            if (e is StepCompleted && e.Step == 10) Directory.Move(folder["pictures"], folder["away"]);
        });
        var error = Assert.Throws<AdversaException>(() => Tiny.Train(folder["cut"], recipe, null, gone));
        Assert.Equal(ExitCode.Data, error.Exit);
        var saved = new RunFolder(folder["cut"]).Checkpoints.Newest().Good!;
        Assert.InRange(saved.Step, 10, 59);

        Directory.Move(folder["away"], folder["pictures"]);
        Assert.Equal(ExitCode.Done, Tiny.Resume(folder["cut"]));
        Assert.Equal(60, new RunFolder(folder["cut"]).Checkpoints.Newest().Good!.Step);
    }

    [Fact]
    public void A_run_with_augmentation_resumes_bit_for_bit()
    {
        using var folder = new TemporaryFolder();
        var recipe = Tiny.Recipe("dcgan", 12);
        recipe["augment"] = new System.Text.Json.Nodes.JsonObject { ["flip"] = 0.5, ["shift"] = 0.1, ["cutout"] = 0.2 };
        Tiny.Train(folder["straight"], recipe);
        Tiny.TrainAndStop(folder["cut"], recipe, at: 7);
        Tiny.Resume(folder["cut"]);
        Tiny.Train(folder["plain"], Tiny.Recipe("dcgan", 12));

        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["cut"]));
        Assert.NotEqual(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["plain"]));
    }

    private static void MakePictures(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < Pictures; i++)
        {
            var picture = new Raster(24, 24, 1);
            for (var at = 0; at < picture.Pixels.Length; at++) picture.Pixels[at] = (byte)((7 * i + at) & 255);
            using var file = File.Create(Path.Join(folder, $"{i:D4}.png"));
            PngWriter.Write(file, picture);
        }
    }
}
