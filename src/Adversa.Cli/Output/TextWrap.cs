namespace Adversa.Cli.Output;

/// <summary>Breaks text between words.</summary>
internal static class TextWrap
{
    /// <summary>Lines of at most some columns; a longer word stays whole.</summary>
    /// <param name="text">Words with single blanks between them.</param>
    /// <param name="columns">Columns; null leaves the text on one line.</param>
    internal static IEnumerable<string> Lines(string text, int? columns)
    {
        if (columns is not { } most || text.Length <= most) return [text];
        List<string> lines = [];
        foreach (var word in text.Split(' '))
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= most) lines[^1] += " " + word;
            else lines.Add(word);
        return lines;
    }
}
