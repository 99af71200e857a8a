namespace Adversa.Torch.Nn;

/// <summary>A part of a network: parameters that are learned, buffers that are kept, children, and a forward pass.</summary>
/// <remarks>Names and state-dict keys are PyTorch's, so weights travel both ways.</remarks>
public abstract class Module : IDisposable
{
    private readonly List<(string Name, Module Module)> _children = [];
    private readonly List<(string Name, Tensor Tensor)> _parameters = [];
    private readonly List<(string Name, Tensor Tensor)> _buffers = [];
    private IReadOnlyList<Tensor>? _allParameters;

    /// <summary>Whether layers such as batch norm and dropout behave as in training. Set by <see cref="Train"/> and <see cref="Eval"/>.</summary>
    public bool IsTraining { get; private set; } = true;

    /// <summary>Computes the output.</summary>
    /// <param name="x">The input; each module states its shape.</param>
    public abstract Tensor Forward(Tensor x);

    /// <summary>All parameters, this module's first, then its children's in order.</summary>
    public IReadOnlyList<Tensor> Parameters => _allParameters ??= [.. NamedParameters().Select(pair => pair.Tensor)];

    /// <summary>All parameters with their state-dict keys.</summary>
    public IEnumerable<(string Name, Tensor Tensor)> NamedParameters() => Named("", module => module._parameters);

    /// <summary>All buffers, such as running statistics, with their state-dict keys.</summary>
    public IEnumerable<(string Name, Tensor Tensor)> NamedBuffers() => Named("", module => module._buffers);

    /// <summary>This module and everything below it.</summary>
    public IEnumerable<Module> Modules() => _children.SelectMany(child => child.Module.Modules()).Prepend(this);

    /// <summary>Parameters and buffers under PyTorch's keys, in PyTorch's order. The tensors are the module's own, not copies.</summary>
    public IReadOnlyDictionary<string, Tensor> StateDict()
    {
        var state = new OrderedDictionary<string, Tensor>();
        Collect("", state);
        return state;
    }

    /// <summary>Copies values into parameters and buffers.</summary>
    /// <param name="state">Exactly this module's keys, each with its shape.</param>
    /// <exception cref="AdversaException">ADV6010: keys or shapes differ; the message names all of them. Nothing is changed then.</exception>
    public void LoadStateDict(IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var own = StateDict();
        var problems = own.Keys.Where(key => !state.ContainsKey(key)).Select(key => $"{key} is missing")
            .Concat(state.Keys.Where(key => !own.ContainsKey(key)).Select(key => $"{key} is not wanted"))
            .Concat(own.Where(pair => state.TryGetValue(pair.Key, out var t) && !t.Shape.AsSpan().SequenceEqual(pair.Value.Shape))
                .Select(pair => $"{pair.Key} must be [{string.Join(", ", pair.Value.Shape)}] and is [{string.Join(", ", state[pair.Key].Shape)}]")).ToList();
        if (problems.Count > 0)
        {
            var list = string.Join("; ", problems.Take(8)) + (problems.Count > 8 ? $"; {problems.Count - 8} more" : "");
            throw new AdversaException(6010, ExitCode.Checkpoint, Words.WeightsDoNotFitNetwork(list));
        }

        using var _ = Autograd.NoGrad();
        foreach (var (key, tensor) in own) tensor.CopyInPlace(state[key]);
    }

    /// <summary>Switches to training: batch statistics, dropout.</summary>
    public void Train() => SetTraining(true);

    /// <summary>Switches to evaluation: running statistics, no dropout.</summary>
    public void Eval() => SetTraining(false);

    /// <summary>Freezes or frees the parameters; gradients pass through a frozen module all the same.</summary>
    public void RequireGrad(bool value) => Autograd.SetRequiresGrad(Parameters, value);

    /// <summary>Forgets the gathered gradients.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in Parameters) parameter.Grad = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, tensor) in NamedParameters().Concat(NamedBuffers())) tensor.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Registers a child.</summary>
    /// <param name="name">Its part of the keys.</param>
    /// <param name="module">The child.</param>
    /// <returns>The child.</returns>
    protected T Child<T>(string name, T module) where T : Module
    {
        _children.Add((name, module));
        return module;
    }

    /// <summary>Registers a tensor that is learned; the module owns it from now on.</summary>
    protected Tensor Parameter(string name, Tensor tensor)
    {
        TensorScope.Detach(tensor).RequiresGrad = true;
        _parameters.Add((name, tensor));
        return tensor;
    }

    /// <summary>Registers a tensor that is kept but not learned; the module owns it from now on.</summary>
    protected Tensor Buffer(string name, Tensor tensor)
    {
        _buffers.Add((name, TensorScope.Detach(tensor)));
        return tensor;
    }

    /// <summary>Gives a parameter another name; it stays in its place.</summary>
    private protected void Rename(string from, string to)
    {
        var index = _parameters.FindIndex(pair => pair.Name == from);
        _parameters[index] = (to, _parameters[index].Tensor);
    }

    private void SetTraining(bool value)
    {
        IsTraining = value;
        foreach (var (_, child) in _children) child.SetTraining(value);
    }

    private void Collect(string prefix, OrderedDictionary<string, Tensor> state)
    {
        foreach (var (name, tensor) in _parameters.Concat(_buffers)) state.Add(prefix + name, tensor);
        foreach (var (name, child) in _children) child.Collect($"{prefix}{name}.", state);
    }

    private IEnumerable<(string Name, Tensor Tensor)> Named(string prefix, Func<Module, List<(string Name, Tensor Tensor)>> list) =>
        list(this).Select(pair => (prefix + pair.Name, pair.Tensor))
            .Concat(_children.SelectMany(child => child.Module.Named($"{prefix}{child.Name}.", list)));
}
