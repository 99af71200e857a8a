using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Adversa.Formats.Pickle;

/// <summary>Reads Python's pickles as data. A pickle is a program; this machine has no way to run one: names lead to a closed list, and everything that is not on it is refused.</summary>
/// <remarks>Protocols 2 to 4 (PEP 307, 3154). Sizes are checked before anything is allocated, and nothing is copied that the file does not hold.</remarks>
public sealed class PickleReader
{
    private const int MostItems = 1_000_000;     // on the stack, and remembered
    private const int MostValues = 4_000_000;    // in all: a byte of the file can make a value of 72 bytes
    private const int MostDepth = 100;
    private const int MostText = 65_536;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlyMemory<byte> _file;
    private readonly string _name;
    private readonly PickleGlobals _globals;
    private readonly List<PickleValue> _stack = [];
    private readonly List<int> _marks = [];
    private readonly Dictionary<long, PickleValue> _memo = [];
    private int _at;
    private int _opcodeAt;
    private int _values;
    private bool _mayGoOn;

    private PickleReader(ReadOnlyMemory<byte> file, string name, PickleGlobals globals) => (_file, _name, _globals) = (file, name, globals);

    /// <summary>Reads a pickle.</summary>
    /// <param name="file">The whole file; the caller has limited its size.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="globals">The names that it may speak of.</param>
    /// <returns>Its one value.</returns>
    /// <exception cref="AdversaException">ADV3041: it is cut off, or asks for something that is not read; the message names the opcode and where it stands.</exception>
    public static PickleValue Read(ReadOnlyMemory<byte> file, string name, PickleGlobals globals)
    {
        ArgumentNullException.ThrowIfNull(globals);
        return new PickleReader(file, name, globals).Run();
    }

    /// <summary>Reads a pickle that other bytes may follow.</summary>
    /// <param name="file">Begins with the pickle.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="globals">The names that it may speak of.</param>
    /// <param name="length">How many bytes it takes.</param>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string, PickleGlobals)"/>
    public static PickleValue Read(ReadOnlyMemory<byte> file, string name, PickleGlobals globals, out int length)
    {
        ArgumentNullException.ThrowIfNull(globals);
        var reader = new PickleReader(file, name, globals) { _mayGoOn = true };
        var value = reader.Run();
        length = reader._at;
        return value;
    }

    /// <summary>Whether bytes begin like a pickle of protocol 2 or later.</summary>
    /// <param name="head">The first bytes.</param>
    public static bool IsPickle(ReadOnlySpan<byte> head) => head is [0x80, >= 2 and <= 5, ..];

    private PickleValue Run()
    {
        if (!IsPickle(_file.Span)) throw Refused(Words.DoesNotBeginWithProtocol);
        while (true)
        {
            _opcodeAt = _at;
            var opcode = Take(1)[0];
            if (opcode == '.') return Result();
            Step(opcode);
            if (_stack.Count > MostItems || _memo.Count > MostItems) throw Refused(Words.HoldsMoreThanValuesAtOnce(MostItems));
        }
    }

    private PickleValue Result()
    {
        if (_at != _file.Length && !_mayGoOn) throw Refused(Words.OtherBytesFollowEnd);
        if (_stack.Count != 1 || _marks.Count > 0) throw Refused(Words.DoesNotEndWithOneValue);
        return Plain(_stack[0]);
    }

    private void Step(byte opcode)
    {
        switch (opcode)
        {
            case 0x80:                                                            // PROTO
                if (Take(1)[0] is not (>= 2 and <= 4) || _opcodeAt != 0) throw Refused(Words.ProtocolIsNot);
                break;
            case 0x95: Length(8); break;                                          // FRAME: its length is of no use here
            case (byte)'(': Mark(); break;
            case (byte)'N': Push(new PickleNone()); break;
            case 0x88: Push(new PickleBool(true)); break;
            case 0x89: Push(new PickleBool(false)); break;
            case (byte)'K': Push(new PickleInt(Take(1)[0])); break;
            case (byte)'M': Push(new PickleInt(BinaryPrimitives.ReadUInt16LittleEndian(Take(2)))); break;
            case (byte)'J': Push(new PickleInt(BinaryPrimitives.ReadInt32LittleEndian(Take(4)))); break;
            case 0x8A: Push(new PickleInt(Long(Take(1)[0]))); break;
            case (byte)'G': Push(new PickleReal(BinaryPrimitives.ReadDoubleBigEndian(Take(8)))); break;
            case 0x8C: Push(Text(Take(1)[0])); break;                             // SHORT_BINUNICODE
            case (byte)'X': Push(Text(Length(4))); break;
            case 0x8D: Push(Text(Length(8))); break;
            case (byte)'U' or (byte)'C': Push(new PickleBytes(TakeMemory(Take(1)[0]))); break;
            case (byte)'T' or (byte)'B': Push(new PickleBytes(TakeMemory(Length(4)))); break;
            case 0x8E: Push(new PickleBytes(TakeMemory(Length(8)))); break;
            case (byte)']': Push(new PickleList()); break;
            case (byte)'}': Push(new PickleDict()); break;
            case (byte)')': Push(new PickleTuple([])); break;
            case 0x85 or 0x86 or 0x87: Push(TupleOf(Pop(opcode - 0x84))); break;
            case (byte)'t': Push(TupleOf(PopMark())); break;
            case (byte)'a': Append(Pop(1)); break;
            case (byte)'e': Append(PopMark()); break;
            case (byte)'s': SetItems(Pop(2)); break;
            case (byte)'u': SetItems(PopMark()); break;
            case (byte)'q': Remember(Take(1)[0]); break;
            case (byte)'r': Remember(BinaryPrimitives.ReadUInt32LittleEndian(Take(4))); break;
            case 0x94: Remember(_memo.Count); break;
            case (byte)'h': Recall(Take(1)[0]); break;
            case (byte)'j': Recall(BinaryPrimitives.ReadUInt32LittleEndian(Take(4))); break;
            case (byte)'c': Global(Line(), Line()); break;
            case 0x93: StackGlobal(); break;
            case (byte)'Q': Push(_globals.Persistent(Pop(1)[0]) ?? throw Refused(Words.RefersToSomethingOutside)); break;
            case (byte)'R': Reduce(); break;
            case (byte)'b': Build(); break;
            default: throw Refused(Words.OpcodeXIsNotRead(opcode));
        }
    }

    private void Push(PickleValue value)
    {
        if (++_values > MostValues) throw Refused(Words.HoldsMoreThanValues(MostValues));
        _stack.Add(value);
    }

    private void Mark()
    {
        if (_marks.Count >= MostDepth) throw TooDeep();
        _marks.Add(_stack.Count);
    }

    private PickleValue[] Pop(int count)
    {
        var least = _marks.Count > 0 ? _marks[^1] : 0;
        if (_stack.Count - least < count) throw Refused(Words.TakesValueFromEmptyStack);
        PickleValue[] values = [.. _stack[^count..]];
        _stack.RemoveRange(_stack.Count - count, count);
        return values;
    }

    private PickleValue[] PopMark()
    {
        if (_marks.Count == 0) throw Refused(Words.LooksForMarkNotSet);
        var values = Pop(_stack.Count - _marks[^1]);
        _marks.RemoveAt(_marks.Count - 1);
        return values;
    }

    private PickleTuple TupleOf(PickleValue[] items)
    {
        var tuple = new PickleTuple(items);
        Deepen(tuple, items);
        return tuple;
    }

    private void Append(PickleValue[] items)
    {
        if (Top() is not PickleList list) throw Refused(Words.AppendsToSomethingIsNoList);
        Deepen(list, items);
        foreach (var item in items) list.Items.Add(Plain(item));
    }

    private void SetItems(PickleValue[] items)
    {
        if (Top() is not PickleDict dict || items.Length % 2 != 0) throw Refused(Words.SetsItemsOfSomethingIsNo);
        Deepen(dict, items);
        for (var i = 0; i < items.Length; i += 2) dict.Items.Add((Plain(items[i]), Plain(items[i + 1])));
    }

    private PickleValue Top() => _stack.Count > (_marks.Count > 0 ? _marks[^1] : 0) ? _stack[^1] : throw Refused(Words.UsesValueOfEmptyStack);

    private void Deepen(PickleValue container, PickleValue[] items)
    {
        foreach (var item in items) container.Depth = Math.Max(container.Depth, item.Depth + 1);
        if (container.Depth > MostDepth) throw TooDeep();
    }

    private void Remember(long key)
    {
        if (!_memo.TryAdd(key, Top()) && _memo[key] != Top()) throw Refused(Words.RemembersTwoValuesUnderOneNumber);
    }

    private void Recall(long key) => Push(_memo.TryGetValue(key, out var value) ? value : throw Refused(Words.RecallsValueNotRemembered));

    private void Global(string module, string name) => Push(_globals.Find(module, name)
        ?? throw Refused(Words.AsksIsNotRead(module, name)));

    private void StackGlobal()
    {
        if (Pop(2) is not [PickleText module, PickleText name]) throw Refused(Words.AsksForNameIsNoText);
        Global(module.Value, name.Value);
    }

    private void Reduce()
    {
        var values = Pop(2);
        if (values[1] is not PickleTuple arguments) throw Refused(Words.CallsWithArgumentsAreNoTuple);
        Push(_globals.Reduce(values[0], arguments.Items) ?? throw Refused(Words.CallsSomethingWithArgumentsAreNot));
    }

    private void Build()
    {
        var state = Pop(1)[0];
        if (!_globals.Build(Top(), state)) throw Refused(Words.FillsValueInWayIsNot);
    }

    /// <summary>What may stand in the result: plain values as they are, those of the closed list once they are finished.</summary>
    private PickleValue Plain(PickleValue value) => value is PickleNone or PickleBool or PickleInt or PickleReal or PickleText or PickleBytes or PickleTuple or PickleList or PickleDict or PickleArray ? value
        : _globals.Finished(value) ?? throw Refused(Words.KeepsNameOrValueNeverFilled);

    private PickleText Text(int length)
    {
        if (length > MostText) throw Refused(Words.TextHasBytes(length, MostText));
        try
        {
            return new(Utf8.GetString(Take(length)));
        }
        catch (ArgumentException)
        {
            throw Refused(Words.TextIsNotUTF);
        }
    }

    private string Line()
    {
        var rest = _file.Span[_at..];
        var end = rest[..Math.Min(rest.Length, 256)].IndexOf((byte)'\n');
        if (end < 0) throw Refused(Words.NameHasNoEnd);
        return Encoding.Latin1.GetString(Take(end + 1)[..end]);
    }

    private long Long(int length)
    {
        if (length > 8) throw Refused(Words.NumberHasMoreThanBits);
        long value = 0;
        var bytes = Take(length);
        for (var i = 0; i < length; i++) value |= (long)bytes[i] << (8 * i);
        return length is > 0 and < 8 && (bytes[length - 1] & 0x80) != 0 ? value - (1L << (8 * length)) : value;
    }

    private int Length(int bytes)
    {
        var length = bytes == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(Take(4)) : BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
        return length <= (ulong)(_file.Length - _at) ? (int)length : throw CutOff();
    }

    private ReadOnlySpan<byte> Take(int count) => TakeMemory(count).Span;

    private ReadOnlyMemory<byte> TakeMemory(int count)
    {
        if (count > _file.Length - _at) throw CutOff();
        _at += count;
        return _file.Slice(_at - count, count);
    }

    private AdversaException CutOff() => Refused(Words.IsCutOff);

    private AdversaException TooDeep() => Refused(Words.IsNestedMoreThanDeep(MostDepth));

    private AdversaException Refused(Text text)
    {
        string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
        return new(3041, ExitCode.Data, Words.IsPickleIsNotRead(_name, text.Each(Printable), _opcodeAt));
    }
}
