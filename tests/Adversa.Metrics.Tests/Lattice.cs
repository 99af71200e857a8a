using System.Text.Json.Nodes;

namespace Adversa.Metrics.Tests;

/// <summary>Inputs by a formula that <c>tests/golden/metrics/make_metrics.py</c> shares, and the values that it wrote.</summary>
internal static class Lattice
{
    private static readonly Lazy<JsonNode> Values = new(() => JsonNode.Parse(File.ReadAllText(Path.Join(GoldenPoints.Root(), "tests", "golden", "metrics", "values.json")))!);

    public static FeatureSet Real => Of(40, 2, 3, 19);

    public static FeatureSet Fake => Of(30, 2, 5, 17);

    public static FeatureSet Unseen => Of(25, 2, 4, 18);

    /// <summary>(a i i + 7 i j + 3 j j + i) mod m: whole numbers with many ties.</summary>
    public static FeatureSet Of(int count, int width, int a, int m) =>
        FeatureSet.From([.. Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, width).Select(j => (double)((a * i * i + 7 * i * j + 3 * j * j + i) % m)))], width);

    /// <summary>A number of values.json, such as <c>prdc.recall_le</c>.</summary>
    public static double Golden(string name) => name.Split('.').Aggregate(Values.Value, (node, part) => node[part]!).GetValue<double>();

    public static void Same(string name, double? got) => Assert.Equal(Golden(name), got ?? double.NaN, tolerance: 1e-12 + 1e-9 * Math.Abs(Golden(name)));
}
