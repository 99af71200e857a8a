using Adversa.Torch.Native;

namespace Adversa.Torch;

/// <summary>Gradients, to any order.</summary>
public static unsafe class Autograd
{
    /// <summary>Adds the gradient of a scalar to <see cref="Tensor.Grad"/> of every leaf that it depends on.</summary>
    /// <param name="output">A tensor of one element that was computed from leaves with <see cref="Tensor.RequiresGrad"/>.</param>
    /// <param name="createGraph">Whether the gradients can be differentiated again.</param>
    public static void Backward(this Tensor output, bool createGraph = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        var handles = new HandleList();
        try
        {
            NativeStatus.Check(NativeMethods.adv_backward(handles.Add(output), createGraph ? 1 : 0), "backward");
        }
        finally
        {
            handles.Dispose();
        }
    }

    /// <summary>The gradient of outputs by inputs, without touching <see cref="Tensor.Grad"/>.</summary>
    /// <param name="outputs">What is differentiated.</param>
    /// <param name="inputs">By what.</param>
    /// <param name="gradOutputs">The weight of each element of the outputs; null for scalars.</param>
    /// <param name="createGraph">Whether the result can be differentiated again, as a gradient penalty needs it.</param>
    /// <param name="retainGraph">Whether the graph can be walked again; by default only with <paramref name="createGraph"/>.</param>
    /// <returns>One gradient for each input, of its shape.</returns>
    /// <exception cref="ArgumentException"><paramref name="gradOutputs"/> are not as many as the outputs.</exception>
    /// <exception cref="TorchException">An input has no part in the outputs.</exception>
    public static Tensor[] Grad(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor>? gradOutputs = null,
        bool createGraph = false, bool? retainGraph = null)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(inputs);
        if (gradOutputs is not null && gradOutputs.Count != outputs.Count)
            throw new ArgumentException($"Each of the {outputs.Count} outputs needs one weight; got {gradOutputs.Count}.", nameof(gradOutputs));
        var handles = new HandleList();
        try
        {
            var results = new nint[inputs.Count];
            fixed (nint* outs = handles.AddAll(outputs), ins = handles.AddAll(inputs), result = results)
            fixed (nint* weights = gradOutputs is null ? null : handles.AddAll(gradOutputs))
                NativeStatus.Check(NativeMethods.adv_grad(outs, outputs.Count, ins, inputs.Count, weights,
                    retainGraph ?? createGraph ? 1 : 0, createGraph ? 1 : 0, 0, result), "grad");
            var grads = new Tensor[inputs.Count];
            for (var i = 0; i < grads.Length; i++) grads[i] = new Tensor(results[i]);
            return grads;
        }
        finally
        {
            handles.Dispose();
        }
    }

    /// <summary>Switches recording for some tensors: how the player who does not move is frozen.</summary>
    public static void SetRequiresGrad(IReadOnlyList<Tensor> tensors, bool value)
    {
        var handles = new HandleList();
        try
        {
            fixed (nint* addresses = handles.AddAll(tensors))
                NativeStatus.Check(NativeMethods.adv_set_requires_grad(addresses, tensors.Count, value ? 1 : 0), "requires_grad");
        }
        finally
        {
            handles.Dispose();
        }
    }

    /// <summary>Switches recording off on this thread until the result is disposed: <c>using var _ = Autograd.NoGrad();</c></summary>
    public static GradMode NoGrad() => new(false);
}

/// <summary>Restores the recording of gradients when it is disposed. Belongs to one thread.</summary>
public readonly unsafe ref struct GradMode
{
    private readonly int _previous;

    internal GradMode(bool enabled)
    {
        Engine.EnsureStarted();
        int previous;
        NativeStatus.Check(NativeMethods.adv_grad_mode(enabled ? 1 : 0, &previous), "grad mode");
        _previous = previous;
    }

    /// <summary>Puts the mode back.</summary>
    public void Dispose()
    {
        int unused;
        NativeStatus.Check(NativeMethods.adv_grad_mode(_previous, &unused), "grad mode");
    }
}
