using Adversa.Data.Augmenting;

namespace Adversa.Data.Tests.Augmenting;

public class AugmentationTests
{
    [Fact]
    public void By_default_nothing_is_varied()
    {
        Assert.True(new Augmentation().IsOff);
        Assert.Equal("", new Augmentation().ToString());
        Assert.Empty(new Augmentation().Problems(new(FieldKind.Points, 2)));
    }

    [Fact]
    public void Every_member_is_a_part_with_a_usual_value_in_its_range()
    {
        Assert.Equal(typeof(Augmentation).GetConstructors().Single(c => c.GetParameters().Length > 1).GetParameters().Select(p => p.Name!.ToLowerInvariant()), Augmentation.Parts.Select(p => p.Name));
        foreach (var part in Augmentation.Parts)
        {
            var one = part.Set(new(), part.Usual);
            Assert.Equal(part.Usual, part.Of(one));
            Assert.Equal(part.Usual, typeof(Augmentation).GetProperty(part.Name, System.Reflection.BindingFlags.IgnoreCase | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public)!.GetValue(one));
            Assert.Single(Augmentation.Parts, p => p.Of(one) != 0);
            Assert.Empty(one.Problems(new(FieldKind.Image, 3, 8, 8)));
            Assert.Equal($"augment.{part.Name}", Assert.Single(part.Set(new(), part.Most * 1.01).Problems()).Path);
            Assert.Empty(part.Set(new(), part.Most).Problems());
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_of_the_range_is_named_with_the_range(double value)
    {
        var problem = Assert.Single(new Augmentation(Shift: value).Problems());

        Assert.Equal("augment.shift", problem.Path);
        Assert.Contains("augment.shift is ", problem.Text.English);
        Assert.Contains("from 0 to 0.5", problem.Text.English);
    }

    [Fact]
    public void Points_and_the_saturation_of_grey_pictures_are_refused_by_name()
    {
        Assert.Contains("points", Assert.Single(new Augmentation(Flip: 0.5).Problems(new(FieldKind.Points, 2))).Text.English);
        Assert.Equal("augment.saturation", Assert.Single(new Augmentation(Flip: 0.5, Saturation: 0.2).Problems(new(FieldKind.Image, 1, 8, 8))).Path);
        Assert.Throws<ArgumentException>(() => new Augmenter(new(Flip: 0.5), new(FieldKind.Points, 2), 1));
        Assert.Throws<ArgumentException>(() => new BatchStream(new CountingSource(10), 2, seed: 1, augmentation: new(Flip: 0.5)));
    }

    [Fact]
    public void It_says_what_it_does_in_the_order_in_which_it_is_done()
    {
        Assert.Equal("flip 0.5 · rotate 10 · cutout 0.25", new Augmentation(Cutout: 0.25, Rotate: 10, Flip: 0.5).ToString());
        Assert.False(new Augmentation(Flip: 0.5).IsMoreThanFlip);
        Assert.True(new Augmentation(Flip: 0.5, Contrast: 0.1).IsMoreThanFlip);
    }
}
