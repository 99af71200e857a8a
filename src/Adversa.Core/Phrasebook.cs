using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Adversa;

/// <summary>The sentences of one pair of resource files by their keys: <c>Words.resx</c> in English, <c>Words.es.resx</c> in Spanish.</summary>
/// <remarks>A project's class <c>Words</c> has a member for each key. Where the Spanish file is missing or damaged, Spanish readers get English.</remarks>
/// <param name="name">The English file without its ending, with the namespace of its folder, such as <c>Adversa.Models.Options</c>.</param>
/// <param name="assembly">The assembly that holds it.</param>
public sealed class Phrasebook(string name, Assembly assembly)
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture, Spanish = new("es");
    private readonly ResourceManager _resources = new(name, assembly);
    private bool _isSpanishRead = true;

    /// <summary>The pair that is named like a class and lies beside it.</summary>
    /// <param name="home">The class.</param>
    public Phrasebook(Type home) : this(home.FullName!, home.Assembly) { }

    /// <summary>The sentence of a key.</summary>
    /// <param name="key">Its key; one that is not there stands for itself.</param>
    public Text this[string key]
    {
        get
        {
            var english = _resources.GetString(key, English) ?? key;
            return new(english, InSpanish(key) ?? english);
        }
    }

    /// <summary>All keys.</summary>
    public IEnumerable<string> Keys => _resources.GetResourceSet(English, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key);

    /// <summary>The sentence of a key with its holes <c>{0}</c>, <c>{1}</c>, … filled.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">What goes into the holes: a <see cref="Text"/> in the sentence's language, a number as everywhere.</param>
    public Text Say(string key, params ReadOnlySpan<object?> values)
    {
        var (english, spanish) = this[key];
        var (one, other) = (new object?[values.Length], new object?[values.Length]);
        for (var i = 0; i < values.Length; i++) (one[i], other[i]) = values[i] is Text text ? (text.English, text.Spanish) : (values[i], values[i]);
        return new(string.Format(English, english, one), string.Format(English, spanish, other));
    }

    /// <summary>The sentence of a key whose words depend on a number, such as <c>1 picture is</c> and <c>2 pictures are</c>: for one, the form <c>.one</c> of the key.</summary>
    /// <param name="key">The key of the form for many.</param>
    /// <param name="count">The number, for the hole <c>{0}</c>.</param>
    /// <param name="others">What goes into the other holes.</param>
    public Text Count(string key, long count, params ReadOnlySpan<object?> others) => Say(count == 1 ? key + ".one" : key, [count, .. others]);

    private string? InSpanish(string key)
    {
        if (!_isSpanishRead) return null;
        try { return _resources.GetString(key, Spanish); }
        catch (Exception e) when (e is IOException or BadImageFormatException or MissingManifestResourceException or MissingSatelliteAssemblyException or UnauthorizedAccessException) { _isSpanishRead = false; return null; }
    }
}
