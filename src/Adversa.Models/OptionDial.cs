using System.Text.Json.Nodes;

namespace Adversa.Models;

/// <summary>A dial that is one of the system's options, by a name that is the same whatever the system calls it.</summary>
/// <remarks>A network's plan does not hang on it. It is turned by building the model anew, so that a recipe always says what its model has.</remarks>
/// <param name="Name">In camel case: one of the names here.</param>
/// <param name="Key">The option's.</param>
/// <param name="Value">As the model was built; 0 where it takes another's.</param>
public sealed record OptionDial(string Name, string Key, double Value)
{
    /// <summary>The generator's learning rate.</summary>
    public const string GeneratorRate = "generatorRate";

    /// <summary>The discriminator's learning rate.</summary>
    public const string DiscriminatorRate = "discriminatorRate";

    /// <summary>The discriminator's updates in a round.</summary>
    public const string CriticSteps = "criticSteps";

    /// <summary>The weight of the penalty that holds a critic's slope.</summary>
    public const string PenaltyWeight = "penaltyWeight";

    /// <summary>The change of a recipe that turns dials.</summary>
    /// <param name="dials">Those that a model offers.</param>
    /// <param name="turns">The names, each with its value.</param>
    /// <returns>Null where one of them is not offered.</returns>
    public static JsonObject? Turn(IReadOnlyList<OptionDial> dials, params IReadOnlyList<(string Name, double Value)> turns)
    {
        var options = new JsonObject();
        foreach (var (name, value) in turns)
        {
            if (dials.FirstOrDefault(dial => dial.Name == name) is not { } dial) return null;
            options[dial.Key] = value;
        }

        return new() { ["options"] = options };
    }
}
