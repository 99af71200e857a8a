namespace Adversa.Torch;

/// <summary>In which numbers the products of dense and convolutional layers are computed. Weights, everything between the layers, losses and penalties stay single precision.</summary>
public enum Precision
{
    /// <summary>Single precision throughout, on a GPU too.</summary>
    Fp32,

    /// <summary>On a GPU inputs of a product are rounded to 10 bits of mantissa (TensorFloat-32); on the processor as <see cref="Fp32"/>.</summary>
    Tf32,

    /// <summary>Inputs and outputs of a product are rounded to bfloat16, 7 bits of mantissa. The sums within are single precision. Transposed convolutions in one and in three dimensions stay single
    /// precision: libtorch 1.13 has no bfloat16 for them.</summary>
    Bf16,
}
