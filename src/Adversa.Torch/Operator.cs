using System.Runtime.InteropServices;
using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>One operator of libtorch, looked up at its first call, so that a missing one names itself and hurts nobody else.</summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private nint _handle;

    /// <summary>Name and overload, such as <c>aten::add.Tensor</c>.</summary>
    internal string Name { get; } = overload.Length == 0 ? name : $"{name}.{overload}";

    internal nint Handle => _handle != 0 ? _handle : Find();

    /// <summary>The schema as the loaded libtorch states it.</summary>
    internal string Schema
    {
        get
        {
            const int capacity = 4096;
            var text = stackalloc byte[capacity];
            NativeStatus.Check(NativeMethods.adv_op_schema(Handle, text, capacity), Name);
            return Marshal.PtrToStringUTF8((nint)text)!;
        }
    }

    private nint Find()
    {
        Engine.EnsureStarted();
        nint handle;
        NativeStatus.Check(NativeMethods.adv_op_find(name, overload, &handle), Name);
        return _handle = handle;
    }
}
