using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Adversa.Data;

/// <summary>Decodes a checked picture with the native codecs, to bytes of the wanted size.</summary>
internal static partial class ImageCodec
{
    private const string Library = "adversa_image";

    static ImageCodec() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(),
        (name, _, _) => name == Library ? Loaded.Value : 0);

    private static Lazy<nint> Loaded { get; } = new(() => NativeCode.Load(Library));

    /// <summary>Decodes, cuts the middle square and resizes.</summary>
    /// <param name="file">The whole file, whose structure has been checked.</param>
    /// <param name="header">What the check found.</param>
    /// <param name="channels">1 for grey, 3 for RGB.</param>
    /// <param name="size">Side of the result.</param>
    /// <param name="destination">Receives <c>[C, H, W]</c> bytes.</param>
    /// <returns>Null, or what the codec said.</returns>
    public static unsafe string? Decode(ReadOnlySpan<byte> file, PictureHeader header, int channels, int size, Span<byte> destination)
    {
        if (destination.Length != channels * size * size) throw new ArgumentException("The destination has the wrong length.", nameof(destination));
        Span<byte> error = stackalloc byte[256];
        fixed (byte* bytes = file, to = destination, text = error)
        {
            var status = adv_image_decode(bytes, file.Length, (int)header.Format, channels, size, 1, header.Orientation, to, text, error.Length);
            return status == 0 ? null : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
        }
    }

    [LibraryImport(Library)]
    private static unsafe partial int adv_image_decode(
        byte* bytes, long n, int kind, int channels, int targetSize, int cropMode, int orientation, byte* destination, byte* error, int errorLength);
}
