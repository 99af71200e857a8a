using System.Text.Json;
using System.Text.Json.Nodes;
using Adversa.Formats.Disk;
using Adversa.Formats.Png;
using Adversa.Training.Folders;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;

namespace Adversa.Training.Runs;

/// <summary>What was changed in a run's recipe since a checkpoint. A run's pictures carry the recipe that they were drawn under; by its hash the right one is known.</summary>
internal static class RecipeEdits
{
    private const int MostPictures = 5;

    /// <summary>The changes, such as <c>options.hidden: 8 → 16</c>; empty where no picture of that time is left.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="hash">The checkpoint's hash of its recipe.</param>
    /// <param name="now">The recipe as it stands.</param>
    internal static string Since(RunFolder folder, string hash, Recipe now)
    {
        foreach (var file in Enumerable.Reverse(SheetFiles.InOrder(folder)).Take(MostPictures))
            if (RecipeIn(file) is { } then && then.Hash() == hash)
                return string.Join(", ", RecipeDifference.Between([then.ToJson(), now.ToJson()]).Where(one => one.Path is not ("steps" or "minutes")).Select(one => $"{one.Path}: {one.Values[0] ?? "–"} → {one.Values[1] ?? "–"}"));
        return "";
    }

    /// <summary>What is said where the changed recipe no longer fits the checkpoint's weights.</summary>
    internal static Text Unfit(RunFolder folder, string edits, Text misfit)
    {
        var anew = new Suggestion("train", Path.Join(folder.Path, "recipe.json"));
        return Words.RecipeJsonEditedSinceCheckpointSaved(edits.Length > 0 ? $" ({edits})" : "", misfit, anew);
    }

    private static Recipe? RecipeIn(string picture)
    {
        try
        {
            using var stream = File.OpenRead(picture);
            return PngText.Read(stream, picture).TryGetValue("adversa", out var text) && JsonNode.Parse(text)?["recipe"] is JsonObject recipe ? new RecipeResolver().Add(picture, (JsonObject)recipe.DeepClone()).Preview() : null;
        }
        catch (Exception e) when (DiskTrouble.Is(e) || e is AdversaException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
