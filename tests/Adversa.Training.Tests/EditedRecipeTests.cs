using Adversa.Training.Folders;
using Adversa.Training.Runs;

namespace Adversa.Training.Tests;

/// <summary>A recipe.json that was edited between a stop and a resume.</summary>
public class EditedRecipeTests
{
    [Theory]
    [InlineData("\"learningRate\": 0.001", "\"learningRate\": 0.002", "options.learningRate: 0.001 → 0.002")]
    [InlineData("\"batch\": 16", "\"batch\": 8", "batch: 16 → 8")]
    public void What_can_go_on_goes_on_and_names_the_change(string before, string after, string words)
    {
        using var folder = new TemporaryFolder();
        List<string> said = [];

        using var run = TrainingRun.Resume(Edited(folder, before, after), steps: 8, minutes: null, (code, text) => said.Add($"{code} {text.English}"));

        Assert.Equal($"6004 The recipe has changed since the checkpoint was saved: {words}. The run goes on with the new values; for the old ones, set recipe.json back.", Assert.Single(said));
    }

    [Theory]
    [InlineData("\"hidden\": 8", "\"hidden\": 16", "(options.hidden: 8 → 16)")]
    [InlineData("\"latent\": 2", "\"latent\": 3", "(options.latent: 2 → 3)")]
    public void What_no_longer_fits_says_so_and_what_to_do(string before, string after, string words)
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<AdversaException>(() => TrainingRun.Resume(Edited(folder, before, after), steps: 8, minutes: null, static (_, _) => { }));

        Assert.Equal((6003, ExitCode.Checkpoint), (error.Code, error.Exit));
        Assert.StartsWith($"recipe.json was edited since the checkpoint was saved {words}, and its weights no longer fit: ", error.Text.English, StringComparison.Ordinal);
        Assert.EndsWith($"Set it back to go on, or begin a run with the new values: adversa train {folder["run/recipe.json"]}", error.Text.English, StringComparison.Ordinal);
    }

    private static RunFolder Edited(TemporaryFolder folder, string before, string after)
    {
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 4, ("sampleEvery", 2)));
        var recipe = File.ReadAllText(folder["run/recipe.json"]);
        Assert.Contains(before, recipe, StringComparison.Ordinal);
        File.WriteAllText(folder["run/recipe.json"], recipe.Replace(before, after, StringComparison.Ordinal));
        return new(folder["run"]);
    }
}
