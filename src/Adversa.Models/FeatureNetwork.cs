using Adversa.Torch;
using Adversa.Torch.Nn;

namespace Adversa.Models;

/// <summary>A network that was trained before and stands still: pictures are compared by what it sees in them.</summary>
/// <remarks>Johnson, Alahi, Fei-Fei, 2016, "Perceptual Losses for Real-Time Style Transfer and Super-Resolution", section 3.2 (arXiv:1603.08155).</remarks>
public sealed class FeatureNetwork : IDisposable
{
    private readonly IDisposable _owner;
    private readonly Func<Tensor, Tensor> _features;

    /// <summary>Takes a network.</summary>
    /// <param name="name">Which one, for whoever reads a number that comes of it.</param>
    /// <param name="owner">What is disposed of with it.</param>
    /// <param name="network">Its weights stand still from now on.</param>
    /// <param name="features">Pictures, <c>[N, C, H, W]</c> in [-1, 1], to features, <c>[N, ...]</c>.</param>
    public FeatureNetwork(string name, IDisposable owner, Module network, Func<Tensor, Tensor> features)
    {
        ArgumentNullException.ThrowIfNull(network);
        (Name, _owner, _features) = (name, owner, features);
        network.Eval();
        network.RequireGrad(false);
    }

    /// <summary>Which network it is.</summary>
    public string Name { get; }

    /// <summary>The mean squared difference of what it sees in pictures and in their truth; gradients pass through the pictures alone.</summary>
    /// <param name="made">Pictures, <c>[N, C, H, W]</c> in [-1, 1].</param>
    /// <param name="truth">As many, of the same size.</param>
    /// <returns>A scalar.</returns>
    public Tensor Distance(Tensor made, Tensor truth)
    {
        Tensor seen;
        using (Autograd.NoGrad()) seen = _features(truth);
        return (_features(made) - seen).Square().Mean();
    }

    /// <inheritdoc/>
    public void Dispose() => _owner.Dispose();
}
