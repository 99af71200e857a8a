using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>What is learned: networks, the turns in which they move, and how to draw from them. Any set of players: a GAN, a VAE, a classifier.</summary>
/// <remarks>A model knows nothing of data files, loops or disks, so it works in anybody's own loop.</remarks>
public abstract class Model : IDisposable
{
    /// <summary>What the model was built for.</summary>
    public abstract SampleSchema Schema { get; }

    /// <summary>Everybody who moves.</summary>
    public abstract IReadOnlyList<Player> Players { get; }

    /// <summary>The moves of a round, in order.</summary>
    public abstract IReadOnlyList<Turn> Turns { get; }

    /// <summary>The network that <see cref="Sample"/> draws from, and that an average can be kept of; null when the model draws nothing.</summary>
    public virtual Module? SampledNetwork => null;

    /// <summary>A second network of the plan of <see cref="SampledNetwork"/>, to hold its average.</summary>
    public virtual Module NewSampledNetwork() => throw new NotSupportedException($"{GetType().Name} draws no samples.");

    /// <summary>Whether <see cref="Sample"/> can be asked for a class; a model that cannot ignores the wish.</summary>
    public virtual bool TakesClass => false;

    /// <summary>Draws samples. Sample i depends on its own seed alone, not on its batch mates.</summary>
    /// <param name="request">Which.</param>
    /// <returns>Pictures <c>[N, C, H, W]</c> in [-1, 1], or points <c>[N, D]</c>.</returns>
    public virtual Tensor Sample(SampleRequest request) => throw new NotSupportedException($"{GetType().Name} draws no samples.");

    /// <summary>Whether the model gives back what it is shown: an autoencoder. A run of one that draws nothing shows its reconstructions of real samples.</summary>
    public virtual bool Reconstructs => false;

    /// <summary>What the model gives back for some samples, in evaluation mode.</summary>
    /// <param name="samples">Samples in the schema's range, <c>[N, ...]</c>.</param>
    /// <returns>Of the same shape; pictures in [-1, 1] up to what a linear network oversteps.</returns>
    public virtual Tensor Reconstruct(Tensor samples) => throw new NotSupportedException($"{GetType().Name} reconstructs nothing.");

    /// <summary>How real samples look to the discriminator, for pictures of its surface; null when there is none.</summary>
    /// <param name="samples">Samples in the schema's range, <c>[N, ...]</c>.</param>
    /// <returns>Values in [0, 1], high for real, <c>[N, 1]</c>.</returns>
    public virtual Tensor? Realness(Tensor samples) => null;

    /// <summary>The discriminator for those who watch a training; null when there is none, or when it scores more than a sample alone.</summary>
    public virtual CriticView? Critic => null;

    /// <summary>Whether <c>d_real</c> and <c>d_fake</c> are mean scores, of any size, instead of mean probabilities.</summary>
    public virtual bool AnswersByScores => false;

    /// <summary>The network that tells real from generated, for others to build on; null when there is none, or when it needs more than one sample.</summary>
    public virtual DiscriminatorTap? Discriminator => null;

    /// <summary>What every learning rate is multiplied by now, beside the recipe's schedule: a stage's own rate, a rate that falls when a measure stalls. 0 or more.
    /// A function of the model's saved state; asked before each update.</summary>
    public virtual double LearningRateFactor => 1;

    /// <summary>What may be turned while the model learns, by name.</summary>
    public virtual IReadOnlyList<Dial> Dials => [];

    /// <summary>How dials go on in the course of a run: the model's own, and those of the loop (<see cref="Dial.LearningRate"/>, <see cref="Dial.Beta2"/>, <see cref="Dial.EmaHalfLife"/>).</summary>
    public IReadOnlyList<Annealing> Annealings { get; init; } = [];

    /// <summary>Visits what the model itself keeps between updates, beyond the networks' weights and buffers.</summary>
    public virtual void VisitState(ITensorStateVisitor visitor) { }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        foreach (var player in Players) player.Network.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Which samples to draw.</summary>
/// <param name="Seeds">One for each sample; the latent is a function of it alone.</param>
/// <param name="Network">Draws instead of the model's own network, such as its average; null takes the model's.</param>
/// <param name="Class">The wanted class, for models that know classes.</param>
/// <param name="Preview">A glance during the training: a model whose samples take many evaluations may draw them by fewer.</param>
public sealed record SampleRequest(IReadOnlyList<long> Seeds, Module? Network = null, int? Class = null, bool Preview = false)
{
    /// <summary>The class of each sample: the wanted one, or else one after another by seed, so that seeds 0 to K - 1 show every class.</summary>
    /// <param name="schema">Knows how many classes there are.</param>
    /// <returns>int64 <c>[N]</c>.</returns>
    public Tensor Labels(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var classes = schema.Classes;
        return Tensor.From([.. Seeds.Select(seed => Class ?? (seed % classes + classes) % classes)], Seeds.Count);
    }
}

/// <summary>What a model is built from.</summary>
/// <param name="Schema">The samples.</param>
/// <param name="Init">Draws the initial weights.</param>
/// <param name="Noise">Draws what a network needs while it runs, such as dropout's masks; its state is saved with the run.</param>
public sealed record BuildContext(SampleSchema Schema, Generator Init, Generator Noise)
{
    /// <summary>The techniques of a two-player game; all off by default.</summary>
    public Techniques Techniques { get; init; } = new();

    /// <summary>The model of the run named in <c>from</c>, for systems that are built on one. The new model owns it, and disposes of it with itself.</summary>
    public Model? Source { get; init; }

    /// <summary>What a discriminator sees at once: one sample, or a pack of them.</summary>
    public SampleSchema SeenSchema => Techniques.Packed(Schema);

    /// <summary>Finishes a discriminator: spectral norm where it is asked for.</summary>
    /// <param name="network">Just built.</param>
    /// <returns>The same network.</returns>
    public T Discriminator<T>(T network) where T : Module
    {
        if (Techniques.SpectralNorm == SpectralNormOf.Discriminator) SpectralNorm.Apply(network, Init);
        return network;
    }
}
