using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>What is learned: networks, and the turns in which they move. Any set of players: a GAN, a VAE, a classifier.</summary>
/// <remarks>What it can do besides is an interface: <see cref="ISampler"/>, <see cref="IReconstructor"/>, <see cref="IClassifier"/>.
/// A model knows nothing of data files, loops or disks, so it works in anybody's own loop.</remarks>
public abstract class Model : IDisposable
{
    /// <summary>What the model was built for.</summary>
    public abstract SampleSchema Schema { get; }

    /// <summary>Everybody who moves.</summary>
    public abstract IReadOnlyList<Player> Players { get; }

    /// <summary>The moves of a round, in order.</summary>
    public abstract IReadOnlyList<Turn> Turns { get; }

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

    /// <summary>What may be turned by building the model anew, by name: the dials among its options; none of a model that was built without any.</summary>
    public IReadOnlyList<OptionDial> OptionDials { get; internal set; } = [];

    /// <summary>How dials go on in the course of a run: the model's own, and those of the loop (<see cref="Dial.LearningRate"/>, <see cref="Dial.Beta2"/>, <see cref="Dial.EmaHalfLife"/>).</summary>
    public IReadOnlyList<Annealing> Annealings { get; init; } = [];

    /// <summary>The average's half-life is at most this share of the images that it has counted, so that it is of use from the start; 0 leaves it alone.</summary>
    public double EmaRamp { get; init; }

    /// <summary>Visits what the model itself keeps between updates, beyond the networks' weights and buffers.</summary>
    public virtual void VisitState(ITensorStateVisitor visitor) { }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        foreach (var player in Players) player.Network.Dispose();
        GC.SuppressFinalize(this);
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

    /// <summary>Opens the network whose features a system compares pictures by, as its options name it; null where nothing will be trained, and the system does without. The new model owns it.</summary>
    public Func<string, FeatureNetwork>? Features { get; init; }

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
