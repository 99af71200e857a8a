using System.Globalization;
using System.Text;
using System.Text.Json;
using Adversa.Formats.Png;
using Adversa.Imaging.Pictures;

namespace Adversa.Worlds.Art;

/// <summary>How many paintings a folder gets, and how many of them are spoilt.</summary>
/// <param name="Count">Files, 2 to 999,999.</param>
/// <param name="Seed">Another seed, another folder.</param>
/// <param name="Damaged">Files that no program can read, 0 to <paramref name="Count"/>; the first and the last are among them from 2 on.</param>
/// <param name="LeastSide">Shortest side, 16 or more.</param>
/// <param name="MostSide">Longest side, up to 2048.</param>
public sealed record ArtFolderOptions(int Count, long Seed = 0, int Damaged = 0, int LeastSide = 24, int MostSide = 96);

/// <summary>Something that was done to a file on purpose.</summary>
/// <param name="File">The file, relative to the folder.</param>
/// <param name="Kind"><c>empty</c>, <c>truncated</c>, <c>changed</c> or <c>text</c> (damaged); <c>extension</c>, <c>duplicate</c>, <c>near-duplicate</c> or <c>mislabelled</c> (sound).</param>
/// <param name="Of">The file that it copies, or the style that it really is; else empty.</param>
public sealed record ArtDefect(string File, string Kind, string Of = "")
{
    /// <summary>Whether no program can read it.</summary>
    public bool IsDamaged => Kind is "empty" or "truncated" or "changed" or "text";
}

/// <summary>Writes a folder such as people have: paintings of mixed sizes, formats and modes in folders of styles, with defects at known places.</summary>
/// <remarks>Every file is a pure function of (version, seed, index): the same bytes on every machine, whatever the number of workers. About one sound file in 250 has the wrong ending, copies
/// another one, nearly copies it, or lies in the folder of another style. The truth stands beside the folder in <c>FOLDER.truth.json</c>.</remarks>
public static class ArtFolder
{
    private const int Odd = 1000;                // of so many files one each has the wrong ending, is a copy, nearly one, or mislabelled
    private static readonly string[] Damages = ["truncated", "changed", "empty", "text"];

    /// <summary>Writes the folder; it appears whole or not at all.</summary>
    /// <param name="folder">The folder; must not exist.</param>
    /// <param name="options">What to write.</param>
    /// <param name="workers">Files painted at once, 1 or more.</param>
    /// <param name="progress">Told how many files are written, from any thread; may be null.</param>
    /// <param name="cancel">Stops and removes what was written.</param>
    /// <returns>Everything that was done to files, in the order of the index.</returns>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<ArtDefect> Write(string folder, ArtFolderOptions options, int workers, Action<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Count, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Count, 999_999, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Damaged, options.Count, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LeastSide, 16, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostSide, options.LeastSide, nameof(options));
        var partial = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))}.partial";
        if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        foreach (var style in ArtPainter.Styles) Directory.CreateDirectory(Path.Join(partial, style));
        var damaged = Damaged(options);
        var defects = new ArtDefect?[options.Count];
        long done = 0;
        try
        {
            Parallel.For(0, options.Count, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, i =>
            {
                var (name, bytes, defect) = FileOf(i, options, damaged);
                File.WriteAllBytes(Path.Join(partial, name), bytes);
                defects[i] = defect;
                if (Interlocked.Increment(ref done) is var now && now % 256 == 0) progress?.Invoke(now);
            });
            List<ArtDefect> truth = [.. defects.OfType<ArtDefect>()];
            File.WriteAllText($"{Path.GetFullPath(folder)}.truth.json", Truth(options, truth));
            Directory.Move(partial, folder);
            return truth;
        }
        catch
        {
            Directory.Delete(partial, recursive: true);
            throw;
        }
    }

    /// <summary>One file of the folder.</summary>
    internal static (string Name, byte[] Bytes, ArtDefect? Defect) FileOf(int index, ArtFolderOptions options, IReadOnlyDictionary<int, string> damaged)
    {
        var rng = RngOf(index, options);
        var painting = new Painting(rng, index, options);
        if (damaged.TryGetValue(index, out var damage))
        {
            var (whole, ending) = painting.Encode();
            var name = $"{painting.Folder}/{index:D6}{ending}";
            return (name, Spoil(whole, damage, rng), new(name, damage));
        }

        // What is odd copies an earlier sound painting, lies elsewhere, or is named wrongly; one file in 250.
        var odd = index > 0 && index < options.Count - 1 ? rng.NextInt(Odd) : Odd;
        if (odd < 2)
        {
            var of = Enumerable.Range(0, 8).Select(_ => rng.NextInt(index)).FirstOrDefault(i => !damaged.ContainsKey(i), -1);
            if (of >= 0)
            {
                var original = new Painting(RngOf(of, options), of, options);
                var (_, originalEnding) = original.Encode();
                var (bytes, ending) = odd == 0 ? original.Encode() : original.Encode(brighter: 5);
                var name = $"{original.Folder}/{index:D6}{ending}";
                return (name, bytes, new(name, odd == 0 ? "duplicate" : "near-duplicate", $"{original.Folder}/{of:D6}{originalEnding}"));
            }
        }

        var (encoded, suffix) = painting.Encode();
        if (odd == 2)
        {
            var wrong = $"{painting.Folder}/{index:D6}{(suffix == ".jpg" ? ".png" : ".jpg")}";
            return (wrong, encoded, new(wrong, "extension", suffix));
        }

        if (odd == 3)
        {
            var wrong = $"{ArtPainter.Styles[(painting.Style + 1 + rng.NextInt(ArtPainter.Styles.Count - 1)) % ArtPainter.Styles.Count]}/{index:D6}{suffix}";
            return (wrong, encoded, new(wrong, "mislabelled", painting.Folder));
        }

        return ($"{painting.Folder}/{index:D6}{suffix}", encoded, null);
    }

    /// <summary>Which files are damaged, and how: the first, the last, and others drawn by the seed.</summary>
    internal static IReadOnlyDictionary<int, string> Damaged(ArtFolderOptions options)
    {
        var rng = new Rng(Rng.Mix(options.Seed, 0xA47, ArtFolderWorld.CurrentVersion), -1);
        var chosen = new SortedDictionary<int, string>();
        if (options.Damaged >= 1) chosen[0] = Damages[0];
        if (options.Damaged >= 2) chosen[options.Count - 1] = Damages[1];
        while (chosen.Count < options.Damaged) chosen.TryAdd(rng.NextInt(options.Count), Damages[chosen.Count % Damages.Length]);
        return chosen;
    }

    private static Rng RngOf(int index, ArtFolderOptions options) => new(Rng.Mix(options.Seed, 0xA47, ArtFolderWorld.CurrentVersion), index);

    private static byte[] Spoil(byte[] whole, string damage, Rng rng)
    {
        switch (damage)
        {
            case "empty": return [];
            case "text": return "version https://git-lfs.github.com/spec/v1\n"u8.ToArray();
            case "truncated": return whole[..(whole.Length * (20 + rng.NextInt(60)) / 100)];
            default:
                whole[0] ^= 0x55;                // no format begins like that
                return whole;
        }
    }

    private static string Truth(ArtFolderOptions options, List<ArtDefect> defects)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", ArtFolderWorld.CurrentVersion);
            json.WriteNumber("seed", options.Seed);
            json.WriteNumber("count", options.Count);
            json.WriteString("sides", string.Create(CultureInfo.InvariantCulture, $"{options.LeastSide}-{options.MostSide}"));
            json.WriteStartArray("defects");
            foreach (var defect in defects)
            {
                json.WriteStartObject();
                json.WriteString("file", defect.File);
                json.WriteString("kind", defect.Kind);
                if (defect.Of.Length > 0) json.WriteString("of", defect.Of);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>What a file shows, and how it is stored; the first is of the first style and the last of the last, so that they are first and last by name.</summary>
    private readonly struct Painting
    {
        private readonly Raster _picture;
        private readonly int _form;

        public Painting(Rng rng, int index, ArtFolderOptions options)
        {
            var style = rng.NextInt(ArtPainter.Styles.Count);
            Style = index == 0 ? 0 : index == options.Count - 1 ? ArtPainter.Styles.Count - 1 : style;
            _form = rng.NextInt(100);
            var (width, height) = (Side(rng, options), Side(rng, options));
            _picture = ArtPainter.Paint(rng, Style, width, height);
        }

        public int Style { get; }

        public string Folder => ArtPainter.Styles[Style];

        /// <summary>The file and its ending: JPEG in more than half of the cases, PNG of many modes, BMP, PNM and GIF.</summary>
        public (byte[] Bytes, string Ending) Encode(int brighter = 0)
        {
            var p = new PaintedPixels(_picture, brighter);
            return _form switch
            {
                < 52 => (JpegWriter.Encode(p.Rgb, p.Width, p.Height, 3, quality: 88), ".jpg"),
                < 56 => (JpegWriter.Encode(p.Grey, p.Width, p.Height, 1, quality: 88), ".jpg"),
                < 58 => (JpegWriter.Encode(p.Rgb, p.Width, p.Height, 3, quality: 88, orientation: 6), ".jpg"),
                < 59 => (JpegWriter.Encode(p.Ink, p.Width, p.Height, 4, quality: 92), ".jpg"),
                < 79 => (PlainPng.Encode(p.Rgb, p.Width, p.Height, PngColour.Rgb), ".png"),
                < 83 => (PlainPng.Encode(p.Grey, p.Width, p.Height, PngColour.Grey), ".png"),
                < 87 => (PlainPng.Encode(p.Rgba, p.Width, p.Height, PngColour.Rgba), ".png"),
                < 89 => (PlainPng.Encode(p.Wide, p.Width, p.Height, PngColour.Rgb, depth: 16), ".png"),
                < 91 => (PlainPng.Encode(p.Indexed, p.Width, p.Height, PngColour.Palette, palette: PaintedPixels.Palette), ".png"),
                < 95 => (p.Bmp(), ".bmp"),
                < 98 => (p.Pnm(), ".ppm"),
                _ => (p.Gif(), ".gif"),
            };
        }

        private static int Side(Rng rng, ArtFolderOptions options) => options.LeastSide + rng.NextInt(options.MostSide - options.LeastSide + 1);
    }
}
