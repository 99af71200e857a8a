using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>A source of random numbers inside libtorch, with a state that can be saved.</summary>
public sealed unsafe class Generator : IDisposable
{
    /// <summary>Creates a generator on the CPU.</summary>
    /// <param name="seed">Any value.</param>
    public Generator(long seed) : this(seed, "cpu") { }

    /// <summary>Creates a generator.</summary>
    /// <param name="seed">Any value.</param>
    /// <param name="device">Where it draws: <c>cpu</c> or <c>cuda:0</c>.</param>
    public Generator(long seed, string device)
    {
        Engine.EnsureStarted();
        nint handle;
        NativeStatus.Check(NativeMethods.adv_generator_new(seed, device, &handle), "generator");
        SafeHandle = new GeneratorHandle(handle);
    }

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
            using var tensor = Tensor.From<byte>(value, value.Length);
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

    /// <summary>Visits the state under a name.</summary>
    public void VisitState(string name, IStateVisitor visitor)
    {
        var state = State;
        visitor.Visit(name, ref state);
        State = state;
    }

    /// <inheritdoc/>
    public void Dispose() => SafeHandle.Dispose();
}
