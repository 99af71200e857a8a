using Adversa.Torch;

namespace Adversa.Models;

/// <summary>A model that gives back what it is shown: an autoencoder. A run of one that draws nothing shows its reconstructions of real samples.</summary>
public interface IReconstructor
{
    /// <summary>What the model gives back for some samples, in evaluation mode.</summary>
    /// <param name="samples">Samples in the schema's range, <c>[N, ...]</c>.</param>
    /// <returns>Of the same shape; pictures in [-1, 1] up to what a linear network oversteps.</returns>
    Tensor Reconstruct(Tensor samples);
}
