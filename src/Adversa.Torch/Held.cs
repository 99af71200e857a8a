using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>Keeps one tensor alive during a native call: <c>using var held = new Held(tensor);</c></summary>
internal readonly ref struct Held
{
    private readonly TensorHandle? _handle;

    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    internal Held(Tensor tensor)
    {
        var handles = new HandleList();
        Address = handles.Add(tensor);          // one reference, given back below
        _handle = tensor.SafeHandle;
    }

    /// <summary>The native address; 0 for <c>default</c>.</summary>
    internal nint Address { get; }

    /// <summary>Gives the reference back.</summary>
    public void Dispose() => _handle?.DangerousRelease();
}
