using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Plans;

namespace Adversa.Bench.Peers;

/// <summary>A training step that both sides take: the same architecture, batch, optimizer, precision and threads.</summary>
/// <param name="Name">As peer.py knows it.</param>
/// <param name="Variant">The system.</param>
/// <param name="Preset">Its preset.</param>
/// <param name="Batch">Samples in a batch.</param>
/// <param name="Classes">Classes of the prepared data.</param>
/// <param name="StepsPerRound">Steps between two answers: a fraction of a second.</param>
/// <param name="Options">Options over the preset's.</param>
/// <param name="Side">Height and width of the pictures.</param>
/// <param name="Colours">Their channels.</param>
internal sealed record PeerRow(string Name, string Variant, string Preset, int Batch, int Classes, int StepsPerRound, string Options = "{}", int Side = 28, int Colours = 1)
{
    /// <summary>The side of given pictures where translating them is the step; 0 where it is training.</summary>
    internal int Given { get; init; }

    internal static IReadOnlyList<PeerRow> All { get; } =
    [
        new("dcgan28", "dcgan", "dcgan28", 128, 0, 8),
        new("wgan-gp", "wgan-gp", "wgan-gp28", 50, 0, 4, """{ "width": 16 }"""),
        new("progan", "progan", "small", 16, 0, 12, """{ "firstSide": 28 }"""),
        new("gan", "gan", "seed", 16, 0, 1500),
        new("gan-b64", "gan", "seed", 64, 0, 600),
        new("lenet", "cnn-classifier", "lenet", 128, 10, 60),
        new("vae", "vae", "small28", 128, 0, 12),
        new("ddpm", "ddpm", "unet28", 64, 0, 1),
        new("pix2pix", "pix2pix", "pairs32", 4, 0, 20, Side: 32, Colours: 3),
        new("cyclegan", "cyclegan", "cycle32", 4, 0, 5, Side: 32, Colours: 3),
        new("srgan", "srgan", "small", 16, 0, 3, """{ "pixelSteps": 0 }""", Side: 32, Colours: 3),
        new("srgan-inference", "srgan", "small", 4, 0, 1, Side: 32, Colours: 3) { Given = 64 },
    ];

    /// <summary>For <c>bench/gpu</c>.</summary>
    internal static IReadOnlyList<PeerRow> OnGpu { get; } =
    [
        new("dcgan64", "dcgan", "art64", 128, 0, 30, Side: 64, Colours: 3),
        All.Single(row => row.Name == "wgan-gp") with { StepsPerRound = 20 },
        new("progan128", "progan", "small", 16, 0, 20, """{ "firstSide": 128, "mostChannels": 256 }""", Side: 128, Colours: 3),
        new("r3gan", "r3gan", "small", 64, 0, 20, """{ "width": 128, "cardinality": 16, "levels": 4 }""", Side: 64, Colours: 3),
        All.Single(row => row.Name == "ddpm") with { StepsPerRound = 20 },
    ];

    /// <summary>The row's step in the product's own loop, on batches that were prepared beforehand.</summary>
    internal Setup Build()
    {
        var source = new PreparedSource(Schema(), 8 * Batch);
        var values = new JsonObject { ["variant"] = Variant, ["preset"] = Preset, ["data"] = "prepared", ["batch"] = Batch, ["emaHalfLife"] = 0, ["options"] = JsonNode.Parse(Options) };
        return new Setup(new RecipeResolver().Add("bench", values).Resolve(source.Schema), source);
    }

    /// <summary>What is done again and again: a training step, or the translation of a batch.</summary>
    /// <param name="setup">Of this row.</param>
    internal Action Work(Setup setup)
    {
        if (Given == 0)
            return () =>
            {
                do setup.Trainer.Update(read: false);
                while (!setup.Trainer.AtBoundary);
            };
        var (translator, rng) = ((ITranslator)setup.Model, new Rng(1));
        var given = new Batch(new SampleSchema(new Field(Field.Input, FieldKind.Image, Colours, Given, Given)), Batch);
        foreach (ref var value in given.Floats(Field.Input).AsSpan()) value = (float)rng.Uniform(-1, 1);
        return () =>
        {
            using var scope = new TensorScope();
            translator.Sample(new([.. Enumerable.Range(0, Batch).Select(i => (long)i)]) { Given = given });
        };
    }

    private SampleSchema Schema()
    {
        var image = new SampleSchema(FieldKind.Image, Colours, Side, Side, Classes);
        return Variant is "pix2pix" or "cyclegan"
            ? new([.. image.Fields, new Field(Field.Input, FieldKind.Image, Colours, Side, Side) { IsApart = Variant == "cyclegan" }]) : image;
    }

    /// <summary>Eight batches of uniform noise, as the PyTorch side has them.</summary>
    private sealed class PreparedSource(SampleSchema schema, int count) : ISampleSource
    {
        private readonly float[] _values = Noise(schema.Values * count);

        public string Name => "prepared";

        public SampleSchema Schema => schema;

        public long Count => count;

        public string Fingerprint => "prepared";

        public void Read(long index, SampleRow row)
        {
            _values.AsSpan((int)index * schema.Values, schema.Values).CopyTo(row.Values);
            if (schema.Find(Field.Input) is not null) _values.AsSpan((int)((index + 1) % count) * schema.Values, schema.Values).CopyTo(row.Floats(Field.Input));
            if (schema.IsLabelled) row.Label = (int)(index % schema.Classes);
        }

        private static float[] Noise(int count)
        {
            var rng = new Rng(1);
            return [.. Enumerable.Range(0, count).Select(_ => (float)rng.Uniform(-1, 1))];
        }
    }
}
