using Adversa.Torch;

namespace Adversa.Models;

/// <summary>A translator that is told what a picture shall show: the field <c>attributes</c> of what is given.</summary>
public interface IEditor : ITranslator
{
    /// <summary>What it can change, in order; it passes over the other attributes of its samples.</summary>
    IReadOnlyList<SampleAttribute> Edited { get; }

    /// <summary>Whether nothing is made of a picture for which nothing is asked.</summary>
    bool NeedsWish => true;

    /// <summary>What is taken for attributes that nobody asks for: as a rule what the pictures show by the system's own head, in evaluation mode, so that they keep it.</summary>
    /// <param name="pictures"><c>[N, C, H, W]</c> in [-1, 1].</param>
    /// <returns>A number for each of <see cref="Edited"/>, in its own unit, a category by its number: <c>[N, edited]</c>.</returns>
    Tensor Unasked(Tensor pictures);
}
