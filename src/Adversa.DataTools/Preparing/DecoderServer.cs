using System.Buffers.Binary;
using System.Text;
using Adversa.Formats.Disk;
using Adversa.Imaging;
using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Preparing;

/// <summary>The other end of a <see cref="DecoderProcess"/>: reads files from one stream and answers with pixels on another, until the first one ends.</summary>
/// <remarks>Numbers are little-endian 32-bit. First comes (width, height, channels, fit, background). A request is (length of the name, name, length of the file, file). The answer is 0 and the
/// <c>[H, W, C]</c> bytes, or the number of an error and its text in English and Spanish, each behind its length.</remarks>
public static class DecoderServer
{
    /// <summary>Serves until the input ends.</summary>
    /// <param name="input">Requests.</param>
    /// <param name="output">Answers.</param>
    public static void Run(Stream input, Stream output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var target = new PictureTarget(new(ReadNumber(input), ReadNumber(input)), ReadNumber(input), (Fit)ReadNumber(input)) { Background = (Background)ReadNumber(input) };
        using var decoder = new LocalDecoder(target);
        var answer = new byte[4 + target.Bytes];
        while (TryReadNumber(input, out var nameLength))
        {
            var name = Encoding.UTF8.GetString(ReadBytes(input, nameLength));
            decoder.Send(ReadBytes(input, ReadNumber(input)), name);
            FailPoint.Pass($"decode.{name}");
            try
            {
                decoder.Receive(answer.AsSpan(4));
                output.Write(answer);
            }
            catch (AdversaException e)
            {
                WriteNumber(output, e.Code);
                WriteText(output, e.Text.English);
                WriteText(output, e.Text.Spanish);
            }

            output.Flush();
        }
    }

    internal static void WriteNumber(Stream output, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        output.Write(bytes);
    }

    internal static void WriteText(Stream output, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        WriteNumber(output, bytes.Length);
        output.Write(bytes);
    }

    internal static int ReadNumber(Stream input) => TryReadNumber(input, out var number) ? number : throw new EndOfStreamException();

    internal static string ReadText(Stream input) => Encoding.UTF8.GetString(ReadBytes(input, ReadNumber(input)));

    private static bool TryReadNumber(Stream input, out int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        var got = input.ReadAtLeast(bytes, 4, throwOnEndOfStream: false);
        number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return got == 4;
    }

    private static byte[] ReadBytes(Stream input, int length)
    {
        var bytes = new byte[length];
        input.ReadExactly(bytes);
        return bytes;
    }
}
