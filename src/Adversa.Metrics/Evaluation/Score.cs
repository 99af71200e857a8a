using System.Text.Json.Nodes;
using Adversa.Metrics.Statistics;

namespace Adversa.Metrics.Evaluation;

/// <summary>How a number came about: without it a score cannot be compared with another.</summary>
/// <param name="Space">The name of the feature space.</param>
/// <param name="Width">Its dimensions.</param>
/// <param name="Real">Real samples compared.</param>
/// <param name="Drawn">Drawn samples compared.</param>
/// <param name="Train">Training samples compared with; 0 for none.</param>
/// <param name="Conventions">Formula, estimator, ties: what implementations disagree on.</param>
public sealed record Protocol(string Space, int Width, int Real, int Drawn, int Train, Text Conventions);

/// <summary>A number with its protocol, and what real samples give in place of the drawn ones.</summary>
/// <param name="Name">As gates know it, such as <c>fd</c>.</param>
/// <param name="Title">As it is called in public, such as <c>FD-lenet-1a2b3c4d</c>.</param>
/// <param name="Value">The number, finite; null when it cannot be given.</param>
/// <param name="Spread">A standard deviation beside it; null without one.</param>
/// <param name="Interval">Where it lies at 95 % with other samples of the same run; null where that is unknown.</param>
/// <param name="Floor">The same number of other reals: what a perfect generator would get. Null when unknown.</param>
/// <param name="FloorSpread">The standard deviation of the floor, where the number has one.</param>
/// <param name="Protocol">How it came about.</param>
/// <param name="Missing">Why there is no number.</param>
public sealed record Score(string Name, string Title, double? Value, double? Spread, Interval? Interval, double? Floor, double? FloorSpread, Protocol Protocol, Text? Missing)
{
    /// <summary>As JSON: English, null for what is missing, never NaN.</summary>
    public JsonObject ToJson() => new()
    {
        ["metric"] = Name, ["title"] = Title, ["value"] = Value, ["spread"] = Spread, ["low"] = Interval?.Low, ["high"] = Interval?.High, ["floor"] = Floor, ["floor_spread"] = FloorSpread, ["missing"] = Missing?.English,
        ["space"] = Protocol.Space, ["width"] = Protocol.Width, ["real"] = Protocol.Real, ["drawn"] = Protocol.Drawn, ["train"] = Protocol.Train, ["conventions"] = Protocol.Conventions.English,
    };
}
