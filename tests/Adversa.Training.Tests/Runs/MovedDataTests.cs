using Adversa.Formats.Arrays;
using Adversa.Training.Folders;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests.Runs;

/// <summary>A run whose data lies elsewhere now.</summary>
public sealed class MovedDataTests : IDisposable
{
    private readonly TemporaryFolder _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Moved_data_is_known_by_its_fingerprint_and_kept_and_the_run_is_what_it_would_have_been()
    {
        Points("a.npy", 0);
        Tiny.Train(_here["straight"], Tiny.Recipe("ring", 9, ("data", _here["a.npy"])));
        Tiny.TrainAndStop(_here["cut"], Tiny.Recipe("ring", 9, ("data", _here["a.npy"])), at: 4);
        File.Move(_here["a.npy"], _here["b.npy"]);

        var gone = Assert.Throws<AdversaException>(() => Resume(null));
        List<int> warned = Resume(new(_here["b.npy"], MayDiffer: false));

        Assert.Contains("If the data has moved: ", gone.Text.English, StringComparison.Ordinal);
        Assert.Empty(warned);
        Assert.Equal(Tiny.Hash(_here["straight"]), Tiny.Hash(_here["cut"]));
        var folder = new RunFolder(_here["cut"]);
        Assert.Equal(_here["b.npy"], (string)folder.Recipe["data"]!);
        var move = Assert.Single(folder.Environment["dataMoves"]!.AsArray())!;
        Assert.Equal((4, true), ((int)move["step"]!, (bool)move["same"]!));
    }

    [Fact]
    public void Other_data_is_refused_and_changes_nothing_unless_it_is_asked_for()
    {
        Points("a.npy", 0);
        Points("other.npy", 1);
        Tiny.TrainAndStop(_here["cut"], Tiny.Recipe("ring", 9, ("data", _here["a.npy"])), at: 4);
        var before = File.ReadAllText(_here["cut/recipe.json"]);

        var refused = Assert.Throws<AdversaException>(() => Resume(new(_here["other.npy"], MayDiffer: false)));
        var unchanged = File.ReadAllText(_here["cut/recipe.json"]);
        var warned = Resume(new(_here["other.npy"], MayDiffer: true));

        Assert.Equal((3016, ExitCode.Data), (refused.Code, refused.Exit));
        Assert.Equal(before, unchanged);
        Assert.Equal([3013], warned);                                    // the run is no longer the same
        var folder = new RunFolder(_here["cut"]);
        Assert.False((bool)folder.Environment["dataMoves"]![0]!["same"]!);
        Assert.Equal(folder.Checkpoints.Newest().Good!.Manifest!.DataFingerprint, (string)folder.Environment["dataFingerprint"]!);
    }

    private List<int> Resume(MovedData? moved)
    {
        List<int> codes = [];
        using var run = TrainingRun.Resume(new(_here["cut"]), steps: null, minutes: null, (code, _) => codes.Add(code), moved: moved);
        Assert.Equal(ExitCode.Done, run.Go(new()));
        return codes;
    }

    private void Points(string name, int seed)
    {
        using var stream = File.Create(_here[name]);
        new NpyFile([64, 2], [.. Enumerable.Range(0, 128).Select(i => MathF.Sin(i + seed))]).Write(stream);
    }
}
