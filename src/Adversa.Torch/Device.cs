using System.Globalization;

namespace Adversa.Torch;

/// <summary>Where tensors live and operators compute.</summary>
/// <remarks>New tensors are made on <see cref="Engine.Device"/>; operators want all their tensors on one device.</remarks>
public readonly record struct Device
{
    private readonly Kind _kind;

    private Device(Kind kind, int index) => (_kind, Index) = (kind, index);

    // The numbers are libtorch's `DeviceType`.
    private enum Kind
    {
        Cpu = 0, Cuda = 1, Lazy = 17,
    }

    /// <summary>The processor.</summary>
    public static Device Cpu => default;

    /// <summary>libtorch's lazy tensors: they gather a graph and compute it on the processor, so that code which forgets to bring a tensor to its device is found on a machine without a GPU.
    /// For tests; slow.</summary>
    public static Device Lazy => new(Kind.Lazy, 0);

    /// <summary>Which of several GPUs, from 0 on; always 0 for the others.</summary>
    public int Index { get; }

    /// <summary>Whether it is the processor, whose results are there when a call returns.</summary>
    public bool IsCpu => _kind == Kind.Cpu;

    /// <summary>Whether it is a GPU.</summary>
    public bool IsCuda => _kind == Kind.Cuda;

    internal int Type => (int)_kind;

    /// <summary>An NVIDIA GPU.</summary>
    /// <param name="index">Which, from 0 to 127, as <c>CUDA_VISIBLE_DEVICES</c> lets them be seen.</param>
    public static Device Cuda(int index = 0) =>
        index is >= 0 and < 128 ? new(Kind.Cuda, index) : throw new ArgumentOutOfRangeException(nameof(index), index, "A GPU has a number from 0 to 127.");

    /// <summary>Reads <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c> or <c>lazy</c>.</summary>
    /// <returns>Whether the word names a device; not whether the machine has it: <see cref="Engine.Use"/> says that.</returns>
    public static bool TryParse(string? word, out Device device)
    {
        var index = 0;
        var isCuda = word == "cuda" || (word?.StartsWith("cuda:", StringComparison.Ordinal) == true
            && int.TryParse(word.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < 128);
        device = isCuda ? Cuda(index) : word == "lazy" ? Lazy : Cpu;
        return isCuda || word is "cpu" or "lazy";
    }

    /// <summary><c>cpu</c>, <c>cuda:0</c> or <c>lazy</c>.</summary>
    public override string ToString() => _kind switch
    {
        Kind.Cpu => "cpu",
        Kind.Lazy => "lazy",
        _ => string.Create(CultureInfo.InvariantCulture, $"cuda:{Index}"),
    };

    internal static Device Of(in Native.TensorInfo tensor) => new((Kind)tensor.DeviceType, Math.Max(0, tensor.DeviceIndex));
}
