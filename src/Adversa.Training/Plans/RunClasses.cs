using Adversa.Data;
using Adversa.Data.Names;
using Adversa.Training.Checkpoints;

namespace Adversa.Training.Plans;

/// <summary>The classes of a run by name. Networks know them by number alone, so the data must number them as it did when the run learned them.</summary>
public static class RunClasses
{
    private const long MostBytes = 16L << 20;
    private const int Shown = 12;

    /// <summary>What a checkpoint keeps of the data's classes; null without labels, and for more names than anybody can read.</summary>
    /// <param name="source">The data.</param>
    public static IReadOnlyList<string>? Of(ISampleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var names = source.ClassNames;
        return names.Count > 0 && names.Sum(name => 8L + 2 * name.Length) <= MostBytes ? names : null;
    }

    /// <summary>The classes of a checkpoint by name: their numbers where an older version saved it.</summary>
    /// <param name="manifest">The checkpoint.</param>
    public static IReadOnlyList<string> Of(CheckpointManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return manifest.ClassNames ?? ClassList.Numbers(manifest.Schema.Classes);
    }

    /// <summary>Makes sure that samples and classes are still what a run learned from. A system that takes no classes does not mind other ones.</summary>
    /// <param name="manifest">The checkpoint.</param>
    /// <param name="plan">The run's plan.</param>
    /// <param name="source">Its data as it is now.</param>
    /// <exception cref="AdversaException">ADV3010: they are not, or it cannot be told.</exception>
    public static void Require(CheckpointManifest manifest, Plan plan, ISampleSource source)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(source);
        var (then, now, data) = (manifest.Schema, source.Schema, plan.Recipe.Data);
        if (then with { Classes = 0 } != now with { Classes = 0 }) throw new AdversaException(3010, ExitCode.Data, Words.TrainedOnOtherSamples(then, Attributes(then), data, now, Attributes(now)));
        if (plan.Variant.Needs.LeastClasses == 0) return;
        if (manifest.ClassNames is { } names ? names.SequenceEqual(source.ClassNames) : manifest.DataFingerprint == source.Fingerprint && then.Classes == now.Classes) return;
        throw manifest.ClassNames is { } known ? Renamed(known, source.ClassNames, data) : Untold(then.Classes, source, data);
    }

    private static AdversaException Renamed(IReadOnlyList<string> then, IReadOnlyList<string> now, string data)
    {
        var first = Enumerable.Range(0, Math.Max(then.Count, now.Count)).First(k => then.ElementAtOrDefault(k) != now.ElementAtOrDefault(k));
        return new(3010, ExitCode.Data, Words.KnowsOtherClasses(Listed(then), data, Listed(now), first, Name(then, first), Name(now, first)));
    }

    private static AdversaException Untold(int then, ISampleSource source, string data)
    {
        var text = then != source.Schema.Classes ? Words.HadClassesAndNowHasThose(then, source.Schema.Classes) : Words.HasChangedOrClassesAreNumbered(Listed(source.ClassNames));
        return new(3010, ExitCode.Data, Words.EarlierVersionSavedRunWithoutNames(data, text));
    }

    private static Text Attributes(SampleSchema schema) => schema.Attributes.Count == 0 ? Text.None : Words.AttributesInBrackets(schema.Attributes.Count);

    private static Text Name(IReadOnlyList<string> names, int at) => at < names.Count ? Text.Same($"\"{names[at]}\"") : Words.NoClass;

    private static string Listed(IReadOnlyList<string> names) => Amount.Listed(names, Shown);
}
