using System.Buffers.Binary;

namespace Adversa.Imaging.Codecs;

/// <summary>Checks a JPEG file: the frame's size, EXIF's orientation, every segment, and that it has an end.</summary>
/// <remarks>Some programs leave the end marker out. Such a file is as good as any when its pixels are all there, which only the codec can tell.</remarks>
/// <param name="Picture">What all formats have.</param>
/// <param name="Memory">Bytes of coefficients that the decoder keeps: none for a file of one scan.</param>
/// <param name="HasEnd">Whether the end marker is there.</param>
internal sealed record JpegHeader(PictureHeader Picture, long Memory, bool HasEnd)
{
    private const byte Scan = 0xDA, End = 0xD9, App1 = 0xE1;
    private const int BlockBytes = 128;
    private const long MostBlocks = 40_000_000;      // visited in all scans together: about two seconds

    /// <summary>Reads the whole file, marker by marker.</summary>
    /// <exception cref="AdversaException">ADV3004: damaged; ADV3020: a kind of JPEG that is not read.</exception>
    public static JpegHeader Read(ReadOnlySpan<byte> file, string name)
    {
        JpegFrame? frame = null;
        int? orientation = null;
        var (scans, inFirst, visits) = (0, 0, 0L);
        for (var at = 2; ; )
        {
            at = NextMarker(file, at);
            if (at < 0) break;
            var marker = file[at++];
            if (marker == End)
            {
                if (scans == 0) throw Broken(name, "it ends before its pixels", "termina antes de los píxeles");
                return Whole(hasEnd: true);
            }

            if (marker is 1 or (>= 0xD0 and <= 0xD8)) continue;
            var length = file.Length - at < 2 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2 || length > file.Length - at)
                throw Broken(name, $"the segment at byte {at - 2} is out of place or cut off", $"el segmento en el byte {at - 2} está fuera de lugar o incompleto");
            var data = file.Slice(at + 2, length - 2);
            at += length;
            if (marker == App1 && orientation is null && ExifOrientation.IsExif(data)) orientation = ExifOrientation.Read(data);
            else if (JpegFrame.IsFrame(marker))
            {
                if (frame is not null) throw Broken(name, "it has two frames", "tiene dos cuadros");
                frame = JpegFrame.Read(marker, data, name);
                PictureHeader.CheckSize(frame.Picture, name);
                if (file.Length > frame.MostBytes) throw DataError.NotRead(name,
                    $"{file.Length / 1_000_000} MB of a JPEG of this kind take too long to decode; at most {frame.MostBytes / 1_000_000} are read. Save it as baseline JPEG",
                    $"{file.Length / 1_000_000} MB de un JPEG de este tipo tardan demasiado en decodificarse; se leen como máximo {frame.MostBytes / 1_000_000}. Guárdela como JPEG de línea base");
            }
            else if (marker == Scan)
            {
                if (frame is null) throw Broken(name, "its pixels come before its size", "sus píxeles preceden a su tamaño");
                if (data.IsEmpty || data.Length < 1 + 2 * data[0]) throw Broken(name, "the head of a scan is cut off", "la cabecera de un barrido está incompleta");
                if (scans++ == 0) inFirst = data[0];
                visits += frame.BlocksOf(data.Slice(1, 2 * data[0]));
                if (visits > MostBlocks && scans > 1) throw DataError.NotRead(name,
                    $"a JPEG of {scans} scans and more, which takes too long to decode; save it again", $"un JPEG de {scans} barridos o más, que tarda demasiado en decodificarse; guárdela de nuevo");
            }
        }

        if (frame is null || scans == 0) throw Broken(name, "it is cut off before its pixels", "está incompleta: termina antes de los píxeles");
        var header = Whole(hasEnd: false);
        if (scans > 1 || frame.IsProgressive || inFirst != frame.Components || !JpegPixels.AreAll(file, header.Picture, name))
            throw Broken(name, "it is cut off: its end marker is missing", "está incompleta: falta el marcador final");
        return header;

        JpegHeader Whole(bool hasEnd)
        {
            var picture = frame!.Picture with { Orientation = orientation ?? 1 };
            var memory = frame.IsProgressive || scans > 1 || inFirst != frame.Components ? frame.Blocks * BlockBytes : 0;
            PictureMemory.Check(name, picture, memory);
            return new(picture, memory, hasEnd);
        }
    }

    /// <summary>Skips pixels, fill bytes and what lies between segments.</summary>
    /// <returns>Where the marker's second byte is, or -1.</returns>
    private static int NextMarker(ReadOnlySpan<byte> file, int at)
    {
        while (true)
        {
            var found = file[at..].IndexOf((byte)0xFF);
            if (found < 0) return -1;
            at += found;
            while (at < file.Length && file[at] == 0xFF) at++;
            if (at >= file.Length) return -1;
            if (file[at] != 0) return at;
        }
    }

    private static AdversaException Broken(string name, string english, string spanish) => DataError.Damaged(name, $"JPEG, {english}", $"JPEG, {spanish}");
}
