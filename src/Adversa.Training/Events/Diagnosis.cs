using System.Text.RegularExpressions;

namespace Adversa.Training.Events;

/// <summary>Something wrong with a training, with the numbers that say so.</summary>
/// <param name="Step">When it was found.</param>
/// <param name="Kind">What.</param>
/// <param name="Evidence">Numbers by name; all finite.</param>
public sealed record Diagnosis(long Step, DiagnosisKind Kind, IReadOnlyDictionary<string, double> Evidence)
{
    /// <summary>A larger score is on its way to infinity.</summary>
    internal const double LargestScore = 1e4;

    /// <summary>Who changes a picture less by another wish, beside another picture, does not hear it.</summary>
    internal const double LeastHeeded = 0.02;

    /// <summary>The number behind ADV.</summary>
    public int Code => (int)Kind;

    /// <summary>Its stable name for programs, such as <c>mode_collapse</c>.</summary>
    public string Name => NameOf(Kind);

    /// <summary>What was seen, with the numbers.</summary>
    public Text Text => DiagnosisTexts.Of(this);

    /// <summary>The one thing to try first.</summary>
    public Text Remedy => DiagnosisTexts.RemedyOf(Kind);

    /// <summary>A number of the evidence; NaN when it is not there.</summary>
    /// <param name="name">Its name.</param>
    public double this[string name] => Evidence.TryGetValue(name, out var value) ? value : double.NaN;

    /// <summary>The stable name of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static string NameOf(DiagnosisKind kind) => kind.Snake();
}

/// <summary>The names that programs read.</summary>
internal static partial class StableNames
{
    /// <summary>A value's name in small letters, such as <c>mode_collapse</c>.</summary>
    internal static string Snake(this Enum value) => Capital().Replace(value.ToString(), "_$1")[1..].ToLowerInvariant();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Capital();
}
