using Adversa.Torch;

namespace Adversa.Models;

/// <summary>A discriminator that says more of a sample than a score: its class, or what it saw.</summary>
public interface IAnswering
{
    /// <summary>All that it says.</summary>
    /// <param name="x">Samples, <c>[N, ...]</c>.</param>
    Answer Answer(Tensor x);
}
