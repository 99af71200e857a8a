using System.CommandLine;
using Adversa.Data.Tables;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Training.Plans;
using static Adversa.Cli.Arguments;

namespace Adversa.Cli.Commands;

/// <summary>What <c>sample</c> does with a sentence: every seed is given it.</summary>
internal sealed class PromptOption
{
    private const int WrongPrompt = 2033;
    private readonly Option<string> _prompt = Text("--prompt", "TEXT", Words.PromptSentence);

    /// <summary>Adds the option to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Options.Add(_prompt);
        _prompt.Checks(parsed =>
        {
            if (!Vocabulary.Words(parsed.GetValue(_prompt)!).Any()) throw new AdversaException(WrongPrompt, ExitCode.Usage, Words.PromptIsEmpty);
        });
    }

    /// <summary>Gives a model the sentence in place of its examples, where one was named.</summary>
    /// <returns>The sentence, or null.</returns>
    /// <exception cref="AdversaException">ADV2033: the model takes no sentence, does not know a word, or reads fewer words.</exception>
    internal string? Give(ParseResult parsed, TrainedModel trained)
    {
        if (parsed.GetValue(_prompt) is not { } prompt) return null;
        if (trained.Model is not ITranslator { Given: [{ Kind: FieldKind.Tokens } field] } translator)
        {
            var others = VariantCatalog.BuiltIn.Where(variant => variant.Needs.Also.Any(need => need.Kind == FieldKind.Tokens)).Select(variant => variant.Id);
            throw new AdversaException(WrongPrompt, ExitCode.Usage, Words.TakesNoPrompt(trained.Plan.Variant.Id, string.Join(", ", others)));
        }

        var numbers = Numbers(prompt, field, trained.Plan.Recipe.Data);
        translator.Examples = seeds =>
        {
            var batch = new Batch(new(field), seeds.Count);
            for (var i = 0; i < seeds.Count; i++) numbers.CopyTo(batch.Row(i).Ints(field.Name));
            return batch;
        };
        return prompt;
    }

    private static int[] Numbers(string prompt, Field field, string data)
    {
        var (words, numbers) = (Vocabulary.Words(prompt).ToList(), new int[field.Size]);
        var known = field.Vocabulary.Skip(2).ToHashSet(StringComparer.Ordinal);
        var unknown = words.Distinct().Where(word => !known.Contains(word)).Select(word => Nearest.To(word, known) is { } near ? Words.WordNearest(word, near) : Adversa.Text.Same($"\"{word}\"")).ToList();
        if (unknown.Count > 0) throw new AdversaException(WrongPrompt, ExitCode.Usage, Words.PromptHasUnknownWords(Adversa.Text.Join(", ", unknown), ShellWords.Quote(data)));
        if (words.Count > numbers.Length) throw new AdversaException(WrongPrompt, ExitCode.Usage, Words.PromptIsTooLong(words.Count, numbers.Length));
        new Vocabulary(field.Vocabulary).Write(prompt, numbers);
        return numbers;
    }
}
