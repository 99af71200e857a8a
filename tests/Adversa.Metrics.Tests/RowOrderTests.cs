using Adversa.Metrics.Evaluation;

namespace Adversa.Metrics.Tests;

/// <summary>Rows may be sorted by class: no metric may take some of them for all.</summary>
public class RowOrderTests
{
    private const int Rows = 1100, Classes = 4, Width = 2, Orders = 5;

    public static TheoryData<string> Names => [.. MetricCatalog.All.Select(metric => metric.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_sorted_by_class_give_the_numbers_that_shuffled_rows_give(string name)
    {
        var metric = MetricCatalog.Find(name)!;
        var (real, drawn, train) = (Sorted(1), Sorted(2), Sorted(3, rows: 400));
        Dictionary<string, double> Of(FeatureSet x, FeatureSet y) => metric.Measure(new(x, y, train, Probabilities(x), Probabilities(y)))
            .Where(number => number.Value is not null).ToDictionary(number => number.Name, number => number.Value!.Value);

        var shuffled = Enumerable.Range(0, Orders).Select(order => Of(Shuffled(real, order), Shuffled(drawn, order + Orders))).ToList();

        foreach (var sorted in new[] { Of(real, Shuffled(drawn, Orders)), Of(Shuffled(real, 0), drawn) })      // files may be; as reals of the floor, so may the second set
            foreach (var (number, value) in sorted)
            {
                var values = shuffled.ConvertAll(one => one[number]);
                var (mean, deviation) = (values.Average(), Math.Sqrt(values.Sum(one => Math.Pow(one - values.Average(), 2)) / (Orders - 1)));
                Assert.True(Math.Abs(value - mean) <= 6 * deviation + 1e-9 * (1 + Math.Abs(mean)), $"{number}: sorted {value}, shuffled {mean} ± {deviation}");      // six: the deviation of five values is itself uncertain
            }
    }

    /// <summary>Four clouds, one behind the other.</summary>
    private static FeatureSet Sorted(long seed, int rows = Rows)
    {
        var rng = new Rng(seed);
        return FeatureSet.From([.. Enumerable.Range(0, rows * Width).Select(i => 6.0 * (i / Width * Classes / rows) * (i % Width == 0 ? 1 : i / Width * Classes / rows) + rng.Normal())], Width);
    }

    /// <summary>A sure classifier: the cloud whose centre is nearest.</summary>
    private static FeatureSet Probabilities(FeatureSet rows) => FeatureSet.From([.. Enumerable.Range(0, rows.Count).SelectMany(i =>
    {
        var nearest = Enumerable.Range(0, Classes).MinBy(k => Math.Pow(rows[i][0] - 6 * k, 2) + Math.Pow(rows[i][1] - 6 * k * k, 2));
        return Enumerable.Range(0, Classes).Select(k => k == nearest ? .97 : .01);
    })], Classes);

    private static FeatureSet Shuffled(FeatureSet rows, long seed) => rows.Rows(new Rng(seed) is var rng ? Enumerable.Range(0, rows.Count).OrderBy(_ => rng.NextDouble()) : []);
}
