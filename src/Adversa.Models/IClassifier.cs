using Adversa.Torch;

namespace Adversa.Models;

/// <summary>A model whose purpose is to name the class of a sample.</summary>
public interface IClassifier
{
    /// <summary>The samples that it names, and how many classes there are.</summary>
    SampleSchema Schema { get; }

    /// <summary>The probability of each class, in evaluation mode.</summary>
    /// <param name="samples">Samples, <c>[N, ...]</c>, pictures in [-1, 1].</param>
    /// <returns><c>[N, K]</c>, each row adds up to 1.</returns>
    Tensor Probabilities(Tensor samples);

    /// <summary>How strange samples look, in evaluation mode: samples to numbers, <c>[N, 1]</c>, high for what does not look like the data. Null where the model cannot tell.</summary>
    Func<Tensor, Tensor>? Strangeness { get; }
}
