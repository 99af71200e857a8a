using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Adversa.Core.Options;

/// <summary>The options of a record, each said once: what reads and writes JSON, checks values, completes names and fills the tables of the pages.</summary>
public abstract class OptionList
{
    private protected OptionList(string path) => Path = path;

    /// <summary>Where the record stands in a recipe, such as <c>options</c>; empty for the recipe itself.</summary>
    public string Path { get; }

    /// <summary>The options in the order in which they are written.</summary>
    public abstract IReadOnlyList<Option> All { get; }

    /// <summary>Their keys.</summary>
    public IEnumerable<string> Keys => All.Select(option => option.Key);

    /// <summary>The defaults as JSON, complete.</summary>
    public abstract JsonObject Defaults { get; }

    /// <summary>The path of a member.</summary>
    private protected string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}

/// <summary>The options of a record.</summary>
/// <typeparam name="T">The record, immutable.</typeparam>
/// <param name="defaults">The record as its constructor makes it of nothing.</param>
/// <param name="options">A line an option.</param>
/// <param name="path">Where the record stands in a recipe.</param>
public sealed class OptionList<T>(T defaults, IReadOnlyList<Option<T>> options, string path = "options") : OptionList(path)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Option> All => options;

    /// <inheritdoc/>
    public override JsonObject Defaults => Write(defaults);

    /// <summary>A record as JSON, complete.</summary>
    /// <param name="of">The record.</param>
    public JsonObject Write(T of) => new(options.Select(option => KeyValuePair.Create(option.Key, option.Write(of))).Where(pair => pair.Value is not null));

    /// <summary>The options that are dials, by their paths, with a record's values.</summary>
    /// <param name="of">The record.</param>
    public IEnumerable<(string Dial, string Path, double Value)> Dials(T of) => options.Where(option => option.Dial is not null)
        .Select(option => (option.Dial!, At(option.Key), double.Parse(option.Write(of)!.ToJsonString(), CultureInfo.InvariantCulture)));

    /// <summary>Reads a record; what is missing takes its default.</summary>
    /// <param name="json">The object.</param>
    /// <param name="owner">Whose options they are, for the messages.</param>
    /// <exception cref="AdversaException">ADV2020: a member is unknown, null, twice there or of another type; the message names it, and <c>Data["path"]</c> holds its path.</exception>
    public T Read(JsonObject json, string owner)
    {
        var read = defaults;
        foreach (var (key, value) in Members(json))
        {
            var option = options.FirstOrDefault(option => option.Key == key) ?? throw Unknown(key, owner);
            if (value is null) throw OptionError.At(At(key), Words.IsNullGiveValueOrLeave(At(key)));
            read = option.Read(read, value, At(key));
        }

        return read;
    }

    /// <summary>Every value that is out of its range.</summary>
    /// <param name="of">The record.</param>
    public IEnumerable<Problem> Problems(T of) => options.SelectMany(option => option.Problems(of, At(option.Key)));

    private AdversaException Unknown(string key, string owner)
    {
        var nearest = Nearest.To(key, Keys);
        return OptionError.At(At(key), Words.IsNoOption(key, owner, nearest is null ? Text.None : Words.DidYouMean(nearest), string.Join(", ", Keys)));
    }

    /// <summary>The members of an object; one that was parsed from text finds a name that stands twice only now.</summary>
    private JsonObject Members(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            _ = json.Count;
            return json;
        }
        catch (ArgumentException)
        {
            using var text = JsonDocument.Parse(json.ToJsonString());
            var key = text.RootElement.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).First(group => group.Count() > 1).Key;
            throw OptionError.At(At(key), Words.StandsTwiceKeepOneOfThem(At(key)));
        }
    }
}

/// <summary>The one error of a record that cannot be read.</summary>
internal static class OptionError
{
    internal static AdversaException At(string path, Text text) => new(2020, ExitCode.Usage, text) { Data = { ["path"] = path } };
}
