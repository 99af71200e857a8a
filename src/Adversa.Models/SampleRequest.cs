using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>Which samples to draw.</summary>
/// <param name="Seeds">One for each sample; the latent is a function of it alone.</param>
/// <param name="Network">Draws instead of the model's own network, such as its average; null takes the model's.</param>
/// <param name="Class">The wanted class, for models that know classes.</param>
/// <param name="Preview">A glance during the training: a model whose samples take many evaluations may draw them by fewer.</param>
public sealed record SampleRequest(IReadOnlyList<long> Seeds, Module? Network = null, int? Class = null, bool Preview = false)
{
    /// <summary>The fields that are given, a row for each seed, such as the class of each sample; null when nothing is.
    /// A model passes over fields that it does not know.</summary>
    public Batch? Given { get; init; }

    /// <summary>Whether to translate the other way, for models that can: <see cref="ITranslator.GoesBack"/>.</summary>
    public bool Back { get; init; }

    /// <summary>ψ: a style is drawn nearer to the mean of all styles, w̄ + ψ·(w - w̄), so that samples are better and more alike. 1 leaves it; for models with styles.</summary>
    public double Truncation { get; init; } = 1;

    /// <summary>The class of each sample: the given one, or the wanted one, or else one after another by seed, so that seeds 0 to K - 1 show every class.</summary>
    /// <param name="schema">Knows how many classes there are.</param>
    /// <returns>int64 <c>[N]</c>.</returns>
    /// <exception cref="ArgumentException">What is given has another number of rows.</exception>
    public Tensor Labels(SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (Given is not null && Given.Count != Seeds.Count)
            throw new ArgumentException($"What is given has a row for each seed: {Seeds.Count}; got {Given.Count}.", nameof(Given));
        var (classes, given) = (schema.Classes, Given?.Labels);
        return Tensor.From([.. Seeds.Select((seed, i) => given?[i] ?? Class ?? (seed % classes + classes) % classes)], Seeds.Count);
    }
}
