using Adversa.Models;
using Adversa.Torch.Nn;

namespace Adversa.Training.Evaluations;

/// <summary>Whom an evaluation measures, by what it can do. What it cannot do leaves numbers without a value.</summary>
/// <param name="Count">Samples that are wanted.</param>
/// <param name="Samples">So many drawn samples one after another; null for a model that draws nothing.</param>
public sealed record Subject(int Count, float[]? Samples)
{
    /// <summary>Draws samples of a class; null for a model that takes none.</summary>
    public ClassSampler? OfClass { get; init; }

    /// <summary>Gives back samples as the model reconstructs them; null for one that does not.</summary>
    public Func<float[], float[]>? Reconstruct { get; init; }

    /// <summary>A model: draws its samples, from seed 0 on.</summary>
    /// <param name="model">The model.</param>
    /// <param name="network">What it draws from, such as its average; null takes its own. Reconstructions are always its own.</param>
    /// <param name="count">Samples that are wanted.</param>
    public static Subject Of(Model model, Module? network, int count)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(count, model is not ISampler ? null : SampleSheet.Values(model, network, SampleSheet.Seeds(0, count)))
        {
            OfClass = model is ISampler { TakesClass: true } ? (k, seeds) => SampleSheet.Values(model, network, seeds, k) : null,
            Reconstruct = model is IReconstructor ? real => SampleSheet.Reconstructed(model, real) : null,
        };
    }
}
