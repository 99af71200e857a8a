using Adversa.Torch;

namespace Adversa.Models.Networks;

/// <summary>A turn as numbers for a network: its place between evenly spaced poses, 1 on the nearest one if it lies there, shared by two neighbours if it lies between them.</summary>
/// <remarks>Tran, Yin, Liu, 2017, tell a one-hot pose; for the turns of their data this is the same.</remarks>
/// <param name="attribute">The attribute that turns; it has a range.</param>
/// <param name="poses">How many there are, the ends of the range among them; 2 or more.</param>
public sealed class PoseCode(SampleAttribute attribute, int poses)
{
    /// <summary>P, the numbers of a code.</summary>
    public int Size => poses;

    /// <summary>The turn of a pose.</summary>
    /// <param name="pose">From 0 to P - 1.</param>
    public double Turn(int pose) => attribute.Least + pose * Step;

    /// <summary>The code of one turn, as numbers.</summary>
    /// <param name="turn">In the attribute's unit.</param>
    public float[] Of(double turn)
    {
        var place = Math.Clamp((turn - attribute.Least) / Step, 0, poses - 1);
        return [.. Enumerable.Range(0, poses).Select(pose => (float)Math.Max(0, 1 - Math.Abs(place - pose)))];
    }

    /// <summary>Codes of turns.</summary>
    /// <param name="turns">In the attribute's unit, <c>[N, 1]</c>; those beyond the range count as its end.</param>
    /// <returns><c>[N, P]</c>, each row adds up to 1.</returns>
    public Tensor Of(Tensor turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var place = Ops.Clamp((turns - attribute.Least) / Step, 0, poses - 1);
        return Ops.Relu(1 - (place - Tensor.From([.. Enumerable.Range(0, poses).Select(pose => (float)pose)], 1, poses)).Abs());
    }

    /// <summary>Cross entropy of a head's logits with codes: -Σ c log softmax(l), the mean over samples.</summary>
    /// <param name="logits"><c>[N, P]</c>.</param>
    /// <param name="code"><c>[N, P]</c>.</param>
    public static Tensor Loss(Tensor logits, Tensor code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return -(code * Ops.LogSoftmax(logits, 1)).Sum([1]).Mean();
    }

    private double Step => (attribute.Most - attribute.Least) / (poses - 1);
}
