namespace Adversa.Torch.Nn;

/// <summary>A gated recurrent layer: reads a sequence from its beginning and keeps a state.</summary>
/// <remarks>Cho et al., 2014, "Learning Phrase Representations using RNN Encoder-Decoder" (arXiv:1406.1078), as PyTorch computes it:
/// r = σ(W_r x + U_r h), z = σ(W_z x + U_z h), n = tanh(W_n x + r ∘ (U_n h)), h' = (1 - z) ∘ n + z ∘ h, each product with a bias of its own. The first state is 0.
/// Begins with PyTorch's initialisation, U(-1/√H, 1/√H).</remarks>
public sealed class Gru : Module
{
    private readonly int _hidden;
    private readonly Tensor[] _weights;

    /// <summary>Creates the layer.</summary>
    /// <param name="inFeatures">Numbers of one place of the sequence (PyTorch's <c>input_size</c>); 1 or more.</param>
    /// <param name="hidden">H, numbers of the state (PyTorch's <c>hidden_size</c>); 1 or more.</param>
    /// <param name="generator">Draws the initial weights.</param>
    public Gru(int inFeatures, int hidden, Generator generator)
    {
        _hidden = hidden;
        var gates = 3 * hidden;
        _weights = [Drawn("weight_ih_l0", gates, inFeatures), Drawn("weight_hh_l0", gates, hidden), Drawn("bias_ih_l0", gates), Drawn("bias_hh_l0", gates)];

        Tensor Drawn(string name, params long[] shape) => Parameter(name, Init.PyTorchDefault(Tensor.Zeros(shape), hidden, generator));
    }

    /// <param name="x">Sequences of one length, <c>[N, L, in]</c>.</param>
    /// <returns>The state after each place, <c>[N, L, H]</c>.</returns>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var first = Tensor.Zeros([1, x.Size(0), _hidden]);
        return Ops.Gru(x, first, _weights, hasBiases: true, numLayers: 1, dropout: 0, train: IsTraining, bidirectional: false, batchFirst: true)[0];
    }
}
