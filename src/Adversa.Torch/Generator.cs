using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>A source of random numbers inside libtorch, with a state that can be saved.</summary>
public sealed unsafe class Generator : IDisposable
{
    /// <summary>Creates a generator.</summary>
    /// <param name="seed">Any value.</param>
    /// <param name="device">Where it draws: by default on the processor, where a seed gives the same numbers on every machine. What is drawn for tensors elsewhere is brought there; a GPU's own
    /// generator spares that.</param>
    public Generator(long seed, Device device = default)
    {
        Engine.EnsureStarted();
        Device = device.IsCuda ? device : Device.Cpu;
        nint handle;
        NativeStatus.Check(NativeMethods.adv_generator_new(seed, Device.Type, Device.Index, &handle), "generator");
        SafeHandle = new GeneratorHandle(handle);
    }

    /// <summary>Where it draws.</summary>
    public Device Device { get; }

    internal GeneratorHandle SafeHandle { get; }

    /// <summary>The complete state: what a checkpoint saves and restores.</summary>
    public byte[] State
    {
        get
        {
            var handles = new HandleList();
            try
            {
                nint state;
                NativeStatus.Check(NativeMethods.adv_generator_get_state(handles.Add(this), &state), "generator state");
                using var tensor = new Tensor(state);
                return tensor.ToArray<byte>();
            }
            finally
            {
                handles.Dispose();
            }
        }
        set
        {
            using var tensor = Tensor.From<byte>(value, [value.Length], Device.Cpu);
            var handles = new HandleList();
            try
            {
                NativeStatus.Check(NativeMethods.adv_generator_set_state(handles.Add(this), handles.Add(tensor)), "generator state");
            }
            finally
            {
                handles.Dispose();
            }
        }
    }

    /// <summary>Visits the state under a name. The state of a generator of another kind of device has no meaning here: it seeds this one instead.</summary>
    public void VisitState(string name, IStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var own = State;
        var state = own;
        visitor.Visit(name, ref state);
        if (state.Length == own.Length)
        {
            State = state;
            return;
        }

        using var seeded = new Generator(BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(state)), Device);
        State = seeded.State;
    }

    /// <summary>Fills a tensor with drawn numbers, wherever it lives.</summary>
    /// <param name="tensor">Overwritten.</param>
    /// <param name="draw">Overwrites a tensor on this generator's device.</param>
    /// <returns>The same tensor.</returns>
    internal Tensor Fill(Tensor tensor, Action<Tensor> draw)
    {
        using var _ = Autograd.NoGrad();
        if (tensor.Device == Device)
        {
            draw(tensor);
            return tensor;
        }

        using var drawn = Ops.Zeros(tensor.Shape, tensor.DType, Device);
        draw(drawn);
        return tensor.CopyInPlace(drawn);
    }

    /// <inheritdoc/>
    public void Dispose() => SafeHandle.Dispose();
}
