using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Games;

/// <summary>A network that learns to tell the noise in a sample, and draws by taking it out of pure noise step by step.</summary>
/// <remarks>Ho, Jain, Abbeel, 2020, "Denoising Diffusion Probabilistic Models", algorithms 1 and 2 (arXiv:2006.11239).</remarks>
public sealed class DiffusionModel : Model, ISampler
{
    private readonly Player _player;
    private readonly NoisePredictor _network;
    private readonly Func<NoisePredictor> _newNetwork;

    /// <summary>Creates the model.</summary>
    /// <param name="schema">The samples.</param>
    /// <param name="newNetwork">Builds ε_θ; called again for its average.</param>
    /// <param name="schedule">How samples turn into noise.</param>
    /// <param name="optimizer">How the network moves.</param>
    public DiffusionModel(SampleSchema schema, Func<NoisePredictor> newNetwork, NoiseSchedule schedule, OptimizerOptions optimizer)
    {
        ArgumentNullException.ThrowIfNull(newNetwork);
        (Schema, _newNetwork, Schedule, _network) = (schema, newNetwork, schedule, newNetwork());
        _player = new("denoiser", _network, optimizer);
        Turns = [new(_player, Loss)];
    }

    /// <summary>How samples turn into noise.</summary>
    public NoiseSchedule Schedule { get; }

    /// <summary>The noise that a step back adds.</summary>
    public ReverseVariance Variance { get; init; }

    /// <summary>Steps back to a sample; 0 takes all T.</summary>
    public int SampleSteps { get; init; }

    /// <summary>Steps back to a preview, without noise on the way; 0 draws previews like any sample.</summary>
    public int PreviewSteps { get; init; }

    /// <summary>x̂₀ is held in [-Clip, Clip]; 0 leaves it free.</summary>
    public double Clip { get; init; }

    /// <inheritdoc/>
    public override SampleSchema Schema { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Player> Players => [_player];

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns { get; }

    /// <inheritdoc/>
    public Module SampledNetwork => _network;

    /// <inheritdoc/>
    public Module NewSampledNetwork() => _newNetwork();

    /// <summary>Draws by algorithm 2. Where a seed starts and the noise on its way come from the seed alone.</summary>
    /// <inheritdoc/>
    public Tensor Sample(SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var network = request.Network ?? _network;
        using var mode = new Evaluating(network);
        using var recording = Autograd.NoGrad();
        var (steps, variance) = request.Preview && PreviewSteps > 0 ? (PreviewSteps, ReverseVariance.None) : (SampleSteps, Variance);
        var noise = new SeededNoise(request.Seeds);
        var x = noise.Next(Schema.BatchShape(request.Seeds.Count));                // x_T ~ N(0, I)
        foreach (var (t, s) in Schedule.WayBack(steps))
        {
            using var scope = new TensorScope();                                   // what a step leaves behind would fill the memory of T steps
            var before = x;
            x = scope.Keep(GoBack(network, x, t, Schedule.Back(t, s, variance), noise));
            before.Dispose();
        }

        return Schema.Kind == FieldKind.Image ? Ops.Clamp(x, -1, 1) : x;
    }

    /// <summary>The noise that the network sees in some samples, in evaluation mode.</summary>
    /// <param name="x">x_t, <c>[N, ...]</c>.</param>
    /// <param name="t">The step of each sample, int64 <c>[N]</c>, 1 to T.</param>
    /// <param name="network">Asked instead of the model's own network, such as its average.</param>
    /// <returns>ε_θ(x_t, t), of the shape of x.</returns>
    public Tensor PredictNoise(Tensor x, Tensor t, Module? network = null)
    {
        using var mode = new Evaluating(network ?? _network);
        using var recording = Autograd.NoGrad();
        return Predictor(network ?? _network).Forward(x, t);
    }

    private Tensor GoBack(Module network, Tensor x, int t, StepBack step, SeededNoise noise)
    {
        var predicted = Predictor(network).Forward(x, Tensor.Full([x.Size(0)], t, DType.Int64));
        var x0 = Schedule.Clean(x, predicted, t);
        if (Clip > 0) x0 = Ops.Clamp(x0, -Clip, Clip);
        var next = step.Clean * x0 + step.Noisy * x;
        return step.Deviation > 0 ? next + step.Deviation * noise.Next(x.Shape) : next;
    }

    // E ‖ε - ε_θ(√ᾱ_t x₀ + √(1 - ᾱ_t) ε, t)‖², t uniform in 1 ... T   (eq. 14; the mean over pixels in place of their sum)
    private LossTerms Loss(TurnContext turn)
    {
        var x0 = turn.Data;
        var t = Ops.Randint(1, Schedule.Steps + 1, [x0.Size(0)], turn.Noise, DType.Int64);
        var noise = Tensor.Randn(x0.Shape, turn.Noise);
        return new LossTerms { ["noise"] = Ops.MseLoss(_network.Forward(Schedule.Diffuse(x0, noise, t), t), noise) };
    }

    private static NoisePredictor Predictor(Module network) => network as NoisePredictor
        ?? throw new NotSupportedException($"A diffusion model draws from a {nameof(NoisePredictor)}; got {network.GetType().Name}.");
}
