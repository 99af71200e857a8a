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
                if (scans == 0) throw Broken(name, Words.EndsBeforePixels);
                return Whole(hasEnd: true);
            }

            if (marker is 1 or (>= 0xD0 and <= 0xD8)) continue;
            var length = file.Length - at < 2 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2 || length > file.Length - at)
                throw Broken(name, Words.SegmentAtByteIsOut(at - 2));
            var data = file.Slice(at + 2, length - 2);
            at += length;
            if (marker == App1 && orientation is null && ExifOrientation.IsExif(data)) orientation = ExifOrientation.Read(data);
            else if (JpegFrame.IsFrame(marker))
            {
                if (frame is not null) throw Broken(name, Words.HasTwoFrames);
                frame = JpegFrame.Read(marker, data, name);
                PictureHeader.CheckSize(frame.Picture, name);
                if (file.Length > frame.MostBytes) throw DataError.NotRead(name,
                    Words.JpegTakesTooLong(file.Length / 1_000_000, frame.MostBytes / 1_000_000));
            }
            else if (marker == Scan)
            {
                if (frame is null) throw Broken(name, Words.PixelsComeBeforeSize);
                if (data.IsEmpty || data.Length < 1 + 2 * data[0]) throw Broken(name, Words.HeadOfScanIsCutOff);
                if (scans++ == 0) inFirst = data[0];
                visits += frame.BlocksOf(data.Slice(1, 2 * data[0]));
                if (visits > MostBlocks && scans > 1) throw DataError.NotRead(name, Words.JpegOfTooManyScans(scans));
            }
        }

        if (frame is null || scans == 0) throw Broken(name, Words.IsCutOffBeforePixels);
        var header = Whole(hasEnd: false);
        if (scans > 1 || frame.IsProgressive || inFirst != frame.Components || !JpegPixels.AreAll(file, header.Picture, name))
            throw Broken(name, Words.EndMarkerIsMissing);
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

    private static AdversaException Broken(string name, Text text) => DataError.Damaged(name, Words.InJpeg(text));
}
