using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Adversa.Data;
using Adversa.Data.Packed;
using Adversa.Formats.Disk;
using Adversa.Imaging;
using Adversa.Imaging.Codecs;

namespace Adversa.DataTools.Preparing;

/// <summary>Packs pictures once, so that training never decodes: every file is read, checked, decoded, hashed and laid into one safetensors file.</summary>
/// <remarks>Work goes in chunks of files that depend on nothing but the plan (list of files and options); each finished chunk stays in the folder <c>TARGET.partial</c>, so a packing that was
/// killed goes on where it was. The result is put together from the chunks in order: the same input gives the same bytes, whatever the number of workers or stops.</remarks>
public static class Preparation
{
    private const int Layout = 1;                // raised when the same plan would give other bytes
    private const int ChunkBytes = 16 << 20;
    private const int MostInChunk = 1024;

    /// <summary>Packs a source.</summary>
    /// <param name="source">What to pack, opened with the size, fit and channels that the set shall have.</param>
    /// <param name="target">The file.</param>
    /// <param name="options">Workers and limits.</param>
    /// <param name="progress">Told how far it is, from any thread; may be null.</param>
    /// <param name="cancel">Stops; what is done stays for the next packing.</param>
    /// <exception cref="AdversaException">ADV3005: too many are bad; ADV3006: none is good; ADV3051, ADV7001: the target is in use; ADV2047: the target exists; ADV2048: the source never ends;
    /// ADV5009, ADV5013: the disk is full or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PrepareReport Run(ISampleSource source, string target, PrepareOptions options, Action<PrepareProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        if (Check(source, target, options) is { } there) return there;
        var plan = PlanOf(source);
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder) Directory.CreateDirectory(folder);
            if (source is IPictureList list) return Pictures(list, target, plan, options, progress, cancel);
            PackedSet.Write(source, source.Count, target, options.Workers, done => progress?.Invoke(new(done, source.Count, 0)), cancel, plan);
            return new(new(source.Count, [], 0), source.Schema, 0, WasThere: false);
        }
        catch (Exception e) when (DiskTrouble.Is(e))
        {
            throw PackedSet.NotWritten(target, e);
        }
    }

    /// <summary>Refuses a packing that cannot be, before anything is done.</summary>
    /// <param name="source">What to pack.</param>
    /// <param name="target">The file.</param>
    /// <param name="options">Workers and limits.</param>
    /// <returns>What is there when the same set was packed already; else null.</returns>
    /// <exception cref="AdversaException">ADV2047: the target exists; ADV2048: the source never ends.</exception>
    public static PrepareReport? Check(ISampleSource source, string target, PrepareOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        if (source.IsEndless) throw new AdversaException(2048, ExitCode.Usage, Words.WorldHasNoEnd(source.Name));
        if (Directory.Exists(target)) throw new AdversaException(2047, ExitCode.Usage, Words.TargetIsFolder(target, Path.Join(target, "set.safetensors")));
        if (!File.Exists(target) || options.Replace) return null;
        return SameThere(target, PlanOf(source)) ?? throw new AdversaException(2047, ExitCode.Usage, Words.TargetIsAnotherSet(target));
    }

    private static string PlanOf(ISampleSource source)
    {
        if (source is not IPictureList list) return Hash([$"{Layout} {source.Fingerprint} {source.Schema}"]);
        var target = list.Target;
        return Hash([
            string.Create(CultureInfo.InvariantCulture, $"{Layout} {target.Size.Spelt} {target.Channels} {target.Fit} {string.Join('/', list.ClassNames)} {list.Schema.Attributes.Count} {source.Fingerprint}{(target.Background == Background.Black ? "" : $" on {target.Background}")}"),
            .. list.Pictures.Select((file, i) => string.Create(CultureInfo.InvariantCulture, $"{file.Name}\0{file.Length}\0{list.LabelOf(i)}")),
        ]);
    }

    private static string Hash(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static PrepareReport? SameThere(string target, string plan)
    {
        try
        {
            using var there = PackedSource.Open(target);
            return there.Plan == plan ? new(there.Report, there.Schema, there.Count, WasThere: true) : null;
        }
        catch (AdversaException)
        {
            return null;
        }
    }

    private static PrepareReport Pictures(IPictureList list, string target, string plan, PrepareOptions options, Action<PrepareProgress>? progress, CancellationToken cancel)
    {
        var chunks = Chunks(list);
        CheckSpace(list, target);
        using var staging = Staging.Open(target, plan);
        try
        {
            var resumed = Decode(list, chunks, staging, options, progress, cancel);
            var (report, classes) = Assemble(list, chunks, staging, target, plan, options, cancel);
            staging.Remove();
            return new(report, list.Schema with { Classes = classes }, resumed, WasThere: false);
        }
        catch (AdversaException e) when (e.Exit == ExitCode.Data)
        {
            staging.Remove();                    // refused: nothing stays
            throw;
        }
    }

    private static List<(int First, int Count)> Chunks(IPictureList list)
    {
        var size = Math.Clamp(ChunkBytes / list.Target.Bytes, 1, MostInChunk);
        return [.. Enumerable.Range(0, (list.Pictures.Count + size - 1) / size).Select(i => (i * size, Math.Min(size, list.Pictures.Count - i * size)))];
    }

    /// <summary>Asks before an hour of work whether the result can fit at all: chunks and result stand side by side at the end.</summary>
    private static void CheckSpace(IPictureList list, string target)
    {
        var needed = 2L * list.Pictures.Count * (list.Target.Bytes + 64) + (64 << 20);
        var free = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(target))!).AvailableFreeSpace;
        if (free < needed) throw new AdversaException(5013, ExitCode.Resource, Words.PackingNeedsUpMBBeside(needed >> 20, target, free >> 20));
    }

    /// <summary>Makes every chunk that is not there yet.</summary>
    /// <returns>Pictures of chunks that were there.</returns>
    private static long Decode(IPictureList list, List<(int First, int Count)> chunks, Staging staging, PrepareOptions options, Action<PrepareProgress>? progress, CancellationToken cancel)
    {
        long done = 0, bad = 0, resumed = 0;
        var (next, total) = (-1, list.Pictures.Count);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        AdversaException? tooMany = null;
        Exception? failure = null;

        void Work()
        {
            using IPictureDecoder decoder = options.Decoder is { } command ? new DecoderProcess(command, list.Target) : new LocalDecoder(list.Target);
            while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var i && i < chunks.Count)
            {
                var (first, count) = chunks[i];
                Chunk made;
                if (Chunk.Read(staging.ChunkFile(i), count, list.Target.Bytes) is { } there)
                {
                    made = there.Chunk;
                    Interlocked.Add(ref resumed, count);
                }
                else made = Make(list, first, count, decoder, staging.ChunkFile(i), stop.Token);
                var badNow = Interlocked.Add(ref bad, made.Bad.Count);
                progress?.Invoke(new(Interlocked.Add(ref done, count), total, badNow));
                if (badNow <= options.MostBad * total) continue;
                Interlocked.CompareExchange(ref tooMany, TooMany(list, badNow, options, made.Bad[0]), null);
                stop.Cancel();
            }
        }

        var threads = Enumerable.Range(0, Math.Clamp(options.Workers, 1, chunks.Count)).Select(i => new Thread(() =>
        {
            try
            {
                Work();
            }
            catch (Exception e)                  // carried to the caller's thread
            {
                if (e is not OperationCanceledException) Interlocked.CompareExchange(ref failure, e, null);
                stop.Cancel();
            }
        }) { IsBackground = true, Name = $"adversa-prepare-{i}" }).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        if (tooMany is not null) throw tooMany;
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        cancel.ThrowIfCancellationRequested();
        return resumed;
    }

    /// <summary>Decodes the files of one chunk; while one is decoded the next is read and hashed.</summary>
    private static Chunk Make(IPictureList list, int first, int count, IPictureDecoder decoder, string path, CancellationToken cancel)
    {
        var size = list.Target.Bytes;
        var (pixels, hashes, good) = (new byte[count * size], new byte[count * 32], 0);
        var bad = new List<Chunk.BadPicture>();
        var rest = list.Schema.Fields.Count > 1 ? new Batch(new SampleSchema([.. list.Schema.Fields.Skip(1)]), 1) : null;
        var file = Load(0);
        for (var i = 0; i < count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var (bytes, hash, error) = file;
            if (bytes is not null) decoder.Send(bytes, list.Pictures[first + i].Name);
            file = i + 1 < count ? Load(i + 1) : default;
            try
            {
                if (error is not null) throw error;
                decoder.Receive(pixels.AsSpan(good * size, size));
                if (rest is not null) list.Read(first + i, rest.Row(0));          // a damaged mask leaves its picture out
                hash.CopyTo(hashes, good * 32);
                good++;
            }
            catch (AdversaException e) when (e.Exit == ExitCode.Data)
            {
                bad.Add(new(first + i, e.Code, e.Text.English, e.Text.Spanish));
            }
        }

        var chunk = new Chunk(bad);
        chunk.Write(path, pixels.AsSpan(0, good * size), hashes.AsSpan(0, good * 32));
        return chunk;

        (byte[]? Bytes, byte[] Hash, AdversaException? Error) Load(int i)
        {
            try
            {
                var bytes = list.Tree.Read(list.Pictures[first + i], PictureFile.MostBytes);
                return (bytes, SHA256.HashData(bytes), null);
            }
            catch (AdversaException e) when (e.Exit == ExitCode.Data)
            {
                return (null, [], e);
            }
        }
    }

    /// <summary>Lays the chunks behind each other.</summary>
    /// <returns>What was packed, and how many classes have a good picture.</returns>
    private static (ScanReport Report, int Classes) Assemble(IPictureList list, List<(int First, int Count)> chunks, Staging staging, string target, string plan, PrepareOptions options, CancellationToken cancel)
    {
        var bad = new List<Chunk.BadPicture>();
        var hashes = new List<ArraySegment<byte>>();
        foreach (var (chunk, _, sums) in chunks.Select((_, i) => Read(i)))
        {
            bad.AddRange(chunk.Bad);
            hashes.Add(sums.ToArray());          // a copy: the pixels of the chunk need not stay
        }

        var left = bad.Select(b => b.Index).ToHashSet();
        List<int> good = [.. Enumerable.Range(0, list.Pictures.Count).Where(i => !left.Contains(i))];
        var report = new ScanReport(good.Count,
            [.. list.Report.Bad, .. bad.Select(b => new BadSample(list.Pictures[(int)b.Index].Shown, b.Reason))], list.Report.Skipped);
        if (good.Count == 0) throw DataError.Of(DataError.Empty,
            Words.NoPictureIsGood(list.Name, report, report.Bad.FirstOrDefault()?.Reason ?? Text.None).Each(text => text.TrimEnd()));
        if (bad.Count > options.MostBad * list.Pictures.Count) throw TooMany(list, bad.Count, options, bad[0]);

        var schema = list.Schema;
        var attributes = new float[good.Count * schema.Attributes.Count];
        for (var i = 0; i < good.Count; i++) list.ReadAttributes(good[i], attributes.AsSpan(i * schema.Attributes.Count, schema.Attributes.Count));
        int[]? labels = schema.IsLabelled ? [.. good.Select(i => list.LabelOf(i))] : null;
        var arrays = new PackedArrays(good.Count, labels, attributes,
            [.. good.Select(i => list.Pictures[i].Name)], [.. hashes.SelectMany(part => part)]);
        var manifest = PackedManifest.Of(list, plan, [.. report.Bad.Select(b => new PackedManifest.BadFile(b.Name, b.Reason.English))], report.Skipped);
        using var writer = new PackedWriter(target, staging.PackedFile, manifest, arrays);
        for (var i = 0; i < chunks.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            writer.Add(Read(i).Pixels);
        }

        PackedSet.AddFields(writer, list, good, cancel);

        writer.Finish();
        return (report, labels?.Distinct().Count() ?? 0);

        (Chunk Chunk, ArraySegment<byte> Pixels, ArraySegment<byte> Hashes) Read(int i) =>
            Chunk.Read(staging.ChunkFile(i), chunks[i].Count, list.Target.Bytes) ?? throw new IOException($"{staging.ChunkFile(i)} was damaged while the set was packed. Run the same command again.");
    }

    private static AdversaException TooMany(IPictureList list, long bad, PrepareOptions options, Chunk.BadPicture first) => DataError.Of(DataError.TooManyBad,
        Words.TooManyAreBad(bad, Words.NumberOfPictures(list.Pictures.Count), list.Name, options.MostBad, first.Reason));
}
