using Adversa.Data;
using Adversa.Models;
using Adversa.Models.Penalties;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Training.Events;

namespace Adversa.Training.Diagnostics;

/// <summary>The dearer measurements, taken now and then: fixed samples of the generator beside fixed samples of the data, and what the discriminator says of both.</summary>
/// <remarks>It draws no random number and changes nothing in the training. What it keeps is a function of the data; nothing of it is saved.</remarks>
internal sealed class Examiner
{
    private const int MostNumbers = 100_000, Fewest = 64, Most = 512, MostPairs = 256;
    private const int Between = 64;              // points at which the critic's gradient is taken
    private const long FirstSeed = 7_000_000;
    private readonly Model _model;
    private readonly ISampleSource _source;
    private readonly Func<ISampleSource?> _heldOut;
    private readonly int _count;
    private readonly int _pairs;
    private References? _references;

    /// <param name="model">What is trained.</param>
    /// <param name="source">Its data.</param>
    /// <param name="heldOut">Data that is never trained on, or null; asked for at the first examination.</param>
    internal Examiner(Model model, ISampleSource source, Func<ISampleSource?> heldOut)
    {
        (_model, _source, _heldOut) = (model, source, heldOut);
        _count = (int)Math.Min(source.Count, Math.Clamp(MostNumbers / source.Schema.Values, Fewest, Most));
        _pairs = Math.Min(_count, MostPairs);
    }

    /// <summary>Whether there is something to examine: a generator with an opponent, and data to hold it against.</summary>
    internal static bool CanExamine(Model model, ISampleSource source) => model is ISampler && HasOpponent(model) && source.Count >= 16 && source.Schema == model.Schema;

    /// <summary>Whether somebody judges what another makes.</summary>
    internal static bool HasOpponent(Model model) => model.Players.Count > 1;

    /// <summary>What the examinations of a model do not show.</summary>
    internal static IEnumerable<DoctorSignal> LackingOf(Model model, Examiner? examiner) => examiner is null ? [DoctorSignal.Samples]
        : model.Critic is null ? [DoctorSignal.HeldOutScores] : [];

    /// <summary>What the user should know of samples that could not be read; empty before the first examination.</summary>
    internal IReadOnlyList<Text> Notes => _references?.Notes ?? [];

    /// <summary>Measures.</summary>
    /// <param name="network">Draws the samples.</param>
    /// <param name="before">The samples of the last examination; empty at the first. Replaced by those of this one.</param>
    /// <param name="reading">Gets numbers by name.</param>
    internal void Look(Module? network, ref float[] before, Dictionary<string, double> reading)
    {
        using var scope = new TensorScope();
        var references = _references ??= new References(_source, _heldOut(), _count, _pairs);
        var values = SampleSheet.Values(_model, network, SampleSheet.Seeds(FirstSeed, references.Count));
        if (!values.All(float.IsFinite)) return;                      // the loss will say so
        var fake = Batch(values);
        Variety(fake, references, reading);
        reading["sliced"] = references.DistanceTo(fake) / references.Floor;
        reading["distance"] = (reading["sliced"] + (reading["reach"] + reading["miss"]) / 2) / 2;
        Drift(values, ref before, references, reading);
        if (_model.Critic is { } critic) Scores(critic, fake, references, reading);
        if (_model.Schema is { Kind: FieldKind.Image, Height: >= 16, Width: >= 16 }) reading["checkerboard"] = Stride.Strength(fake.Narrow(0, 0, references.Pairs)) / Math.Max(1e-12, references.StrideOfReal);
        if (_source.IsEndless) return;
        var (ratio, z) = references.Copies(fake, _source);
        if (ratio is not null) reading["copy_ratio"] = ratio.Value;
        if (z is not null) reading["copying_z"] = z.Value;
    }

    private Tensor Batch(float[] values) => Tensor.From(values, _model.Schema.BatchShape(values.Length / _model.Schema.Values));

    /// <summary>How far the samples differ, how much of the data they reach, how many are near duplicates.</summary>
    private void Variety(Tensor fake, References real, Dictionary<string, double> reading)
    {
        fake = fake.Narrow(0, 0, real.Pairs);
        var among = new SampleDistances(fake, fake);
        var across = new SampleDistances(real.Some, fake);                  // [real, fake]
        reading["pairwise_ratio"] = among.MeanOfPairs() / Math.Max(1e-12, real.MeanOfPairs);
        reading["duplicates"] = Share(among.NearestOther(), (distance, _) => distance < real.DuplicateDistance);
        var (toFake, toReal) = (across.NearestOfRows(), across.NearestOfColumns());
        reading["coverage"] = Share(toFake, (distance, i) => distance <= real.Radius[i]);
        reading["reach"] = toFake.Average() / Math.Max(1e-12, real.NearestMean);
        reading["miss"] = toReal.Average() / Math.Max(1e-12, real.NearestMean);
    }

    private static double Share(double[] values, Func<double, int, bool> holds) => values.Where(holds).Count() / (double)values.Length;

    /// <summary>How far the samples of fixed seeds have moved since the last time, in mean distances of the data.</summary>
    private void Drift(float[] values, ref float[] before, References real, Dictionary<string, double> reading)
    {
        var now = values.AsSpan(0, Math.Min(Fewest, real.Count) * _model.Schema.Values).ToArray();
        if (before.Length == now.Length)
        {
            var (sum, size) = (0.0, _model.Schema.Values);
            for (var i = 0; i < now.Length; i += size)
            {
                double squares = 0;
                for (var j = i; j < i + size; j++) squares += ((double)now[j] - before[j]) * ((double)now[j] - before[j]);
                sum += Math.Sqrt(squares);
            }

            reading["drift"] = sum / (now.Length / size) / Math.Max(1e-12, real.MeanOfPairs);
        }

        before = now;
    }

    // r_v = (E d(train) - E d(held out)) / (E d(train) - E d(fake)): Karras et al., 2020, eq. 1 (arXiv:2006.06676)
    private void Scores(CriticView critic, Tensor fake, References real, Dictionary<string, double> reading)
    {
        var whole = real.Count / critic.Multiple * critic.Multiple;
        if (whole == 0) return;
        double[] Of(Tensor samples)
        {
            using var _ = Autograd.NoGrad();
            return [.. critic.Score(samples.Narrow(0, 0, whole)).ToArray<float>().Select(score => (double)score)];
        }

        var (onTrain, onFake) = (Of(real.All), Of(fake));
        reading["d_train"] = onTrain.Average();
        reading["d_fake"] = onFake.Average();
        if (real.HeldOut is { } heldOut)
        {
            var onHeld = Of(heldOut);
            var (gap, error) = (onTrain.Average() - onHeld.Average(), Math.Sqrt((Variance(onTrain) + Variance(onHeld)) / onTrain.Length));
            reading["d_held_out"] = onHeld.Average();
            if (onTrain.Average() > onFake.Average()) reading["r_v"] = gap / (onTrain.Average() - onFake.Average());
            reading["r_v_errors"] = gap / Math.Max(1e-12, error);      // how many standard errors the gap is
        }

        if (critic is { Pack: 1, Lipschitz: { } bound }) Steepness(critic, Math.Min(Between, whole) / critic.Multiple * critic.Multiple, fake, real, bound, reading);
    }

    /// <summary>The norm of the critic's gradient on lines from data to samples.</summary>
    private static void Steepness(CriticView critic, int count, Tensor fake, References real, double bound, Dictionary<string, double> reading)
    {
        if (count == 0) return;
        var shape = new long[fake.Dims];
        Array.Fill(shape, 1);
        shape[0] = count;
        var share = Tensor.From([.. Enumerable.Range(0, count).Select(i => (i + 0.5f) / count)], shape);
        var norms = InputGradient.Norms(critic.Score, share * real.All.Narrow(0, 0, count) + (1 - share) * fake.Narrow(0, 0, count)).ToArray<float>();
        reading["gradient_mean"] = norms.Average();
        reading["gradient_p95"] = norms.Order().ElementAt((int)(0.95 * (count - 1)));
        reading["lipschitz"] = bound;
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
