using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;

namespace Adversa.Training.Judges;

/// <summary>How much of the classes can be read from features by straight cuts: multinomial logistic regression on standardised features.</summary>
public static class LinearProbe
{
    private const int Steps = 400;
    private const double LearningRate = 0.05, Decay = 1e-4;

    /// <summary>Learns on one set and is asked about another.</summary>
    /// <param name="features">Features to learn from, <c>[N, F]</c>.</param>
    /// <param name="labels">Their classes, int64 <c>[N]</c>.</param>
    /// <param name="heldOut">Features that it is asked about, <c>[M, F]</c>.</param>
    /// <param name="answers">Their classes, int64 <c>[M]</c>.</param>
    /// <param name="classes">K.</param>
    /// <returns>The share named right.</returns>
    public static double Accuracy(Tensor features, Tensor labels, Tensor heldOut, Tensor answers, int classes)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(heldOut);
        using var scope = new TensorScope();
        var (mean, deviation) = (features.Mean([0]), (Ops.Var(features, [0], unbiased: true, keepdim: false) + 1e-12).Sqrt());
        var (x, y) = ((features - mean) / deviation, (heldOut - mean) / deviation);
        using var init = new Generator(1);
        using var head = new Linear((int)features.Size(1), classes, init);
        using var adam = new Adam(head.NamedParameters(), LearningRate);
        var weight = head.Parameters[0];
        for (var step = 0; step < Steps; step++)
        {
            using var inner = new TensorScope();
            adam.LearningRate = LearningRate * (1 - step / (double)Steps);
            adam.ZeroGrad();
            (Ops.CrossEntropyLoss(head.Forward(x), labels) + Decay * weight.Square().Sum()).Backward();
            adam.Step();
        }

        using var recording = Autograd.NoGrad();
        return Ops.Eq(Ops.Argmax(head.Forward(y), 1), answers).To(DType.Float32).Mean().Item();
    }
}
