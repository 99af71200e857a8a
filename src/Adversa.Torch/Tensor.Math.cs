namespace Adversa.Torch;

// The operations that read best as methods and signs. Everything else of libtorch that has a wrapper is in Ops.
public sealed partial class Tensor
{
    /// <summary>Elementwise sum; shapes broadcast.</summary>
    public static Tensor operator +(Tensor a, Tensor b) => Ops.Add(a, b, 1);

    /// <summary>Adds a number to every element.</summary>
    public static Tensor operator +(Tensor a, Scalar b) => Ops.Add(a, b, 1);

    /// <inheritdoc cref="op_Addition(Tensor, Scalar)"/>
    public static Tensor operator +(Scalar a, Tensor b) => Ops.Add(b, a, 1);

    /// <summary>Elementwise difference; shapes broadcast.</summary>
    public static Tensor operator -(Tensor a, Tensor b) => Ops.Sub(a, b, 1);

    /// <summary>Subtracts a number from every element.</summary>
    public static Tensor operator -(Tensor a, Scalar b) => Ops.Sub(a, b, 1);

    /// <summary>A number minus every element.</summary>
    public static Tensor operator -(Scalar a, Tensor b) => Ops.Rsub(b, a, 1);

    /// <summary>The opposite of every element.</summary>
    public static Tensor operator -(Tensor a) => Ops.Neg(a);

    /// <summary>Elementwise product; shapes broadcast.</summary>
    public static Tensor operator *(Tensor a, Tensor b) => Ops.Mul(a, b);

    /// <summary>Multiplies every element by a number.</summary>
    public static Tensor operator *(Tensor a, Scalar b) => Ops.Mul(a, b);

    /// <inheritdoc cref="op_Multiply(Tensor, Scalar)"/>
    public static Tensor operator *(Scalar a, Tensor b) => Ops.Mul(b, a);

    /// <summary>Elementwise quotient; shapes broadcast.</summary>
    public static Tensor operator /(Tensor a, Tensor b) => Ops.Div(a, b);

    /// <summary>Divides every element by a number.</summary>
    public static Tensor operator /(Tensor a, Scalar b) => Ops.Div(a, b);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="shape">The lengths.</param>
    /// <param name="dtype">The element type.</param>
    public static Tensor Zeros(ReadOnlySpan<long> shape, DType dtype = DType.Float32) => Ops.Zeros(shape, dtype);

    /// <summary>A tensor of ones.</summary>
    /// <inheritdoc cref="Zeros"/>
    public static Tensor Ones(ReadOnlySpan<long> shape, DType dtype = DType.Float32) => Ops.Ones(shape, dtype);

    /// <summary>A tensor with one value everywhere.</summary>
    /// <inheritdoc cref="Zeros"/>
    public static Tensor Full(ReadOnlySpan<long> shape, Scalar value, DType dtype = DType.Float32) => Ops.Full(shape, value, dtype);

    /// <summary>Standard normal numbers.</summary>
    /// <param name="shape">The lengths.</param>
    /// <param name="generator">Where they come from; always named, so that a run can be repeated.</param>
    public static Tensor Randn(ReadOnlySpan<long> shape, Generator generator) => Ops.Randn(shape, generator);

    /// <summary>Uniform numbers in [0, 1).</summary>
    /// <inheritdoc cref="Randn"/>
    public static Tensor Rand(ReadOnlySpan<long> shape, Generator generator) => Ops.Rand(shape, generator);

    /// <summary>Joins tensors along an existing dimension.</summary>
    public static Tensor Cat(IReadOnlyList<Tensor> tensors, int dim = 0) => Ops.Cat(tensors, dim);

    /// <summary>Mean of all elements.</summary>
    public Tensor Mean() => Ops.Mean(this);

    /// <summary>Mean over some dimensions.</summary>
    /// <param name="dims">The dimensions that vanish, or become 1 with <paramref name="keepDim"/>.</param>
    /// <param name="keepDim">Whether they stay, with length 1.</param>
    public Tensor Mean(long[] dims, bool keepDim = false) => Ops.Mean(this, dims, keepDim);

    /// <summary>Sum of all elements.</summary>
    public Tensor Sum() => Ops.Sum(this);

    /// <summary>Sum over some dimensions.</summary>
    /// <inheritdoc cref="Mean(long[], bool)"/>
    public Tensor Sum(long[] dims, bool keepDim = false) => Ops.Sum(this, dims, keepDim);

    /// <summary>Every element squared.</summary>
    public Tensor Square() => Ops.Square(this);

    /// <summary>The square root of every element.</summary>
    public Tensor Sqrt() => Ops.Sqrt(this);

    /// <summary>e to the power of every element.</summary>
    public Tensor Exp() => Ops.Exp(this);

    /// <summary>The natural logarithm of every element.</summary>
    public Tensor Log() => Ops.Log(this);

    /// <summary>The absolute value of every element.</summary>
    public Tensor Abs() => Ops.Abs(this);

    /// <summary>1 / (1 + exp(-x)).</summary>
    public Tensor Sigmoid() => Ops.Sigmoid(this);

    /// <summary>log(1 + exp(x)), computed without overflow.</summary>
    public Tensor Softplus() => Ops.Softplus(this, 1, 20);

    /// <summary>Matrix product.</summary>
    public Tensor Matmul(Tensor other) => Ops.Matmul(this, other);

    /// <summary>The transpose of a matrix.</summary>
    public Tensor T() => Ops.Transpose(this, 0, 1);

    /// <summary>The same elements under another shape; one length may be -1.</summary>
    public Tensor Reshape(params ReadOnlySpan<long> shape) => Ops.Reshape(this, shape);

    /// <summary>Joins the dimensions from <paramref name="startDim"/> on into one.</summary>
    public Tensor Flatten(int startDim = 0) => Ops.Flatten(this, startDim);

    /// <summary>A stretch of one dimension.</summary>
    /// <param name="dim">The dimension.</param>
    /// <param name="start">Its first index.</param>
    /// <param name="length">How many.</param>
    public Tensor Narrow(int dim, long start, long length) => Ops.Narrow(this, dim, start, length);

    /// <summary>The same values without their history.</summary>
    public Tensor Detach() => Ops.Detach(this);

    /// <summary>A copy in memory of its own.</summary>
    public Tensor Clone() => Ops.Clone(this);

    /// <summary>The values in another element type.</summary>
    public Tensor To(DType dtype) => Ops.To(this, dtype);

    /// <summary>The values on another device.</summary>
    /// <param name="device">Where to.</param>
    public Tensor To(Device device) => Ops.To(this, device, DType);

    /// <summary>Overwrites the elements with those of another tensor.</summary>
    /// <returns>This tensor.</returns>
    public Tensor CopyInPlace(Tensor source)
    {
        using var same = Ops.CopyInPlace(this, source);
        return this;
    }
}
