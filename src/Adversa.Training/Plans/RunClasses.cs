using System.Globalization;
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
        if (then with { Classes = 0 } != now with { Classes = 0 }) throw new AdversaException(3010, ExitCode.Data, new(
            $"The run was trained on samples of {then}{Attributes(then, "attributes")}; {data} now has {now}{Attributes(now, "attributes")}. Bring the old data back.",
            $"La ejecución se entrenó con muestras de {then}{Attributes(then, "atributos")}; {data} tiene ahora {now}{Attributes(now, "atributos")}. Recupere los datos anteriores."));
        if (plan.Variant.Needs.LeastClasses == 0) return;
        if (manifest.ClassNames is { } names ? names.SequenceEqual(source.ClassNames) : manifest.DataFingerprint == source.Fingerprint && then.Classes == now.Classes) return;
        throw manifest.ClassNames is { } known ? Renamed(known, source.ClassNames, data) : Untold(then.Classes, source, data);
    }

    private static AdversaException Renamed(IReadOnlyList<string> then, IReadOnlyList<string> now, string data)
    {
        var first = Enumerable.Range(0, Math.Max(then.Count, now.Count)).First(k => then.ElementAtOrDefault(k) != now.ElementAtOrDefault(k));
        return new(3010, ExitCode.Data, new(
            $"The run knows the classes {Listed(then)}; {data} now has {Listed(now)}. Number {first} was {Name(then, first, "no class")} and is {Name(now, first, "no class")}: samples would get wrong names. Bring the old data back, or train anew.",
            $"La ejecución conoce las clases {Listed(then)}; {data} tiene ahora {Listed(now)}. El número {first} era {Name(then, first, "ninguna clase")} y es {Name(now, first, "ninguna clase")}: las muestras recibirían nombres equivocados. Recupere los datos anteriores o entrene de nuevo."));
    }

    private static AdversaException Untold(int then, ISampleSource source, string data)
    {
        var text = then != source.Schema.Classes ? Words.HadClassesAndNowHasThose(then, source.Schema.Classes) : Words.HasChangedOrClassesAreNumbered(Listed(source.ClassNames));
        return new(3010, ExitCode.Data, Words.EarlierVersionSavedRunWithoutNames(data, text));
    }

    private static string Attributes(SampleSchema schema, string word) => schema.Attributes.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({schema.Attributes.Count} {word})");

    private static string Name(IReadOnlyList<string> names, int at, string none) => at < names.Count ? $"\"{names[at]}\"" : none;

    private static string Listed(IReadOnlyList<string> names) => Amount.Listed(names, Shown);
}
