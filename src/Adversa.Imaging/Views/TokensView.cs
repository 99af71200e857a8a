namespace Adversa.Imaging.Views;

/// <summary>Texts: their words, a line each.</summary>
internal sealed class TokensView : IFieldView
{
    public string? Say(SampleRow row, Field field)
    {
        var words = new List<string>();
        foreach (var number in row.Ints(field.Name))
            if (number > 0) words.Add(number < field.Vocabulary.Count ? field.Vocabulary[number] : "?");
        return string.Join(' ', words);
    }
}
