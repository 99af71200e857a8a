using System.Runtime.InteropServices;
using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>Turns a native status into an exception.</summary>
internal static unsafe class NativeStatus
{
    private const int Memory = 2;

    /// <summary>Throws when the status is not 0; the text is fetched on this thread, where the failure left it.</summary>
    /// <param name="status">What the native function returned.</param>
    /// <param name="operation">What was asked for, for the message.</param>
    internal static void Check(int status, string operation)
    {
        if (status != 0) Throw(status, operation);
    }

    private static void Throw(int status, string operation)
    {
        var text = (Marshal.PtrToStringUTF8((nint)NativeMethods.adv_last_error()) ?? "").Trim().ReplaceLineEndings(" ");
        if (status != Memory) throw new TorchException(operation, text);
        throw new AdversaException(5002, ExitCode.Resource, Words.OutOfMemory(operation, text));
    }
}
