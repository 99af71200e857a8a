using System.Buffers.Binary;

namespace Adversa.Data;

/// <summary>Checks a JPEG file: the segments up to the first scan, the frame's size, EXIF's orientation, and that it has an end.</summary>
internal static class JpegHeader
{
    private const byte Scan = 0xDA, App1 = 0xE1;

    /// <summary>Reads the header.</summary>
    /// <exception cref="AdversaException">ADV3004: damaged.</exception>
    public static PictureHeader Read(ReadOnlySpan<byte> file, string name)
    {
        PictureHeader? header = null;
        var orientation = 1;
        var at = 2;
        while (true)
        {
            while (at + 1 < file.Length && file[at] == 0xFF && file[at + 1] == 0xFF) at++;       // fill bytes
            if (file.Length - at < 4) throw Broken(name, "it is cut off before its pixels", "está incompleta: termina antes de los píxeles");
            var (marker, length) = (file[at + 1], BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]));
            if (file[at] != 0xFF || marker is 0 or 1 or (>= 0xD0 and <= 0xD9) || length < 2 || length > file.Length - at - 2)
                throw Broken(name, $"the segment at byte {at} is out of place or cut off", $"el segmento en el byte {at} está fuera de lugar o incompleto");
            var data = file.Slice(at + 4, length - 2);
            at += 2 + length;
            if (marker == Scan) break;
            if (marker == App1) orientation = ExifOrientation.Read(data);
            if (!IsFrame(marker)) continue;
            if (header is not null) throw Broken(name, "it has two frames", "tiene dos cuadros");
            header = Frame(data, name);
        }

        if (header is null) throw Broken(name, "its pixels come before its size", "sus píxeles preceden a su tamaño");
        if (file[at..].LastIndexOf([(byte)0xFF, (byte)0xD9]) < 0) throw Broken(name, "it is cut off: its end marker is missing", "está incompleta: falta el marcador final");
        return header with { Orientation = orientation };
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static PictureHeader Frame(ReadOnlySpan<byte> data, string name)
    {
        if (data.Length < 6 || data.Length != 6 + 3 * data[5] || data[0] != 8 || data[5] is not (1 or 3 or 4))
            throw Broken(name, "its frame is not of 8 bits with 1, 3 or 4 components", "su cuadro no es de 8 bits con 1, 3 o 4 componentes");
        return new(PictureFormat.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(data[3..]), BinaryPrimitives.ReadUInt16BigEndian(data[1..]), data[5] == 1, 1) { IsInk = data[5] == 4 };
    }

    private static AdversaException Broken(string name, string english, string spanish) => PictureHeader.Damaged(name, $"JPEG, {english}", $"JPEG, {spanish}");
}
