using System.Reflection;
using Adversa.Models.Variants;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests;

public sealed class CatalogTests
{
    [Fact]
    public void Every_descriptor_stands_in_the_catalog()
    {
        var descriptors = typeof(VariantCatalog).Assembly.GetTypes()
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => property?.PropertyType == typeof(Variant))
            .Select(property => (Variant)property!.GetValue(null)!);

        Assert.Equal(descriptors.Select(v => v.Id).Order(), VariantCatalog.BuiltIn.Select(v => v.Id).Order());
    }

    [Fact]
    public void Ids_and_presets_are_lower_case_with_dashes_and_unique()
    {
        Assert.All(VariantCatalog.BuiltIn, variant => Assert.Matches("^[a-z0-9-]+$", variant.Id));
        Assert.Distinct(VariantCatalog.BuiltIn.Select(variant => variant.Id));
        foreach (var variant in VariantCatalog.BuiltIn)
        {
            Assert.All(variant.Presets, preset => Assert.Matches("^[a-z0-9-]+$", preset.Name));
            Assert.Distinct(variant.Presets.Select(preset => preset.Name));
        }
    }

    [Theory]
    [InlineData("gan", "seed", 1, 28)]
    [InlineData("gan", "wide", 1, 28)]
    [InlineData("gan", "points", 2, 0)]
    [InlineData("gan", "pacgan", 2, 0)]
    [InlineData("dcgan", "dcgan28", 1, 28)]
    [InlineData("dcgan", "dcgan28", 3, 24)]
    [InlineData("dcgan", "dcgan28", 3, 64)]
    [InlineData("dcgan", "radford64", 3, 64)]
    [InlineData("dcgan", "art64", 3, 64)]
    [InlineData("dcgan", "dogs128", 3, 128)]
    [InlineData("dcgan", "silva28", 1, 28)]
    [InlineData("dcgan", "atienza28", 1, 28)]
    [InlineData("autoencoder", "conv28", 1, 28)]
    [InlineData("autoencoder", "small28", 3, 64)]
    [InlineData("autoencoder", "mlp", 1, 28)]
    [InlineData("autoencoder", "denoising", 1, 28)]
    [InlineData("autoencoder", "plane", 1, 28)]
    [InlineData("autoencoder", "points", 2, 0)]
    [InlineData("autoencoder", "linear", 2, 0)]
    [InlineData("vae", "conv28", 1, 28)]
    [InlineData("vae", "study28", 3, 32)]
    [InlineData("vae", "small28", 1, 28)]
    [InlineData("vae", "mlp28", 1, 28)]
    [InlineData("vae", "points", 2, 0)]
    [InlineData("vae", "linear", 2, 0)]
    [InlineData("cnn-classifier", "lenet", 1, 28)]
    [InlineData("cnn-classifier", "pacgan-judge", 1, 28)]
    [InlineData("ddpm", "unet28", 1, 28)]
    [InlineData("ddpm", "unet28", 3, 64)]
    [InlineData("ddpm", "points", 2, 0)]
    [InlineData("ddpm", "cifar", 3, 32)]
    public void A_preset_is_valid_for_the_samples_that_it_is_made_for(string id, string preset, int channels, int side)
    {
        var variant = VariantCatalog.Find(id)!;
        var schema = side == 0 ? new SampleSchema(FieldKind.Points, channels) : new(FieldKind.Image, channels, side, side, Classes: 10);

        Assert.Null(variant.Refuses(schema));
        Assert.Empty(variant.Presets.Single(p => p.Name == preset).Options.Validate(schema));
    }

    [Theory]
    [InlineData("gan", 0, "points")]
    [InlineData("gan", 28, "seed")]
    [InlineData("dcgan", 28, "dcgan28")]
    [InlineData("dcgan", 64, "dcgan28")]
    [InlineData("dcgan", 96, "radford64")]
    [InlineData("dcgan", 128, "dogs128")]
    [InlineData("dcgan", 192, "dogs128")]
    [InlineData("wgan-gp", 64, "wgan-gp28")]
    [InlineData("wgan-gp", 128, "dogs128")]
    [InlineData("began", 96, "berthelot64")]
    [InlineData("began", 128, "berthelot128")]
    [InlineData("acgan", 128, "acgan64")]
    [InlineData("autoencoder", 28, "conv28")]
    [InlineData("autoencoder", 30, "mlp")]
    [InlineData("autoencoder", 0, "points")]
    [InlineData("vae", 28, "conv28")]
    [InlineData("vae", 30, "mlp28")]
    [InlineData("vae", 0, "points")]
    [InlineData("cnn-classifier", 28, "lenet")]
    [InlineData("ddpm", 0, "points")]
    [InlineData("ddpm", 28, "unet28")]
    public void Without_a_name_the_first_preset_that_fits_is_taken(string id, int side, string preset) =>
        Assert.Equal(preset, VariantCatalog.Find(id)!.DefaultPreset(side == 0 ? new(FieldKind.Points, 2) : new(FieldKind.Image, 1, side, side, 10)).Name);

    [Fact]
    public void No_system_takes_pictures_of_256_pixels_unless_its_preset_is_named()
    {
        var schema = new SampleSchema(FieldKind.Image, 3, 256, 256, Classes: 10);

        Assert.All(VariantCatalog.BuiltIn.Where(variant => variant.Refuses(schema) is null && variant.Id != "few"), variant =>
            Assert.True(variant.TooLarge(schema) is not null || variant.DefaultPreset(schema).Options.Validate(schema).Any(), variant.Id));
        Assert.Contains("dogs128 goes up to 192. Train on smaller ones (--size 128)", VariantCatalog.Find("dcgan")!.TooLarge(schema)!.Value.English, StringComparison.Ordinal);
        Assert.Contains("--set preset=dogs128", VariantCatalog.Find("dcgan")!.TooLarge(schema)!.Value.Spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_system_cannot_work_on_is_said_in_both_languages()
    {
        var dcgan = VariantCatalog.Find("dcgan")!.Refuses(new(FieldKind.Points, 2))!.Value;
        var classifier = VariantCatalog.Find("cnn-classifier")!.Refuses(new(FieldKind.Image, 1, 28, 28))!.Value;

        Assert.Contains("a system for these: gan, lsgan, ", dcgan.English, StringComparison.Ordinal);
        Assert.Contains("un sistema para estos: gan, lsgan, ", dcgan.Spanish, StringComparison.Ordinal);
        Assert.Contains("2 classes or more; the data has 0", classifier.English, StringComparison.Ordinal);
        Assert.Contains("los datos tienen 0", classifier.Spanish, StringComparison.Ordinal);
    }

    // What a refusal names instead must itself be taken, and nothing that could be taken is left out.
    [Fact]
    public void A_refusal_names_exactly_the_systems_that_can_be_built_on_these_samples()
    {
        SampleSchema[] schemas = [new(FieldKind.Points, 2), new(FieldKind.Image, 1, 28, 28), new(FieldKind.Image, 1, 28, 28, Classes: 1), new(FieldKind.Image, 3, 30, 30)];
        foreach (var schema in schemas)
        {
            var taken = VariantCatalog.ThatTake(schema).Select(variant => variant.Id).ToList();
            foreach (var variant in VariantCatalog.BuiltIn)
                if (variant.Refuses(schema) is { } reason) Assert.Contains(string.Join(", ", taken), reason.English, StringComparison.Ordinal);
            Assert.Equal(taken, VariantCatalog.BuiltIn.Where(variant => !variant.NeedsSource && variant.Presets.Any(preset =>
                variant.Needs.Refusal("it", schema) is null && !preset.Options.Validate(schema).Any())).Select(variant => variant.Id));
        }

        Assert.DoesNotContain(VariantCatalog.ThatTake(schemas[1]), variant => variant.Needs.LeastClasses > 0);
        Assert.Contains(VariantCatalog.ThatTake(schemas[3]), variant => variant.Id == "vae");                     // 30 does not halve twice
        Assert.DoesNotContain(VariantCatalog.ThatTake(schemas[3]), variant => variant.Id is "dcgan" or "progan");
    }

    [Fact]
    public void Every_system_has_a_page_that_names_all_of_its_presets_and_options()
    {
        foreach (var variant in VariantCatalog.BuiltIn)
        {
            var page = File.ReadAllText(Path.Join(Golden.Root, "docs", "variants", variant.Id + ".md"));
            Assert.All(variant.Presets, preset => Assert.Contains($"`{preset.Name}`", page, StringComparison.Ordinal));
            foreach (var (option, value) in variant.ToJson(variant.FromJson([])))
                Assert.Contains($"| `{option}` | `{value!.ToString()}` |", page, StringComparison.Ordinal);
            Assert.Contains(variant.Paper.Id.Split(':')[1], page, StringComparison.Ordinal);
        }
    }

    /// <summary>What no line of tests/same/cases trains, no comparison of two versions would see.</summary>
    [Fact]
    public void Every_system_and_every_technique_is_compared_between_versions()
    {
        var cases = File.ReadAllText(Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../..", "tests", "same", "cases")));

        Assert.DoesNotContain(VariantCatalog.BuiltIn, variant => !cases.Contains($"| {variant.Id} --data", StringComparison.Ordinal));
        Assert.DoesNotContain(Techniques.Names, name => !cases.Contains($"--set {name}=", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_doctor_may_turn_goes_by_one_name_in_all_systems()
    {
        var keys = VariantCatalog.BuiltIn.SelectMany(variant => variant.Options.All.Where(option => option.Dial is not null).Select(option => (Dial: option.Dial!, option.Key)));
        var games = VariantCatalog.BuiltIn.Where(variant => variant.Options.All.Any(option => option.Dial == OptionDial.GeneratorRate)).Select(variant => variant.Id);

        Assert.Equal(["criticSteps criticSteps", "discriminatorRate criticLearningRate", "discriminatorRate discriminatorLearningRate", "generatorRate learningRate", "penaltyWeight penaltyWeight", "r1 gamma", "r1 gammaFinal", "sharedRate learningRate", "sharedRate learningRateFinal"],
            keys.Select(one => $"{one.Dial} {one.Key}").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["acgan", "attgan", "began", "cgan", "context-encoder", "dcgan", "dr-gan", "few", "gan", "gan-int-cls", "gp-gan", "lsgan", "progan", "srgan", "stargan", "tp-gan", "wgan", "wgan-gp"], games.Order(StringComparer.Ordinal));      // the players of r3gan share a rate
        Assert.Contains("r3gan", VariantCatalog.BuiltIn.Where(variant => variant.Options.All.Any(option => option.Dial == OptionDial.SharedRate)).Select(variant => variant.Id));
        using var model = TinyModels.Build("wgan-gp", "wgan-gp28");
        Assert.Equal([("criticSteps", 5), ("penaltyWeight", 10), ("generatorRate", 1e-4), ("discriminatorRate", 0), ("r1", 0), ("instanceNoise", 0), ("instanceNoiseSteps", 10_000)], model.OptionDials.Select(dial => (dial.Name, dial.Value)));
    }
}
