namespace Adversa.Torch.Optim;

/// <summary>Divides each gradient by a running root mean square.</summary>
/// <remarks>Tieleman, Hinton, 2012, lecture 6.5; as in PyTorch, ε stands outside of the root: p ← p - lr·g / (√v + ε).</remarks>
public sealed class RmsProp : Optimizer
{
    private readonly List<Tensor> _square;
    private readonly double _alpha;
    private readonly double _eps;
    private readonly double _decay;

    /// <summary>Creates the optimizer.</summary>
    /// <param name="parameters">What it moves, with names.</param>
    /// <param name="learningRate">The step size; more than 0.</param>
    /// <param name="alpha">Decay of the mean square, in [0, 1).</param>
    /// <param name="eps">Added to the root; 0 or more.</param>
    /// <param name="decay">The step size shrinks as lr / (1 + decay·steps), as Keras' <c>decay</c> does; 0 or more.</param>
    public RmsProp(IEnumerable<(string Name, Tensor Tensor)> parameters, double learningRate = 1e-2, double alpha = 0.99, double eps = 1e-8,
        double decay = 0) : base(parameters, learningRate)
    {
        (_alpha, _eps, _decay) = (alpha, eps, decay);
        _square = Zeros();
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, Tensor Tensor)> StateTensors() => Named("square_avg", _square);

    /// <inheritdoc/>
    protected override void Update(long step)
    {
        var rate = LearningRate / (1 + _decay * (step - 1));
        for (var i = 0; i < Parameters.Count; i++)
        {
            var parameter = Parameters[i].Tensor;
            if (parameter.Grad is not { } gradient) continue;
            Ops.AddcmulInPlace(Ops.MulInPlace(_square[i], _alpha), gradient, gradient, 1 - _alpha);
            Ops.AddcdivInPlace(parameter, gradient, Ops.AddInPlace(_square[i].Sqrt(), (Scalar)_eps, 1), -rate);
        }
    }
}
