using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Models.Penalties;
using Adversa.Torch;

namespace Adversa.Models.Games;

/// <summary>A game whose generator draws from styles.</summary>
/// <param name="build">The samples and the techniques.</param>
/// <param name="newGenerator">Builds a generator.</param>
/// <param name="discriminator">Samples to raw scores.</param>
/// <param name="loss">The two losses.</param>
/// <param name="generatorOptimizer">How the generator moves.</param>
/// <param name="discriminatorOptimizer">How the discriminator moves.</param>
public sealed class StyleGame(BuildContext build, Func<StyleGenerator> newGenerator, Torch.Nn.Module discriminator, IAdversarialLoss loss,
    OptimizerOptions generatorOptimizer, OptimizerOptions discriminatorOptimizer)
    : Game(build, newGenerator, discriminator, loss, generatorOptimizer, discriminatorOptimizer), IStyled
{
    private IReadOnlyList<Turn>? _turns;

    /// <summary>The weight of the path-length penalty; 0 takes no turns for it.</summary>
    public double PathWeight { get; init; }

    /// <summary>The penalty is taken in every n-th round, on half a batch, and counts n-fold.</summary>
    public int PathEvery { get; init; } = 4;

    /// <inheritdoc/>
    public override IReadOnlyList<Turn> Turns => _turns ??= PathWeight == 0 ? base.Turns
        : [.. base.Turns, new(Players[0], PathLoss) { Every = PathEvery, Gain = PathEvery, NeedsData = false }];

    /// <inheritdoc/>
    public int Resolutions => Generator(null).Levels + 1;

    /// <inheritdoc/>
    public int Styles => Generator(null).Styles;

    /// <inheritdoc/>
    public int FirstStyleOf(int resolution) => StyleGenerator.FirstOfLevel(resolution);

    /// <inheritdoc/>
    public override Tensor Sample(SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var recording = Autograd.NoGrad();
        return Ops.Clamp(Draw(StylesOf(request), request), -1, 1);
    }

    // w̄ + ψ·(w - w̄)
    /// <inheritdoc/>
    public Tensor StylesOf(SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var network = Generator(request);
        using var recording = Autograd.NoGrad();
        var w = network.Map(Latents.OfSeeds(request.Seeds, Latent, Prior));
        return network.ForEachLayer(request.Truncation == 1 ? w : network.AverageStyle + request.Truncation * (w - network.AverageStyle));
    }

    /// <inheritdoc/>
    public Tensor Draw(Tensor styles, SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var noise = new SeededNoise(request.Seeds);
        noise.Next([request.Seeds.Count, Latent]);           // the numbers that the latent is
        return Generator(request).Draw(styles, noise.Next);
    }

    private StyleGenerator Generator(SampleRequest? request) => (request?.Network ?? SampledNetwork) as StyleGenerator
        ?? throw new NotSupportedException("Styles are drawn by a StyleGenerator.");

    private LossTerms PathLoss(TurnContext turn)
    {
        var z = Latents.Draw(Math.Max(1, turn.BatchSize / 2), Latent, Prior, turn.Noise);
        return new() { ["path"] = PathWeight * PathLengthPenalty.Of(Generator(null), z, turn.Noise) };
    }
}
