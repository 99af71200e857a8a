using Adversa.Training.Events;

namespace Adversa.Training.Diagnostics;

/// <summary>A sign by which something wrong is told, looked for at every examination.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Hits">Examinations in a row that must show it.</param>
/// <param name="From">The step from which on it is looked for.</param>
/// <param name="Shows">Whether a reading shows it; comparisons with a number that was not measured are false.</param>
/// <param name="Evidence">The names of the numbers that say so.</param>
internal sealed record Rule(DiagnosisKind Kind, int Hits, long From, Func<Reading, bool> Shows, params string[] Evidence)
{
    /// <summary>What the last of these examinations must show besides; nothing by default.</summary>
    internal Func<Reading, bool> AtLast { get; init; } = static _ => true;

    /// <summary>Whether a single look can tell: nothing in it is a movement.</summary>
    internal bool NeedsNoPast => !Evidence.Contains("stalled_steps") && !Evidence.Contains("period_share") && !Evidence.Contains("gradient_norm");

    /// <summary>The finding with its numbers.</summary>
    internal Diagnosis Found(long round, Reading reading) => new(round, Kind, reading.Of(Evidence));
}

/// <summary>The numbers of one examination by name.</summary>
/// <param name="values">All of them.</param>
internal sealed class Reading(IReadOnlyDictionary<string, double> values)
{
    /// <summary>A number; NaN when it was not measured.</summary>
    internal double this[string name] => values.TryGetValue(name, out var value) ? value : double.NaN;

    /// <summary>The numbers of some names that were measured and are finite.</summary>
    internal IReadOnlyDictionary<string, double> Of(IEnumerable<string> names) =>
        names.Where(name => double.IsFinite(this[name])).ToDictionary(name => name, name => values[name], StringComparer.Ordinal);
}
