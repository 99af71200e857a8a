using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Evaluation;

/// <summary>A metric under a written protocol.</summary>
/// <param name="Name">As <c>--metrics</c> takes it.</param>
/// <param name="About">What it says, in one sentence.</param>
/// <param name="Conventions">Formula, estimator, ties: what implementations disagree on.</param>
/// <param name="Measure">Its numbers; may throw <see cref="MetricException"/> when it has none.</param>
public sealed record Metric(string Name, Text About, Text Conventions, Func<MetricInput, IReadOnlyList<Number>> Measure)
{
    /// <summary>The names of its numbers, as gates know them.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [Name];

    /// <summary>Which way its numbers go: true where they rise with quality, false where they fall; null where neither end is the good one.</summary>
    public bool? Rises { get; init; }

    /// <summary>Whether it needs what was learned from.</summary>
    public bool NeedsTrain { get; init; }

    /// <summary>Whether it needs the probabilities of classes.</summary>
    public bool NeedsClasses { get; init; }

    /// <summary>What its numbers can be; their intervals end there.</summary>
    public Interval Range { get; init; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Numbers that get no interval: they jump with single samples, or hang on cells that are found anew, so that leaving some out says little of others.</summary>
    public IReadOnlyList<string> WithoutInterval { get; init; } = [];

    /// <summary>A cheaper estimate of the same numbers, by which their intervals are found; null takes <see cref="Measure"/>.</summary>
    public Func<MetricInput, IReadOnlyList<Number>>? Quick { get; init; }

    /// <summary>How many rows are drawn by lot before anything is measured, once for all parts of them; null takes all.</summary>
    public int? Lot { get; init; }

    /// <summary>How the score is called, followed by the space; null keeps the numbers' own names.</summary>
    public string? Title { get; init; }

    /// <summary>How it is called in the space of the published Inception weights alone, such as FID.</summary>
    public string? InceptionTitle { get; init; }

    /// <summary>Measures, with an interval, and measures the same on reals alone; what cannot be given carries the reason.</summary>
    /// <remarks>The interval says how far the number would move with other samples of this run: <see cref="Jackknife"/> over tenths of the real and the drawn samples.</remarks>
    /// <param name="space">The name of the feature space.</param>
    /// <param name="drawn">With the drawn samples.</param>
    /// <param name="floor">With other reals in their place; null when there are none.</param>
    public IReadOnlyList<Score> Take(string space, MetricInput drawn, MetricInput? floor)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        var protocol = new Protocol(space, drawn.Real.Width, drawn.Real.Count, drawn.Drawn.Count, NeedsTrain ? drawn.Train?.Count ?? 0 : 0, Conventions);
        if (Lot is { } most) (drawn, floor) = (drawn.ByLot(most), floor?.ByLot(most));
        var floors = floor is null ? [] : Try(floor);
        var numbers = Try(drawn);
        var sought = numbers.Where(number => number is { Value: not null, Interval: null } && !WithoutInterval.Contains(number.Name));
        var intervals = Jackknife.Of([.. sought.Select(number => (number.Name, number.Value!.Value, number.Range ?? Range))], Math.Min(drawn.Real.Count, drawn.Drawn.Count),
            keeps => ByName(Try(drawn.Only(keeps), Quick)), Quick is null ? ByName(numbers) : null);
        return [.. numbers.Select(number => Beside(number, floors.FirstOrDefault(other => other.Name == number.Name)))];

        Score Beside(Number number, Number? floor) => new(number.Name, TitleIn(space) ?? number.Name, number.Value, number.Spread,
            number.Interval ?? (intervals.TryGetValue(number.Name, out var around) ? around : null), floor?.Value, floor?.Spread, protocol, number.Missing);
    }

    /// <summary>None of its numbers, with the reason.</summary>
    /// <param name="protocol">How they would have come about; its space may be empty where none was opened.</param>
    /// <param name="reason">Why they cannot be given.</param>
    public IReadOnlyList<Score> None(Protocol protocol, Text reason)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return [.. Numbers.Select(name => new Score(name, TitleIn(protocol.Space) ?? name, null, null, null, null, null, protocol, reason))];
    }

    /// <summary>Whether a number is one of its own, by its name or by its title in any space.</summary>
    internal bool Names(string number) => Numbers.Contains(number) || number == InceptionTitle || Title is not null && number.StartsWith($"{Title}-", StringComparison.Ordinal);

    private string? TitleIn(string space) => space == MetricCatalog.PublishedInception && InceptionTitle is not null ? InceptionTitle : Title is null || space.Length == 0 ? null : $"{Title}-{space}";

    private static Dictionary<string, double> ByName(IReadOnlyList<Number> numbers) => numbers.Where(number => number.Value is not null).ToDictionary(number => number.Name, number => number.Value!.Value);

    private IReadOnlyList<Number> Try(MetricInput input, Func<MetricInput, IReadOnlyList<Number>>? quick = null)
    {
        try
        {
            return (quick ?? Measure)(input);
        }
        catch (MetricException e)
        {
            return [.. Numbers.Select(name => new Number(name, null, Missing: e.Text))];
        }
    }
}
