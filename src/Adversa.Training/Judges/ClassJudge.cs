using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Metrics;
using Adversa.Models;
using Adversa.Models.Networks;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Torch.Disk;

namespace Adversa.Training.Judges;

/// <summary>Reads pictures with a classifier that Adversa trains once on the data's own classes and keeps in a cache.</summary>
/// <remarks>A sample counts as read when the classifier's confidence is above 0.9. Its accuracy on held-out real samples stands beside every verdict.</remarks>
public sealed class ClassJudge : IJudge
{
    private const int Version = 1;               // raise it when the training below changes: cached judges are then made anew
    private const int Batch = 128, LeastSteps = 1200, MostSteps = 6000, Epochs = 8, HeldOut = 10_000, Chunk = 250;
    private const double Confident = 0.9;
    private const string WeightsFile = "model.safetensors", FactsFile = "judge.json";

    private readonly Classifier _classifier;
    private readonly SampleSchema _schema;
    private int _heldOut;

    private ClassJudge(Classifier classifier, SampleSchema schema) => (_classifier, _schema) = (classifier, schema);

    /// <summary>The share of held-out real samples whose class it names.</summary>
    public double Accuracy { get; private set; }

    /// <summary>The share of held-out real samples that it reads with confidence: what a perfect generator would reach.</summary>
    public double RealReadable { get; private set; }

    /// <summary>Takes the judge of a data set from the cache, or trains it.</summary>
    /// <param name="train">Labelled pictures to learn from.</param>
    /// <param name="test">Labelled pictures that are not among them.</param>
    /// <param name="cache">Where judges are kept.</param>
    /// <param name="progress">Told the share done, in [0, 1], while it trains.</param>
    public static ClassJudge For(ISampleSource train, ISampleSource test, string cache, Action<double>? progress = null) =>
        For(train, test, cache, progress, StepsFor(train), HeldOut);

    /// <summary>Several passes over real data; a world's clean samples are learned sooner.</summary>
    private static int StepsFor(ISampleSource train) => train.IsEndless ? LeastSteps : (int)Math.Clamp(Epochs * train.Count / Batch, LeastSteps, MostSteps);

    /// <summary>The same with another length of training, for tests.</summary>
    internal static ClassJudge For(ISampleSource train, ISampleSource test, string cache, Action<double>? progress, int steps, int heldOut)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"class-judge {Version} {steps} {heldOut} {train.Fingerprint} {test.Fingerprint} {train.Schema}")))[..32];
        var folder = Path.Join(cache, "judges", key);
        using var noise = new Generator(Rng.Mix(Version, 2));
        using var init = new Generator(Rng.Mix(Version, 1));
        var build = new BuildContext(train.Schema, init, noise);
        var variant = CnnClassifierVariant.Descriptor;
        var judge = new ClassJudge((Classifier)variant.Build(new CnnClassifierOptions(), build), train.Schema);
        try
        {
            if (judge.TryLoad(folder)) return judge;
            judge.Train(train, noise, steps, progress);
            judge.Measure(test, heldOut);
            judge.TrySave(folder, steps);
            return judge;
        }
        catch
        {
            judge.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public JudgeReport Judge(float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Length == 0 || samples.Length % _schema.Values != 0)
            throw new ArgumentException($"Expected one or more samples of {_schema.Values} numbers; got {samples.Length} numbers.", nameof(samples));
        var (classes, confidence) = Read(samples);
        var modes = ModeCount.Of(_schema.Classes, classes.Zip(confidence, static (k, c) => c > Confident ? k : -1));
        var (read, count, readable, drawn) = (modes.Good, classes.Length, modes.HighQuality, modes.Drawn);
        var rarest = read.Index().MinBy(pair => pair.Item).Index;
        List<(string, double)> values =
        [
            ("readable", readable), ("classes", drawn), ("rarest_class", rarest), ("rarest_share", read[rarest] / (double)count), ("class_entropy", modes.Entropy / Math.Log(_schema.Classes)), ("rkl", modes.ReverseKl),
            .. read.Select((n, k) => (string.Create(CultureInfo.InvariantCulture, $"class_{k}"), n / (double)count)),
            ("judge_accuracy", Accuracy), ("real_readable", RealReadable),
        ];
        var (share, all, rare) = (Percent(readable), _schema.Classes, Percent(read[rarest] / (double)count));
        return new(count, values,
            new($"A judge reads {share} of the samples with confidence ({Percent(RealReadable)} of real ones); {drawn} of {all} classes are drawn, the rarest ({rarest}) in {rare}.",
                $"Un juez lee el {share} de las muestras con confianza (el {Percent(RealReadable)} de las reales); se dibujan {drawn} de {all} clases, la más rara ({rarest}) en el {rare}."),
            new($"Classifier trained by Adversa on the same data, {Percent(Accuracy, 2)} right on {_heldOut} held-out samples; a sample is read above a confidence of {Confident.ToString(CultureInfo.InvariantCulture)}.",
                $"Clasificador entrenado por Adversa con los mismos datos, acierta el {Percent(Accuracy, 2)} de {_heldOut} muestras reservadas; una muestra se lee con confianza superior a {Confident.ToString(CultureInfo.InvariantCulture)}."));
    }

    /// <inheritdoc/>
    public void Dispose() => _classifier.Dispose();

    private static string Percent(double share, int decimals = 0) => (100 * share).ToString($"F{decimals}", CultureInfo.InvariantCulture) + " %";

    /// <summary>The likeliest class of each sample and its probability.</summary>
    private (int[] Classes, float[] Confidence) Read(float[] samples)
    {
        var count = samples.Length / _schema.Values;
        var classes = new int[count];
        var confidence = new float[count];
        for (var start = 0; start < count; start += Chunk)
        {
            using var scope = new TensorScope();
            var n = Math.Min(Chunk, count - start);
            var images = Tensor.From<float>(samples.AsSpan(start * _schema.Values, n * _schema.Values), _schema.BatchShape(n));
            var probabilities = _classifier.Probabilities(images).ToArray<float>();
            for (var i = 0; i < n; i++)
            {
                var row = probabilities.AsSpan(i * _schema.Classes, _schema.Classes);
                for (var k = 0; k < row.Length; k++)
                    if (row[k] > confidence[start + i]) (classes[start + i], confidence[start + i]) = (k, row[k]);
            }
        }

        return (classes, confidence);
    }

    private void Train(ISampleSource source, Generator noise, int steps, Action<double>? progress)
    {
        using var stream = new BatchStream(source, Batch, seed: Version);
        using var trainer = new Trainer(_classifier, stream, noise);
        while (trainer.Round < steps)
        {
            trainer.ScaleLearningRates(1 - trainer.Round / (double)steps);      // linear decay: the last steps polish
            trainer.Update(read: false);
            if (trainer.Round % 20 == 0) progress?.Invoke(trainer.Round / (double)steps);
        }
    }

    private void Measure(ISampleSource test, int heldOut)
    {
        var count = _heldOut = (int)Math.Min(heldOut, test.Count);
        var values = new float[count * _schema.Values];
        var labels = new int[count];
        for (var i = 0; i < count; i++) test.Read(i, values.AsSpan(i * _schema.Values, _schema.Values), out labels[i]);
        var (classes, confidence) = Read(values);
        Accuracy = classes.Zip(labels).Count(pair => pair.First == pair.Second) / (double)count;
        RealReadable = confidence.Count(c => c > Confident) / (double)count;
    }

    private bool TryLoad(string folder)
    {
        try
        {
            if (!File.Exists(Path.Join(folder, FactsFile))) return false;
            var facts = JsonNode.Parse(File.ReadAllText(Path.Join(folder, FactsFile)));
            var (sum, weightsPath) = (facts!["sha256"]!.GetValue<string>(), Path.Join(folder, WeightsFile));
            if (sum != SumOf(weightsPath, facts)) return false;
            using var weights = SafeTensors.Read(weightsPath);
            (Accuracy, RealReadable, _heldOut) = (facts["accuracy"]!.GetValue<double>(), facts["realReadable"]!.GetValue<double>(), facts["heldOut"]!.GetValue<int>());
            _classifier.Players[0].Network.LoadStateDict(weights.Tensors);       // last: a judge that is made anew begins from its own weights
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or AdversaException or JsonException or NullReferenceException or InvalidOperationException or InvalidCastException or FormatException)
        {
            return false;                        // a damaged cache is made anew
        }
    }

    private void TrySave(string folder, int steps)
    {
        var temporary = $"{folder}.tmp-{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(temporary);
            using (var file = File.Create(Path.Join(temporary, WeightsFile))) SafeTensors.Write(file, _classifier.Players[0].Network.StateDict());
            var facts = new JsonObject { ["accuracy"] = Accuracy, ["realReadable"] = RealReadable, ["heldOut"] = _heldOut, ["steps"] = steps };
            facts["sha256"] = SumOf(Path.Join(temporary, WeightsFile), facts);
            File.WriteAllText(Path.Join(temporary, FactsFile), facts.ToJsonString());
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.Move(temporary, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without a cache the judge is trained again next time.
        }
        finally
        {
            Discard(temporary);
        }
    }

    /// <summary>One SHA-256 over the weights' file and the facts beside it.</summary>
    private static string SumOf(string weights, JsonNode facts)
    {
        using var file = File.OpenRead(weights);
        var stated = (JsonObject)facts.DeepClone();
        stated.Remove("sha256");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Convert.ToHexString(SHA256.HashData(file)) + stated.ToJsonString())));
    }

    private static void Discard(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is in nobody's way.
        }
    }
}
