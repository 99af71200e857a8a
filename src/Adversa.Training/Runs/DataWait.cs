using System.Globalization;
using Adversa.Training.Recipes;
using Adversa.Worlds.Catalog;

namespace Adversa.Training.Runs;

/// <summary>How long a training has waited for its data.</summary>
/// <param name="Waited">For batches that were not ready.</param>
/// <param name="Elapsed">In all.</param>
internal readonly record struct DataWait(TimeSpan Waited, TimeSpan Elapsed)
{
    private const long FewestRounds = 100;
    private const double MostShare = 0.1;
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);      // the first batches are always waited for

    /// <summary>0 to 1.</summary>
    public double Share => Elapsed > TimeSpan.Zero ? Math.Min(1, Waited / Elapsed) : 0;

    /// <summary>Whether data is what slows the training down: over a tenth of the time, after 100 rounds and ten seconds.</summary>
    /// <param name="rounds">Rounds of this sitting.</param>
    public bool IsWorthSaying(long rounds) => rounds >= FewestRounds && Elapsed >= Settled && Share > MostShare;

    /// <summary>What it costs and what to do about it.</summary>
    /// <param name="recipe">What is trained.</param>
    public Text Advice(Recipe recipe)
    {
        var share = (100 * Share).ToString("F0", CultureInfo.InvariantCulture);
        var sized = recipe.Size is { } size ? $" --size {size.Spelt}" : "";
        var way = Remedy(ShellWords.Quote(recipe.Data), sized, WorldCatalog.Names.Contains(recipe.Data), recipe.Data.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase));
        return Words.TrainingHasWaitedForData(share, way);
    }

    private static Text Remedy(string data, string size, bool isWorld, bool isPacked)
    {
        if (isPacked) return Words.SetIsPackedAlready;
        var line = isWorld ? $"{ShellWords.Me} data make {data}{size} --count 50000 -o {data}.safetensors" : $"{ShellWords.Me} data prepare {data}{size} -o packed.safetensors";
        return Words.PackOnceAndTrain(line);
    }
}
