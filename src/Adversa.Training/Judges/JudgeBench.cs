using Adversa.Data;

namespace Adversa.Training.Judges;

/// <summary>Finds the judge that fits a data set.</summary>
public static class JudgeBench
{
    private const string Stacked = "stacked-digits";

    /// <summary>Where trained judges are kept: <see cref="CacheFolder"/>.</summary>
    public static string Cache => CacheFolder.Path;

    /// <summary>Opens the judge of a data set, or returns null when none is known: points without known truth, pictures without classes or without a test part.</summary>
    /// <param name="data">The run's data.</param>
    /// <param name="schema">The samples that will be judged.</param>
    /// <param name="progress">Told the share done while a judge is trained.</param>
    public static IJudge? Open(RunData data, SampleSchema schema, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(schema);
        if (Points(data.Spec) is { } judge) return judge;
        if (data.Spec == Stacked) return StackedDigitsJudge.For(schema, Cache, progress);
        if (schema.Kind != FieldKind.Image || schema.Classes < 2) return null;
        return Examined(data) is { } test ? ClassJudge.For(data.Train, test, Cache, progress) : null;
    }

    /// <summary>Whether <see cref="Open"/> gives a judge; trains none.</summary>
    /// <param name="data">The run's data.</param>
    internal static bool Knows(RunData data) => Points(data.Spec) is not null || data.Spec == Stacked || Examined(data) is not null;

    /// <summary>What a judge of classes is examined on; null where none can be trained.</summary>
    private static ISampleSource? Examined(RunData data) =>
        data.Train.Schema is { Kind: FieldKind.Image, Classes: >= 2 } && !data.IsHeldBack ? data.TestOfSameClasses : null;

    /// <summary>The judges of worlds whose truth is a formula.</summary>
    private static IJudge? Points(string data) => data switch
    {
        "ring" => ModeJudge.Ring,
        "grid" => ModeJudge.Grid,
        "swiss-roll" => new SwissRollJudge(),
        _ => null,
    };
}
