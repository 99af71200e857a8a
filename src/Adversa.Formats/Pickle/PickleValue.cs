using System.Text;

namespace Adversa.Formats.Pickle;

/// <summary>A value of a pickle: plain data, never an object of a program.</summary>
public abstract class PickleValue
{
    /// <summary>How deeply containers are nested in it when it was built; 0 for a plain value.</summary>
    internal int Depth { get; set; }
}

/// <summary>None.</summary>
public sealed class PickleNone : PickleValue;

/// <summary>True or False.</summary>
/// <param name="value">Which.</param>
public sealed class PickleBool(bool value) : PickleValue
{
    /// <summary>Which.</summary>
    public bool Value { get; } = value;
}

/// <summary>A whole number of at most 64 bits.</summary>
/// <param name="value">The number.</param>
public sealed class PickleInt(long value) : PickleValue
{
    /// <summary>The number.</summary>
    public long Value { get; } = value;
}

/// <summary>A real number.</summary>
/// <param name="value">The number.</param>
public sealed class PickleReal(double value) : PickleValue
{
    /// <summary>The number.</summary>
    public double Value { get; } = value;
}

/// <summary>A text.</summary>
/// <param name="value">The text.</param>
public sealed class PickleText(string value) : PickleValue
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;
}

/// <summary>Bytes; also what Python 2 called a string.</summary>
/// <param name="value">The bytes: a part of the file, not a copy.</param>
public sealed class PickleBytes(ReadOnlyMemory<byte> value) : PickleValue
{
    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Value { get; } = value;
}

/// <summary>A tuple.</summary>
/// <param name="items">Its items.</param>
public sealed class PickleTuple(IReadOnlyList<PickleValue> items) : PickleValue
{
    /// <summary>Its items.</summary>
    public IReadOnlyList<PickleValue> Items { get; } = items;
}

/// <summary>A list.</summary>
public sealed class PickleList : PickleValue
{
    /// <summary>Its items.</summary>
    public List<PickleValue> Items { get; } = [];
}

/// <summary>A dictionary, in the order in which it was filled.</summary>
public sealed class PickleDict : PickleValue
{
    /// <summary>Keys and values.</summary>
    public List<(PickleValue Key, PickleValue Value)> Items { get; } = [];

    /// <summary>The value of a key that is a text, or bytes that spell it; null when there is none. The last one counts.</summary>
    /// <param name="key">The key.</param>
    public PickleValue? Find(string key) => Items.LastOrDefault(item => TextOf(item.Key) == key).Value;

    /// <summary>The text that a value is or spells in Latin-1; null when it is something else.</summary>
    /// <param name="value">Any value.</param>
    public static string? TextOf(PickleValue value) => value switch
    {
        PickleText text => text.Value,
        PickleBytes { Value.Length: <= 65_536 } bytes => Encoding.Latin1.GetString(bytes.Value.Span),
        _ => null,
    };
}

/// <summary>A numeric array.</summary>
/// <param name="kind">Its type as numpy spells it without byte order, such as <c>u1</c>, <c>i8</c> or <c>f4</c>; little-endian.</param>
/// <param name="shape">Its dimensions; the last one runs fastest.</param>
/// <param name="data">Its bytes, as many as type and shape need.</param>
public sealed class PickleArray(string kind, IReadOnlyList<long> shape, ReadOnlyMemory<byte> data) : PickleValue
{
    /// <summary>Its type, such as <c>u1</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>Its dimensions.</summary>
    public IReadOnlyList<long> Shape { get; } = shape;

    /// <summary>Its bytes.</summary>
    public ReadOnlyMemory<byte> Data { get; } = data;
}
