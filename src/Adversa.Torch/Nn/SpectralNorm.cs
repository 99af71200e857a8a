namespace Adversa.Torch.Nn;

/// <summary>Divides the weight of each layer by its largest singular value, so that no layer of a discriminator stretches by more than 1.</summary>
/// <remarks>Miyato et al., 2018, "Spectral Normalization for Generative Adversarial Networks", algorithm 1 (arXiv:1802.05957). As in
/// <c>torch.nn.utils.spectral_norm</c>: one power iteration for each forward pass in training, none in evaluation, and keys <c>weight_orig</c>, <c>weight_u</c>,
/// <c>weight_v</c>. The singular value is that of the kernel reshaped to <c>[out, in·k·k]</c>, which is not the norm of the convolution.</remarks>
public static class SpectralNorm
{
    private const double Eps = 1e-12;

    /// <summary>Normalises every dense and convolutional layer of a network, right after it was built and initialised.</summary>
    /// <param name="network">The network; equalised layers, norms and embeddings in it stay as they are.</param>
    /// <param name="generator">Draws the first singular vectors, two for each layer in order.</param>
    /// <exception cref="ArgumentException">There is no such layer.</exception>
    /// <exception cref="InvalidOperationException">A layer is normalised already.</exception>
    public static void Apply(Module network, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(network);
        var layers = network.Modules().OfType<WeightedLayer>().ToList();
        if (layers.Count == 0) throw new ArgumentException($"Spectral norm needs dense or convolutional layers; {network.GetType().Name} has none.", nameof(network));
        foreach (var layer in layers) layer.AddSpectralNorm(generator);
    }

    /// <summary>σ(W) ≈ uᵀ W v.</summary>
    /// <param name="w">W, <c>[out, in]</c>.</param>
    /// <param name="u">The left singular vector so far, <c>[out]</c>; moved by an iteration.</param>
    /// <param name="v">The right one, <c>[in]</c>; moved too.</param>
    /// <param name="iterate">Whether to iterate once before.</param>
    internal static Tensor Sigma(Tensor w, Tensor u, Tensor v, bool iterate)
    {
        if (iterate)
        {
            using var _ = Autograd.NoGrad();
            v.CopyInPlace(Unit(Ops.Mv(w.T(), u)));       // v = Wᵀu / ‖Wᵀu‖
            u.CopyInPlace(Unit(Ops.Mv(w, v)));           // u = Wv / ‖Wv‖
        }

        return Ops.Dot(u.Clone(), Ops.Mv(w, v.Clone()));      // copies: the next pass moves u and v while this one's graph still needs them
    }

    internal static Tensor UnitVector(long length, Generator generator) => Unit(Tensor.Randn([length], generator));

    private static Tensor Unit(Tensor x) => x / Ops.ClampMin(Ops.LinalgVectorNorm(x, 2, null), Eps);
}
