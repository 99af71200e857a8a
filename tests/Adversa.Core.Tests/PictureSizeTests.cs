using System.Text.Json.Nodes;
using Adversa.Core.Options;

namespace Adversa.Core.Tests;

public class PictureSizeTests
{
    private static readonly OptionList<Sized> List = new(new Sized(), [Option<Sized>.Size("size", o => o.Size, (o, x) => o with { Size = x }, 8, 1024)], "");

    [Theory]
    [InlineData("64", 64, 64, "64")]
    [InlineData("64x48", 64, 48, "64x48")]
    [InlineData("64X48", 64, 48, "64x48")]
    [InlineData("64×48", 64, 48, "64x48")]
    [InlineData("64x64", 64, 64, "64")]
    public void A_size_is_a_side_or_a_width_and_a_height(string text, int width, int height, string spelt)
    {
        Assert.Equal(new PictureSize(width, height), PictureSize.Read(text));
        Assert.Equal(spelt, PictureSize.Read(text)!.Value.Spelt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("64x")]
    [InlineData("x48")]
    [InlineData("64x48x3")]
    [InlineData("-64x48")]
    [InlineData("6.4x48")]
    [InlineData("64 x 48")]
    public void Anything_else_is_none(string text) => Assert.Null(PictureSize.Read(text));

    [Theory]
    [InlineData("""{ "size": 64 }""", 64, 64)]
    [InlineData("""{ "size": "64x48" }""", 64, 48)]
    [InlineData("""{ "size": "64" }""", 64, 64)]
    public void A_recipe_spells_a_square_as_a_number_and_another_shape_as_a_text(string json, int width, int height)
    {
        var read = List.Read(JsonNode.Parse(json)!.AsObject(), "a recipe");

        Assert.Equal(new PictureSize(width, height), read.Size);
        Assert.Equal(width == height ? "64" : "\"64x48\"", List.Write(read)["size"]!.ToJsonString());
        Assert.Empty(List.Problems(read));
    }

    [Fact]
    public void None_is_spelt_0_and_each_side_has_its_range()
    {
        Assert.Null(List.Read(JsonNode.Parse("""{ "size": 0 }""")!.AsObject(), "a recipe").Size);
        Assert.Equal("0", List.Write(new Sized())["size"]!.ToJsonString());
        Assert.Contains("64x48", Assert.Throws<AdversaException>(() => List.Read(JsonNode.Parse("""{ "size": "wide" }""")!.AsObject(), "a recipe")).Message, StringComparison.Ordinal);
        Assert.Single(List.Problems(new Sized(new(64, 4))));
    }

    private sealed record Sized(PictureSize? Size = null);
}
