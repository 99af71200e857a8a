using Adversa.Models.Variants;
using Adversa.Pages;
using Adversa.Training.Recipes;

namespace Adversa.Training.Reports;

/// <summary>A line that a user may try next. It ends well where it is offered, or has words in capitals for what only the user knows.</summary>
/// <param name="Words">What follows the program's name.</param>
public sealed record Suggestion(params IReadOnlyList<string> Words)
{
    /// <summary>Trains on some data: by a DCGAN or a GAN where they take it, else by the first system that does; null when none does.</summary>
    /// <param name="data">The data as <c>--data</c> takes it.</param>
    /// <param name="schema">Its samples.</param>
    public static Suggestion? Train(string data, SampleSchema schema)
    {
        var fit = VariantCatalog.ThatTake(schema).Select(variant => variant.Id).ToList();
        return fit.OrderBy(id => id is "dcgan" ? 0 : id is "gan" ? 1 : 2).FirstOrDefault() is { } system ? new("train", system, "--data", data) : null;
    }

    /// <summary>Starts a recipe, with all that it needs beside its name.</summary>
    /// <param name="page">The recipe.</param>
    public static Suggestion Start(RecipePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        List<string> words = ["train", page.Name];
        if (page.NeedsData) words.AddRange(["--data", Training.Words.PATH.ToString()]);
        if (page.NeedsRun) words.AddRange(["--from", Training.Words.RunPlaceholder.ToString()]);
        return new(words);
    }

    /// <summary>The line, to be pasted as it is.</summary>
    public override string ToString() => string.Join(' ', Words.Select(ShellWords.Quote).Prepend(ShellWords.Me));
}
