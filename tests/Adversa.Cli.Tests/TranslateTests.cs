using Adversa.Imaging.Codecs;

namespace Adversa.Cli.Tests;

/// <summary><c>sample --input</c>: pictures as people have them, in and out.</summary>
public class TranslateTests
{
    private static readonly string[] Quick = ["--size", "32", "--steps", "2", "--doctor", "off", "--no-judge"];

    [Fact]
    public void Pictures_of_any_size_keep_their_names_and_nothing_is_overwritten_by_chance()
    {
        using var here = new Workplace();
        Assert.Equal(0, here.Run(["train", "pix2pix", "--data", "day-night", .. Quick]).Exit);
        Assert.Equal(0, here.Run("data", "make", "scenes", "--count", "3", "--size", "40", "-o", "given").Exit);
        File.WriteAllBytes(here["given/broken.png"], [1, 2, 3]);

        var all = here.Run("sample", "latest", "--input", "given", "-o", "made");

        Assert.Equal(0, all.Exit);
        Assert.Contains("broken.png", all.Error, StringComparison.Ordinal);
        Assert.Equal(new(40, 40), SizeOf(here["made/000001.png"]));
        Assert.False(File.Exists(here["made/broken.png"]));
        Refused(here, 2028, "is there already", "--input", "given", "-o", "made");
        Assert.Equal(0, here.Run("sample", "latest", "--input", "given", "-o", "made", "--force").Exit);
        Refused(here, 2028, "lies inside the input", "--input", "given", "-o", "given/made");
        Refused(here, 2015, "name a folder", "--input", "given", "-o", "one.png");
        Assert.Equal(0, here.Run("sample", "latest", "--input", "given/000000.png", "--side-by-side", "-o", "both.png").Exit);
        Assert.Equal(new(80, 40), SizeOf(here["both.png"]));
        var two = here.Run("sample", "latest", "--input", "given/000000.png", "--count", "2", "-o", "two.png");
        Assert.Equal(0, two.Exit);
        Assert.Contains("two-1.png, two-2.png", two.Out, StringComparison.Ordinal);
        Assert.NotEqual(File.ReadAllBytes(here["two-1.png"]), File.ReadAllBytes(here["two-2.png"]));            // dropout is noise when sampling too
        Refused(here, 2027, "one way only", "--input", "given", "--direction", "ba");
        Refused(here, 2027, "takes no --mask", "--input", "given/000000.png", "--mask", "given/000001.png");
        Refused(here, 2013, "goes with --input", "--side-by-side");
        Assert.Equal(3, here.Run("sample", "latest", "--input", "nowhere.png").Exit);
    }

    [Fact]
    public void Attributes_are_set_by_name_and_an_amount_may_be_walked_through()
    {
        using var here = new Workplace();
        Assert.Equal(0, here.Run(["train", "stargan", "--data", "avatars", "--set", "width=4", "--set", "blocks=1", "--set", "batch=4", .. Quick]).Exit);
        Assert.Equal(0, here.Run("data", "make", "avatars", "--count", "1", "--size", "32", "-o", "faces").Exit);
        string[] face = ["--input", "faces/000000.png"];

        Assert.Equal(0, here.Run(["sample", "latest", .. face, "--set", "hair_colour=blond", "--set", "expression=smile", "-o", "blond.png"]).Exit);
        Assert.Equal(0, here.Run(["sample", "latest", .. face, "--set", "age=20..70", "--frames", "3", "-o", "ageing.gif"]).Exit);
        Assert.Equal("GIF89a"u8.ToArray(), File.ReadAllBytes(here["ageing.gif"])[..6]);
        Refused(here, 2053, "black, brown, blond", [.. face, "--set", "hair_colour=pink"]);
        Refused(here, 2053, "age", [.. face, "--set", "age=200"]);
        Refused(here, 2027, "say which with --set", face);
        Refused(here, 2027, "walks through a range", [.. face, "--set", "age=20", "--frames", "3", "-o", "a.gif"]);
        Refused(here, 2015, ".gif file", [.. face, "--set", "age=20..30", "--frames", "3", "-o", "a.png"]);
    }

    [Fact]
    public void A_folder_is_the_views_of_one_person_where_a_system_takes_several()
    {
        using var here = new Workplace();
        Assert.Equal(0, here.Run(["train", "dr-gan", "--data", "avatar-people", "--set", "width=2", "--set", "levels=2", "--set", "views=3", "--set", "batch=2", .. Quick]).Exit);
        Assert.Equal(0, here.Run("data", "make", "avatars", "--count", "4", "--size", "32", "-o", "faces").Exit);
        Directory.CreateDirectory(here["person"]);
        foreach (var i in (int[])[0, 1, 2]) File.Move(here[$"faces/00000{i}.png"], here[$"person/{i}.png"]);

        Assert.Equal(0, here.Run("sample", "latest", "--input", "person/0.png", "-o", "front.png").Exit);                     // no turn is asked for: the front
        Assert.Equal(0, here.Run("sample", "latest", "--input", "person/0.png", "--set", "yaw=0", "-o", "same.png").Exit);
        Assert.Equal(File.ReadAllBytes(here["front.png"]), File.ReadAllBytes(here["same.png"]));
        Assert.Equal(0, here.Run("sample", "latest", "--input", "person", "--side-by-side").Exit);
        Assert.Equal(new(128, 32), SizeOf(here["person-translated.png"]));
        Assert.Equal(0, here.Run("sample", "latest", "--input", "person", "--set", "yaw=-90..90", "--frames", "3", "-o", "turning.gif").Exit);
        Refused(here, 2053, "-90 to 90", "--input", "person", "--set", "yaw=100");
        File.Copy(here["faces/000003.png"], here["person/3.png"]);
        Refused(here, 2027, "3 at most", "--input", "person", "-o", "x.png");
    }

    [Fact]
    public void A_hole_is_filled_where_the_mask_is_white_also_where_the_picture_must_be_resized()
    {
        using var here = new Workplace();
        Assert.Equal(0, here.Run(["train", "context-encoder", "--data", "avatars", "--set", "hole=block", "--set", "width=4", "--set", "code=8", "--set", "batch=4", .. Quick]).Exit);
        Assert.Equal(0, here.Run("data", "make", "scenes", "--count", "1", "--size", "40", "-o", "given").Exit);

        Assert.Equal(0, here.Run("sample", "latest", "--input", "given/000000.png", "--mask", "given/masks/000000.png", "-o", "filled.png").Exit);
        Assert.Equal(new(32, 32), SizeOf(here["filled.png"]));
        Refused(here, 2027, "needs --mask", "--input", "given/000000.png");
        Assert.Equal(0, here.Run("data", "make", "scenes", "--count", "1", "--size", "48", "-o", "larger").Exit);
        var other = here.Run("sample", "latest", "--input", "given/000000.png", "--mask", "larger/masks/000000.png");
        Assert.Equal(3, other.Exit);
        Assert.Contains("must be of one size", other.Problem, StringComparison.Ordinal);
    }

    private static void Refused(Workplace here, int code, string said, params string[] line)
    {
        var ended = here.Run(["sample", "latest", .. line]);
        Assert.Equal(2, ended.Exit);
        Assert.StartsWith($"error ADV{code}: ", ended.Problem, StringComparison.Ordinal);
        Assert.Contains(said, ended.Problem, StringComparison.Ordinal);
    }

    private static PictureSize SizeOf(string path) => PictureFile.Header(File.ReadAllBytes(path), path).Size;
}
