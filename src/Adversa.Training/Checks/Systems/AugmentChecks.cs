using Adversa.Data;
using Adversa.Training.Studies;

namespace Adversa.Training.Checks.Systems;

/// <summary>The proof of the study of augmentation: planted generators must get the verdicts that they deserve. What a conditional GAN's samples do is measured beside them.</summary>
public static class AugmentChecks
{
    private const string World = "digits", Scarce = FewLabels.ImbalancedPrefix + World, Verdict = "verdict";
    private const int Plenty = 1000;

    /// <summary>Digits, half of whose classes are scarce, 1 : 100.</summary>
    /// <remarks>The verdict is 1 for use, 0 for no effect, -1 for harmful. The control is a generator that knows one picture of each class.</remarks>
    public static SystemCheck Digits { get; } = new("augment", World, Words.StudyTellsHelpFromHarm,
        [
            new("true", null, _ => Planted(Scarce, 0, Truth().Draw), Bar.AtLeast(Verdict, 1)),
            new("by-lot", null, _ => Planted(Scarce, 0, Truth().DrawByLot), Bar.AtMost(Verdict, -1)),
            new("plenty", null, _ => Planted(World, 2 * Plenty, Truth().Draw), Bar.AtLeast(Verdict, 0), Bar.AtMost(Verdict, 0)),
            new("cgan", $$"""{ "variant": "cgan", "data": "{{Scarce}}", "batch": 32, "steps": 2000, "emaHalfLife": 2250, "options": { "width": 32, "learningRate": 0.0004 } }""",
                run => Values(new AugmentStudy().Run(run.Data(Split.Train), Unseen(), (k, seeds) => SampleSheet.Values(run.Trained.Model, run.Trained.SamplingNetwork, seeds, k)))),
        ],
        new(Words.GeneratorKnowsOnePictureOfEach, null, Verdict)
        {
            Of = "true", Measure = _ => Planted(Scarce, 0, Truth().DrawTheFirst),
        });

    private static TrueSamples Truth() => new(DataSets.Open(World, new DataOptions(Seed: 1)));

    private static ISampleSource Unseen() => DataSets.Open(World, new DataOptions(Split: Split.Test));

    private static IReadOnlyList<(string Name, double Value)> Planted(string data, int ofEach, ClassSampler sampler)
    {
        var real = DataSets.Open(data);
        return Values(new AugmentStudy(OfEach: ofEach).Run(real.IsEndless ? new FewLabels(real, Plenty) : real, Unseen(), sampler));
    }

    private static IReadOnlyList<(string Name, double Value)> Values(AugmentResult result)
    {
        var (real, classic) = (result.OverReal, result.OverClassic);
        return
        [
            (Verdict, (int)result.Verdict!),
            .. result.Scores.Keys.Select(arm => ($"f1_{arm}", result.MacroF1(arm).Average())), .. result.Scores.Keys.Select(arm => ($"rare_{arm}", result.RareRecall(arm).Average())),
            ("gain", real.Mean), ("gain_low", real.Interval!.Value.Low), ("gain_high", real.Interval.Value.High), ("gain_p", real.P),
            ("gain_over_classic", classic.Mean), ("over_classic_low", classic.Interval!.Value.Low), ("over_classic_high", classic.Interval.Value.High),
            ("gan_train", result.GanTrain), ("gan_test", result.GanTest),
        ];
    }

    /// <summary>Samples of the world itself, by class: a perfect generator, and two that are not.</summary>
    private sealed class TrueSamples
    {
        private const int Pool = 12_000;
        private readonly ISampleSource _world;
        private readonly List<long>[] _ofClass;

        internal TrueSamples(ISampleSource world)
        {
            _world = world;
            _ofClass = [.. Enumerable.Range(0, world.Schema.Classes).Select(_ => new List<long>())];
            var values = new float[world.Schema.Values];
            for (long i = 0; i < Pool; i++)
            {
                world.Read(i, values, out var label);
                _ofClass[label].Add(i);
            }
        }

        internal float[] Draw(int ofClass, IReadOnlyList<long> seeds) => [.. seeds.SelectMany(seed => Read(_ofClass[ofClass][(int)(seed % _ofClass[ofClass].Count)]))];

        internal float[] DrawByLot(int ofClass, IReadOnlyList<long> seeds) => [.. seeds.SelectMany(seed => Read(seed * (ofClass + 1) % Pool))];

        internal float[] DrawTheFirst(int ofClass, IReadOnlyList<long> seeds) => [.. seeds.SelectMany(_ => Read(_ofClass[ofClass][0]))];

        private float[] Read(long index)
        {
            var values = new float[_world.Schema.Values];
            _world.Read(index, values, out _);
            return values;
        }
    }
}
