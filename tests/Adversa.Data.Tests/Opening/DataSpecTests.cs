using Adversa.Data.Files;
using Adversa.Formats.Arrays;
using Adversa.Formats.Tests;
using Adversa.Worlds.Digits;
using Adversa.Worlds.Points;

namespace Adversa.Data.Tests.Opening;

public class DataSpecTests
{
    [Fact]
    public void Worlds_files_and_folders_are_told_apart()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("pictures/a.png", 24, 1);
        folder.Write("mnist/train-images-idx3-ubyte", TemporaryFolder.Idx(5, 24, 24));
        using (var stream = File.Create(folder["x.dat"])) new NpyFile([2, 2], [1f, 2, 3, 4]).Write(stream);

        Assert.IsType<RingWorld>(Known.Open("ring"));
        Assert.Equal(32, Assert.IsType<DigitsWorld>(Known.Open("digits", new(Size: 32))).Schema.Height);
        Assert.IsType<PictureSource>(Known.Open(folder["pictures"]));
        Assert.IsType<IdxSource>(Known.Open(folder["mnist"]));
        Assert.IsType<IdxSource>(Known.Open("idx:" + folder["mnist/train-images-idx3-ubyte"]));
        Assert.IsType<NpySource>(Known.Open(folder["x.dat"]));
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest_world_in_both_languages()
    {
        var refusal = Assert.Throws<AdversaException>(() => Known.Open("digts"));

        Assert.Equal((3001, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains("Did you mean digits?", refusal.Text.English);
        Assert.Contains("¿Quiso decir digits?", refusal.Text.Spanish);
    }

    [Theory]
    [InlineData("digits", 23)]
    [InlineData("digits", 65)]
    [InlineData("ring", 0)]
    public void A_size_that_cannot_be_is_a_usage_error(string spec, int size) =>
        Assert.Equal(ExitCode.Usage, Assert.Throws<AdversaException>(() => Known.Open(spec, new(size))).Exit);

    [Fact]
    public void A_message_about_an_odd_name_stays_on_one_line() =>
        Assert.DoesNotContain('\n', Assert.Throws<AdversaException>(() => Known.Open("a\nb\u001b[31m")).Message);
}
