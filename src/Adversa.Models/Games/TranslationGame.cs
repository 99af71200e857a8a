using System.Diagnostics.CodeAnalysis;
using Adversa.Models.Losses;
using Adversa.Models.Networks;
using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models.Games;

/// <summary>A game whose generator makes pictures of given ones.</summary>
public sealed class TranslationGame : Game, ITranslator
{
    /// <summary>Creates the game.</summary>
    /// <param name="build">The samples and the techniques.</param>
    /// <param name="newGenerator">Builds a generator, pictures to pictures.</param>
    /// <param name="discriminator">Judges what was made.</param>
    /// <param name="loss">The two losses.</param>
    /// <param name="generatorOptimizer">How the generator moves.</param>
    /// <param name="discriminatorOptimizer">How the discriminator moves.</param>
    [SetsRequiredMembers]
    public TranslationGame(BuildContext build, Func<Module> newGenerator, Module discriminator, IAdversarialLoss loss, OptimizerOptions generatorOptimizer, OptimizerOptions discriminatorOptimizer)
        : base(build, newGenerator, discriminator, loss, generatorOptimizer, discriminatorOptimizer) => Generate = turn => SampledNetwork.Forward(turn[Field.Input]);

    /// <inheritdoc/>
    public IReadOnlyList<Field> Given { get; init; } = [];

    /// <inheritdoc/>
    public int Stride { get; init; }

    /// <inheritdoc/>
    public bool HasNoise { get; init; }

    /// <summary>What a term reads, and what is disposed of with the game; null when there is nothing.</summary>
    public IDisposable? Beside { get; init; }

    /// <inheritdoc/>
    public Func<IReadOnlyList<long>, Batch>? Examples { get; set; }

    /// <summary>Null: it judges a picture beside what that was made of.</summary>
    public override CriticView? Critic => null;

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        Beside?.Dispose();
    }

    /// <inheritdoc/>
    public override Tensor Sample(SampleRequest request) => this.Make(request, (network, given) =>
    {
        var x = given.TensorOf(Field.Input);
        return network is IDrawing drawing ? drawing.Draw(x, new SeededNoise(request.Seeds).Uniform) : network.Forward(x);
    });
}
