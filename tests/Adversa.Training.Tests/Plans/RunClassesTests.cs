using System.Text.Json;
using Adversa.Formats.Png;
using Adversa.Training.Checkpoints;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Plans;

/// <summary>A network knows its classes by number alone: a run that goes on must find each under the number that it learned.</summary>
public sealed class RunClassesTests : IDisposable
{
    private readonly TemporaryFolder _here = new();

    [Fact]
    public void A_checkpoint_keeps_the_names_of_the_classes()
    {
        Pictures("cat", "dog");
        Train("classifier");

        Assert.Equal(["cat", "dog"], Newest.Manifest!.ClassNames);
        Assert.Equal(["cat", "dog"], RunClasses.Of(Newest.Manifest));
        Assert.Equal(2, Steps());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]                          // as an earlier version saved it
    public void Other_classes_under_the_same_numbers_are_refused(bool hasNames)
    {
        Pictures("cat", "dog");
        Train("classifier");
        if (!hasNames) ForgetNames();
        Directory.Move(Data("dog"), Data("ant"));                            // now ant is 0 and cat is 1

        var refusal = Assert.Throws<AdversaException>(() => Steps());
        Assert.Equal((3010, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains(hasNames ? "knows the classes cat, dog" : "without the names of its classes", refusal.Message, StringComparison.Ordinal);
        if (hasNames) Assert.Contains("Number 0 was \"cat\" and is \"ant\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_of_an_earlier_version_goes_on_where_nothing_has_changed()
    {
        Pictures("cat", "dog");
        Train("classifier");
        ForgetNames();

        Assert.Equal(2, Steps());
    }

    [Fact]
    public void A_class_more_is_refused_with_both_lists()
    {
        Pictures("cat", "dog");
        Train("classifier");
        Pictures("owl");

        Assert.Contains("knows the classes cat, dog; ", Assert.Throws<AdversaException>(() => Steps()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_that_takes_no_class_does_not_mind()
    {
        Pictures("cat", "dog");
        Train("dcgan");
        Pictures("ant");
        List<int> warned = [];

        Assert.Equal(2, Steps(warned));
        Assert.Contains(3013, warned);
    }

    public void Dispose() => _here.Dispose();

    private string Run => System.IO.Path.Join(_here.Root, "run");

    private CheckpointInfo Newest => new RunFolder(Run).Checkpoints.Newest().Good!;

    private string Data(string name) => System.IO.Path.Join(_here.Root, "data", name);

    private void Train(string kind) => Assert.Equal(ExitCode.Done, Tiny.Train(Run, Tiny.Recipe(kind, 1, ("data", Data("")), ("batch", 4))));

    private long Steps(List<int>? warned = null)
    {
        using var run = TrainingRun.Resume(new(Run), steps: 2, minutes: null, (code, _) => warned?.Add(code));
        Assert.Equal(ExitCode.Done, run.Go(new()));
        return Newest.Step;
    }

    private void ForgetNames()
    {
        var manifest = (Newest.Manifest! with { ClassNames = null }).Signed();
        File.WriteAllBytes(System.IO.Path.Join(Newest.Path, "manifest.json"), JsonSerializer.SerializeToUtf8Bytes(manifest, CheckpointJson.Default.CheckpointManifest));
    }

    private void Pictures(params string[] classes)
    {
        foreach (var name in classes)
        {
            Directory.CreateDirectory(Data(name));
            for (var i = 0; i < 4; i++)
            {
                var picture = new Raster(24, 24, 1);
                picture.Pixels.AsSpan().Fill((byte)(40 * i + name.Length));
                using var file = File.Create(System.IO.Path.Join(Data(name), $"{i}.png"));
                PngWriter.Write(file, picture);
            }
        }
    }
}
