using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>Computes products in a <see cref="Precision"/> on this thread, until it is disposed. Scopes nest; without one it is single precision.</summary>
/// <example><code>
/// using var numbers = new PrecisionScope(Precision.Bf16);
/// var loss = model.Loss(batch);
/// </code></example>
public readonly struct PrecisionScope : IDisposable
{
    [ThreadStatic] private static Precision _current;

    private readonly Precision _before = _current;

    /// <summary>For tests: the order of a GPU on the processor too.</summary>
    internal static bool ChannelsLastAnywhere { get; set; }

    /// <summary>What holds on this thread.</summary>
    public static Precision Current => _current;

    /// <summary>Opens a scope.</summary>
    /// <param name="precision">What holds within.</param>
    public PrecisionScope(Precision precision) => Set(precision);

    /// <summary>Ends the scope.</summary>
    public void Dispose() => Set(_before);

    /// <summary>A layer's product in the precision that holds now.</summary>
    /// <param name="x">Its input.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="bias">Its bias, or null.</param>
    /// <param name="product">Computes it.</param>
    /// <returns>In the input's type.</returns>
    internal static Tensor Product(Tensor x, Tensor weight, Tensor? bias, Func<Tensor, Tensor, Tensor?, Tensor> product) =>
        _current != Precision.Bf16 || x.DType != DType.Float32 ? product(x, weight, bias)
        : product(Rounded(x), Rounded(weight), bias?.To(DType.BFloat16)).To(DType.Float32);

    /// <summary>Rounding copies anyway: on a GPU the copy of a picture, or of a convolution's weight, has its channels last, as the units for bfloat16 want them, and what follows a layer
    /// keeps that order. On the processor it cost a tenth.</summary>
    private static Tensor Rounded(Tensor x) =>
        Ops.To(x, DType.BFloat16, memoryFormat: x.Shape.Length == 4 && (x.Device.IsCuda || ChannelsLastAnywhere) ? MemoryFormat.ChannelsLast : null);

    private static void Set(Precision precision)
    {
        if (precision == _current) return;
        if (precision == Precision.Bf16 && Engine.Device.IsCpu && Engine.OneDnnErrs) throw new AdversaException(5012, ExitCode.Resource, Words.NoBf16Here);
        Engine.EnsureStarted();
        var (isTf32, wasTf32) = (precision == Precision.Tf32, _current == Precision.Tf32);
        if (isTf32 != wasTf32) NativeStatus.Check(NativeMethods.adv_tf32(isTf32 ? 1 : 0), "tf32");
        _current = precision;
    }
}
