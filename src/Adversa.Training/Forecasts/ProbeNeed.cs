using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Forecasts;

/// <summary>Whether a run is large enough that measuring a step first is worth the seconds.</summary>
public static class ProbeNeed
{
    private const double Large = 3e11, LargeForATimeLimit = 1e10;

    /// <summary>By a bound on the products of one pass: each learned number of a convolution meets each pixel of each sample, every other number each sample once.
    /// Networks of points and of small pictures stay below it and begin at once.</summary>
    /// <param name="setup">Just built.</param>
    public static bool IsWorth(Setup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var recipe = setup.Plan.Recipe;
        return Products(setup) >= (recipe.Minutes > 0 ? LargeForATimeLimit : Large);
    }

    /// <summary>The bound.</summary>
    internal static double Products(Setup setup)
    {
        var (schema, recipe) = (setup.Source.Schema, setup.Plan.Recipe);
        var pixels = schema.Kind == FieldKind.Image ? schema.Height * (double)schema.Width : 1;
        var one = setup.Model.Players.SelectMany(player => player.Network.Parameters).Sum(parameter => parameter.Elements * (parameter.Dims == 4 ? pixels : 1));
        return one * setup.Stream.BatchSize * recipe.Accumulate;
    }
}
