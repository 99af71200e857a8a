namespace Adversa.Core.Tests;

/// <summary>A system that needs what the data lacks says which field, and how to bring it.</summary>
public class FieldNeedTests
{
    private static readonly Field Picture = new(Field.Image, FieldKind.Image, 3, 8, 8);
    private static readonly SampleSchema Plain = new(Picture);
    private static readonly SampleSchema Pairs = new(Picture, new Field(Field.Input, FieldKind.Image, 3, 8, 8));
    private static readonly SampleSchema Apart = new(Picture, new Field(Field.Input, FieldKind.Image, 3, 8, 8) { IsApart = true });
    private static readonly SampleSchema Wide = new(Picture, new Field(Field.Input, FieldKind.Image, 3, 16, 8));
    private static readonly SampleSchema Odd = new(Picture, new Field(Field.Caption, FieldKind.Image, 3, 8, 8));

    public static TheoryData<FieldNeed, SampleSchema, string, string> Refused => new()
    {
        { new(Field.Input, FieldKind.Image), Plain, "needs pictures in pairs; the data has no field input. Use --data pairs:FOLDER", "necesita imágenes en parejas" },
        { new(Field.Input, FieldKind.Image), Apart, "the data is two collections without pairs. Use --data pairs:FOLDER", "son dos colecciones sin parejas" },
        { new(Field.Input, FieldKind.Image, IsApart: true), Pairs, "needs pictures in two collections; the data is in pairs. Use --data domains:A,B", "están en parejas" },
        { new(Field.Input, FieldKind.Image), Wide, "needs pictures of one size in pairs; the data has 16x8x3 in the field input and 8x8x3 for what is made", "de un mismo tamaño" },
        { new(Field.Caption, FieldKind.Tokens), Plain, "needs pictures with captions; the data has no field caption. Put a column caption", "con descripciones" },
        { new(Field.Caption, FieldKind.Tokens), Odd, "needs texts in the field caption; the data has pictures there", "los datos tienen ahí imágenes" },
        { new(Field.Mask, FieldKind.Mask), Plain, "no field mask. Put a column mask", "columna mask" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_the_data_lacks_is_named_with_the_way_out(FieldNeed need, SampleSchema schema, string english, string spanish)
    {
        var needs = new SampleNeeds(FieldKind.Image) { Also = [need] };

        var refusal = needs.Refusal("pix2pix", schema)!.Value;

        Assert.StartsWith("pix2pix needs", refusal.English, StringComparison.Ordinal);
        Assert.Contains(english, refusal.English, StringComparison.Ordinal);
        Assert.Contains(spanish, refusal.Spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_is_taken()
    {
        Assert.Null(new SampleNeeds(FieldKind.Image) { Also = [new(Field.Input, FieldKind.Image)] }.Refusal("pix2pix", Pairs));
        Assert.Null(new SampleNeeds(FieldKind.Image) { Also = [new(Field.Input, FieldKind.Image, IsApart: true)] }.Refusal("cyclegan", Apart));
        Assert.Null(new SampleNeeds(FieldKind.Image).Refusal("dcgan", Pairs));
        Assert.Equal("pictures in pairs with captions", (new SampleNeeds(FieldKind.Image) { Also = [new(Field.Input, FieldKind.Image), new(Field.Caption, FieldKind.Tokens)] }).Words.English);
    }
}
