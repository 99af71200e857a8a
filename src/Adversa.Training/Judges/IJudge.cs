namespace Adversa.Training.Judges;

/// <summary>Says how good samples are, by a truth of its own.</summary>
public interface IJudge : IDisposable
{
    /// <summary>Judges samples.</summary>
    /// <param name="samples">One after another, as the data's schema has them.</param>
    JudgeReport Judge(float[] samples);
}
