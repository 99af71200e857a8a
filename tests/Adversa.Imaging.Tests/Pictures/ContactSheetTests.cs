using Adversa.Imaging.Pictures;

namespace Adversa.Imaging.Tests.Pictures;

public class ContactSheetTests
{
    [Theory]
    [InlineData(6600, 28, 28, 1, 3, 1)]          // three columns of 2200 rows: 66,002 pixels high
    [InlineData(6600, 28, 28, 1, 3, 8)]
    [InlineData(100_000, 28, 28, 1, null, 1)]
    [InlineData(100_000, 128, 128, 3, null, 1)]
    [InlineData(100_000, 1024, 1024, 3, 32, 2)]
    [InlineData(64, 1024, 1024, 3, 1, 1)]        // a class alone, at the largest size: 64 rows
    [InlineData(64, 5000, 3000, 3, 8, 1)]
    [InlineData(7, 1, 16_000, 1, null, 1)]
    public void No_sheet_is_larger_than_pictures_may_be_and_none_is_needed_twice(int count, int height, int width, int channels, int? columns, int scale)
    {
        var schema = new SampleSchema(FieldKind.Image, channels, height, width);
        var (across, most) = ContactSheet.Layout(schema, count, columns, scale);

        Assert.True(across >= 1 && most >= across && most % across == 0);
        Assert.True(columns is null || across <= columns);
        var (sheetWidth, sheetHeight) = ((across * (width + 2) + 2L) * scale, (Math.Min(most, (count + across - 1) / across * across) / across * (height + 2) + 2L) * scale);
        Assert.True(sheetWidth <= 16_384 && sheetHeight <= 16_384 && sheetWidth * sheetHeight <= 89_478_485, $"{sheetWidth} x {sheetHeight}");
    }

    [Fact]
    public void A_picture_that_is_too_large_by_itself_still_has_a_sheet() =>
        Assert.Equal((1, 1), ContactSheet.Layout(new SampleSchema(FieldKind.Image, 1, 20_000, 20_000), 5));

    [Fact]
    public void A_few_small_pictures_are_laid_out_as_ever() =>
        Assert.Equal((8, 8 * 546), ContactSheet.Layout(new SampleSchema(FieldKind.Image, 1, 28, 28), 64));

    [Fact]
    public void Pictures_that_come_bit_by_bit_give_the_same_sheet()
    {
        var schema = new SampleSchema(FieldKind.Image, 3, 4, 5);
        float[] values = [.. Enumerable.Range(0, 7 * 60).Select(i => i % 13 / 6f - 1)];
        var sheet = new ContactSheet(schema, 7, columns: 3, scale: 2);
        sheet.Add(values.AsSpan(0, 60));
        sheet.Add(values.AsSpan(60, 240));
        sheet.Add(values.AsSpan(300));

        Assert.Equal(ImageGrid.Draw(values, schema, 3, 2).Pixels, sheet.Picture.Pixels);
        Assert.Contains("made for 7", Assert.Throws<ArgumentException>(() => sheet.Add(values.AsSpan(0, 60))).Message, StringComparison.Ordinal);
    }
}
