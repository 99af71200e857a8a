using Adversa.Metrics.Evaluation;

namespace Adversa.Training.Reports;

/// <summary>Numbers as a page shows them: what real data gets stands beside the number that it belongs to, and classes are bars of their own.</summary>
/// <param name="Rows">One for each number.</param>
/// <param name="Classes">What was measured of each class, in their order.</param>
/// <param name="AreShares">Whether that is how often each is drawn; else how often each is named right.</param>
internal sealed record ShownNumbers(IReadOnlyList<(Measured Value, SeenEvaluation Of)> Rows, IReadOnlyList<Measured> Classes, bool AreShares)
{
    private const string Real = "real_", Drawn = "class_", Named = "recall_";
    private static readonly string[] NoClass = ["class_entropy", "class_accuracy"], OfJudge = ["judge_accuracy", "rarest_class"];

    /// <summary>Sorts numbers.</summary>
    /// <param name="all">Each with its evaluation.</param>
    public static ShownNumbers Of(IReadOnlyList<(Measured Value, SeenEvaluation Of)> all)
    {
        var isDrawn = all.Any(pair => IsClass(pair.Value.Name, Drawn));
        var classes = all.Where(pair => IsClass(pair.Value.Name, isDrawn ? Drawn : Named)).ToList();
        var rows = all.Except(classes).ToList();
        var reals = rows.Where(pair => pair.Value.Name.StartsWith(Real, StringComparison.Ordinal) && rows.Exists(other => other.Value.Name == pair.Value.Name[Real.Length..])).ToList();
        return new([.. rows.Except(reals).Select(pair => reals.Where(real => real.Value.Name == Real + pair.Value.Name && ReferenceEquals(real.Of, pair.Of)).Select(real => (double?)real.Value.Value).FirstOrDefault() is { } floor
            ? (pair.Value with { Floor = pair.Value.Floor ?? floor }, pair.Of) : pair)], [.. classes.Select(pair => pair.Value)], isDrawn);
    }

    /// <summary>Whether a number speaks of the judge, or means nothing alone.</summary>
    public static bool IsOfTheJudge(string name) => OfJudge.Contains(name, StringComparer.Ordinal);

    private static bool IsClass(string name, string start) => name.StartsWith(start, StringComparison.Ordinal) && !NoClass.Contains(name, StringComparer.Ordinal);
}
