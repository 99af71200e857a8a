using System.Runtime.InteropServices;
using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>Turns a native status into an exception.</summary>
internal static unsafe class NativeStatus
{
    private const int Memory = 2;
    private static readonly string[] GpuTrouble = ["CUDA error", "CUDA driver error", "cuDNN error", "CUBLAS_STATUS", "CUSOLVER_STATUS"];

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
        throw Of(status, operation, text);
    }

    /// <summary>What a failure means to a user.</summary>
    /// <param name="status">What the native function returned.</param>
    /// <param name="operation">What was asked for.</param>
    /// <param name="text">What libtorch said.</param>
    internal static Exception Of(int status, string operation, string text)
    {
        bool Says(string words) => text.Contains(words, StringComparison.Ordinal);
        AdversaException Resource(int code, Text message) => new(code, ExitCode.Resource, message);
        if (status == Memory) return Resource(5002, Says("CUDA") ? Words.OutOfMemoryOnGpu(operation, text) : Words.OutOfMemory(operation, text));
        return GpuTrouble.Any(Says) ? Resource(5015, Words.GpuFailed(operation, text)) : new TorchException(operation, text);
    }
}
