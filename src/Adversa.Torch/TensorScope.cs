namespace Adversa.Torch;

/// <summary>Frees, at its end, every tensor that was made inside it on this thread and not kept.</summary>
/// <remarks>Scopes nest. Without one, tensors wait for <see cref="Tensor.Dispose"/> or the garbage collector, which does not see native memory in time.</remarks>
/// <example><code>
/// using var scope = new TensorScope();
/// var loss = (critic(fake) - critic(real)).Mean();     // every temporary ends with the scope
/// return scope.Keep(loss);                             // this one goes to the scope outside
/// </code></example>
public sealed class TensorScope : IDisposable
{
    [ThreadStatic] private static TensorScope? _current;

#pragma warning disable CA2213 // the scope outside belongs to whoever opened it
    private readonly TensorScope? _outer = _current;
#pragma warning restore CA2213
    private readonly List<Tensor> _tensors = [];
    private bool _ended;

    /// <summary>Opens a scope on the current thread.</summary>
    public TensorScope() => _current = this;

    /// <summary>The innermost open scope of this thread.</summary>
    internal static TensorScope? Current => _current;

    /// <summary>Lets a tensor outlive this scope: it goes to the scope outside, or to its holder where there is none.</summary>
    /// <returns>The same tensor.</returns>
    public Tensor Keep(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (Remove(tensor)) _outer?._tensors.Add(tensor);
        return tensor;
    }

    /// <summary>Takes a tensor out of every scope: its holder, such as a module that owns a parameter, disposes of it.</summary>
    /// <returns>The same tensor.</returns>
    public static Tensor Detach(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        for (var scope = _current; scope is not null; scope = scope._outer)
            if (scope.Remove(tensor)) break;
        return tensor;
    }

    private bool Remove(Tensor tensor)
    {
        var index = _tensors.LastIndexOf(tensor);          // what is kept was mostly made last
        if (index >= 0) _tensors.RemoveAt(index);
        return index >= 0;
    }

    internal void Register(Tensor tensor) => _tensors.Add(tensor);

    /// <summary>Frees the scope's tensors; scopes end in the reverse order of their opening, on the thread that opened them.</summary>
    public void Dispose()
    {
        if (_ended) return;
        if (_current != this) throw new InvalidOperationException("A TensorScope must end on its own thread and before the scope around it.");
        _ended = true;
        _current = _outer;
        foreach (var tensor in _tensors) tensor.Dispose();
    }
}
