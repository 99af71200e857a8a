namespace Adversa.Data.Tests;

public sealed class FewLabelsTests
{
    [Fact]
    public void So_many_of_each_class_are_kept_and_further_draws_share_none()
    {
        var digits = Known.Open("digits");
        var (first, second) = (new FewLabels(digits, 3), new FewLabels(digits, 3, skip: 3));

        Assert.Equal(30, first.Count);
        Assert.Equal(Enumerable.Range(0, 10).SelectMany(k => new[] { k, k, k }), Labels(first).Order());
        Assert.Equal(Labels(first).Order(), Labels(second).Order());
        Assert.Empty(Names(first).Intersect(Names(second)));
        Assert.NotEqual(first.Fingerprint, second.Fingerprint);
        Assert.NotEqual(first.Fingerprint, digits.Fingerprint);
        Assert.Equal(first.Fingerprint, new FewLabels(digits, 3).Fingerprint);
    }

    [Fact]
    public void Too_few_labels_are_refused_with_3()
    {
        Assert.Equal((3006, ExitCode.Data), Refused("digits", 20_000));
        Assert.Equal((3006, ExitCode.Data), Refused("ring", 1));

        static (int, ExitCode) Refused(string data, int ofEach)
        {
            var error = Assert.Throws<AdversaException>(() => new FewLabels(Known.Open(data), ofEach));
            return (error.Code, error.Exit);
        }
    }

    [Fact]
    public void Half_of_the_classes_may_be_scarce()
    {
        var source = (FewLabels)Known.Open("imbalanced:digits");
        var counts = Labels(source).GroupBy(label => label).OrderBy(group => group.Key).Select(group => group.Count());

        Assert.Equal([500, 500, 500, 500, 500, 5, 5, 5, 5, 5], counts);
        Assert.Equal(source.Fingerprint, Known.Open("imbalanced:digits").Fingerprint);
        Assert.NotEqual(source.Fingerprint, Known.Open("imbalanced:digits", new(Split: Split.Test)).Fingerprint);
        Assert.Equal(3006, Assert.Throws<AdversaException>(() => Known.Open("imbalanced:gaussians")).Code);
    }

    private static IEnumerable<int> Labels(FewLabels source) => Read(source).Select(sample => sample.Label);

    private static IEnumerable<string> Names(FewLabels source) => Enumerable.Range(0, (int)source.Count).Select(i => source.NameOf(i));

    private static IEnumerable<(float[] Values, int Label)> Read(FewLabels source)
    {
        for (var i = 0; i < source.Count; i++)
        {
            var values = new float[source.Schema.Values];
            source.Read(i, values, out var label);
            yield return (values, label);
        }
    }
}
