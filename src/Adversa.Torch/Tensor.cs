using System.Globalization;
using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>An array of numbers in libtorch's memory, with gradients to any order.</summary>
/// <remarks>The words are PyTorch's. A tensor made inside a <see cref="TensorScope"/> ends with it; one made outside is the holder's to dispose.
/// Operations return fresh tensors and never dispose of their arguments.</remarks>
public sealed unsafe partial class Tensor : IDisposable
{
    private readonly long _pressure;
    private int _pressureRemoved;

    internal Tensor(nint handle)
    {
        SafeHandle = new TensorHandle(handle);
        if (TensorScope.Current is { } scope)
        {
            scope.Register(this);
            GC.SuppressFinalize(this);       // nothing to take back
            return;
        }

        try
        {
            var info = Info();
            _pressure = Math.Max(1, info.Elements * ((DType)info.DType).Size());      // outside a scope the garbage collector is the net: tell it what is at stake
        }
        catch
        {
            SafeHandle.Dispose();
            throw;
        }

        GC.AddMemoryPressure(_pressure);
    }

    /// <summary>Takes back the memory pressure of a tensor that nobody disposed; its handle frees itself.</summary>
    ~Tensor() => RemovePressure();

    /// <summary>Native tensors alive in this process: equal before and after a step, or something leaks.</summary>
    public static long LiveCount => TensorHandle.Live;

    /// <summary>Whether the tensor was disposed.</summary>
    public bool IsDisposed => SafeHandle.IsClosed;

    /// <summary>Number of elements.</summary>
    public long Elements => Info().Elements;

    /// <summary>Number of dimensions.</summary>
    public int Dims => (int)Info().Dims;

    /// <summary>The element type.</summary>
    public DType DType => (DType)Info().DType;

    /// <summary>The length of each dimension.</summary>
    public long[] Shape
    {
        get
        {
            var info = Info();
            var shape = new long[info.Dims];
            for (var i = 0; i < shape.Length; i++) shape[i] = info.Sizes[i];
            return shape;
        }
    }

    /// <summary>Where the elements live.</summary>
    public Device Device => Device.Of(Info());

    /// <summary>Whether its elements lie in memory in the order of its shape: see <see cref="MemoryFormat"/>.</summary>
    public bool IsContiguous => Info().IsContiguous != 0;

    /// <summary>Whether operations on the tensor are recorded for <see cref="Autograd"/>.</summary>
    public bool RequiresGrad
    {
        get => Info().RequiresGrad != 0;
        set => Autograd.SetRequiresGrad([this], value);
    }

    /// <summary>The gradient that <see cref="Autograd.Backward"/> gathered, or null.</summary>
    public Tensor? Grad
    {
        get
        {
            nint grad;
            using (var held = new Held(this)) NativeStatus.Check(NativeMethods.adv_get_grad(held.Address, &grad), "grad");
            return grad == 0 ? null : new Tensor(grad);
        }
        set
        {
            using var held = new Held(this);
            using var gradient = value is null ? default : new Held(value);
            NativeStatus.Check(NativeMethods.adv_set_grad(held.Address, gradient.Address), "grad");
        }
    }

    internal TensorHandle SafeHandle { get; }

    /// <summary>The length of one dimension.</summary>
    /// <param name="dim">The dimension; negative ones count from the end.</param>
    public long Size(int dim)
    {
        var info = Info();
        var index = dim < 0 ? dim + info.Dims : dim;
        if (index < 0 || index >= info.Dims) throw new ShapeException($"Dimension {dim} is outside of a tensor with {info.Dims} dimensions.");
        return info.Sizes[index];
    }

    /// <summary>Copies numbers into a new tensor.</summary>
    /// <param name="values">The elements in row-major order.</param>
    /// <param name="shape">The lengths; their product is the number of values.</param>
    /// <param name="device">Where to; null is <see cref="Engine.Device"/>.</param>
    /// <exception cref="ShapeException">Values and shape disagree.</exception>
    public static Tensor From<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape, Device? device = null) where T : unmanaged
    {
        long elements = 1;
        foreach (var size in shape) elements = checked(elements * size);
        if (elements != values.Length) throw new ShapeException($"A tensor of shape [{string.Join(", ", shape.ToArray())}] has {elements} elements; got {values.Length} values.");
        fixed (T* data = values) return FromHost(data, shape, DTypes.Of<T>(), device ?? Engine.Device);
    }

    /// <inheritdoc cref="From{T}(ReadOnlySpan{T}, ReadOnlySpan{long}, Torch.Device?)"/>
    public static Tensor From<T>(T[] values, params ReadOnlySpan<long> shape) where T : unmanaged => From((ReadOnlySpan<T>)values, shape);

    /// <summary>Copies the bytes of an array of any element type into a new tensor on the CPU, where files come from and go to.</summary>
    /// <param name="bytes">The elements in row-major order, little-endian.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="shape">The lengths.</param>
    public static Tensor FromBytes(ReadOnlySpan<byte> bytes, DType dtype, ReadOnlySpan<long> shape)
    {
        long expected = dtype.Size();
        foreach (var size in shape) expected = checked(expected * size);
        if (expected != bytes.Length) throw new ShapeException($"A {dtype} tensor of shape [{string.Join(", ", shape.ToArray())}] has {expected} bytes; got {bytes.Length}.");
        fixed (byte* data = bytes) return FromHost(data, shape, dtype, Device.Cpu);
    }

    /// <summary>A tensor of one element and no dimensions.</summary>
    public static Tensor Scalar(double value, DType dtype = DType.Float32) => Full([], value, dtype);

    /// <summary>Copies the elements into an array, in row-major order.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the tensor's element type.</exception>
    public T[] ToArray<T>() where T : unmanaged
    {
        if (DTypes.Of<T>() != DType) throw new ArgumentException($"The tensor holds {DType}; convert it first: To(DType.{DTypes.Of<T>()}).");
        var values = new T[Elements];
        fixed (T* data = values) CopyTo(data, (long)values.Length * sizeof(T));
        return values;
    }

    /// <summary>Copies the elements' bytes, in row-major order, little-endian.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[checked(Elements * DType.Size())];
        fixed (byte* data = bytes) CopyTo(data, bytes.Length);
        return bytes;
    }

    /// <summary>The one element as a number. Waits for the GPU: read values at the logging cadence, not in the inner loop.</summary>
    /// <exception cref="TorchException">The tensor has not exactly one element.</exception>
    public double Item()
    {
        double value;
        using var held = new Held(this);
        NativeStatus.Check(NativeMethods.adv_tensor_item(held.Address, &value), "item");
        return value;
    }

    /// <summary>The first of some tensors that holds a NaN or an infinity, or -1.</summary>
    public static int FirstNonFinite(IReadOnlyList<Tensor> tensors)
    {
        var handles = new HandleList();
        try
        {
            int bad;
            fixed (nint* addresses = handles.AddAll(tensors))
                NativeStatus.Check(NativeMethods.adv_tensor_all_finite(addresses, tensors.Count, &bad), "isfinite");
            return bad;
        }
        finally
        {
            handles.Dispose();
        }
    }

    /// <summary>Checks the shape against a pattern such as <c>"N 3 H W"</c>: numbers must match, letters may be anything.</summary>
    /// <param name="pattern">Lengths separated by blanks.</param>
    /// <param name="what">What the tensor is, for the message.</param>
    /// <returns>The same tensor.</returns>
    /// <exception cref="ShapeException">The shape does not fit.</exception>
    public Tensor ExpectShape(string pattern, string what = "The input")
    {
        var parts = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var shape = Shape;
        var fits = parts.Length == shape.Length;
        for (var i = 0; fits && i < parts.Length; i++)
            fits = !long.TryParse(parts[i], CultureInfo.InvariantCulture, out var size) || size == shape[i];
        return fits ? this : throw new ShapeException($"{what} must have shape [{string.Join(", ", parts)}]; got [{string.Join(", ", shape)}].");
    }

    /// <summary>Shape and element type, such as <c>Float32 [16, 1, 28, 28]</c>.</summary>
    public override string ToString() => IsDisposed ? "disposed tensor" : $"{DType} [{string.Join(", ", Shape)}]";

    /// <summary>Frees the tensor now; a second call does nothing.</summary>
    public void Dispose()
    {
        SafeHandle.Dispose();
        RemovePressure();
        GC.SuppressFinalize(this);
    }

    private void RemovePressure()
    {
        if (_pressure > 0 && Interlocked.Exchange(ref _pressureRemoved, 1) == 0) GC.RemoveMemoryPressure(_pressure);
    }

    /// <summary>The tensor brought to another device; this one ends then.</summary>
    internal Tensor Moved(Device from, Device to)
    {
        if (from == to) return this;
        var moved = To(to);
        Dispose();
        return moved;
    }

    private TensorInfo Info()
    {
        TensorInfo info;
        using var held = new Held(this);
        NativeStatus.Check(NativeMethods.adv_tensor_info(held.Address, &info), "info");
        return info;
    }

    private static Tensor FromHost(void* data, ReadOnlySpan<long> shape, DType dtype, Device device)
    {
        Engine.EnsureStarted();
        nint handle;
        fixed (long* sizes = shape)
            NativeStatus.Check(NativeMethods.adv_tensor_from_host(data, sizes, shape.Length, (int)dtype, device.Type, device.Index, &handle), "from host");
        return new Tensor(handle);
    }

    private void CopyTo(void* data, long bytes)
    {
        using var held = new Held(this);
        NativeStatus.Check(NativeMethods.adv_tensor_to_host(held.Address, data, bytes), "to host");
    }
}
