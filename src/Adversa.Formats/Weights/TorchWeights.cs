using System.Buffers.Binary;
using System.Text;
using Adversa.Formats.Pickle;
using Adversa.Formats.Trees;

namespace Adversa.Formats.Weights;

/// <summary>The tensors of a state dictionary that <c>torch.save</c> wrote, as a zip archive or in the stream from before PyTorch 1.6. Nothing in the file is run.</summary>
/// <remarks>Only dense tensors under text keys; whole modules, TorchScript, sparse and quantised tensors are refused. Sizes are checked before anything is allocated.</remarks>
public static class TorchWeights
{
    private const int MostTensors = 100_000;
    private const int MostPickle = 64 << 20;
    private const long LeastBytes = 100_000_000;      // that tensors may expand to whatever the file's size
    private const int MostSwelling = 4;

    // torch.save before 1.6: the magic number and protocol 1001, each a pickle of its own
    private static readonly byte[] OldStart = [0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, (byte)'.', 0x80, 2, (byte)'M', 0xE9, 3, (byte)'.'];

    /// <summary>Reads a file.</summary>
    /// <param name="path">A <c>.pth</c> or <c>.pt</c> file.</param>
    /// <param name="check">Told names and shapes before a number is read: refuses what does not fit at no cost.</param>
    /// <returns>The tensors by name, each on its own; bfloat16, which no other array here has, as float32.</returns>
    /// <exception cref="AdversaException">ADV6030: it is no state dictionary, or damaged or cut off, or expands beyond the larger of 100 MB and four times the file; ADV3041: its pickle asks for something that is not read.</exception>
    public static IReadOnlyDictionary<string, PickleArray> Read(string path, Action<IReadOnlyDictionary<string, long[]>>? check = null) => Parse(path, check, numbers: true);

    private static Dictionary<string, PickleArray> Parse(string path, Action<IReadOnlyDictionary<string, long[]>>? check, bool numbers)
    {
        var head = FileBytes.Head(path, OldStart.Length);
        return ZipTree.IsZip(head) ? FromZip(path, check, numbers)
            : head.AsSpan().SequenceEqual(OldStart) ? FromStream(path, check, numbers)
            : throw Refused(path, Words.IsNeitherZipArchiveNorOlder);
    }

    /// <summary>Looks at a file as <see cref="Read"/> does, but reads none of its numbers.</summary>
    /// <param name="path">A <c>.pth</c> or <c>.pt</c> file.</param>
    /// <param name="check">Told names and shapes.</param>
    /// <exception cref="AdversaException">As <see cref="Read"/>.</exception>
    public static void Look(string path, Action<IReadOnlyDictionary<string, long[]>> check) => Parse(path, check, numbers: false);

    private static Dictionary<string, PickleArray> FromZip(string path, Action<IReadOnlyDictionary<string, long[]>>? check, bool numbers)
    {
        using var zip = Open(path);
        var pickles = zip.Files.Where(file => file.Name.EndsWith("/data.pkl", StringComparison.Ordinal) && file.Name.Count(c => c == '/') == 1).ToList();
        if (pickles is not [var pickle]) throw Refused(path, Words.HasNoSingleData);
        if (zip.Files.Any(file => file.Name.Contains("/code/", StringComparison.Ordinal) || file.Name.EndsWith("constants.pkl", StringComparison.Ordinal)))
            throw Refused(path, Words.IsTorchScriptSaveStateDictionary);
        var root = pickle.Name[..^"data.pkl".Length];
        var entries = zip.Files.ToDictionary(file => file.Name, StringComparer.Ordinal);
        TreeFile? Entry(string name) => entries.GetValueOrDefault(root + name);
        if (Entry("byteorder") is { } order && Encoding.ASCII.GetString(zip.Read(order, 16)) != "little") throw Refused(path, Words.NumbersAreBigEndian);
        var state = PickleReader.Read(zip.Read(pickle, MostPickle), path, new TorchGlobals());
        return Load(path, state, check, numbers, storage => Entry($"data/{storage.Key}")?.Length, storage => zip.Read(Entry($"data/{storage.Key}")!, long.MaxValue));
    }

    private static ZipTree Open(string path)
    {
        try
        {
            return ZipTree.Open(path);
        }
        catch (AdversaException e) when (e.Code == 3030)
        {
            throw Refused(path, Words.ArchiveIsDamagedOrCutOff);
        }
    }

    private static Dictionary<string, PickleArray> FromStream(string path, Action<IReadOnlyDictionary<string, long[]>>? check, bool numbers)
    {
        ReadOnlyMemory<byte> rest = FileBytes.Read(path).AsMemory(OldStart.Length);
        PickleValue Next()
        {
            var value = PickleReader.Read(rest, path, new TorchGlobals(), out var length);
            rest = rest[length..];
            return value;
        }

        Next();                                              // byte order and sizes of the machine that wrote it
        var state = Next();
        if (Next() is not PickleList keys) throw Refused(path, Words.HasNoListOfStorages);
        var sizes = Views(path, state).Select(pair => pair.Tensor.Storage).DistinctBy(storage => storage.Key).ToDictionary(storage => storage.Key, storage => storage.Size);
        var blocks = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var key in keys.Items.Select(item => PickleDict.TextOf(item) ?? ""))
        {
            if (rest.Length < 8 || !sizes.TryGetValue(key, out var size)) throw Refused(path, Words.IsCutOffOrListsStorages);
            var bytes = (Int128)BinaryPrimitives.ReadInt64LittleEndian(rest.Span) * size;
            if (bytes < 0 || bytes > rest.Length - 8) throw Refused(path, Words.StorageIsCutOff(key));
            blocks[key] = rest.Slice(8, (int)bytes);
            rest = rest[(8 + (int)bytes)..];
        }

        if (rest.Length > 0) throw Refused(path, Words.OtherBytesFollowEnd);
        return Load(path, state, check, numbers, storage => blocks.TryGetValue(storage.Key, out var block) ? block.Length : null, storage => blocks[storage.Key]);
    }

    /// <summary>Everything is checked before anything is allocated.</summary>
    private static Dictionary<string, PickleArray> Load(string path, PickleValue state, Action<IReadOnlyDictionary<string, long[]>>? check, bool numbers, Func<Storage, long?> length, Func<Storage, ReadOnlyMemory<byte>> read)
    {
        var views = Views(path, state);
        var most = Math.Max(LeastBytes, MostSwelling * new FileInfo(path).Length);
        Int128 expanded = 0, stored = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, view) in views)
        {
            var storage = view.Storage;
            if (length(storage) is not { } bytes) throw Refused(path, Words.StorageIsMissing(storage.Key));
            if ((Int128)storage.Count * storage.Size != bytes) throw Refused(path, Words.StorageHasBytesNotThose(storage.Key, bytes, storage.Count));
            var size = Elements(path, name, view) * Math.Max(storage.Size, SizeOf(KindOf(storage)));
            if (size > Array.MaxLength || bytes > Array.MaxLength) throw Refused(path, Words.IsTooLarge(name));
            expanded += size;
            if (seen.Add(storage.Key)) stored += bytes;
            if (expanded > most || stored > most) throw Refused(path, Words.TensorsExpandToMoreThanMB(most >> 20, new FileInfo(path).Length));
        }

        check?.Invoke(views.ToDictionary(pair => pair.Name, pair => pair.Tensor.Sizes, StringComparer.Ordinal));
        if (!numbers) return [];
        var (blocks, arrays) = (new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal), new Dictionary<string, PickleArray>(StringComparer.Ordinal));
        foreach (var (name, view) in views)
        {
            if (!blocks.TryGetValue(view.Storage.Key, out var block)) blocks[view.Storage.Key] = block = read(view.Storage);
            arrays.Add(name, Copy(view, block.Span));
        }

        return arrays;
    }

    /// <summary>The elements of a view that lies within its storage; no product of its sizes or strides passes 64 bits, even where another size is 0.</summary>
    private static Int128 Elements(string path, string name, TorchTensor view)
    {
        var (count, product, last) = ((Int128)1, (Int128)1, (Int128)view.Offset);
        for (var d = 0; d < view.Sizes.Length; d++)
        {
            count *= view.Sizes[d];
            product *= Math.Max(1, view.Sizes[d]);
            var step = (Int128)Math.Max(0, view.Sizes[d] - 1) * view.Strides[d];
            last += step;
            if (product > long.MaxValue || step > long.MaxValue) throw Refused(path, Words.HasMoreNumbersThanCan(name));
        }

        if (count > 0 && last >= view.Storage.Count) throw Refused(path, Words.ReachesBeyondStorage(name));
        return count;
    }

    private static List<(string Name, TorchTensor Tensor)> Views(string path, PickleValue state)
    {
        if (state is not PickleDict { Items.Count: <= MostTensors } dictionary) throw Refused(path, Words.IsNoDictionaryOfTensors);
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. dictionary.Items.Select(item => item is (PickleText key, TorchTensor tensor) && names.Add(key.Value) ? (key.Value, tensor)
            : throw Refused(path, Words.HoldsSomethingElseThanTensorsUnder))];
    }

    private static PickleArray Copy(TorchTensor view, ReadOnlySpan<byte> block)
    {
        var (size, count) = (view.Storage.Size, (int)view.Sizes.Aggregate(1L, (product, side) => product * side));
        var bytes = new byte[count * size];
        if (IsContiguous(view)) block.Slice((int)view.Offset * size, bytes.Length).CopyTo(bytes);
        else
        {
            Span<long> at = stackalloc long[view.Sizes.Length];
            at.Clear();
            for (var i = 0; i < count; i++)
            {
                var from = view.Offset;
                for (var d = 0; d < at.Length; d++) from += at[d] * view.Strides[d];
                block.Slice((int)from * size, size).CopyTo(bytes.AsSpan(i * size));
                for (var d = at.Length - 1; d >= 0 && ++at[d] == view.Sizes[d]; d--) at[d] = 0;
            }
        }

        return new(KindOf(view.Storage), view.Sizes, view.Storage.Type == TorchGlobals.BFloat16 ? Widened(bytes) : bytes);
    }

    private static bool IsContiguous(TorchTensor view)
    {
        var stride = 1L;
        for (var d = view.Sizes.Length - 1; d >= 0; d--)
        {
            if (view.Sizes[d] == 0) return false;
            if (view.Sizes[d] > 1 && view.Strides[d] != stride) return false;
            stride *= view.Sizes[d];
        }

        return true;
    }

    /// <summary>bfloat16 is the upper half of float32.</summary>
    private static byte[] Widened(byte[] halves)
    {
        var whole = new byte[halves.Length * 2];
        for (var i = 0; i < halves.Length; i += 2) (whole[2 * i + 2], whole[2 * i + 3]) = (halves[i], halves[i + 1]);
        return whole;
    }

    private static string KindOf(Storage storage) => storage.Type == TorchGlobals.BFloat16 ? "f4" : storage.Type;

    private static int SizeOf(string kind) => kind[1] - '0';

    private static AdversaException Refused(string path, Text text) => new(6030, ExitCode.Data, Words.HoldsNoWeightsAreRead(path, text));
}
