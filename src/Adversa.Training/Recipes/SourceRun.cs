using System.Text.Json.Nodes;

namespace Adversa.Training.Recipes;

/// <summary>The run whose weights another one begins with, as it stood then: enough to build its model again when the run itself is gone.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Step">The step of the checkpoint that was taken.</param>
/// <param name="Schema">What it learned from.</param>
/// <param name="Recipe">Its recipe, complete.</param>
public sealed record SourceRun(string Run, long Step, SampleSchema Schema, JsonObject Recipe)
{
    /// <summary>The system's id.</summary>
    internal string Variant => Recipe["variant"] is JsonValue value && value.TryGetValue<string>(out var id) ? id : "";
}
