using Adversa.Data;
using Adversa.Metrics;
using Adversa.Metrics.Evaluation;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Training.Diagnostics;
using Adversa.Training.Evaluations;
using Adversa.Training.Judges;

namespace Adversa.Training.Tests;

/// <summary>The same set sorted by class, with classes in turn, and shuffled: who reads some of it reads the same of each.</summary>
public sealed class SortedDataTests : IDisposable
{
    private const int Classes = 4, Side = 12, Count = 1600, Shuffles = 3;

    private readonly TemporaryFolder _here = new();

    public static TheoryData<string> Metrics => [.. Evaluation.Names.Except([Evaluation.Modes, Evaluation.GanTrain, Evaluation.GanTest, PictureMetrics.MultiScale])];      // these ask a judge, below, or pictures of 176 pixels

    public void Dispose() => _here.Dispose();

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Every_metric_says_the_same_of_a_sorted_set_and_its_floor_too(string name)
    {
        var drawn = SpreadSamples.Read(Set(seed: 7, order: 0), 200).Values;
        Dictionary<string, double> Of(int order)
        {
            var data = Folder(order, isLabelled: !PictureMetrics.Names.Contains(name));       // their pairs would ask for a judge
            using var evaluation = Evaluation.Open(new(data), DataSets.Open(data).Schema, new Corners(), _here.Root);
            return evaluation.Take(new Subject(200, drawn) { Reconstruct = x => [.. x.Select(value => .8f * value)] }, [name])
                .SelectMany(one => new[] { (one.Name, one.Value), (Name: $"floor of {one.Name}", Value: one.Floor) }).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!.Value);
        }

        var shuffled = Enumerable.Range(0, Shuffles).Select(Of).ToList();

        Alike(Of(Sorted), shuffled);
        Alike(Of(InTurn), shuffled);
    }

    [Fact]
    public void A_judge_says_the_same_of_itself_and_of_its_reals()
    {
        var drawn = SpreadSamples.Read(Set(seed: 7, order: 0), 200);
        Dictionary<string, double> Of(int order)
        {
            using var judge = ClassJudge.For(Set(seed: 1, order: 0), Set(seed: 2, order), _here.Root, null, steps: 8, heldOut: 200);
            var values = judge.Judge(drawn.Values).Values.ToDictionary(pair => pair.Name, pair => pair.Value);
            values["diversity"] = judge.Diversity(drawn.Values, drawn.Labels).Mean;
            return values;
        }

        var shuffled = Enumerable.Range(0, Shuffles).Select(Of).ToList();

        Alike(Of(Sorted), shuffled);
        Alike(Of(InTurn), shuffled);
    }

    [Fact]
    public void A_classifier_is_examined_on_every_class()
    {
        using var scope = new TensorScope();
        using var init = new Generator(1);
        using var noise = new Generator(2);
        using var classifier = (Classifier)CnnClassifierVariant.Descriptor.Build(new CnnClassifierOptions(4, 16), new BuildContext(Set(1, 0).Schema, init, noise));

        foreach (var order in new[] { Sorted, InTurn })
            Assert.Equal(["accuracy", "recall_0", "recall_1", "recall_2", "recall_3"], ClassifierExam.Take(classifier, Set(seed: 2, order), null, 100).Values.Select(pair => pair.Name));
    }

    [Fact]
    public void The_doctor_measures_against_the_same_data()
    {
        Dictionary<string, double> Of(int order, bool isHeldOut)
        {
            using var scope = new TensorScope();
            var references = new References(Set(seed: 1, order), isHeldOut ? Set(seed: 2, order) : null, 256, 128);
            var fake = Tensor.From(SpreadSamples.Read(Set(seed: 7, order: 0), 256).Values, 256, 1, Side, Side);
            Dictionary<string, double> values = new() { ["pairs"] = references.MeanOfPairs, ["nearest"] = references.NearestMean, ["radius"] = references.Radius.Average(), ["distance"] = references.DistanceTo(fake) };
            values[isHeldOut ? "copies" : "floor"] = isHeldOut ? references.Copies(fake, Set(seed: 1, order)).Ratio!.Value : references.Floor;
            return values;
        }

        foreach (var isHeldOut in new[] { false, true })
        {
            var shuffled = Enumerable.Range(0, Shuffles).Select(order => Of(order, isHeldOut)).ToList();
            Alike(Of(Sorted, isHeldOut), shuffled);
            Alike(Of(InTurn, isHeldOut), shuffled);
        }
    }

    [Fact]
    public void The_doctor_finds_the_same_references_after_a_resume()
    {
        using var scope = new TensorScope();
        var (first, again) = (new References(Set(1, Sorted), Set(2, Sorted), 256, 128), new References(Set(1, Sorted), Set(2, Sorted), 256, 128));

        Assert.Equal(first.All.ToArray<float>(), again.All.ToArray<float>());
        Assert.Equal(first.HeldOut!.ToArray<float>(), again.HeldOut!.ToArray<float>());
    }

    [Fact]
    public void References_that_cannot_be_read_are_replaced_and_counted()
    {
        using var scope = new TensorScope();
        var references = new References(new Damaged(Set(1, Sorted)), new Damaged(Set(2, Sorted)), 256, 128);

        Assert.Equal((256, 128), (references.Count, references.Pairs));
        Assert.All(references.Notes, note => Assert.Contains("could not be read and were replaced", note.English, StringComparison.Ordinal));
        Assert.NotEmpty(references.Notes);
        Assert.DoesNotContain(0, references.All.Flatten(1).Square().Sum([1]).ToArray<float>());           // nothing stays grey
    }

    [Fact]
    public void Scarce_classes_are_filled_from_all_classes_of_a_sorted_set()
    {
        var filled = new FilledClasses(Set(seed: 1, Sorted), 200, 0, null, 0);

        foreach (var count in filled.Counts) Assert.InRange(count, 46, 54);
    }

    private const int Sorted = -1, InTurn = -2;

    /// <summary>Within what shufflings differ by, and a little for what three of them do not show.</summary>
    private static void Alike(Dictionary<string, double> one, List<Dictionary<string, double>> shuffled)
    {
        Assert.NotEmpty(one);
        foreach (var (name, value) in one)
        {
            if (!shuffled.All(values => values.ContainsKey(name))) continue;
            var values = shuffled.ConvertAll(numbers => numbers[name]);
            var (mean, deviation) = (values.Average(), Math.Sqrt(values.Sum(x => Math.Pow(x - values.Average(), 2)) / (values.Count - 1)));
            Assert.True(Math.Abs(value - mean) <= 8 * deviation + 0.05 * Math.Abs(mean) + Chance(name), $"{name}: {value}; shuffled {mean} ± {deviation}");
        }
    }

    /// <summary>What equal sets differ by: a standard normal number, and of 50 bins about 5 %.</summary>
    private static double Chance(string name) => name.Contains("copying", StringComparison.Ordinal) ? 3 : name.EndsWith("ndb", StringComparison.Ordinal) ? 4 : name.EndsWith("ndb_share", StringComparison.Ordinal) ? .08 : 1e-9;

    /// <summary>Pictures of four classes, each with a bright corner and noise; the classes are not equally noisy.</summary>
    private static LabelledSamples Set(long seed, int order)
    {
        var rng = new Rng(seed);
        var rows = Enumerable.Range(0, Count).Select(i => (Label: i * Classes / Count, Values: Enumerable.Range(0, Side * Side)
            .Select(at => (float)((at / Side / (Side / 2) * 2 + at % Side / (Side / 2) == i * Classes / Count ? .5 : -.5) + (.05 + .05 * (i * Classes / Count)) * rng.Normal())).ToArray())).ToList();
        var lot = new Rng(seed, order);
        var placed = order switch
        {
            Sorted => rows,
            InTurn => [.. Enumerable.Range(0, Count).Select(i => rows[i % Classes * (Count / Classes) + i / Classes])],
            _ => rows.OrderBy(_ => lot.NextDouble()).ToList(),
        };
        return new($"set {order}", new(FieldKind.Image, 1, Side, Side, Classes), [.. placed.SelectMany(row => row.Values)], [.. placed.Select(row => row.Label)]);
    }

    /// <summary>The same as files in MNIST's layout, with a test part.</summary>
    private string Folder(int order, bool isLabelled)
    {
        var folder = Directory.CreateDirectory(_here[$"order {order}"]).FullName;
        foreach (var (part, seed) in new[] { ("train", 1), ("t10k", 2) })
        {
            var set = Set(seed, order);
            File.WriteAllBytes(Path.Join(folder, $"{part}-images-idx3-ubyte"), [0, 0, 8, 3, 0, 0, Count >> 8, Count & 255, 0, 0, 0, Side, 0, 0, 0, Side, .. set.Samples.Select(value => (byte)Math.Clamp(127.5 * (value + 1), 0, 255))]);
            if (isLabelled) File.WriteAllBytes(Path.Join(folder, $"{part}-labels-idx1-ubyte"), [0, 0, 8, 1, 0, 0, Count >> 8, Count & 255, .. set.Labels.Select(label => (byte)label)]);
        }

        return folder;
    }

    /// <summary>The mean and the roughness of each quarter, and the brightest one as the class.</summary>
    private sealed class Corners : IFeatureExtractor
    {
        public string Name => "corners";

        public Text About => new("", "");

        public FeatureSet Features(float[] samples) => FeatureSet.From([.. samples.Chunk(Side * Side).SelectMany(picture => Quarters(picture).SelectMany(quarter => new[] { quarter.Average(), quarter.Max() - quarter.Min() }))], 2 * Classes);

        public (FeatureSet Features, FeatureSet? Probabilities) Read(float[] samples) => (Features(samples), FeatureSet.From([.. samples.Chunk(Side * Side).SelectMany(picture =>
        {
            var means = Quarters(picture).Select(quarter => quarter.Average()).ToList();
            return means.Select(mean => mean == means.Max() ? .97f : .01f);
        })], Classes));

        public void Dispose() { }

        private static IEnumerable<List<float>> Quarters(float[] picture) => Enumerable.Range(0, Classes).Select(k => picture.Where((_, at) => at / Side / (Side / 2) * 2 + at % Side / (Side / 2) == k).ToList());
    }

    /// <summary>Every seventh sample cannot be read.</summary>
    private sealed class Damaged(ISampleSource sound) : ISampleSource
    {
        public string Name => sound.Name;

        public SampleSchema Schema => sound.Schema;

        public long Count => sound.Count;

        public string Fingerprint => sound.Fingerprint;

        public void Read(long index, SampleRow row)
        {
            if (index % 7 == 3) throw new AdversaException(3004, ExitCode.Data, new("it is damaged.", "está dañada."));
            sound.Read(index, row);
        }
    }
}
