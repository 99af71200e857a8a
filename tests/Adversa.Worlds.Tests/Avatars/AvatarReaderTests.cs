using Adversa.Worlds.Avatars;

namespace Adversa.Worlds.Tests.Avatars;

public sealed class AvatarReaderTests
{
    private const int Size = 32;

    [Theory]
    [InlineData("hair_colour", 4)]
    [InlineData("expression", 2)]
    [InlineData("glasses", 1)]
    [InlineData("age", 65)]
    public void The_world_s_own_pictures_are_read_rightly_and_the_rest_of_the_truth_stays(string attribute, double value)
    {
        var before = new AvatarsWorld(0, Size).Truth(3);
        var after = AvatarReader.With(before, attribute, value);
        var picture = new float[3 * Size * Size];
        AvatarsWorld.Render(after, Size, picture);

        Assert.Equal(value, new AvatarReader(Size).Read(picture, before, attribute), 1e-9);
        Assert.Equal(before, AvatarReader.With(after, attribute, AvatarReader.Of(before, attribute)));
    }

    [Fact]
    public void An_attribute_that_avatars_do_not_have_is_named() => Assert.Contains("no attribute hat;", Assert.Throws<ArgumentException>(() => AvatarReader.Values("hat")).Message, StringComparison.Ordinal);
}
