namespace Adversa.Torch.Optim;

/// <summary>Keeps gradients from exploding.</summary>
public static class GradientClipping
{
    /// <summary>Scales all gradients together so that their joint L2 norm is at most a bound.</summary>
    /// <remarks>Pascanu, Mikolov, Bengio, 2012, "On the difficulty of training recurrent neural networks", algorithm 1 (arXiv:1211.5063);
    /// the factor is maxNorm / (norm + 1e-6), as in PyTorch.</remarks>
    /// <param name="parameters">Their gradients are scaled in place; those without one are passed over.</param>
    /// <param name="maxNorm">The bound; more than 0.</param>
    /// <returns>The joint norm before.</returns>
    public static double ClipNorm(IEnumerable<Tensor> parameters, double maxNorm)
    {
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        var gradients = Gradients(parameters);
        var norm = JointNorm(gradients);
        var factor = maxNorm / (norm + 1e-6);
        if (factor < 1)
            foreach (var gradient in gradients) Ops.MulInPlace(gradient, factor);
        return norm;
    }

    /// <summary>The joint L2 norm of all gradients.</summary>
    /// <param name="parameters">Those without a gradient are passed over.</param>
    /// <returns>0 when none has a gradient.</returns>
    public static double Norm(IEnumerable<Tensor> parameters)
    {
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        return JointNorm(Gradients(parameters));
    }

    private static List<Tensor> Gradients(IEnumerable<Tensor> parameters) => [.. parameters.Select(p => p.Grad).OfType<Tensor>()];

    private static double JointNorm(List<Tensor> gradients) =>
        gradients.Count == 0 ? 0 : Ops.Stack([.. gradients.Select(g => g.Square().Sum())]).Sum().Sqrt().Item();
}
