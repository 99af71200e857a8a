using Adversa.Models.Variants;

namespace Adversa.Cli.Tests;

/// <summary>What a system cannot be trained on or with is refused before anything is made, with the reason and the way out.</summary>
[Collection("here")]
public class BadInputTests
{
    [Theory]
    [InlineData("dcgan --set r1=1", "techniques.r1 penalises the gradient of each sample, and batch norm mixes the samples of a batch, which voids it. Set options.norm to none")]
    [InlineData("lsgan --set dragan=10", "techniques.dragan penalises the gradient of each sample, and batch norm")]
    [InlineData("wgan-gp --set norm=batch", "options.penaltyWeight penalises the gradient of each sample, and batch norm")]
    [InlineData("acgan --set r1=1", "techniques.r1 penalises")]
    [InlineData("progan --size 30", "progan doubles squares of 4, 5, 6 or 7 pixels a side until they are as large as the data, which is 30x30x1. Choose a size such as 28, 32")]
    [InlineData("progan --set firstSide=8", "the sides that reach 28 by doubling are 7, 14, 28. Choose one of them, or 0 for 7")]
    [InlineData("progan --set batch=6", "so it must be a multiple of 4, such as 4")]
    [InlineData("dcgan --size 30", "2 levels fit sides that are multiples of 4")]
    [InlineData("wgan --set criticSteps=0", "options.criticSteps is 0; it must be a number from 1 to 1000")]
    [InlineData("wgan-gp --set ada=0.6", "cannot be differentiated twice as this system's gradient penalty asks; use techniques.diffAugment")]
    [InlineData("cgan --set pack=2", "a conditional system needs one class a sample")]
    [InlineData("vae --set pack=2", "vae takes no techniques")]
    [InlineData("ddpm --set timesteps=100 --set betaScale=1", "of the data is left in the last one")]
    [InlineData("began --set gamma=1.5", "options.gamma is 1.5; it must be a number from 0 to 1")]
    [InlineData("d-classifier", "is built on the networks of another run: name it with --from RUN")]
    public void An_impossible_choice_is_2_and_says_why(string line, string reason)
    {
        using var here = new Workplace();

        var ended = Cli.Here(["train", .. line.Split(' '), "--data", "digits", "--out", here["run"]]);

        Assert.Equal((2, ""), (ended.Exit, ended.Out));
        Assert.Contains(reason, ended.Problem, StringComparison.Ordinal);
        Assert.True(here.IsEmpty);
    }

    public static TheoryData<string> LabelHungry => [.. VariantCatalog.BuiltIn.Where(variant => variant.Needs.LeastClasses > 0).Select(variant => variant.Id)];

    [Theory]
    [MemberData(nameof(LabelHungry))]
    public void A_system_that_needs_labels_names_those_that_do_not(string system)
    {
        using var here = new Workplace();
        here.Pictures("none", 4, size: 28);
        here.Pictures("one/cat", 4, size: 28);
        var others = string.Join(", ", VariantCatalog.ThatTake(new(FieldKind.Image, 1, 28, 28)).Select(variant => variant.Id));

        Assert.StartsWith("gan, dcgan, ", others, StringComparison.Ordinal);
        foreach (var data in new[] { "none", "one" })
            foreach (var (language, words) in new[] { ("en", $"or a system that does without: {others}."), ("es", $"o un sistema que no las necesite: {others}.") })
            {
                var ended = Cli.Here("train", system, "--data", here[data], "--out", here["run"], "--lang", language);

                Assert.Equal((3, ""), (ended.Exit, ended.Out));
                Assert.StartsWith($"error ADV3010: {system} ", ended.Problem, StringComparison.Ordinal);
                Assert.EndsWith(words, ended.Problem, StringComparison.Ordinal);
                Assert.False(Directory.Exists(here["run"]));
            }
    }

    [Fact]
    public void A_collection_is_not_translated_into_itself_nor_is_an_empty_one()
    {
        using var here = new Workplace();
        here.Pictures("a", 4, size: 32);
        Directory.CreateDirectory(here["empty"]);

        Refused(3, "nothing to translate between them", "--data", $"domains:{here["a"]},{here["a"]}");
        Refused(3, "holds no picture", "--data", $"domains:{here["a"]},{here["empty"]}");
        var odd = Cli.Here("sample", here["run"], "--input", here["a"], "--direction", "xx");
        Assert.Equal(2, odd.Exit);
        Assert.Contains("Must be one of: 'ab' 'ba'", odd.Problem, StringComparison.Ordinal);

        void Refused(int exit, string words, params string[] data)
        {
            var ended = Cli.Here(["train", "cyclegan", .. data, "--out", here["run"]]);
            Assert.Equal(exit, ended.Exit);
            Assert.Contains(words, ended.Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Who_names_a_world_that_a_system_cannot_learn_is_told_those_that_it_can()
    {
        var ended = Cli.Here("train", "dr-gan", "--data", "avatars", "--dry-run");

        Assert.Equal(3, ended.Exit);
        Assert.Contains("Worlds for dr-gan: avatar-people, ", ended.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Worlds for", Cli.Here("train", "acgan", "--data", "nothing-there").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_not_learned_as_points_nor_points_as_pictures()
    {
        var ended = Cli.Here("train", "progan", "--data", "ring");

        Assert.Equal(3, ended.Exit);
        Assert.StartsWith($"error ADV3010: progan needs pictures; the data is points (2 coordinates). Use other data, or a system for these: {string.Join(", ", VariantCatalog.ThatTake(new(FieldKind.Points, 2)).Select(v => v.Id))}.", ended.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_cannot_be_built_on_is_2_and_nothing_is_left_behind()
    {
        using var here = new Workplace();
        var ring = here.Trained("ring");
        Assert.Equal(0, here.Run("train", "cgan", "--data", "digits", "--set", "width=4", "--set", "batch=8", "--steps", "2", "--out", "cgan", "--no-judge").Exit);
        Assert.Equal(0, here.Run("train", "lsgan", "--data", "digits", "--set", "width=4", "--set", "batch=8", "--steps", "2", "--out", "lsgan", "--no-judge").Exit);

        Refused("gan goes on from a run of gan; ", "train", "gan", "--data", "digits", "--from", here["cgan"]);
        Refused("2 coordinates", "train", "d-classifier", "--data", "digits", "--from", ring);
        Refused("28x28x1", "train", "d-classifier", "--data", "digits", "--size", "24", "--from", here["lsgan"]);
        Refused("it has no discriminator that takes one sample at a time", "train", "d-classifier", "--data", "digits", "--from", here["cgan"]);
        Refused("There is no run \"nowhere\"", "train", "d-classifier", "--data", "digits", "--from", "nowhere");

        void Refused(string reason, params string[] line)
        {
            var ended = here.Run([.. line, "--out", "new"]);
            Assert.Equal((2, ""), (ended.Exit, ended.Out));
            Assert.Contains(reason, ended.Problem, StringComparison.Ordinal);
            Assert.False(Directory.Exists(here["new"]));
        }
    }
}
