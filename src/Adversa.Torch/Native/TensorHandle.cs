using System.Runtime.InteropServices;

namespace Adversa.Torch.Native;

/// <summary>Owns one reference to a native tensor; freed on disposal, by its scope, or by the finaliser as the last net.</summary>
internal sealed class TensorHandle : SafeHandle
{
    private static long _live;

    internal TensorHandle(nint handle) : base(0, ownsHandle: true)
    {
        SetHandle(handle);
        Interlocked.Increment(ref _live);
    }

    internal static long Live => Interlocked.Read(ref _live);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.adv_tensor_free(handle);
        Interlocked.Decrement(ref _live);
        return true;
    }
}
