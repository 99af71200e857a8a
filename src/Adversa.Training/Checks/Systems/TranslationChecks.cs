using Adversa.Models;
using Adversa.Training.Judges;
using Adversa.Worlds;
using Adversa.Worlds.Maps;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proofs of the systems that translate: on worlds that know the right answer to each input.</summary>
public static class TranslationChecks
{
    private const int Pictures = 256;

    /// <summary>A map becomes its satellite picture: the kinds of ground are read from the colours of what was made, and lie where the map has them.</summary>
    public static SystemCheck Pix2pix { get; } = new("pix2pix", "map", Words.Pix2pixPutsTheGroundWhereTheMapHasIt,
        [
            new("l1", """{ "variant": "pix2pix", "data": "map-satellite", "size": 32, "steps": 3000, "options": { "adversarial": 0 } }""", run => [("iou", Iou(run))]),
            new("trained", """{ "variant": "pix2pix", "data": "map-satellite", "size": 32, "steps": 3000 }""",
                BesideL1,
                Bar.AtLeast("iou", 0.6), Bar.AtLeast("iou_over_l1", -0.02)),
        ],
        new(Words.NothingTiesTheAnswerToItsInput, """{ "options": { "l1": 0, "critic": "alone" } }""", "iou") { Of = "trained" });

    /// <summary>Day becomes night, learned from scenes of each that share none: nearer to the hidden truth than the input and than a change of colours, and the way home is no trick.</summary>
    public static SystemCheck Cyclegan { get; } = new("cyclegan", "day-night", Words.CycleganFindsTheNightWithoutPairs,
        [
            new("trained", """{ "variant": "cyclegan", "data": "day-night", "size": 32, "steps": 4000 }""", Night,
                Bar.AtLeast("psnr_over_colours", 2), Bar.AtMost("cycle_l1", 0.08), Bar.AtMost("cycle_noise", 2)),
        ],
        new(Words.NoCycleAndNoIdentity, """{ "options": { "cycle": 0, "identity": 0 } }""", "psnr_over_colours", "cycle_l1"));

    /// <summary>The share of each kind of ground that lies where the map has it, the mean over kinds and places.</summary>
    private static double Iou(CheckRun run)
    {
        var (values, size, side) = (run.Samples(Pictures), run.Trained.Model.Schema.Values, run.Trained.Model.Schema.Width);
        var maps = run.Trained.Examples!.Real(SampleSheet.Seeds(0, Pictures)).Floats(Field.Input);
        return Enumerable.Range(0, Pictures).Average(i =>
            LabelMaps.Iou(MapSatelliteWorld.Read(values.AsSpan(i * size, size), side, MapView.Satellite), MapSatelliteWorld.Read(maps.AsSpan(i * size, size), side, MapView.Map)));
    }

    private static IReadOnlyList<(string Name, double Value)> BesideL1(CheckRun run)
    {
        var iou = Iou(run);
        return [("iou", iou), ("iou_over_l1", iou - run.Of("l1", "iou"))];
    }

    private static IReadOnlyList<(string Name, double Value)> Night(CheckRun run)
    {
        var examples = run.Trained.Examples!;
        var said = TranslationExam.Take((ITranslator)run.Trained.Model, run.Trained.SamplingNetwork, examples, Pictures).Values.ToDictionary(one => one.Name, one => one.Value);
        var colours = Recoloured(run, examples);
        return [("psnr", said["psnr"]), ("psnr_over_colours", said["psnr"] - Math.Max(said["psnr_of_input"], colours)), ("cycle_l1", said["cycle_l1"]), ("cycle_noise", said["cycle_noise"])];
    }

    /// <summary>What is got by giving each channel of the inputs the mean and the spread that the other collection has: all that can be learned without looking at shapes.</summary>
    private static double Recoloured(CheckRun run, Examples examples)
    {
        var (learned, schema) = (run.Trained.Data.Train, run.Trained.Model.Schema);
        var batch = new Batch(learned.Schema, Pictures);
        for (var i = 0; i < Pictures; i++) learned.Read(i, batch.Row(i));
        var (real, pixels) = (examples.Real(SampleSheet.Seeds(0, Pictures)), schema.Height * schema.Width);
        var laws = Enumerable.Range(0, schema.Channels).Select(c => (From: Law(batch.Floats(Field.Input), c), To: Law(batch.Values, c))).ToList();
        float[] recoloured = [.. real.Floats(Field.Input).Select((x, at) =>
        {
            var (from, to) = laws[at % schema.Values / pixels];
            return (float)Math.Clamp(to.Mean + (x - from.Mean) / from.Deviation * to.Deviation, -1, 1);
        })];
        return RestorationChecks.PsnrOf(recoloured, real.Values, schema);

        (double Mean, double Deviation) Law(float[] values, int channel)
        {
            var all = Enumerable.Range(0, Pictures).SelectMany(i => Enumerable.Range(0, pixels).Select(p => (double)values[(i * schema.Channels + channel) * pixels + p])).ToList();
            var mean = all.Average();
            return (mean, Math.Sqrt(all.Average(x => (x - mean) * (x - mean))));
        }
    }
}
