namespace Adversa.Torch.Nn;

/// <summary>Batch normalisation over <c>[N, C]</c> or <c>[N, C, L]</c>.</summary>
/// <remarks>Ioffe, Szegedy, 2015, "Batch Normalization", algorithm 1 (arXiv:1502.03167). The running variance is the unbiased one, as in PyTorch.</remarks>
/// <param name="features">C.</param>
/// <param name="eps">Added to the variance; 0 or more.</param>
/// <param name="momentum">Weight of the newest batch in the running statistics, in [0, 1].</param>
public sealed class BatchNorm1d(int features, double eps = 1e-5, double momentum = 0.1) : BatchNorm(features, eps, momentum, 2, 3);

/// <summary>Batch normalisation over <c>[N, C, H, W]</c>, one mean and variance a channel.</summary>
/// <inheritdoc cref="BatchNorm1d"/>
public sealed class BatchNorm2d(int features, double eps = 1e-5, double momentum = 0.1) : BatchNorm(features, eps, momentum, 4);

/// <summary>Batch normalisation over <c>[N, C, D, H, W]</c>, one mean and variance a channel.</summary>
/// <inheritdoc cref="BatchNorm1d"/>
public sealed class BatchNorm3d(int features, double eps = 1e-5, double momentum = 0.1) : BatchNorm(features, eps, momentum, 5);

/// <summary>What all batch norms are.</summary>
public abstract class BatchNorm : Module
{
    private readonly Tensor _weight;
    private readonly Tensor _bias;
    private readonly Tensor _mean;
    private readonly Tensor _variance;
    private readonly Tensor _batches;
    private readonly double _eps;
    private readonly double _momentum;
    private readonly int[] _dims;
    private long? _anew;             // batches since the statistics are taken anew; null where they are not

    private protected BatchNorm(int features, double eps, double momentum, params int[] dims)
    {
        (_eps, _momentum, _dims) = (eps, momentum, dims);
        _weight = Parameter("weight", Tensor.Ones([features]));
        _bias = Parameter("bias", Tensor.Zeros([features]));
        _mean = Buffer("running_mean", Tensor.Zeros([features]));
        _variance = Buffer("running_var", Tensor.Ones([features]));
        _batches = Buffer("num_batches_tracked", Tensor.Zeros([], DType.Int64));
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        var shape = x.Shape;
        if (!_dims.Contains(shape.Length)) throw new ShapeException($"{GetType().Name} expects {string.Join(" or ", _dims)} dimensions; got [{string.Join(", ", shape)}].");
        if (IsTraining && shape.Length > 1 && shape[0] * shape.Skip(2).Aggregate(1L, (a, b) => a * b) == 1)
            throw new ShapeException($"In training {GetType().Name} needs more than one value of each channel, which one sample does not give; got [{string.Join(", ", shape)}]. Use a batch of 2 or more.");
        if (IsTraining) Ops.AddInPlace(_batches, 1, 1).Dispose();
        var momentum = _anew is null ? _momentum : 1.0 / (++_anew).Value;            // 1, 1/2, 1/3, ... make the mean of all
        return Ops.BatchNorm(x, _weight, _bias, _mean, _variance, IsTraining || _anew is not null, momentum, _eps, cudnnEnabled: true);
    }

    /// <summary>Takes the running statistics of a network's batch norms anew, as weights that were put together need it: the mean over the batches that pass meanwhile, each of which
    /// is normalised by its own, in evaluation mode too.</summary>
    /// <param name="network">The network; one without batch norms is left alone.</param>
    /// <param name="pass">Lets batches pass through it.</param>
    public static void TakeStatistics(Module network, Action pass)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(pass);
        var norms = network.Modules().OfType<BatchNorm>().ToList();
        if (norms.Count == 0) return;
        foreach (var norm in norms) norm._anew = 0;
        try
        {
            pass();
        }
        finally
        {
            foreach (var norm in norms) norm._anew = null;
        }
    }
}
