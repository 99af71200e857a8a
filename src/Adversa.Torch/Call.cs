using System.Runtime.CompilerServices;
using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>One call through the door: arguments in the schema's order, then the results. Lives on the stack and is used once.</summary>
internal unsafe ref struct Call
{
    private const int MaxArguments = 20;
    private const int MaxNumbers = 32;
    private const int MaxResults = 32;

    private readonly Operator _operator;
    private readonly List<object?>? _recorded;
    private Values _values;
#pragma warning disable CS0649 // written through its address
    private Numbers _numbers;
#pragma warning restore CS0649
    private HandleList _handles;
    private List<Array>? _pinned;      // lists too long for the stack
    private int _count;
    private int _used;

    internal Call(Operator op)
    {
        _operator = op;
        _recorded = Recorder is null ? null : [];
    }

    /// <summary>Sees every call of this thread after it succeeded: name, arguments, results. The tracer of an exporter hooks in here.</summary>
    [field: ThreadStatic]
    internal static CallRecorder? Recorder { get; set; }

    internal void Add(Tensor? tensor)
    {
        if (tensor is null) Put(ValueTag.None, 0);
        else Put(ValueTag.Tensor, Hold(tensor));
        _recorded?.Add(tensor);
    }

    internal void Add(Scalar? value)
    {
        if (value is not { } scalar) Put(ValueTag.None, 0);
        else if (scalar.IsWhole) Put(ValueTag.Int, scalar.Whole);
        else Put(ValueTag.Double, BitConverter.DoubleToInt64Bits(scalar.Real));
        _recorded?.Add(value);
    }

    internal void Add(long? value)
    {
        Put(value is null ? ValueTag.None : ValueTag.Int, value ?? 0);
        _recorded?.Add(value);
    }

    internal void Add(double? value)
    {
        Put(value is null ? ValueTag.None : ValueTag.Double, BitConverter.DoubleToInt64Bits(value ?? 0));
        _recorded?.Add(value);
    }

    internal void Add(bool? value)
    {
        Put(value is null ? ValueTag.None : ValueTag.Bool, value == true ? 1 : 0);
        _recorded?.Add(value);
    }

    internal void Add(DType? value)
    {
        Put(value is null ? ValueTag.None : ValueTag.DType, value is null ? 0 : (long)value);
        _recorded?.Add(value);
    }

    internal void Add(MemoryFormat? value) => Add((long?)value);

    internal void Add(Generator? value)
    {
        if (value is null) Put(ValueTag.None, 0);
        else Put(ValueTag.Generator, Hold(value));
        _recorded?.Add(value);
    }

    internal void AddNone()
    {
        Put(ValueTag.None, 0);
        _recorded?.Add(null);
    }

    internal void Add(Device? value)
    {
        Put(value is null ? ValueTag.None : ValueTag.Device, value?.Type ?? 0, value?.Index ?? 0);
        _recorded?.Add(value);
    }

    internal void Add(scoped ReadOnlySpan<long> list)
    {
        var address = Reserve(list.Length);
        for (var i = 0; i < list.Length; i++) address[i] = list[i];
        Put(ValueTag.IntList, (long)address, list.Length);
        _recorded?.Add(list.ToArray());
    }

    internal void Add(long[]? list)
    {
        if (list is null) AddNone();
        else Add((ReadOnlySpan<long>)list);
    }

    internal void Add(IReadOnlyList<Tensor> tensors)
    {
        var address = Reserve(tensors.Count);
        for (var i = 0; i < tensors.Count; i++) address[i] = Hold(tensors[i]);
        Put(ValueTag.TensorList, (long)address, tensors.Count);
        _recorded?.Add(tensors);
    }

    /// <summary>Calls an operator that gives one tensor.</summary>
    internal Tensor One()
    {
        Value result;
        var got = Invoke(&result, 1);
        var tensor = got == 1 && result.Tag == ValueTag.Tensor && result.Bits != 0
            ? new Tensor((nint)result.Bits)
            : throw new TorchException(_operator.Name, "no tensor came back.");
        if (_recorded is not null) Recorder?.Invoke(_operator.Name, _recorded, [tensor]);
        return tensor;
    }

    /// <summary>Calls an operator that gives several tensors; an undefined one comes as null.</summary>
    internal Tensor[] Several()
    {
        var results = stackalloc Value[MaxResults];
        var got = Invoke(results, MaxResults);
        var tensors = new Tensor[got];
        for (var i = 0; i < got; i++) tensors[i] = results[i] is { Tag: ValueTag.Tensor, Bits: not 0 } value ? new Tensor((nint)value.Bits) : null!;
        if (_recorded is not null) Recorder?.Invoke(_operator.Name, _recorded, tensors);
        return tensors;
    }

    private int Invoke(Value* results, int capacity)
    {
        try
        {
            int got;
            var status = NativeMethods.adv_call(_operator.Handle, (Value*)Unsafe.AsPointer(ref _values[0]), _count, results, capacity, &got);
            GC.KeepAlive(_pinned);
            NativeStatus.Check(status, _operator.Name);
            return got;
        }
        finally
        {
            _handles.Dispose();
        }
    }

    private nint Hold(object argument)
    {
        try
        {
            return argument switch
            {
                Tensor tensor => _handles.Add(tensor),
                Generator generator => _handles.Add(generator),
                _ => throw new ArgumentNullException(nameof(argument), $"{_operator.Name}: argument {_count} holds null where a tensor is expected."),
            };
        }
        catch (ObjectDisposedException e)
        {
            _handles.Dispose();               // the call ends here: what was held must not stay so
            throw new ObjectDisposedException(e.ObjectName, $"{_operator.Name}: argument {_count} is a disposed {e.ObjectName.ToLowerInvariant()}. Keep it with TensorScope.Keep, or compute it again.");
        }
        catch (ArgumentNullException)
        {
            _handles.Dispose();
            throw;
        }
    }

    private void Put(ValueTag tag, long bits, int count = 0)
    {
        ref var value = ref _values[_count++];
        (value.Tag, value.Count, value.Bits) = (tag, count, bits);
    }

    private long* Reserve(int count)
    {
        if (_used + count <= MaxNumbers)
        {
            var address = (long*)Unsafe.AsPointer(ref _numbers[0]) + _used;
            _used += count;
            return address;
        }

        var array = GC.AllocateUninitializedArray<long>(count, pinned: true);
        (_pinned ??= []).Add(array);
        return (long*)Unsafe.AsPointer(ref array[0]);
    }

    [InlineArray(MaxArguments)]
    private struct Values
    {
        private Value _first;
    }

    [InlineArray(MaxNumbers)]
    private struct Numbers
    {
        private long _first;
    }
}

/// <summary>Sees a finished call: the operator's name, its arguments in the schema's order, its results.</summary>
internal delegate void CallRecorder(string op, IReadOnlyList<object?> arguments, IReadOnlyList<Tensor> results);
