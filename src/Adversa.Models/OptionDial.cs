using System.Text.Json.Nodes;

namespace Adversa.Models;

/// <summary>A dial that is one of the system's options or of its techniques', by a name that is the same whatever the system calls it.</summary>
/// <remarks>A network's plan does not hang on it. It is turned by building the model anew, so that a recipe always says what its model has. Several
/// options may go by one name, such as a weight at first and at the end: they keep their proportion.</remarks>
/// <param name="Name">In camel case: one of the names here.</param>
/// <param name="Path">The option's place in a recipe, such as <c>options.learningRate</c>.</param>
/// <param name="Value">As the model was built; 0 where it takes another's.</param>
public sealed record OptionDial(string Name, string Path, double Value)
{
    /// <summary>The generator's learning rate.</summary>
    public const string GeneratorRate = "generatorRate";

    /// <summary>The discriminator's learning rate.</summary>
    public const string DiscriminatorRate = "discriminatorRate";

    /// <summary>The rate of both players, where they share one.</summary>
    public const string SharedRate = "sharedRate";

    /// <summary>The discriminator's updates in a round.</summary>
    public const string CriticSteps = "criticSteps";

    /// <summary>The weight of the penalty that holds a critic's slope.</summary>
    public const string PenaltyWeight = "penaltyWeight";

    /// <summary>The weight of the penalty that flattens a discriminator at samples: the technique's, or the system's own.</summary>
    public const string R1 = "r1";

    /// <summary>The noise on what the discriminator sees.</summary>
    public const string InstanceNoise = "instanceNoise";

    /// <summary>The rounds in which that noise falls to 0.</summary>
    public const string InstanceNoiseSteps = "instanceNoiseSteps";

    /// <summary>The change of a recipe that turns dials.</summary>
    /// <param name="dials">Those that a model offers.</param>
    /// <param name="turns">The names, each with its value.</param>
    /// <returns>Null where one of them is not offered.</returns>
    public static JsonObject? Turn(IReadOnlyList<OptionDial> dials, params IReadOnlyList<(string Name, double Value)> turns)
    {
        var change = new JsonObject();
        foreach (var (name, value) in turns)
        {
            List<OptionDial> named = [.. dials.Where(dial => dial.Name == name)];
            if (named.Count == 0) return null;
            foreach (var (i, dial) in named.Index()) Set(change, dial.Path, i == 0 ? value : value * (dial.Value / named[0].Value));
        }

        return change;
    }

    private static void Set(JsonObject change, string path, double value)
    {
        var (part, key) = (path[..path.IndexOf('.')], path[(path.IndexOf('.') + 1)..]);
        if (change[part] is not JsonObject) change[part] = new JsonObject();
        change[part]![key] = value;
    }
}
