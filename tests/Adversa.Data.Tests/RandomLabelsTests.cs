using Adversa.Worlds.Digits;

namespace Adversa.Data.Tests;

public class RandomLabelsTests
{
    [Fact]
    public void The_pictures_stay_and_the_classes_are_drawn_by_lot_for_good()
    {
        const int count = 2000;
        var (real, random) = (new DigitsWorld(size: 24), Known.Open("random-labels:digits", new(Size: 24)));
        var (one, other) = (new float[real.Schema.Values], new float[real.Schema.Values]);
        var (same, of) = (0, new int[10]);
        for (var i = 0; i < count; i++)
        {
            real.Read(i, one, out var truth);
            random.Read(i, other, out var label);
            random.Read(i, other, out var again);
            if (i < 5) Assert.Equal(one, other);
            Assert.Equal(label, again);
            of[label]++;
            if (label == truth) same++;
        }

        Assert.InRange(same, 146, 254);                      // a tenth of 2000, within four standard deviations
        Assert.All(of, n => Assert.InRange(n, 146, 254));
        Assert.Equal(real.Schema, random.Schema);
        Assert.NotEqual(real.Fingerprint, random.Fingerprint);
    }

    [Fact]
    public void Data_without_classes_is_refused()
    {
        var error = Assert.Throws<AdversaException>(() => Known.Open("random-labels:ring"));

        Assert.Equal((3010, ExitCode.Data), (error.Code, error.Exit));
        Assert.Equal("random-labels needs data with classes; ring has none.", error.Message);
    }
}
