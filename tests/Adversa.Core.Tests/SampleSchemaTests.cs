using System.Text.Json;

namespace Adversa.Core.Tests;

public class SampleSchemaTests
{
    private static readonly SampleSchema Told = new(
        new Field(Field.Image, FieldKind.Image, 3, 4, 5), new Field(Field.Input, FieldKind.Image, 1, 4, 5), Field.OfLabel(7),
        Field.OfAttributes([new("age"), new("hair", 2) { Names = ["dark", "fair"] }]), new Field(Field.Mask, FieldKind.Mask, 1, 4, 5),
        Field.OfTokens(Field.Caption, 6, ["", "?", "a", "dog"]));

    public static TheoryData<string> Old => new(
        """{"kind":"Image","channels":1,"height":28,"width":28,"classes":10,"attributes":[]}""",
        """{"kind":"Points","channels":2,"height":1,"width":1,"classes":0,"attributes":[]}""",
        """{"kind":"Image","channels":3,"height":32,"width":48,"classes":0,"attributes":[{"name":"hair","categories":2,"names":["dark","fair"]}]}""");

    // Checkpoints and the hashes of recipes hold these: a schema that could be written so is.
    [Theory]
    [MemberData(nameof(Old))]
    public void A_picture_or_a_point_is_written_as_it_always_was(string json)
    {
        var schema = JsonSerializer.Deserialize<SampleSchema>(json)!;

        Assert.Equal(json, JsonSerializer.Serialize(schema));
    }

    [Fact]
    public void Any_other_sample_is_written_field_by_field_and_comes_back_whole()
    {
        var json = JsonSerializer.Serialize(Told);

        Assert.StartsWith("""{"fields":[{"name":"image","kind":"Image","shape":[3,4,5]""", json, StringComparison.Ordinal);
        Assert.Equal(Told, JsonSerializer.Deserialize<SampleSchema>(json));
    }

    [Theory]
    [InlineData("""{"fields":[]}""")]
    [InlineData("""{"fields":[{"name":"image","kind":"Image","shape":[1,2,2]},{"name":"image","kind":"Image","shape":[1,2,2]}]}""")]
    [InlineData("""{"fields":[{"name":"image","kind":"Smell","shape":[1,2,2]}]}""")]
    [InlineData("""{"kind":"Image"}""")]
    [InlineData("""{"kind":"Points","channels":2,"height":3,"width":1,"classes":0,"attributes":[]}""")]
    [InlineData("""{"kind":"Points","channels":2,"height":1,"width":1,"classes":-1,"attributes":[]}""")]
    [InlineData("""{"kind":"image","channels":1,"height":28,"width":28,"classes":10,"attributes":[]}""")]
    [InlineData("""{"fields":[{"name":"image","kind":"IMage","shape":[1,2,2]}]}""")]
    public void What_is_no_sample_is_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SampleSchema>(json));

    [Fact]
    public void The_short_words_speak_of_what_is_drawn_and_change_only_that()
    {
        var wide = Told with { Width = 9, Classes = 0 };

        Assert.Equal((3, 4, 5, 7, 2, 60), (Told.Channels, Told.Height, Told.Width, Told.Classes, Told.Attributes.Count, Told.Values));
        Assert.Equal([3, 4, 9], wide.Drawn.Shape);
        Assert.Equal([Field.Image, Field.Input, Field.Known, Field.Mask, Field.Caption], wide.Fields.Select(field => field.Name));
        Assert.Equal([Field.Image, Field.Input, Field.Label, Field.Known, Field.Mask, Field.Caption], (wide with { Classes = 2 }).Fields.Select(field => field.Name));
        Assert.Equal("4x5x3, input 4x5x1, mask 4x5x1, caption 6 words of 4", Told.ToString());
    }

    [Fact]
    public void Each_field_has_its_own_room_in_a_batch_of_its_own_type()
    {
        var batch = new Batch(Told, 3);
        var row = batch.Row(1);
        row.Values.Fill(1);
        row.Floats(Field.Input).Fill(2);
        (row.Label, row.Floats(Field.Known)[1]) = (4, 5);
        row.Bytes(Field.Mask)[19] = 6;
        row.Ints(Field.Caption)[5] = 8;

        Assert.Equal((180, 60, 20), (batch.Values.Length, (int)batch.Values.Sum(), (int)batch.Floats(Field.Input).Sum() / 2));
        Assert.Equal([0, 4, 0], batch.Labels!);
        Assert.Equal([0, 0, 0, 5, 0, 0], batch.Attributes!);
        Assert.Equal((6, 8), (batch.Bytes(Field.Mask)[39], batch.Ints(Field.Caption)[11]));
        Assert.Contains("caption (Int)", Assert.Throws<ArgumentException>(() => batch.Floats(Field.Caption)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_asks_for_some_fields_gets_room_for_those_alone()
    {
        var some = new Batch(Told.Only(Field.Label, Field.Caption)!, 1).Row(0);
        var all = new Batch(Told, 1).Row(0);
        all.Label = 3;
        all.Values.Fill(1);
        all.Ints(Field.Caption)[2] = 9;

        all.CopyTo(some);

        Assert.Equal((3, 9, false), (some.Label, some.Ints(Field.Caption)[2], some.Has(Field.Image)));
        Assert.Null(Told.Only("smell"));
    }
}
