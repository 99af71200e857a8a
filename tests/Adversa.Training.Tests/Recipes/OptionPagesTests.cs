using System.Text.RegularExpressions;
using Adversa.Core.Options;
using Adversa.Data.Augmenting;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Training.Diagnostics;
using Adversa.Training.Recipes;
using Adversa.Training.Studies;

namespace Adversa.Training.Tests.Recipes;

/// <summary>The tables of options in the documents are what the lists make. With ADVERSA_WRITE_PAGES=1 the tests write them instead.</summary>
public sealed class OptionPagesTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("ADVERSA_WRITE_PAGES") == "1";

    private static readonly string Root = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../.."));

    private static readonly (string Owner, OptionList List)[] Parts =
        [("recipe", Recipe.List), ("techniques", Techniques.List), ("schedule", Schedule.List), ("doctor", DoctorOptions.List), ("augment", Augmentation.List), ("study", Study.List)];

    private static IEnumerable<(string Owner, OptionList List)> All => VariantCatalog.BuiltIn.Select(variant => (variant.Id, variant.Options)).Concat(Parts);

    public static TheoryData<string> Owners => [.. All.Select(one => one.Owner)];

    [Theory]
    [MemberData(nameof(Owners))]
    public void Every_option_has_words_in_both_languages(string owner)
    {
        foreach (var option in All.Single(one => one.Owner == owner).List.All)
        {
            var (english, spanish) = OptionWords.Of(owner, option);
            Assert.True(english.Length > 2 && spanish.Length > 2 && english != spanish, $"{owner}.{option.Key} says \"{english}\" and \"{spanish}\".");
        }
    }

    [Fact]
    public void No_words_are_left_of_options_that_are_gone() =>
        Assert.Empty(OptionWords.Keys.Except(All.SelectMany(one => one.List.All.Select(option => OptionWords.KeyOf(one.Owner, option)!))));

    [Theory]
    [MemberData(nameof(Owners))]
    public void The_table_of_a_page_is_what_the_list_makes(string owner)
    {
        var list = All.Single(one => one.Owner == owner).List;
        var path = Path.Join(Root, "docs", owner switch { "recipe" or "schedule" => "reference/recipe.md", "techniques" => "techniques.md", "doctor" => "doctor.md", "augment" => "data/augmentation.md", "study" => "how-to/compare.md", _ => $"variants/{owner}.md" });

        Compare(path, text => Replace(text, list, row => Row(owner, list, row)));
    }

    [Fact]
    public void The_Spanish_page_holds_the_tables_of_all_systems_and_of_the_recipe() => Compare(Path.Join(Root, "docs", "es", "opciones.md"), _ => Spanish());

    /// <summary>Where a document counts the systems, it counts those of the catalog.</summary>
    [Theory]
    [InlineData("README.md", @"\| know a system: .*", @"variants/(?<id>[\w-]+)\.md", false)]
    [InlineData("reference/recipe.md", @"(?s)Options of each system: .*?\n\n", @"variants/(?<id>[\w-]+)\.md", false)]
    [InlineData("techniques.md", @"What any two-player game \(.*?\)", "`(?<id>[\\w-]+)`", true)]
    public void A_list_of_systems_is_that_of_the_catalog(string page, string where, string name, bool areGames)
    {
        var list = Regex.Match(File.ReadAllText(Path.Join(Root, "docs", page)), where).Value;

        Assert.Equal(VariantCatalog.BuiltIn.Where(variant => !areGames || variant.Presets[0].Options is IGameOptions).Select(variant => variant.Id).Order(),
            Regex.Matches(list, name).Select(match => match.Groups["id"].Value).Order());
    }

    private static void Compare(string path, Func<string, string> make)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var made = make(text);
        if (Writes) File.WriteAllText(path, made);
        else Assert.True(text == made, $"{path} is not what the lists make. Write it anew: ADVERSA_WRITE_PAGES=1 ./test Training\n{Difference(text, made)}");
    }

    /// <summary>A page whose table of options has the list's rows; columns behind the fourth are the page's own.</summary>
    private static string Replace(string text, OptionList list, Func<Option, string> row)
    {
        var first = list.All[0].Key;
        var table = Regex.Match(text, $@"(?<=^\|[^\n]*\n\|[-|]+\|\n)\| `{first}` \|.*?\n(?=[^|]|\z)", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(table.Success, $"There is no table that begins with `{first}`.");
        var own = table.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" | ")).Where(cells => cells.Length > 4).ToDictionary(cells => cells[0].Trim('|', ' ', '`'), cells => string.Join(" | ", cells[4..]).TrimEnd('|', ' '));
        var rows = list.All.Select(option => row(option) + (own.TryGetValue(option.Key, out var more) ? $" {more} |" : ""));
        return text[..table.Index] + string.Join('\n', rows) + "\n" + text[(table.Index + table.Length)..];
    }

    private static string Row(string owner, OptionList list, Option option, bool isSpanish = false)
    {
        var (range, words) = (option.Range, OptionWords.Of(owner, option));
        var isNone = list.Defaults[option.Key]?.ToString() == "0" && range.English[0] is not ('0' or '-');      // which means that something else says it
        var value = !isNone && list.Defaults[option.Key]?.ToString() is { Length: > 0 and < 20 } shown ? $"`{shown}`" : "";
        return isSpanish ? $"| `{option.Key}` | {value} | {range.Spanish} | {words.Spanish} |" : $"| `{option.Key}` | {value} | {range.English} | {words.English} |";
    }

    private static string Spanish()
    {
        var text = new System.Text.StringBuilder("# Opciones\n\nLas opciones de cada sistema y los campos de una receta, con su valor por defecto y su rango. Las ideas, ecuaciones y ejemplos están en inglés, en la página de cada sistema.\n"
            + "En un archivo van dentro de `options` (o de la parte que se nombre); en la línea, `--set nombre=valor`.\n");
        foreach (var (owner, list) in All)
        {
            var title = VariantCatalog.Find(owner) is { } variant ? $"[`{owner}`](../variants/{owner}.md)\n\n{variant.About.Spanish}" : $"`{owner}`";
            text.Append($"\n## {title}\n\n| opción | por defecto | rango | significado |\n|---|---|---|---|\n");
            foreach (var option in list.All) text.Append(Row(owner, list, option, isSpanish: true)).Append('\n');
        }

        return text.ToString();
    }

    private static string Difference(string text, string made)
    {
        var lines = text.Split('\n');
        return string.Join('\n', made.Split('\n').Except(lines).Take(5));
    }
}
