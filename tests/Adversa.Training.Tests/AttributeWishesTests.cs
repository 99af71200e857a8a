using Adversa.Models;
using Adversa.Torch;

namespace Adversa.Training.Tests;

public sealed class AttributeWishesTests
{
    private static readonly SampleAttribute[] Edited =
    [
        new("hair_colour", 3) { Names = ["black", "brown", "blond"] }, new("glasses", 2), new("age") { Least = 10, Most = 80 }, new("height"), new("size", 4),
    ];

    [Theory]
    [InlineData("hair_colour=blond", 0, 2, 2)]
    [InlineData("Hair-Colour = BLACK", 0, 0, 0)]
    [InlineData("glasses=sí", 1, 1, 1)]
    [InlineData("glasses=no", 1, 0, 0)]
    [InlineData("age=20..80", 2, 20, 80)]
    [InlineData("age=33.5", 2, 33.5, 33.5)]
    [InlineData("height=-900", 3, -900, -900)]
    [InlineData("size=3", 4, 3, 3)]
    public void A_wish_is_a_name_and_a_value_or_a_range(string text, int place, double from, double to) =>
        Assert.Equal([new(place, from, to)], AttributeWishes.Read([text], Edited));

    [Theory]
    [InlineData("hair_colour", "--set hair_colour: a name and a value were expected, such as NAME=VALUE; this run edits hair_colour, glasses, age, height, size.")]
    [InlineData("hair_color=red", "--set hair_color: this run does not edit that; it edits hair_colour, glasses, age, height, size. Did you mean: hair_colour?")]
    [InlineData("hair_colour=blnd", "--set hair_colour=blnd: hair_colour can be black, brown, blond. Did you mean: blond?")]
    [InlineData("glasses=maybe", "--set glasses=maybe: glasses can be yes, no.")]
    [InlineData("size=4", "--set size=4: size can be 0-3.")]
    [InlineData("age=old", "--set age=old: age is a number from 10 to 80, or two with dots between for a sequence, such as 20..80.")]
    [InlineData("age=20..90", "--set age=90: age goes from 10 to 80.")]
    [InlineData("hair_colour=black..blond", "--set hair_colour=black..blond: hair_colour can be black, brown, blond.")]
    public void A_wish_that_cannot_be_is_refused_with_what_can(string text, string says)
    {
        var refused = Assert.Throws<AdversaException>(() => AttributeWishes.Read([text], Edited));

        Assert.Equal((2053, ExitCode.Usage, says), (refused.Code, refused.Exit, refused.Text.ToString()));
    }

    [Fact]
    public void An_attribute_has_one_value() => Assert.Equal("--set names age twice: one picture has one value.",
        Assert.Throws<AdversaException>(() => AttributeWishes.Read(["age=20", "glasses=yes", "age=30"], Edited)).Text.ToString());

    // What is not wished for is what the system itself reads in the picture.
    [Fact]
    public void Only_what_is_named_changes_half_way_between_the_ends()
    {
        using var scope = new TensorScope();
        using var setup = Tiny.Setup(Tiny.Recipe("stargan"));
        var editor = (IEditor)setup.Model;
        var pictures = Tensor.Zeros([2, 3, 32, 32]);
        var shown = editor.Unasked(pictures).ToArray<float>();
        var names = setup.Source.Schema.Attributes.Select(attribute => attribute.Name).ToList();

        var given = AttributeWishes.Given(editor, pictures, AttributeWishes.Read(["age=20..80", "glasses=1"], editor.Edited), share: 0.5);

        var known = given.Floats(Field.Known);
        foreach (var row in new[] { 0, 1 })
        {
            Assert.Equal(50, known[row * names.Count + names.IndexOf("age")]);
            Assert.Equal(1, known[row * names.Count + names.IndexOf("glasses")]);
            Assert.Equal(shown[row * 4], known[row * names.Count + names.IndexOf("hair_colour")]);
            Assert.Equal(shown[row * 4 + 1], known[row * names.Count + names.IndexOf("expression")]);
        }
    }
}
