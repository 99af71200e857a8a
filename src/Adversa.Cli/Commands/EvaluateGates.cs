using System.Globalization;
using Adversa.Cli.Output;
using Adversa.Training.Checks;
using Adversa.Training.Evaluations;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>What <c>--min</c> and <c>--max</c> ask of an evaluation. All that can be wrong with them is found before anything is measured.</summary>
internal sealed class EvaluateGates
{
    private readonly List<Bar> _bars;

    private readonly IReadOnlyList<string> _classes;

    private EvaluateGates(List<Bar> bars, IReadOnlyList<string> classes) => (_bars, _classes) = (bars, classes);

    /// <summary>Reads them.</summary>
    /// <exception cref="AdversaException">ADV2009, ADV2011, ADV2012: no pair, or no number. ADV2013: two that cannot stand together. ADV2016: a metric that nothing measures.</exception>
    internal static EvaluateGates Of(string[]? min, string[]? max)
    {
        List<Bar> bars = [.. (min ?? []).Select(text => Gate(text, isMaximum: false)), .. (max ?? []).Select(text => Gate(text, isMaximum: true))];
        foreach (var group in bars.GroupBy(bar => bar.Metric, StringComparer.Ordinal))
        {
            if (group.GroupBy(bar => bar.IsMaximum).FirstOrDefault(same => same.Count() > 1) is { } twice) throw Together(
                Words.IsGivenTimes(Flag(twice.Key), group.Key, twice.Count()));
            if (group.FirstOrDefault(bar => !bar.IsMaximum) is { } low && group.FirstOrDefault(bar => bar.IsMaximum) is { } high && low.Bound > high.Bound) throw Together(
                Words.NoValueMeetsMinAndMax(group.Key, low.Bound, high.Bound));
        }

        var gates = new EvaluateGates(bars, []);
        gates.Check([.. EvaluationNumbers.All, .. bars.Select(bar => bar.Metric).Where(EvaluationNumbers.IsOfAClass)], Text.None);
        return gates;
    }

    /// <summary>The same where classes have names, so that a gate may say <c>class_cat</c>.</summary>
    internal EvaluateGates For(IReadOnlyList<string> classes) => new(_bars, classes);

    /// <summary>Compares them with the numbers that an evaluation of this run will have.</summary>
    /// <exception cref="AdversaException">ADV2016: it will not have one.</exception>
    internal void Check(IReadOnlyList<string> known, Text? of = null)
    {
        var strange = _bars.Select(bar => bar.Metric).Distinct().Where(metric => !known.Contains(Meant(metric))).ToList();
        if (strange.Count == 0) return;
        Text Hint(string metric) => (known.FirstOrDefault(name => name.Equals(metric, StringComparison.OrdinalIgnoreCase)) ?? Nearest.To(metric, known.Select(name => EvaluationNumbers.ByName(name, _classes)))) is { } near ? Words.DidYouMean(near) : Text.None;
        var list = string.Join(", ", known.Select(name => EvaluationNumbers.ByName(name, _classes)));
        throw new AdversaException(2016, ExitCode.Usage, Words.AndThereAre(Text.Join(" ", strange.Select(metric => Words.IsNoMetric(metric, of ?? Words.OfThisRun, Hint(metric)))), list));
    }

    /// <summary>Says of each whether it is met. A value that cannot be given meets none.</summary>
    internal ExitCode Judge(Terminal terminal, IReadOnlyList<(string Name, double? Value)> values)
    {
        Check([.. values.Select(value => value.Name)]);
        var exit = ExitCode.Done;
        foreach (var gate in _bars)
        {
            var value = values.First(v => v.Name == Meant(gate.Metric)).Value;
            var met = value is { } known && gate.IsMet(known);
            if (!met) exit = ExitCode.GateMissed;
            terminal.ForPrograms("gate", new() { ["metric"] = gate.Metric, ["value"] = value is { } rounded ? Math.Round(rounded, 6) : null, [gate.IsMaximum ? "max" : "min"] = gate.Bound, ["met"] = met });
            terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"{gate.Metric} {(value is { } shown ? shown.ToString("0.####", CultureInfo.InvariantCulture) : "n/a")} {gate}: {(met ? Words.Met.ToString() : Words.MISSED.ToString())}"));
        }

        return exit;
    }

    /// <summary>The name under which a number is kept.</summary>
    private string Meant(string metric) => EvaluationNumbers.OfClass(metric, _classes) ?? metric;

    internal static Bar Gate(string text, bool isMaximum) => text.Split('=') is [{ Length: > 0 } metric, var bound]
        ? new(metric, isMaximum, Numbers.Real(bound, $"{Flag(isMaximum)} {metric}", -1e12, 1e12))
        : throw new AdversaException(2009, ExitCode.Usage, Words.ExpectsMetricValue(Flag(isMaximum), text));

    private static string Flag(bool isMaximum) => isMaximum ? "--max" : "--min";

    private static AdversaException Together(Text text) => new(2013, ExitCode.Usage, text);
}
