using System.Text.Json.Nodes;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Tests;

namespace Adversa.Models.Tests;

/// <summary>Every preset of the catalog, small enough for a test: narrow layers and few steps on the smallest samples that it accepts.</summary>
internal static class TinyModels
{
    private static readonly SampleSchema[] Schemas =
    [
        new(FieldKind.Points, 2),
        new(FieldKind.Image, 1, 12, 12, Classes: 3),
        new(FieldKind.Image, 3, 48, 48, Classes: 3),
        new(FieldKind.Image, 3, 96, 96, Classes: 3),
        new(FieldKind.Image, 3, 192, 192, Classes: 3),
        .. new[] { 48, 96, 192 }.Select(side => new SampleSchema(FieldKind.Image, 3, side, side) { Attributes = Known }),
        .. Given(16), .. Given(32), .. Given(64), .. Given(256),
        new(new Field(Field.Image, FieldKind.Image, 3, 48, 48), new Field(Field.Input, FieldKind.Image, 3, 48, 96), Field.OfLabel(3), Field.OfAttributes([new("yaw") { Least = -90, Most = 90 }])),
        new(new Field(Field.Image, FieldKind.Image, 3, 48, 48), Field.OfTokens(Field.Caption, 5, ["", "?", "a", "red", "blue", "house"])),
    ];

    /// <summary>What is known of samples with attributes: choices, a yes or no, an amount.</summary>
    private static SampleAttribute[] Known => [new("hair_colour", 3), new("beard", 4), new("expression", 3), new("glasses", 2), new("age") { Least = 10, Most = 80 }];

    private static readonly Dictionary<string, int> Widths = new() { ["latent"] = 4, ["width"] = 8, ["hidden"] = 8, ["firstSide"] = 0, ["stableImages"] = 0, ["code"] = 4, ["timesteps"] = 25, ["cardinality"] = 4, ["lastWidth"] = 8, ["criticWidth"] = 8, ["pixelSteps"] = 0, ["discriminatorWidth"] = 8, ["wordSize"] = 4, ["codeSize"] = 6, ["described"] = 4 };

    /// <summary>(variant, preset) for theories.</summary>
    public static TheoryData<string, string> All => [.. VariantCatalog.BuiltIn.SelectMany(v => v.Presets.Select(p => (v.Id, p.Name)))];

    /// <summary>Those that draw samples.</summary>
    public static TheoryData<string, string> Samplers => [.. All.Where(row => Draws(row.Data.Item1)).Select(row => row.Data)];

    public static Model Build(string id, string preset, long seed = 1)
    {
        var variant = VariantCatalog.Find(id)!;
        var chosen = variant.Presets.Single(p => p.Name == preset);
        var options = Shrunk(variant, chosen);
        var build = new BuildContext(Fitting(variant, options), new Generator(seed), new Generator(seed + 1)) { Techniques = chosen.Techniques };
        var model = variant.Build(options, variant.NeedsSource ? build with { Source = Source(build) } : build);
        if (model is ITranslator translator) translator.Examples = seeds => translator.Give(TinyLoop.Noise(model.Schema, seeds));
        return model;
    }

    /// <summary>Pictures beside what they are made of: in pairs, and apart.</summary>
    private static SampleSchema[] Given(int side) =>
    [
        new(new(Field.Image, FieldKind.Image, 3, side, side), new Field(Field.Input, FieldKind.Image, 3, side, side)),
        new(new(Field.Image, FieldKind.Image, 3, side, side), new Field(Field.Input, FieldKind.Image, 3, side, side) { IsApart = true }),
    ];

    /// <summary>A run's model for systems that are built on one: a small DCGAN.</summary>
    public static Model Source(BuildContext build)
    {
        var dcgan = VariantCatalog.Find("dcgan")!;
        return dcgan.Build(Shrunk(dcgan, dcgan.Presets[0]), build);
    }

    /// <summary>The preset's options with narrow layers and few steps, through JSON as a recipe would have them.</summary>
    public static IVariantOptions Shrunk(Variant variant, Preset preset)
    {
        var json = variant.ToJson(preset.Options);
        foreach (var (name, width) in Widths)
            if (json.ContainsKey(name)) json[name] = variant.Id == "few" && name == "width" ? 1 : width;      // of the largest maps: the smallest have 16 times as many channels
        return variant.FromJson(json);
    }

    /// <summary>The smallest schema that the options accept.</summary>
    public static SampleSchema Fitting(Variant variant, IVariantOptions options) =>
        Schemas.First(schema => variant.Refuses(schema) is null && !options.Validate(schema).Any());

    /// <summary>Numbers of parameters and buffers by name.</summary>
    public static Dictionary<string, double[]> Values(this Module network) => network.StateDict().ToDictionary(pair => pair.Key, pair => pair.Value.Doubles());

    /// <summary>The share that each dropout takes, in twentieths. Of 40,000 elements the standard error is .0025: a twentieth is twenty of them.</summary>
    public static double[] DropoutShares(this Module network) => [.. network.Modules().OfType<Dropout>()
        .Select(layer => Math.Round(20 * layer.Forward(Tensor.Ones([40_000])).Doubles().Count(x => x == 0) / 40_000.0) / 20)];

    /// <summary>A model of the catalog that is known to draw; where it draws of something given, seed s is given words that begin with word s.</summary>
    public static ISampler Sampler(this Model model)
    {
        if (model is ITranslator { Given: [{ Kind: FieldKind.Tokens } field] } translator) translator.Examples = seeds =>
        {
            var batch = new Batch(new(field), seeds.Count);
            for (var i = 0; i < seeds.Count; i++) batch.Row(i).Ints(field.Name)[0] = 2 + (int)(Math.Abs(seeds[i]) % (field.Vocabulary.Count - 2));
            return batch;
        };
        return (ISampler)model;
    }

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    private static bool Draws(string id)
    {
        using var model = Build(id, VariantCatalog.Find(id)!.Presets[0].Name);
        return model is ISampler;
    }
}
