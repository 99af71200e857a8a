using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Adversa.Data.Augmenting;

namespace Adversa.Data.Tests.Augmenting;

public class AugmenterTests
{
    private static readonly SampleSchema Colour = new(FieldKind.Image, 3, 9, 12);
    private static readonly SampleSchema Square = new(FieldKind.Image, 1, 5, 5);
    private static readonly AugmentationDraw Nothing = new(false, 0, 0, 1, 0, 1, 1, 1, 0, 0);

    [Fact]
    public void A_mirror_image_swaps_left_and_right_in_every_row_and_plane_and_twice_is_the_picture_itself()
    {
        var (picture, once) = (Picture(Colour), Done(Colour, new(), Nothing with { Flip = true }));
        var twice = (float[])once.Clone();
        new Augmenter(new(), Colour, 1).Apply(twice, Colour.Drawn, Nothing with { Flip = true });

        for (var row = 0; row < 27; row++)
            for (var x = 0; x < 12; x++) Assert.Equal(picture[row * 12 + x], once[row * 12 + 11 - x]);
        Assert.Equal(picture, twice);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(-3, 0)]
    [InlineData(0, -4)]
    public void A_shift_by_whole_pixels_moves_them_exactly_and_repeats_the_border(int right, int down)
    {
        var (picture, moved) = (Picture(Colour), Done(Colour, new(), Nothing with { ShiftX = right / 12.0, ShiftY = down / 9.0 }));

        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < 9; y++)
                for (var x = 0; x < 12; x++)
                    Assert.Equal(picture[(plane * 9 + Math.Clamp(y - down, 0, 8)) * 12 + Math.Clamp(x - right, 0, 11)], moved[(plane * 9 + y) * 12 + x]);
    }

    [Fact]
    public void A_quarter_turn_of_a_square_is_exact_and_counter_clockwise()
    {
        var (picture, turned) = (Picture(Square), Done(Square, new(), Nothing with { Turns = 0.25 }));

        for (var y = 0; y < 5; y++)
            for (var x = 0; x < 5; x++) Assert.Equal(picture[x * 5 + 4 - y], turned[y * 5 + x]);
        Assert.Equal(picture.Reverse(), Done(Square, new(), Nothing with { Turns = -0.5 }));
    }

    [Fact]
    public void A_larger_picture_keeps_its_centre_and_loses_its_border()
    {
        var picture = new float[25];
        picture[12] = 1;

        var large = Done(Square, new(), Nothing with { Factor = 2 }, picture);

        Assert.Equal(1, large[12]);
        Assert.Equal((0.5f, 0.5f, 0.25f), (large[11], large[7], large[6]));
        Assert.Equal(0, large[0]);
    }

    // torch 1.13 and torchvision 0.14 computed them in float64; their grey is 0.2989 R where ours is BT.601's 0.299.
    [Theory]
    [InlineData("shift", 2e-6)]
    [InlineData("scale", 2e-6)]
    [InlineData("rotate", 2e-6)]
    [InlineData("affine", 2e-6)]
    [InlineData("brighter", 1e-6)]
    [InlineData("darker", 1e-6)]
    [InlineData("contrast", 2e-4)]
    [InlineData("flat", 2e-4)]
    [InlineData("vivid", 2e-4)]
    [InlineData("pale", 2e-4)]
    public void Operations_equal_those_of_torch(string name, double tolerance)
    {
        var draw = name switch
        {
            "shift" => Nothing with { ShiftX = 2.3 / 12, ShiftY = -1.7 / 9 },
            "scale" => Nothing with { Factor = 1.35 },
            "rotate" => Nothing with { Turns = 40 / 360.0 },
            "affine" => Nothing with { ShiftX = -1.25 / 12, ShiftY = 0.6 / 9, Factor = 0.8, Turns = -100 / 360.0 },
            "brighter" => Nothing with { Brightness = 1.4 },
            "darker" => Nothing with { Brightness = 0.3 },
            "contrast" => Nothing with { Contrast = 1.7 },
            "flat" => Nothing with { Contrast = 0.2 },
            "vivid" => Nothing with { Saturation = 1.8 },
            _ => Nothing with { Saturation = 0.25 },
        };

        var (expected, actual) = (Golden(name), Done(Colour, new(), draw, Golden("picture")));

        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], tolerance);
    }

    [Fact]
    public void Cutout_greys_one_square_whose_centre_is_in_the_picture()
    {
        var picture = Enumerable.Repeat(1f, Colour.Values).ToArray();

        var middle = Done(Colour, new(Cutout: 0.5), Nothing with { CutX = 0.5, CutY = 0.5 }, picture);
        var corner = Done(Colour, new(Cutout: 0.5), Nothing with { CutX = 0.999, CutY = 0 }, picture);

        Assert.Equal(3 * 25, middle.Count(v => v == 0));                     // half of 9 is 4.5, rounded up
        Assert.Equal(3 * 9, corner.Count(v => v == 0));                      // two columns and two rows of the square lie outside
        for (var plane = 0; plane < 3; plane++) Assert.Equal(0, corner[plane * 108 + 11]);
        Assert.All(middle, v => Assert.True(v is 0 or 1));
    }

    [Fact]
    public void Whatever_is_drawn_stays_within_the_range_and_the_draws_fill_it()
    {
        var all = Everything(1);
        var augmenter = new Augmenter(all, Colour, 7);
        var draws = Enumerable.Range(0, 4000).Select(i => AugmentationDraw.Of(all, new Rng(3, i))).ToList();

        for (var i = 0; i < 200; i++)
        {
            var picture = Picture(Colour);
            augmenter.Apply(picture, 0, i);
            Assert.All(picture, v => Assert.InRange(v, -1f, 1f));
        }

        Assert.InRange(draws.Count(d => d.Flip), 4000, 4000);
        foreach (var (value, low, high) in new (Func<AugmentationDraw, double>, double, double)[]
        {
            (d => d.ShiftX, -0.5, 0.5), (d => d.ShiftY, -0.5, 0.5), (d => d.Factor, 0.5, 1.5), (d => d.Turns, -0.5, 0.5), (d => d.Brightness, 0, 2),
            (d => d.Contrast, 0, 2), (d => d.Saturation, 0, 2), (d => d.CutX, 0, 1), (d => d.CutY, 0, 1),
        })
        {
            Assert.InRange(draws.Min(value), low, low + 0.01 * (high - low));
            Assert.InRange(draws.Max(value), high - 0.01 * (high - low), high);
            Assert.Equal((low + high) / 2, draws.Average(value), 0.02 * (high - low));        // 4 deviations
        }
    }

    [Fact]
    public void Half_of_the_pictures_are_mirrored_at_half()
    {
        var mirrored = Enumerable.Range(0, 4000).Count(i => AugmentationDraw.Of(new(Flip: 0.5), new Rng(3, i)).Flip);

        Assert.InRange(mirrored, 1870, 2130);                                                 // 4 deviations
    }

    [Fact]
    public void One_operation_more_leaves_the_others_draws_as_they_were()
    {
        var alone = AugmentationDraw.Of(new(Flip: 0.5, Contrast: 0.3), new Rng(3, 8));
        var together = AugmentationDraw.Of(new(Flip: 0.5, Shift: 0.2, Rotate: 30, Contrast: 0.3), new Rng(3, 8));

        Assert.Equal((alone.Flip, alone.Contrast), (together.Flip, together.Contrast));
    }

    [Fact]
    public void Seed_epoch_and_index_each_give_another_variation_and_the_same_ones_the_same()
    {
        float[] Of(long seed, long epoch, long index)
        {
            var picture = Picture(Colour);
            new Augmenter(Everything(0.2), Colour, seed).Apply(picture, epoch, index);
            return picture;
        }

        Assert.Equal(Of(1, 2, 3), Of(1, 2, 3));
        Assert.NotEqual(Of(1, 2, 3), Of(2, 2, 3));
        Assert.NotEqual(Of(1, 2, 3), Of(1, 3, 3));
        Assert.NotEqual(Of(1, 2, 3), Of(1, 2, 4));
    }

    // A changed hash means that resumed runs would go on with other pictures.
    [Theory]
    [InlineData("flip", "ed9c32143d2350ad")]
    [InlineData("shift", "04e58edf30dc22ed")]
    [InlineData("scale", "2304579f9ef60729")]
    [InlineData("rotate", "4df5ef87148254a8")]
    [InlineData("brightness", "ea4188906d339fd7")]
    [InlineData("contrast", "e8195cc8b9d55739")]
    [InlineData("saturation", "6fd1c724ea358c86")]
    [InlineData("cutout", "bcdf705a45ad4321")]
    [InlineData("all", "b521a95d4f80647f")]
    public void The_first_pictures_are_the_same_on_every_machine(string name, string expected)
    {
        var schema = new SampleSchema(FieldKind.Image, 3, 13, 13);          // no multiple of any vector's width
        var source = new GradientSource(3, 13, 13);
        var augmentation = name == "all" ? Everything(0.3) : Augmentation.Parts.Where(p => p.Name == name).Aggregate(new Augmentation(), (a, p) => p.Set(a, p.Usual));
        var augmenter = new Augmenter(augmentation, schema, 11);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var picture = new float[schema.Values];
        for (var i = 0; i < 30; i++)
        {
            source.Read(i, picture, out _);
            augmenter.Apply(picture, epoch: i / 10, index: i);
            hash.AppendData(MemoryMarshal.AsBytes<float>(picture));
        }

        Assert.Equal(expected, Convert.ToHexStringLower(hash.GetHashAndReset())[..16]);
    }

    private static Augmentation Everything(double share) => Augmentation.Parts.Aggregate(new Augmentation(), (a, part) => part.Set(a, share * part.Most));

    // A pair that is flipped apart teaches a translator to flip.
    [Fact]
    public void What_belongs_together_is_varied_alike_and_words_are_left_alone()
    {
        var schema = new SampleSchema(new Field(Field.Image, FieldKind.Image, 1, 5, 5), new Field(Field.Input, FieldKind.Image, 1, 5, 5), new Field(Field.Mask, FieldKind.Mask, 1, 5, 5),
            Field.OfTokens(Field.Caption, 2, ["", "?", "dog"]));
        for (var index = 0; index < 8; index++)
        {
            var row = new Batch(schema, 1).Row(0);
            for (var i = 0; i < 25; i++) row.Values[i] = row.Floats(Field.Input)[i] = row.Bytes(Field.Mask)[i] = (byte)(i % 5 < 2 ? 1 : 0);
            row.Ints(Field.Caption)[0] = 2;

            new Augmenter(new(Flip: 0.5, Shift: 0.2, Rotate: 20), schema, 1).Apply(row, epoch: 0, index);

            Assert.Equal(row.Values, row.Floats(Field.Input));
            for (var i = 0; i < 25; i++) Assert.Equal(row.Values[i] >= 0.5f, row.Bytes(Field.Mask)[i] == 1);
            Assert.Equal(2, row.Ints(Field.Caption)[0]);
        }
    }

    private static float[] Picture(SampleSchema schema)
    {
        var picture = new float[schema.Values];
        for (var i = 0; i < picture.Length; i++) picture[i] = (float)(i * 7919 % 1000 / 500.0 - 1);
        return picture;
    }

    private static float[] Done(SampleSchema schema, Augmentation augmentation, AugmentationDraw draw, float[]? picture = null)
    {
        var copy = picture is null ? Picture(schema) : (float[])picture.Clone();
        new Augmenter(augmentation, schema, 1).Apply(copy, schema.Drawn, draw);
        return copy;
    }

    private static float[] Golden(string name)
    {
        var bytes = File.ReadAllBytes(Path.Join(AppContext.BaseDirectory, "../../../../tests/golden/augment", $"{name}.npy"));
        return MemoryMarshal.Cast<byte, float>(bytes.AsSpan(128)).ToArray();
    }
}
