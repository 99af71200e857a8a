using Adversa.Models;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;
using Adversa.Training.Events;

namespace Adversa.Training.Diagnostics;

/// <summary>What each update shows for nearly nothing: scores of the discriminator's own batch, and now and then the norm of the gradients.</summary>
/// <param name="generator">Tells the generator's turns from the others.</param>
internal sealed class UpdateSignals(Module? generator)
{
    private const double Keep = 0.98;            // of the running mean of a gradient's norm
    private const double KeepScores = 0.96;      // of the running mean of scores: about 50 updates
    private const int GradientEvery = 10, Early = 20;
    private const int ReadTogether = 32;         // on a GPU, where a look waits for all that was asked of it
    private const int Stride = 2, Window = 256;  // scores of every second update of the discriminator are read; the series of their gap spans 512 updates
    private const int Accuracy = 0, RealMean = 1, FakeMean = 2, Sign = 3, LargestScore = 4, GeneratorNorm = 5, DiscriminatorNorm = 6, Count = 7;
    private readonly List<(Tensor Real, Tensor Fake, double? Middle)> _unread = [];
    private double[] _means = [.. Enumerable.Repeat(double.NaN, Count)];
    private double[] _early = [];                // the generator's first gradient norms
    private double[] _gaps = [];                 // the newest last
    private double[] _usual = [double.NaN, double.NaN];      // long-run means of the log of the norms
    private double _worst;                       // the largest norm beside its usual since the last examination
    private double _worstNorm;
    private double _worstUsual;
    private double _largest;                     // score, by its size, since the last examination
    private long _generatorUpdates;
    private long _discriminatorUpdates;

    /// <summary>What the updates of a model do not show: without an opponent there are no scores, and gradients only of the network that draws.</summary>
    internal static IEnumerable<DoctorSignal> LackingOf(Model model, Module? generator) => Examiner.HasOpponent(model) ? []
        : model.Players[0].Network == generator ? [DoctorSignal.Scores] : [DoctorSignal.Gradients, DoctorSignal.Scores];

    /// <summary>Takes in an update, before its gradients are used.</summary>
    internal void See(Turn turn, LossTerms losses)
    {
        if (losses.Scores is { } scores && _discriminatorUpdates % Stride == 0)
        {
            if (scores.Real.Device.IsCpu) Scores(scores.Real.ToArray<float>(), scores.Fake.ToArray<float>(), losses.Middle);
            else _unread.Add((TensorScope.Detach(scores.Real.Detach()), TensorScope.Detach(scores.Fake.Detach()), losses.Middle));
            if (_unread.Count == ReadTogether) ReadScores();
        }

        if (turn.Player.Network == generator) { if (_generatorUpdates++ % GradientEvery == 0) Gradient(turn.Player, GeneratorNorm); }
        else if (losses.Scores is not null && _discriminatorUpdates++ % GradientEvery == 0) Gradient(turn.Player, DiscriminatorNorm);
    }

    /// <summary>Adds what is known now to a reading, and begins the next stretch.</summary>
    internal void Into(Dictionary<string, double> reading)
    {
        ReadScores();
        void Add(string name, double value)
        {
            if (double.IsFinite(value)) reading[name] = value;
        }

        Add("accuracy", _means[Accuracy]);
        Add("score_real", _means[RealMean]);
        Add("score_fake", _means[FakeMean]);
        Add("r_t", _means[Sign]);
        Add("largest_score", _largest);
        Add("gradient_g", _means[GeneratorNorm]);
        Add("gradient_d", _means[DiscriminatorNorm]);
        Add("gradient_ratio", _early.Length == Early ? _means[GeneratorNorm] / Math.Max(1e-30, _early.Order().ElementAt(Early / 2)) : double.NaN);
        Add("gradient_jump", _worst);
        Add("gradient_norm", _worstNorm);
        Add("usual_gradient_norm", _worstUsual);
        if (_gaps.Length == Window)
        {
            var (cycles, share) = Spectrum.Strongest(_gaps);
            Add("period", cycles > 0 ? Window * Stride / cycles : double.NaN);
            Add("period_share", share);
            Add("persistence", Spectrum.Persistence(_gaps));
        }

        (_worst, _worstNorm, _worstUsual, _largest) = (0, 0, 0, 0);
    }

    internal void VisitState(ITensorStateVisitor visitor)
    {
        ReadScores();
        visitor.Visit("means", ref _means);
        visitor.Visit("early", ref _early);
        visitor.Visit("gaps", ref _gaps);
        visitor.Visit("usual", ref _usual);
        visitor.Visit("worst", ref _worst);
        visitor.Visit("worst_norm", ref _worstNorm);
        visitor.Visit("worst_usual", ref _worstUsual);
        visitor.Visit("largest", ref _largest);
        visitor.Visit("generator_updates", ref _generatorUpdates);
        visitor.Visit("discriminator_updates", ref _discriminatorUpdates);
    }

    private void ReadScores()
    {
        foreach (var (real, fake, middle) in _unread)
            using (real)
            using (fake)
                Scores(real.ToArray<float>(), fake.ToArray<float>(), middle);
        _unread.Clear();
    }

    private void Scores(float[] real, float[] fake, double? cannotTell)
    {
        var (onReal, onFake) = (Mean(real), Mean(fake));
        var middle = (onReal + onFake) / 2;
        Take(Accuracy, (Above(real, middle) + 1 - Above(fake, middle)) / 2, KeepScores);
        Take(RealMean, onReal, KeepScores);
        Take(FakeMean, onFake, KeepScores);
        if (cannotTell is { } level) Take(Sign, 2 * Above(real, level) - 1, KeepScores);
        _largest = Math.Max(_largest, Math.Max(Math.Abs(onReal), Math.Abs(onFake)));
        _gaps = [.. _gaps.Length < Window ? _gaps : _gaps[1..], onReal - onFake];
    }

    private void Gradient(Player player, int slot)
    {
        var norm = GradientClipping.Norm(player.Network.Parameters);
        Take(slot, norm, Keep);
        if (slot == GeneratorNorm && _early.Length < Early) _early = [.. _early, norm];
        ref var usual = ref _usual[slot - GeneratorNorm];
        var jump = double.IsNaN(usual) ? 1 : norm / Math.Exp(usual);
        if (!(jump <= _worst)) (_worst, _worstNorm, _worstUsual) = (jump, norm, double.IsNaN(usual) ? norm : Math.Exp(usual));
        var log = Math.Log(Math.Max(1e-30, norm));
        if (double.IsFinite(log)) usual = double.IsNaN(usual) ? log : Keep * usual + (1 - Keep) * log;
    }

    private void Take(int slot, double value, double keep) => _means[slot] = double.IsNaN(_means[slot]) ? value : keep * _means[slot] + (1 - keep) * value;

    private static double Mean(float[] values)
    {
        double sum = 0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    private static double Above(float[] values, double level)
    {
        var count = 0;
        foreach (var value in values)
            if (value > level) count++;
        return count / (double)values.Length;
    }
}
