using Adversa.Metrics.Evaluation;
using Adversa.Metrics.Vectors;

namespace Adversa.Metrics.Tests;

public class EvaluationTests
{
    [Fact]
    public void Every_metric_gives_finite_numbers_with_their_protocol_and_the_floor_is_better()
    {
        var (real, other, drawn, train) = (Cloud(1, 0), Cloud(2, 0), Cloud(3, 2), Cloud(4, 0));
        foreach (var metric in MetricCatalog.All.Where(metric => metric.Name != "is"))
            foreach (var one in metric.Take("points", new(real, drawn, train, null, null), new(real, other, train, null, null)))
            {
                Assert.True(one.Value is { } value ? double.IsFinite(value) : one.Missing is not null, one.Name);
                Assert.Contains(one.Name, metric.Numbers);
                Assert.Equal(("points", 3, 200, 200, metric.NeedsTrain ? 200 : 0), (one.Protocol.Space, one.Protocol.Width, one.Protocol.Real, one.Protocol.Drawn, one.Protocol.Train));
                if (one.Name is "fd" or "kid" or "swd" or "nn_accuracy" or "ndb") Assert.True(one.Value > one.Floor, one.Name);
                if (one.Name is "precision" or "coverage" or "prd_f8") Assert.True(one.Value < one.Floor, one.Name);
            }
    }

    [Fact]
    public void A_score_is_called_by_its_space()
    {
        var input = new MetricInput(Cloud(1, 0), Cloud(2, 0), null, null, null);

        Assert.Equal("FD-lenet-1a2b3c4d", MetricCatalog.Find("fd")!.Take("lenet-1a2b3c4d", input, null)[0].Title);
        Assert.Equal("KD-points", MetricCatalog.Find("kid")!.Take("points", input, null)[0].Title);
    }

    [Fact]
    public void The_floor_has_the_spread_that_the_value_has()
    {
        var (real, other) = (Cloud(1, 0), Cloud(2, 0));

        var kid = MetricCatalog.Find("kid")!.Take("points", new(real, Cloud(3, 2), null, null, null), new(real, other, null, null, null))[0];

        Assert.Equal(KernelDistanceSubsets.Of(real, other, 100, 100, seed: 1).Deviation, kid.FloorSpread);
        Assert.NotEqual(kid.Spread, kid.FloorSpread);
        Assert.Equal(kid.FloorSpread, (double?)kid.ToJson()["floor_spread"]);
    }

    [Theory]
    [InlineData("memorization", "training samples")]
    [InlineData("is", "no classes")]
    [InlineData("diversity", "All reals are equal")]
    [InlineData("ndb", "All reals are equal")]
    public void What_cannot_be_given_says_why_and_is_null_in_json(string name, string reason)
    {
        var same = FeatureSet.From(new double[180], 3);

        var (metric, all) = (MetricCatalog.Find(name)!, MetricCatalog.Find(name)!.Take("points", new(same, same, null, null, null), null));

        Assert.Equal(metric.Numbers, all.Select(one => one.Name));
        var one = all[0];
        Assert.Null(one.Value);
        Assert.Contains(reason, one.Missing!.Value.English, StringComparison.Ordinal);
        Assert.Null(one.ToJson()["value"]);
        Assert.NotNull(one.ToJson()["missing"]);
    }

    [Fact]
    public void Samples_that_are_all_equal_give_no_NaN()
    {
        var (same, real) = (FeatureSet.From(new double[600], 3), Cloud(1, 0));
        foreach (var metric in MetricCatalog.All)
            foreach (var one in metric.Take("points", new(real, same, real, null, null), null))
                Assert.True(one.Value is { } value ? double.IsFinite(value) : one.Missing is not null, one.Name);
    }

    [Fact]
    public void Copies_are_found_and_fresh_samples_are_not()
    {
        var (train, unseen) = (Cloud(1, 0), Cloud(2, 0));
        double? Of(FeatureSet drawn, string name) => MetricCatalog.Find("memorization")!.Take("points", new(unseen, drawn, train, null, null), null).First(one => one.Name == name).Value;

        Assert.True(Of(train, "copying_z") < -10, $"{Of(train, "copying_z")}");
        Assert.Equal(0, Of(train, "authenticity"));
        Assert.InRange(Of(Cloud(3, 0), "copying_z")!.Value, -3, 3);
    }

    [Fact]
    public void A_folder_of_vectors_is_answered_with_no_more_than_is_asked_for()
    {
        var folder = Directory.CreateTempSubdirectory("adversa-vectors-").FullName;
        try
        {
            Assert.Equal(3083, Assert.Throws<AdversaException>(() => VectorFolder.Answer(folder)).Code);
            File.WriteAllText(Path.Join(folder, "expected.json"), """
                {"cases":[{"id":"a","metric":"frechet","inputs":{"real":"x.npy","fake":"x.npy"},"expected":{"trace1":0}}]}
                """);
            using (var stream = File.Create(Path.Join(folder, "x.npy"))) new Adversa.Formats.Arrays.NpyFile([2, 1], [0f, 2f]).Write(stream);

            Assert.Equal("""{"a":{"trace1":2}}""", VectorFolder.Answer(folder).ToJsonString());

            File.WriteAllText(Path.Join(folder, "expected.json"), """{"cases":[{"id":"a","metric":"frechet","inputs":{"real":"../x.npy"}}]}""");
            Assert.Contains("outside of the folder", Assert.Throws<AdversaException>(() => VectorFolder.Answer(folder)).Message, StringComparison.Ordinal);
            File.WriteAllText(Path.Join(folder, "expected.json"), """{"cases":[{"id":"a","metric":"beauty","inputs":{}}]}""");
            Assert.Contains("no metric \"beauty\"", Assert.Throws<AdversaException>(() => VectorFolder.Answer(folder)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static FeatureSet Cloud(long seed, double shift)
    {
        var rng = new Rng(seed);
        return FeatureSet.From([.. Enumerable.Range(0, 600).Select(_ => rng.Normal() + shift)], 3);
    }
}
