using Adversa.Torch.Native;

namespace Adversa.Torch.Optim;

/// <summary>Adaptive moment estimation, in one pass over memory for each parameter.</summary>
/// <remarks>Kingma, Ba, 2014, "Adam: A Method for Stochastic Optimization", algorithm 1 (arXiv:1412.6980); weight decay is added to the gradient, as in PyTorch.
/// t counts the steps of each parameter alone, also as in PyTorch: one that gets its first gradient late, such as a layer that joins later, begins at t = 1.</remarks>
public unsafe class Adam : Optimizer
{
    private readonly List<Tensor> _first;
    private readonly List<Tensor> _second;
    private readonly long[] _moves;              // t of each parameter
    private readonly double _beta1;
    private readonly double _eps;
    private readonly double _weightDecay;
    private readonly bool _decoupled;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="parameters">What it moves, with names.</param>
    /// <param name="learningRate">α; more than 0.</param>
    /// <param name="beta1">Decay of the mean, in [0, 1).</param>
    /// <param name="beta2">Decay of the uncentred variance, in [0, 1).</param>
    /// <param name="eps">Added to the root; 0 or more.</param>
    /// <param name="weightDecay">Weight of the L2 penalty; 0 or more.</param>
    public Adam(IEnumerable<(string Name, Tensor Tensor)> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
        double eps = 1e-8, double weightDecay = 0) : this(parameters, learningRate, beta1, beta2, eps, weightDecay, decoupled: false) { }

    private protected Adam(IEnumerable<(string Name, Tensor Tensor)> parameters, double learningRate, double beta1, double beta2, double eps,
        double weightDecay, bool decoupled) : base(parameters, learningRate)
    {
        (_beta1, Beta2, _eps, _weightDecay, _decoupled) = (beta1, beta2, eps, weightDecay, decoupled);
        (_first, _second) = (Zeros(), Zeros());
        _moves = new long[Parameters.Count];
        IsFused = Parameters.Count > 0 && Parameters[0].Tensor.Device.IsCuda;
    }

    /// <summary>Whether libtorch's own kernel moves all parameters at once, as a GPU wants it; from libtorch 2.0 on. On the processor ours is as fast, and the same on every version.</summary>
    internal bool IsFused { get; set; }

    /// <summary>Decay of the uncentred variance; a schedule may change it between steps.</summary>
    public double Beta2 { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, Tensor Tensor)> StateTensors() => Named("exp_avg", _first).Concat(Named("exp_avg_sq", _second));

    /// <inheritdoc/>
    protected override void Update(long step)
    {
        var moving = Enumerable.Range(0, Parameters.Count).Where(i => Parameters[i].Tensor.Grad is not null).ToList();
        foreach (var together in moving.GroupBy(i => _moves[i] + 1)) Move([.. together], together.Key);
        foreach (var i in moving) _moves[i]++;
    }

    /// <summary>The counts were not kept once, and all parameters shared the number of steps. Those that have moved go on with it; those that have not, whose moments are still 0, begin at 0.</summary>
    private protected override void VisitOwnState(IStateVisitor visitor)
    {
        if (Parameters.Count == 0) return;
        using var scope = new TensorScope();
        var isCounted = visitor.Has(CountOf(0), whenSaving: true);
        for (var i = 0; i < _moves.Length; i++)
            if (isCounted) visitor.Visit(CountOf(i), ref _moves[i]);
            else _moves[i] = Ops.Any(_second[i]).Item() != 0 ? Steps : 0;
    }

    private string CountOf(int parameter) => $"step.{Parameters[parameter].Name}";

    private void Move(int[] those, long t)
    {
        var handles = new HandleList();
        try
        {
            var addresses = new nint[those.Length];
            for (var i = 0; i < those.Length; i++) addresses[i] = handles.Add(Parameters[those[i]].Tensor);
            fixed (nint* parameters = addresses, first = handles.AddAll([.. those.Select(i => _first[i])]), second = handles.AddAll([.. those.Select(i => _second[i])]))
                NativeStatus.Check(NativeMethods.adv_adam_step(parameters, first, second, those.Length, t,
                    LearningRate, _beta1, Beta2, _eps, _weightDecay, (_decoupled ? 1 : 0) | (IsFused ? 2 : 0)), "adam");
        }
        finally
        {
            handles.Dispose();
        }
    }
}
