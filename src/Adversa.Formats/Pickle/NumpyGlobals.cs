namespace Adversa.Formats.Pickle;

/// <summary>Numeric arrays of numpy, and nothing else.</summary>
public sealed class NumpyGlobals : PickleGlobals
{
    private const int MostDimensions = 8;

    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal)
    {
        ["u1"] = 1, ["i1"] = 1, ["b1"] = 1, ["u2"] = 2, ["i2"] = 2, ["u4"] = 4, ["i4"] = 4, ["f4"] = 4, ["u8"] = 8, ["i8"] = 8, ["f8"] = 8,
    };

    private enum Known
    {
        Reconstruct,
        NdArray,
        DType,
        Encode,
    }

    /// <inheritdoc/>
    public override PickleValue? Find(string module, string name) => (module, name) switch
    {
        ("numpy.core.multiarray" or "numpy._core.multiarray", "_reconstruct") => new Name(Known.Reconstruct),
        ("numpy", "ndarray") => new Name(Known.NdArray),
        ("numpy", "dtype") => new Name(Known.DType),
        ("_codecs", "encode") => new Name(Known.Encode),
        _ => null,
    };

    /// <inheritdoc/>
    public override PickleValue? Reduce(PickleValue name, IReadOnlyList<PickleValue> arguments) => (name as Name)?.What switch
    {
        // _reconstruct(ndarray, (0,), b"b"): an empty array that BUILD fills.
        Known.Reconstruct when arguments is [Name { What: Known.NdArray }, PickleTuple { Items: [PickleInt { Value: 0 }] }, var kind] && PickleDict.TextOf(kind) == "b" => new ArrayShell(),

        // dtype("u1", False, True)
        Known.DType when arguments is [var spelled, PickleBool or PickleInt, PickleBool or PickleInt] && PickleDict.TextOf(spelled) is { } text && Sizes.ContainsKey(text) => new DTypeShell(text),

        // encode(text, "latin1"): how Python 3 writes bytes for Python 2.
        Known.Encode when arguments is [PickleText text, var codec] && PickleDict.TextOf(codec) == "latin1" && text.Value.All(c => c < 256) => new PickleBytes(System.Text.Encoding.Latin1.GetBytes(text.Value)),
        _ => null,
    };

    /// <inheritdoc/>
    public override bool Build(PickleValue value, PickleValue state) => (value, state) switch
    {
        // (3, "<" or "|", None, None, None, -1, -1, 0)
        (DTypeShell dtype, PickleTuple { Items: [PickleInt { Value: 3 }, var order, PickleNone, PickleNone, PickleNone, PickleInt, PickleInt, PickleInt { Value: 0 }] }) =>
            dtype.Set(PickleDict.TextOf(order)),

        // (1, shape, dtype, is Fortran order, bytes)
        (ArrayShell shell, PickleTuple { Items: [PickleInt { Value: 1 }, PickleTuple shape, DTypeShell { IsSet: true } dtype, PickleBool { Value: false }, PickleBytes data] }) =>
            shell.Set(dtype.Kind, shape.Items, data.Value),
        _ => false,
    };

    /// <inheritdoc/>
    public override PickleValue? Finished(PickleValue value) => (value as ArrayShell)?.Array;

    private sealed class Name(Known what) : PickleValue
    {
        public Known What { get; } = what;
    }

    private sealed class DTypeShell(string kind) : PickleValue
    {
        public string Kind { get; } = kind;

        public bool IsSet { get; private set; }

        public bool Set(string? order) => IsSet = order is "<" or "|" || (order == "=" && BitConverter.IsLittleEndian);
    }

    private sealed class ArrayShell : PickleValue
    {
        public PickleArray? Array { get; private set; }

        public bool Set(string kind, IReadOnlyList<PickleValue> shape, ReadOnlyMemory<byte> data)
        {
            if (Array is not null || shape.Count > MostDimensions || shape.Any(side => side is not PickleInt { Value: >= 0 })) return false;
            long[] sides = [.. shape.Select(side => ((PickleInt)side).Value)];
            var bytes = sides.Aggregate((Int128)Sizes[kind], (product, side) => product > long.MaxValue ? product : product * Math.Max(1, side));      // a side of 0 excuses nothing
            if (bytes > long.MaxValue || (sides.Contains(0) ? 0 : bytes) != data.Length) return false;
            Array = new(kind, sides, data);
            return true;
        }
    }
}
