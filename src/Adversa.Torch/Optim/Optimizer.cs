namespace Adversa.Torch.Optim;

/// <summary>Moves parameters along their gradients. Its state is kept, and saved, by parameter name.</summary>
public abstract class Optimizer : IDisposable
{
    private readonly List<(string Name, Tensor Tensor)> _parameters;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="parameters">What it moves, with the names under which its state is saved.</param>
    /// <param name="learningRate">The step size; more than 0.</param>
    protected Optimizer(IEnumerable<(string Name, Tensor Tensor)> parameters, double learningRate)
    {
        _parameters = [.. parameters];
        LearningRate = learningRate;
    }

    /// <summary>The step size; a schedule may change it between steps.</summary>
    public double LearningRate { get; set; }

    /// <summary>Steps taken. A parameter that was without a gradient in some of them has moved less often.</summary>
    public long Steps => _steps;

    /// <summary>The parameters that it moves.</summary>
    public IReadOnlyList<(string Name, Tensor Tensor)> Parameters => _parameters;

    private long _steps;

    /// <summary>Takes one step. Parameters without a gradient stay as they are.</summary>
    public void Step()
    {
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        Update(_steps + 1);
        _steps++;                              // a step that failed does not count
    }

    /// <summary>Forgets the gathered gradients.</summary>
    public void ZeroGrad()
    {
        foreach (var (_, parameter) in _parameters) parameter.Grad = null;
    }

    /// <summary>The state's tensors, such as moments, under names like <c>exp_avg.net.0.weight</c>. They are the optimizer's own.</summary>
    public abstract IEnumerable<(string Name, Tensor Tensor)> StateTensors();

    /// <summary>Visits the state's numbers.</summary>
    public void VisitState(IStateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        var rate = LearningRate;
        visitor.Visit("step", ref _steps);
        visitor.Visit("learning_rate", ref rate);
        LearningRate = rate;
        VisitOwnState(visitor);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, tensor) in StateTensors()) tensor.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Visits what a rule counts beside <see cref="Steps"/>; the tensors have been loaded by then.</summary>
    private protected virtual void VisitOwnState(IStateVisitor visitor) { }

    /// <summary>Moves the parameters.</summary>
    /// <param name="step">The number of this step, from 1 on.</param>
    protected abstract void Update(long step);

    /// <summary>One tensor of zeros for each parameter.</summary>
    private protected List<Tensor> Zeros() => [.. _parameters.Select(pair => TensorScope.Detach(Ops.ZerosLike(pair.Tensor)))];

    /// <summary>The tensors of one slot with their names.</summary>
    private protected IEnumerable<(string Name, Tensor Tensor)> Named(string slot, IEnumerable<Tensor> tensors) =>
        _parameters.Zip(tensors, (pair, tensor) => ($"{slot}.{pair.Name}", tensor));
}
