using Adversa.Data.Names;

namespace Adversa.Data.Tests;

public class MatchedClassesTests
{
    private static readonly string[] Learned = ["ant", "bee", "cow"];

    [Fact]
    public void Names_decide_and_what_was_not_learned_is_left_out_and_named()
    {
        var test = new NamedSource(["bee", "cow", "dog"], [0, 0, 1, 2, 2, 2, 1]);

        var matched = MatchedClasses.Of(test, test.Schema, Learned);

        Assert.Equal([1, 1, 2, 2], Labels(matched));
        Assert.Equal(4, matched.Count);
        Assert.Equal(Learned, matched.ClassNames);
        Assert.Equal("test[6]", matched.NameOf(3));
        Assert.Equal("3 samples of test to examine on are of classes that were not learned, and are left out: dog. There are no samples to examine on of ant.", MatchedClasses.SaidOf(matched)!.Value.English);
        Assert.Contains("dog", MatchedClasses.SaidOf(matched)!.Value.Spanish, StringComparison.Ordinal);
        Assert.NotEqual(test.Fingerprint, matched.Fingerprint);
    }

    [Fact]
    public void Another_order_of_the_same_names_is_turned_into_the_learned_one_without_a_word()
    {
        var matched = MatchedClasses.Of(new NamedSource(["cow", "ant", "bee"], [0, 1, 2, 0]), new(FieldKind.Points, 1, Classes: 3), Learned);

        Assert.Equal([2, 0, 1, 2], Labels(matched));
        Assert.Null(MatchedClasses.SaidOf(matched));
    }

    [Fact]
    public void Numbers_are_names_too()
    {
        var matched = MatchedClasses.Of(new NamedSource(["1", "3"], [0, 1, 1]), new(FieldKind.Points, 1, Classes: 4), ClassList.Numbers(4));

        Assert.Equal([1, 3, 3], Labels(matched));
        Assert.Equal(4, matched.Schema.Classes);
        Assert.Equal("There are no samples to examine on of 0, 2.", MatchedClasses.SaidOf(matched)!.Value.English);
    }

    [Fact]
    public void Samples_that_fit_or_have_no_classes_stay_what_they_are()
    {
        var same = new NamedSource(Learned, [0, 1, 2]);
        var none = new CountingSource(5);

        Assert.Same(same, MatchedClasses.Of(same, same.Schema, Learned));
        Assert.Same(none, MatchedClasses.Of(none, none.Schema, ["0", "1", "2"]));
        Assert.Equal([-1, -1, -1], Labels(MatchedClasses.Of(same, new(FieldKind.Points, 1), [])));      // learned without classes: nobody asks for them
    }

    [Fact]
    public void A_set_that_has_none_of_the_learned_classes_is_refused_with_both_lists()
    {
        var error = Assert.Throws<AdversaException>(() => MatchedClasses.Of(new NamedSource(["x", "y"], [0, 1]), new(FieldKind.Points, 1, Classes: 3), Learned));

        Assert.Equal((3048, ExitCode.Data), (error.Code, error.Exit));
        Assert.Contains("x, y", error.Message, StringComparison.Ordinal);
        Assert.Contains("ant, bee, cow", error.Message, StringComparison.Ordinal);
    }

    private static int[] Labels(ISampleSource source) => [.. Enumerable.Range(0, (int)source.Count).Select(i =>
    {
        source.Read(i, new float[1], out var label);
        return label;
    })];

    private sealed class NamedSource(string[] names, int[] labels) : ISampleSource
    {
        public string Name => "test";

        public SampleSchema Schema { get; } = new(FieldKind.Points, 1, Classes: names.Length);

        public long Count => labels.Length;

        public string Fingerprint => string.Join(',', labels);

        public IReadOnlyList<string> ClassNames => names;

        public void Read(long index, SampleRow row) => (row.Values[0], row.Label) = (index, labels[index]);
    }
}
