using Adversa.Data;

namespace Adversa.Training.Judges;

/// <summary>Finds the judge that fits a data set.</summary>
public static class JudgeBench
{
    private const string Stacked = "stacked-digits";

    /// <summary>Where trained judges are kept: <see cref="CacheFolder"/>.</summary>
    public static string Cache => CacheFolder.Path;

    /// <summary>Opens the judge of a data set, or returns null when none is known: points without known truth, pictures without classes or without a test part.</summary>
    /// <param name="data">The data as the recipe names it.</param>
    /// <param name="size">Side of the pictures; null takes the data's own.</param>
    /// <param name="schema">The samples that will be judged.</param>
    /// <param name="progress">Told the share done while a judge is trained.</param>
    public static IJudge? Open(string data, int? size, SampleSchema schema, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (Points(data) is { } judge) return judge;
        if (data == Stacked) return StackedDigitsJudge.For(schema, Cache, progress);
        if (schema.Kind != FieldKind.Image || schema.Classes < 2) return null;
        var train = DataSets.Open(data, new DataOptions(size));
        return Examined(data, size, train) is { } test ? ClassJudge.For(train, test, Cache, progress) : null;
    }

    /// <summary>Whether <see cref="Open"/> gives a judge; trains none.</summary>
    /// <param name="data">The data as the recipe names it.</param>
    /// <param name="size">Side of the pictures; null takes the data's own.</param>
    /// <param name="train">The data itself.</param>
    internal static bool Knows(string data, int? size, ISampleSource train) => Points(data) is not null || data == Stacked || Examined(data, size, train) is not null;

    /// <summary>What a judge of classes is examined on; null where none can be trained.</summary>
    private static ISampleSource? Examined(string data, int? size, ISampleSource train) =>
        train.Schema is { Kind: FieldKind.Image, Classes: >= 2 } ? TestPart.OfSameClasses(data, size, train) : null;

    /// <summary>The judges of worlds whose truth is a formula.</summary>
    private static IJudge? Points(string data) => data switch
    {
        "ring" => ModeJudge.Ring,
        "grid" => ModeJudge.Grid,
        "swiss-roll" => new SwissRollJudge(),
        _ => null,
    };
}
