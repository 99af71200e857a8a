using System.Runtime.InteropServices;

namespace Adversa.Torch.Native;

/// <summary>Owns a native generator; a call that draws from it holds a reference, so it cannot end in the middle.</summary>
internal sealed class GeneratorHandle : SafeHandle
{
    internal GeneratorHandle(nint handle) : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.adv_generator_free(handle);
        return true;
    }
}
