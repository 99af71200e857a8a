using System.Runtime.InteropServices;
using System.Text;

namespace Adversa.Torch;

/// <summary>What NVIDIA's driver says of a GPU.</summary>
/// <param name="Name">Such as <c>NVIDIA H200</c>.</param>
/// <param name="Driver">The driver's version.</param>
/// <param name="Memory">Bytes in all.</param>
/// <param name="Free">Bytes that nobody holds.</param>
public sealed unsafe record Gpu(string Name, string Driver, long Memory, long Free)
{
    private const int TextBytes = 96;

    /// <summary>Asks the driver, through its management library.</summary>
    /// <param name="device">A GPU, as libtorch numbers them.</param>
    /// <returns>Null where the library is not there or does not answer.</returns>
    public static Gpu? Of(Device device)
    {
        if (!device.IsCuda || !NativeLibrary.TryLoad("libnvidia-ml.so.1", out var library)) return null;
        try
        {
            return Ask(library, Seen(Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES"), device.Index));
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
        finally
        {
            NativeLibrary.Free(library);
        }
    }

    /// <summary>How the driver names what libtorch calls GPU number <paramref name="index"/>: by a number, or by an id such as <c>GPU-8932f937</c>.</summary>
    /// <param name="visible">The value of <c>CUDA_VISIBLE_DEVICES</c>.</param>
    /// <param name="index">libtorch's number.</param>
    internal static string Seen(string? visible, int index) =>
        visible?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { } names && index < names.Length
            ? names[index] : index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Gpu? Ask(nint library, string which)
    {
        nint Function(string name) => NativeLibrary.GetExport(library, name);
        if (((delegate* unmanaged<int>)Function("nvmlInit_v2"))() != 0) return null;
        try
        {
            nint handle;
            if (uint.TryParse(which, System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                if (((delegate* unmanaged<uint, nint*, int>)Function("nvmlDeviceGetHandleByIndex_v2"))(number, &handle) != 0) return null;
            }
            else
            {
                fixed (byte* id = Encoding.UTF8.GetBytes(which + "\0"))
                    if (((delegate* unmanaged<byte*, nint*, int>)Function("nvmlDeviceGetHandleByUUID"))(id, &handle) != 0) return null;
            }

            byte* name = stackalloc byte[TextBytes], driver = stackalloc byte[TextBytes];
            var memory = stackalloc ulong[3];              // total, free, used
            if (((delegate* unmanaged<nint, byte*, uint, int>)Function("nvmlDeviceGetName"))(handle, name, TextBytes) != 0) return null;
            if (((delegate* unmanaged<byte*, uint, int>)Function("nvmlSystemGetDriverVersion"))(driver, TextBytes) != 0) return null;
            if (((delegate* unmanaged<nint, ulong*, int>)Function("nvmlDeviceGetMemoryInfo"))(handle, memory) != 0) return null;
            return new(Marshal.PtrToStringUTF8((nint)name)!, Marshal.PtrToStringUTF8((nint)driver)!, (long)memory[0], (long)memory[1]);
        }
        finally
        {
            ((delegate* unmanaged<int>)Function("nvmlShutdown"))();
        }
    }
}
