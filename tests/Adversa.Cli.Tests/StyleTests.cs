using Adversa.Formats.Png;

namespace Adversa.Cli.Tests;

/// <summary>Styles from the command line: truncated, mixed, looked for, and refused where there are none.</summary>
public class StyleTests
{
    [Fact]
    public void Styles_are_truncated_mixed_and_looked_for()
    {
        using var here = new Workplace();
        var trained = here.Run("train", "stylegan2-small", "--data", "digits", "--size", "24", "--steps", "3", "--set", "batch=4", "--set", "width=4", "--set", "mostChannels=4", "--set", "latent=8", "--out", "r", "--no-judge", "--doctor", "off");
        Assert.True(trained.Exit == 0, trained.Error);
        here.Pictures("mine", 1, size: 30);

        Assert.Equal(0, here.Run("sample", "r", "--seeds", "1-9", "--truncation", "0", "-o", "mean.npy").Exit);
        Assert.Equal(0, here.Run("sample", "r", "--seeds", "1-9", "-o", "full.npy").Exit);
        var mixed = here.Run("--json", "sample", "r", "--mix", "3,7,9", "--at", "1", "-o", "mix.png", "--scale", "1");
        var found = here.Run("--json", "sample", "r", "--project", "mine/000.png", "-o", "found.png", "--scale", "1");

        Assert.NotEqual(File.ReadAllBytes(here["mean.npy"]), File.ReadAllBytes(here["full.npy"]));
        Assert.True(mixed.Exit == 0, mixed.Error);
        Assert.Equal((80, 80), (PngReader.Read(here["mix.png"]).Width, PngReader.Read(here["mix.png"]).Height));      // 3·24 and 4·2 between
        Assert.True(found.Exit == 0, found.Error);
        Assert.Equal((54, 28), (PngReader.Read(here["found.png"]).Width, PngReader.Read(here["found.png"]).Height));
        var said = found.Events.Single(line => line["event"]!.ToString() == "projected");
        Assert.Equal("30x30", said["resized_from"]!.ToString());
        Assert.InRange(said["rms"]!.GetValue<double>(), 0, said["rms_of_mean"]!.GetValue<double>());

        Refused("--at is 3; this run draws in resolutions 0 to 2", "--mix", "1,2", "--at", "3");
        Refused("--project writes one picture: name a .png", "--project", "mine/000.png", "-o", "found.npy");
        Assert.Equal(3, here.Run("sample", "r", "--project", "none.png").Exit);

        void Refused(string reason, params string[] line)
        {
            var ended = here.Run(["sample", "r", .. line]);
            Assert.Equal(2, ended.Exit);
            Assert.Contains(reason, ended.Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_system_without_styles_says_which_has_them()
    {
        using var here = new Workplace();
        var run = here.Trained("r");

        foreach (var line in new string[][] { ["--truncation", "0.7"], ["--mix", "1,2"], ["--project", "any.png"] })
        {
            var ended = here.Run(["sample", run, .. line]);
            Assert.Equal(2, ended.Exit);
            Assert.Contains("ADV2026: gan has no styles; --truncation, --mix and --project need a run of a system that has: stylegan2-small.", ended.Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--at says where mixed styles change: give --mix too.", "--at", "2")]
    [InlineData("--mix takes 2 to 16 seeds, such as 3,17,42 or 0-5; got \"3\".", "--mix", "3")]
    [InlineData("--mix and --project say themselves what is drawn: leave out --seeds.", "--mix", "3,4", "--seeds", "1")]
    [InlineData("--mix and --project say themselves what is drawn: leave out --project.", "--mix", "3,4", "--project", "a.png")]
    public void Options_that_do_not_go_together_are_refused_before_a_run_is_looked_for(string reason, params string[] line)
    {
        var ended = Cli.Here(["sample", "nowhere", .. line]);

        Assert.Equal(2, ended.Exit);
        Assert.Contains(reason, ended.Problem, StringComparison.Ordinal);
    }
}
