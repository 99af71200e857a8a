using Adversa.Formats.Pickle;

namespace Adversa.Formats.Weights;

/// <summary>What PyTorch writes into a state dictionary, and nothing else: ordered dictionaries, dense tensors, storages.</summary>
internal sealed class TorchGlobals : PickleGlobals
{
    /// <summary>The type of a storage that numpy has no name for.</summary>
    public const string BFloat16 = "B2";

    private const int MostDimensions = 8;

    private static readonly Dictionary<string, string> Storages = new(StringComparer.Ordinal)
    {
        ["FloatStorage"] = "f4", ["DoubleStorage"] = "f8", ["HalfStorage"] = "f2", ["LongStorage"] = "i8", ["IntStorage"] = "i4", ["ShortStorage"] = "i2", ["CharStorage"] = "i1", ["ByteStorage"] = "u1", ["BoolStorage"] = "b1",
        ["BFloat16Storage"] = BFloat16,
    };

    private enum Known
    {
        OrderedDict,
        Tensor,
        Parameter,
    }

    public override PickleValue? Find(string module, string name) => (module, name) switch
    {
        ("collections", "OrderedDict") => new Name(Known.OrderedDict),
        ("torch._utils", "_rebuild_tensor_v2") => new Name(Known.Tensor),
        ("torch._utils", "_rebuild_parameter") => new Name(Known.Parameter),
        ("torch", _) when Storages.TryGetValue(name, out var type) => new StorageType(type),
        _ => null,
    };

    public override PickleValue? Reduce(PickleValue name, IReadOnlyList<PickleValue> arguments) => (name as Name)?.What switch
    {
        Known.OrderedDict when arguments.Count == 0 => new PickleDict(),

        // (storage, offset, size, stride, requires_grad, hooks)
        Known.Tensor when arguments is [Storage storage, PickleInt { Value: >= 0 } offset, PickleTuple size, PickleTuple stride, PickleBool, PickleDict { Items.Count: 0 }]
            && Whole(size) is { } sizes && Whole(stride) is { } strides && sizes.Length == strides.Length => new TorchTensor(storage, offset.Value, sizes, strides),

        // (tensor, requires_grad, hooks)
        Known.Parameter when arguments is [TorchTensor tensor, PickleBool, PickleDict { Items.Count: 0 }] => tensor,
        _ => null,
    };

    /// <summary>A state dictionary carries versions of its modules, which are of no use here.</summary>
    public override bool Build(PickleValue value, PickleValue state) => value is PickleDict && state is PickleDict { Items: [var only] } && PickleDict.TextOf(only.Key) == "_metadata";

    public override PickleValue? Finished(PickleValue value) => value as TorchTensor;

    /// <summary>("storage", type, key, device, elements), in old files followed by None.</summary>
    public override PickleValue? Persistent(PickleValue id)
    {
        if (id is not PickleTuple { Items: { Count: 5 or 6 } items } || (items.Count == 6 && items[5] is not PickleNone)) return null;
        return PickleDict.TextOf(items[0]) == "storage" && items[1] is StorageType type && PickleDict.TextOf(items[2]) is { } key && items[4] is PickleInt { Value: >= 0 } count
            ? new Storage(type.Type, key, count.Value) : null;
    }

    private static long[]? Whole(PickleTuple tuple) =>
        tuple.Items.Count <= MostDimensions && tuple.Items.All(item => item is PickleInt { Value: >= 0 }) ? [.. tuple.Items.Select(item => ((PickleInt)item).Value)] : null;

    private sealed class Name(Known what) : PickleValue
    {
        public Known What { get; } = what;
    }

    private sealed class StorageType(string type) : PickleValue
    {
        public string Type { get; } = type;
    }
}

/// <summary>A block of numbers outside of the pickle.</summary>
internal sealed class Storage(string type, string key, long count) : PickleValue
{
    public string Type { get; } = type;

    public string Key { get; } = key;

    /// <summary>Elements.</summary>
    public long Count { get; } = count;

    /// <summary>Bytes of an element: the digit in its type.</summary>
    public int Size => Type[1] - '0';
}

/// <summary>A view of a storage.</summary>
internal sealed class TorchTensor(Storage storage, long offset, long[] sizes, long[] strides) : PickleValue
{
    public Storage Storage { get; } = storage;

    public long Offset { get; } = offset;

    public long[] Sizes { get; } = sizes;

    public long[] Strides { get; } = strides;
}
