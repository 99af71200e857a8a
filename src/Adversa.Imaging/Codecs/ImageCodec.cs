using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Adversa.Imaging.Codecs;

/// <summary>The native side: JPEG, and the resizing of all formats. Every call may run beside others.</summary>
public static unsafe partial class ImageCodec
{
    private const string Library = "adversa_image";
    private const int TooLarge = 2;

    static ImageCodec() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(),
        (name, _, _) => name == Library ? Loaded.Value : 0);

    private static Lazy<nint> Loaded { get; } = new(() => NativeCode.Load(Library));

    /// <summary>Decodes a JPEG whose structure has been checked.</summary>
    /// <param name="file">The whole file, its end marker included.</param>
    /// <param name="header">What the check found.</param>
    /// <param name="memory">Bytes that decoded pixels may take.</param>
    /// <param name="name">For messages.</param>
    /// <param name="target">What it shall become.</param>
    /// <param name="destination">Receives the bytes.</param>
    /// <returns>Null, or what the codec said.</returns>
    /// <exception cref="AdversaException">ADV3020: the pixels need more memory.</exception>
    public static string? Jpeg(ReadOnlySpan<byte> file, PictureHeader header, long memory, string name, PictureTarget target, Span<byte> destination)
    {
        var native = Target.Of(target, header.Orientation, destination);
        Span<byte> error = stackalloc byte[256];
        fixed (byte* bytes = file, to = destination, text = error)
        {
            var status = adv_image_jpeg(bytes, file.Length, memory, &native, to, text, error.Length);
            return status == TooLarge ? throw PictureMemory.Exceeded(name, header) : Said(status, text);
        }
    }

    /// <summary>Turns, cuts and resizes decoded pixels.</summary>
    /// <returns>Null, or what went wrong.</returns>
    public static string? Fit(PixelSheet sheet, int orientation, PictureTarget target, Span<byte> destination)
    {
        var native = Target.Of(target, orientation, destination);
        Span<byte> error = stackalloc byte[256];
        fixed (byte* to = destination, text = error)
            return Said(adv_image_fit(sheet.Start, sheet.Width, sheet.Height, sheet.Channels, &native, to, text, error.Length), text);
    }

    private static string? Said(int status, byte* text) => status == 0 ? null : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));

    [LibraryImport(Library)]
    private static partial int adv_image_jpeg(byte* bytes, long n, long memory, Target* target, byte* destination, byte* error, int errorLength);

    [LibraryImport(Library)]
    private static partial int adv_image_fit(byte* pixels, int width, int height, int channels, Target* target, byte* destination, byte* error, int errorLength);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Target
    {
        private readonly int _width, _height, _channels, _fit, _orientation, _interleaved, _exact;

        private Target(PictureTarget target, int orientation) =>
            (_width, _height, _channels, _fit, _orientation, _interleaved, _exact) = (target.Size.Width, target.Size.Height, target.Channels, (int)target.Fit, orientation, (int)target.Layout, (int)target.Scale);

        public static Target Of(PictureTarget target, int orientation, Span<byte> destination) => destination.Length == target.Bytes
            ? new(target, orientation)
            : throw new ArgumentException($"Expected room for {target.Bytes} bytes; got {destination.Length}.", nameof(destination));
    }
}
