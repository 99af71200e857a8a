using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Adversa.Core.Tests;

/// <summary>The resource files of all projects: both languages say the same things, each sentence is said somewhere, and none that is said is missing.</summary>
public class WordsTests
{
    private static readonly string Src = Path.Join(ArchitectureTests.Root(), "src");

    /// <summary>Every English file; its path from <c>src</c> without <c>.resx</c>.</summary>
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Src, "*.resx", SearchOption.AllDirectories).Where(file => !file.EndsWith(".es.resx", StringComparison.Ordinal)).Select(file => Path.GetRelativePath(Src, file)[..^".resx".Length])];

    /// <summary>Those that a class <c>Words</c> speaks for.</summary>
    public static TheoryData<string> WithClass => [.. Files.Select(row => row.Data).Where(file => Path.GetFileName(file) == "Words")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Both_languages_have_the_same_keys_and_holes(string file)
    {
        var (english, spanish) = (Read(file + ".resx"), Read(file + ".es.resx"));
        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), spanish.Keys.Order());
        Assert.Empty(english.Keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));      // the compiler keeps one of them
        foreach (var (key, text) in english)
        {
            Assert.True(Holes(text).SetEquals(Holes(spanish[key])), $"{key}: the holes differ.");
            Assert.True(text.Length == 0 == (spanish[key].Length == 0), $"{key}: only one language says something.");
        }
    }

    [Theory]
    [MemberData(nameof(WithClass))]
    public void Each_key_has_its_member_and_each_value_its_hole(string file)
    {
        var english = Read(file + ".resx");
        var members = Members(file);
        Assert.Equal(english.Keys.Where(key => !key.EndsWith(".one", StringComparison.Ordinal)).Order(), members.Keys.Order());
        foreach (var (key, (values, isCount)) in members)
        {
            Assert.True(isCount == english.ContainsKey(key + ".one"), $"{key}: Count goes with {key}.one.");
            var holes = Holes(english[key]).Union(isCount ? [0, .. Holes(english[key + ".one"])] : []).ToHashSet();
            Assert.True(holes.SetEquals(Enumerable.Range(0, values)), $"{key}: {values} values for the holes of \"{english[key]}\".");
        }
    }

    [Theory]
    [MemberData(nameof(WithClass))]
    public void Each_sentence_is_said(string file)
    {
        var folder = Path.GetDirectoryName(Path.Join(Src, file))!;
        var code = string.Concat(Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var said = Regex.Matches(code, @"\bWords\.(?<key>\w+)").Select(m => m.Groups["key"].Value).ToHashSet();
        Assert.Empty(Members(file).Keys.Except(said));
    }

    [Fact]
    public void No_sentence_in_Spanish_stands_in_the_code() =>
        Assert.Empty(Directory.GetFiles(Src, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "SpanishCaptions.cs")                           // a world's data: the sentences that it writes
            .SelectMany(file => File.ReadLines(file)
            .Where(line => Regex.IsMatch(line, "^(?!\\s*//).*\"[^\"]* (?:de|la|el|los|las|con|una|que|es|en|por|para) [^\"]*\"")).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Join(Src, file)).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static HashSet<int> Holes(string text) => [.. Regex.Matches(text.Replace("{{", "", StringComparison.Ordinal), @"\{(\d+)").Select(m => int.Parse(m.Groups[1].Value))];

    private static Dictionary<string, (int Values, bool IsCount)> Members(string file) =>
        Regex.Matches(File.ReadAllText(Path.Join(Src, file + ".cs")), @"static Text (?<key>\w+)(?:\((?<values>[^)]*)\))? => Book(?:\.(?<how>\w+)\()?")
            .ToDictionary(m => m.Groups["key"].Value, m => (m.Groups["values"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Length, m.Groups["how"].Value == "Count"));
}
