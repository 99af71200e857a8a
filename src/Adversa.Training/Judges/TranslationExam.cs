using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Worlds.Outlines;

namespace Adversa.Training.Judges;

/// <summary>How near a translator comes to the one right answer, beside what the input itself would get; and whether there and back leads home.</summary>
/// <remarks>PSNR and SSIM over all channels and pixels of [-1, 1], no border cut. The cycle is gone once more with the picture in the middle as a file would keep it, 8 bits and normal noise of 2 of 255
/// levels: an error that grows much says that the input was hidden there (Chu, Zhmoginov, Sandler, 2017, arXiv:1712.02950).</remarks>
public static class TranslationExam
{
    private const int AtOnce = 16, Most = 1000;
    private const double Range = 2, MostDecibels = 126;

    private static readonly string[] ToTruth = ["psnr", "ssim", "l1", "psnr_of_input", "l1_of_input", "label_iou", "edge_iou"], AndBack = ["cycle_l1", "cycle_noise"];

    /// <summary>The numbers that an examination may have.</summary>
    public static IReadOnlyList<string> Numbers { get; } = [.. ToTruth, .. AndBack];

    /// <summary>Whether there is anything to ask of a translator.</summary>
    /// <param name="translator">The model.</param>
    /// <param name="examples">What it is given.</param>
    public static bool CanTake(ITranslator translator, Examples examples)
    {
        ArgumentNullException.ThrowIfNull(translator);
        ArgumentNullException.ThrowIfNull(examples);
        return ((Model)translator).Schema.Kind == FieldKind.Image && translator.Given.Any(field => field is { Name: Field.Input, Kind: FieldKind.Image }) && (examples.HaveTruth || translator.GoesBack);
    }

    /// <summary>Examines it.</summary>
    /// <param name="translator">The model.</param>
    /// <param name="network">Its network, or its average.</param>
    /// <param name="examples">What it is given.</param>
    /// <param name="wanted">Samples that are wanted; at most 1,000, and no more than there are, are taken.</param>
    public static JudgeReport Take(ITranslator translator, Module? network, Examples examples, int wanted)
    {
        ArgumentNullException.ThrowIfNull(translator);
        ArgumentNullException.ThrowIfNull(examples);
        var (schema, count) = (((Model)translator).Schema, (int)Math.Min(Math.Min(wanted, Most), examples.Count));
        var values = Numbers.ToDictionary(name => name, _ => new List<double>());
        var labels = examples.HaveTruth ? KnownLabels.Of(examples.Source, schema.Width) : null;
        var noise = KeptPictures.NewNoise();
        foreach (var seeds in SampleSheet.Seeds(0, count).Chunk(AtOnce))
        {
            using var scope = new TensorScope();
            var real = examples.Real(seeds);
            var given = translator.Give(real);
            var request = new SampleRequest(seeds, network) { Given = given };
            var made = translator.Sample(request).ToArray<float>();
            var size = schema.Values;
            var isAlike = given.Schema.Find(Field.Input)!.Size == size;
            if (examples.HaveTruth) Places(values, seeds, real.Values, made, schema, labels);
            if (examples.HaveTruth) Compare(values, real.Values, made, isAlike ? given.Floats(Field.Input) : null, schema);
            if (!translator.GoesBack || !isAlike) continue;
            var (home, kept) = (Home(made), Home(KeptPictures.Of(made, noise)));
            for (var i = 0; i < seeds.Length; i++)
            {
                var input = Doubles(given.Floats(Field.Input).AsSpan(i * size, size));
                values["cycle_l1"].Add(L1(input, Doubles(home.AsSpan(i * size, size))));
                values["cycle_noise"].Add(L1(input, Doubles(kept.AsSpan(i * size, size))));
            }

            float[] Home(float[] middle)
            {
                var batch = new Batch(given.Schema.Only(Field.Input)!, seeds.Length);
                middle.CopyTo(batch.Floats(Field.Input), 0);
                return translator.Sample(request with { Given = batch, Back = true }).ToArray<float>();
            }
        }

        List<Measured> measured = [.. Numbers.Where(one => one != "cycle_noise" && values[one].Count > 0).Select(one => Measured.MeanOf(one, values[one]))];
        if (values["cycle_noise"] is { Count: > 0 } noisy) measured.Add(new("cycle_noise", noisy.Average() / Math.Max(1e-9, values["cycle_l1"].Average())));
        return new(count, measured, Sentence(measured), Words.TranslationProtocol);
    }

    /// <summary>Whether things and lines lie where the truth has them: labels where the data knows them, lines of square pictures in colour.</summary>
    private static void Places(Dictionary<string, List<double>> values, IReadOnlyList<long> samples, float[] truths, float[] made, SampleSchema schema, Func<long, float[], double>? labels)
    {
        for (var i = 0; i < samples.Count; i++)
        {
            float[] truth = truths[(i * schema.Values)..((i + 1) * schema.Values)], answer = made[(i * schema.Values)..((i + 1) * schema.Values)];
            if (labels is not null) values["label_iou"].Add(labels(samples[i], answer));
            if (schema.Channels == 3 && schema.Height == schema.Width)
                values["edge_iou"].Add(OutlineJudge.EdgeIou(OutlineJudge.Edges(answer, schema.Width), OutlineJudge.Edges(truth, schema.Width), schema.Width));
        }
    }

    /// <summary>Answers, and inputs of the same size, beside the truth.</summary>
    private static void Compare(Dictionary<string, List<double>> values, float[] truths, float[] made, float[]? inputs, SampleSchema schema)
    {
        for (var at = 0; at < made.Length; at += schema.Values)
        {
            double[] truth = Doubles(truths.AsSpan(at, schema.Values)), answer = Doubles(made.AsSpan(at, schema.Values));
            values["psnr"].Add(Decibels(truth, answer));
            values["ssim"].Add(Ssim.Of(truth, answer, schema.Channels, schema.Height, schema.Width, Range));
            values["l1"].Add(L1(truth, answer));
            if (inputs is null) continue;
            var input = Doubles(inputs.AsSpan(at, schema.Values));
            values["psnr_of_input"].Add(Decibels(truth, input));
            values["l1_of_input"].Add(L1(truth, input));
        }
    }

    private static Text Sentence(List<Measured> all)
    {
        double? Of(string name) => all.FirstOrDefault(one => one.Name == name)?.Value;
        List<Text> said = [];
        if (Of("psnr") is { } psnr) said.Add(Of("psnr_of_input") is { } input ? Words.AnswersAreNearerThanInput(psnr, input, psnr - input) : Words.AnswersComeTo(psnr));
        if (Of("cycle_noise") is { } grows) said.Add(grows > 2 ? Words.CycleHidesItsInput(grows) : Words.CycleSurvivesNoise(grows));
        return Text.Join(" ", said);
    }

    /// <summary>PSNR; of equal pictures a number as large as it can be with float32, for infinity has no mean.</summary>
    private static double Decibels(double[] truth, double[] answer) => Math.Min(MostDecibels, Psnr.Of(FeatureSet.From(truth, truth.Length), FeatureSet.From(answer, answer.Length), Range).Pooled);

    private static double L1(double[] truth, double[] answer) => truth.Zip(answer, (a, b) => Math.Abs(a - b)).Average();

    private static double[] Doubles(ReadOnlySpan<float> picture)
    {
        var values = new double[picture.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Math.Clamp(picture[i], -1, 1);
        return values;
    }
}
