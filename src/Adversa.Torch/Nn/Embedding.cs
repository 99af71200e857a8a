namespace Adversa.Torch.Nn;

/// <summary>A table of learned vectors, one for each whole number, such as a class or a time step.</summary>
public sealed class Embedding : Module
{
    private readonly Tensor _weight;

    /// <summary>Creates the table with PyTorch's initialisation, N(0, 1).</summary>
    /// <param name="count">K, the number of vectors (PyTorch's <c>num_embeddings</c>); 1 or more.</param>
    /// <param name="dim">Length of a vector (PyTorch's <c>embedding_dim</c>); 1 or more.</param>
    /// <param name="generator">Draws the initial vectors.</param>
    public Embedding(int count, int dim, Generator generator) =>
        _weight = Parameter("weight", Init.Normal(Tensor.Zeros([count, dim]), 0, 1, generator));

    /// <param name="x">Whole numbers in [0, K), int64, of any shape.</param>
    /// <returns>The shape of the numbers with <c>dim</c> behind it.</returns>
    /// <exception cref="ArgumentException">The input is not int64.</exception>
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.DType != DType.Int64) throw new ArgumentException($"Embedding expects whole numbers, Int64, in [0, {_weight.Size(0)}); got {x}. Convert them: To(DType.Int64).", nameof(x));
        return Ops.Embedding(_weight, x);
    }
}
