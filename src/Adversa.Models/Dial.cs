namespace Adversa.Models;

/// <summary>A number of a training that may be turned on the way, by name: the weight of a penalty, the share of augmented pictures, a rate.</summary>
/// <param name="Name">In camel case; a penalty's is that of its term.</param>
/// <param name="Get">Its value now.</param>
/// <param name="Set">Sets it.</param>
public sealed record Dial(string Name, Func<double> Get, Action<double> Set)
{
    /// <summary>The rates of all players, as a factor on them.</summary>
    public const string LearningRate = "learningRate";

    /// <summary>Adam's β₂ of all players.</summary>
    public const string Beta2 = "beta2";

    /// <summary>The half-life of the average in images.</summary>
    public const string EmaHalfLife = "emaHalfLife";

    /// <summary>The share of pictures that are augmented for the discriminator.</summary>
    public const string Augment = "augment";
}

/// <summary>Takes dials from one share of their first value to another, along half a wave of the cosine: a pure function of the images shown.</summary>
/// <param name="Dials">Their names.</param>
/// <param name="From">The share at first.</param>
/// <param name="To">The share at the end and after it.</param>
/// <param name="Images">Images from first to end; a round counts its batch once.</param>
public sealed record Annealing(IReadOnlyList<string> Dials, double From, double To, long Images)
{
    /// <summary>The share after so many images.</summary>
    /// <param name="images">Images of finished rounds.</param>
    public double At(long images) => To + (From - To) * (1 + Math.Cos(Math.PI * Math.Min(1, images / (double)Images))) / 2;
}
