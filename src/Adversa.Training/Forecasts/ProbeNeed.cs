using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Forecasts;

/// <summary>Whether a run is large enough that measuring a step first is worth the seconds.</summary>
public static class ProbeNeed
{
    private const double Large = 3e11, LargeForATimeLimit = 1e10;

    /// <summary>By a bound on the products of one pass: each learned number of a convolution meets each pixel of each sample, every other number each sample once.
    /// Networks of points and of small pictures stay below it and begin at once.</summary>
    /// <param name="workshop">Just built.</param>
    public static bool IsWorth(Workshop workshop)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        var recipe = workshop.Recipe.Recipe;
        return Products(workshop) >= (recipe.Minutes > 0 ? LargeForATimeLimit : Large);
    }

    /// <summary>The bound.</summary>
    internal static double Products(Workshop workshop)
    {
        var (schema, recipe) = (workshop.Source.Schema, workshop.Recipe.Recipe);
        var pixels = schema.Kind == FieldKind.Image ? schema.Height * (double)schema.Width : 1;
        var one = workshop.Model.Players.SelectMany(player => player.Network.Parameters).Sum(parameter => parameter.Elements * (parameter.Dims == 4 ? pixels : 1));
        return one * workshop.Stream.BatchSize * recipe.Accumulate;
    }
}
