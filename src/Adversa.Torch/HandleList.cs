using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Adversa.Torch;

/// <summary>Keeps the tensors of a native call alive until it returns: no other thread's disposal, and no finaliser, can free them meanwhile.</summary>
internal ref struct HandleList
{
    private Inline _inline;
    private List<SafeHandle>? _more;
    private int _count;

    /// <summary>Takes a reference and gives the native address.</summary>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    internal nint Add(Tensor tensor) => Add(tensor.SafeHandle, nameof(Tensor));

    /// <inheritdoc cref="Add(Tensor)"/>
    internal nint Add(Generator generator) => Add(generator.SafeHandle, nameof(Generator));

    /// <summary>Takes a reference of each; the addresses come in an array, since lists may be too long for the stack.</summary>
    internal nint[] AddAll(IReadOnlyList<Tensor> tensors)
    {
        var addresses = new nint[tensors.Count];
        for (var i = 0; i < addresses.Length; i++) addresses[i] = Add(tensors[i]);
        return addresses;
    }

    /// <summary>Gives the references back; a second call does nothing.</summary>
    internal void Dispose()
    {
        while (_count > 0) _inline[--_count].DangerousRelease();
        if (_more is not null)
            foreach (var handle in _more) handle.DangerousRelease();
        _more = null;
    }

    private nint Add(SafeHandle handle, string what)
    {
        var added = false;
        try
        {
            handle.DangerousAddRef(ref added);
        }
        catch (ObjectDisposedException)
        {
            throw new ObjectDisposedException(what, $"The {what.ToLowerInvariant()} was disposed. Keep it with TensorScope.Keep, or compute it again.");
        }

        if (_count < Inline.Length) _inline[_count++] = handle;
        else (_more ??= []).Add(handle);
        return handle.DangerousGetHandle();
    }

    [InlineArray(Length)]
    private struct Inline
    {
        internal const int Length = 8;
        private SafeHandle _first;
    }
}
