namespace Adversa.Torch.Optim;

/// <summary>Stochastic gradient descent, with momentum if asked for.</summary>
/// <remarks>As in PyTorch: v ← μv + g (the first v is g); p ← p - lr·v, or p ← p - lr·(g + μv) with Nesterov's correction.</remarks>
public sealed class Sgd : Optimizer
{
    private readonly List<Tensor> _velocity = [];
    private readonly double _momentum;
    private readonly double _weightDecay;
    private readonly bool _nesterov;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="parameters">What it moves, with names.</param>
    /// <param name="learningRate">The step size; more than 0.</param>
    /// <param name="momentum">μ, in [0, 1).</param>
    /// <param name="weightDecay">Weight of the L2 penalty; 0 or more.</param>
    /// <param name="nesterov">Whether to look ahead; needs a momentum.</param>
    public Sgd(IEnumerable<(string Name, Tensor Tensor)> parameters, double learningRate = 1e-3, double momentum = 0, double weightDecay = 0,
        bool nesterov = false) : base(parameters, learningRate)
    {
        if (nesterov && momentum <= 0) throw new ArgumentException("Nesterov's correction needs a momentum above 0.", nameof(nesterov));
        (_momentum, _weightDecay, _nesterov) = (momentum, weightDecay, nesterov);
        if (momentum > 0) _velocity = Zeros();
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, Tensor Tensor)> StateTensors() => _velocity.Count == 0 ? [] : Named("momentum_buffer", _velocity);

    /// <inheritdoc/>
    protected override void Update(long step)
    {
        for (var i = 0; i < Parameters.Count; i++)
        {
            var parameter = Parameters[i].Tensor;
            if (parameter.Grad is not { } gradient) continue;
            if (_weightDecay > 0) gradient = Ops.Add(gradient, parameter, _weightDecay);
            if (_momentum > 0)
            {
                var velocity = Ops.AddInPlace(Ops.MulInPlace(_velocity[i], _momentum), gradient, 1);
                gradient = _nesterov ? Ops.Add(gradient, velocity, _momentum) : velocity;
            }

            Ops.AddInPlace(parameter, gradient, -LearningRate);
        }
    }
}
