namespace Adversa.Torch;

/// <summary>The order of a tensor's elements in memory. Its shape stays <c>[N, C, H, W]</c>; the numbers are libtorch's <c>MemoryFormat</c>.</summary>
public enum MemoryFormat
{
    /// <summary>Row after row, plane after plane.</summary>
    Contiguous = 0,

    /// <summary>The order of the tensor that it is made from.</summary>
    Preserve = 1,

    /// <summary>All channels of a pixel side by side; for tensors of four dimensions.</summary>
    ChannelsLast = 2,
}
