using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Adversa.Core.Options;

/// <summary>One option as it is declared: its key and what it may be. Its default is the record's, its words stand in the resources under its key.</summary>
public abstract class Option
{
    private protected Option(string key, Text range) => (Key, Range) = (key, range);

    /// <summary>Its name in a recipe, such as <c>criticSteps</c>.</summary>
    public string Key { get; }

    /// <summary>What it may be, such as <c>1 to 1000</c>, or its names in code marks.</summary>
    public Text Range { get; }

    /// <summary>The name of the dial that it is, where it is a number that a run may change on its way; else null.</summary>
    public string? Dial { get; private protected set; }
}

/// <summary>One option of a record. A list writes <c>using Option = Adversa.Core.Options.Option&lt;TheRecord&gt;;</c> and then a line an option.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class Option<T> : Option
{
    private protected Option(string key, Text range) : base(key, range)
    {
    }

    /// <summary>A whole number.</summary>
    /// <param name="key">Its name in a recipe.</param>
    /// <param name="get">Reads it from a record.</param>
    /// <param name="with">The record with another value.</param>
    /// <param name="low">The smallest allowed.</param>
    /// <param name="high">The largest allowed.</param>
    public static Option<T> Int(string key, Func<T, int> get, Func<T, int, T> with, int low, int high) => new Member<T, int>(key, get, with, new Amounts<int>(low, high));

    /// <summary>A whole number that may be large.</summary>
    /// <inheritdoc cref="Int"/>
    public static Option<T> Long(string key, Func<T, long> get, Func<T, long, T> with, long low, long high) => new Member<T, long>(key, get, with, new Amounts<long>(low, high));

    /// <summary>A finite number.</summary>
    /// <inheritdoc cref="Int"/>
    public static Option<T> Real(string key, Func<T, double> get, Func<T, double, T> with, double low, double high) => new Member<T, double>(key, get, with, new Amounts<double>(low, high));

    /// <summary>A whole number that may be left out, which files spell 0.</summary>
    /// <inheritdoc cref="Int"/>
    public static Option<T> OptionalInt(string key, Func<T, int?> get, Func<T, int?, T> with, int low, int high) => new Member<T, int?>(key, get, with, new Optional<int>(new(low, high)));

    /// <summary>A number that may be left out, which files spell 0.</summary>
    /// <inheritdoc cref="Int"/>
    public static Option<T> OptionalReal(string key, Func<T, double?> get, Func<T, double?, T> with, double low, double high) => new Member<T, double?>(key, get, with, new Optional<double>(new(low, high)));

    /// <summary>Width and height of pictures, or none, which files spell 0: a number for a square, a text such as <c>64x48</c> for other shapes.</summary>
    /// <inheritdoc cref="Int"/>
    public static Option<T> Size(string key, Func<T, PictureSize?> get, Func<T, PictureSize?, T> with, int low, int high) => new Member<T, PictureSize?>(key, get, with, new Sizes(new(low, high)));

    /// <summary>One of a few numbers.</summary>
    /// <param name="key">Its name in a recipe.</param>
    /// <param name="get">Reads it from a record.</param>
    /// <param name="with">The record with another value.</param>
    /// <param name="values">The numbers.</param>
    public static Option<T> OneOf(string key, Func<T, int> get, Func<T, int, T> with, params int[] values) => new Member<T, int>(key, get, with, new OneOfFew(values));

    /// <summary>One of the names of an enum, in camel case.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="key">Its name in a recipe.</param>
    /// <param name="get">Reads it from a record.</param>
    /// <param name="with">The record with another value.</param>
    public static Option<T> Choice<TEnum>(string key, Func<T, TEnum> get, Func<T, TEnum, T> with) where TEnum : struct, Enum => new Member<T, TEnum>(key, get, with, new Names<TEnum>());

    /// <summary>A text; null is left out of files.</summary>
    /// <inheritdoc cref="Choice"/>
    public static Option<T> Word(string key, Func<T, string?> get, Func<T, string, T> with) => new Member<T, string?>(key, get, (o, x) => with(o, x!), new AnyText());

    /// <summary>An object whose members are known elsewhere; null is left out of files.</summary>
    /// <inheritdoc cref="Choice"/>
    public static Option<T> Object(string key, Func<T, JsonObject?> get, Func<T, JsonObject?, T> with) => new Member<T, JsonObject?>(key, get, with, new Objects());

    /// <summary>A record that has a list of its own.</summary>
    /// <typeparam name="TPart">The record.</typeparam>
    /// <param name="key">Its name in a recipe.</param>
    /// <param name="list">Its options.</param>
    /// <param name="get">Reads it from a record.</param>
    /// <param name="with">The record with another value.</param>
    /// <param name="isLeftOut">When files do not name it; never, unless given.</param>
    public static Option<T> Record<TPart>(string key, OptionList<TPart> list, Func<T, TPart> get, Func<T, TPart, T> with, Predicate<TPart>? isLeftOut = null) =>
        new Member<T, TPart>(key, get, with, new Records<TPart>(list, isLeftOut ?? (_ => false)));

    /// <summary>What a generated serializer reads and writes; null is left out of files.</summary>
    /// <typeparam name="TValue">Its type.</typeparam>
    /// <param name="key">Its name in a recipe.</param>
    /// <param name="type">The serializer.</param>
    /// <param name="get">Reads it from a record.</param>
    /// <param name="with">The record with another value.</param>
    public static Option<T> Json<TValue>(string key, JsonTypeInfo<TValue> type, Func<T, TValue?> get, Func<T, TValue?, T> with) where TValue : class => new Member<T, TValue?>(key, get, with, new Serialized<TValue>(type));

    /// <summary>Says that a run may change it on its way.</summary>
    /// <param name="dial">The name of the dial, the same in all systems.</param>
    /// <returns>The option itself.</returns>
    public Option<T> As(string dial)
    {
        Dial = dial;
        return this;
    }

    /// <summary>Its value in JSON; null where the record has none and it is left out.</summary>
    internal abstract JsonNode? Write(T of);

    /// <summary>The record with a value from JSON.</summary>
    /// <param name="of">The record.</param>
    /// <param name="value">The value; never null.</param>
    /// <param name="path">Its path in a recipe.</param>
    /// <exception cref="AdversaException">ADV2020: it is of another type.</exception>
    internal abstract T Read(T of, JsonNode value, string path);

    /// <summary>What is wrong with the record's value by itself.</summary>
    internal abstract IEnumerable<Problem> Problems(T of, string path);
}

/// <summary>An option is a member of a record and what its values may be.</summary>
internal sealed class Member<T, TValue>(string key, Func<T, TValue> get, Func<T, TValue, T> with, Values<TValue> values) : Option<T>(key, values.Range)
{
    internal override JsonNode? Write(T of) => values.Write(get(of));

    internal override T Read(T of, JsonNode value, string path) => values.TryRead(value, out var read)
        ? with(of, read)
        : throw OptionError.At(path, Words.IsMust(path, value.ToJsonString(), values.Expected));

    internal override IEnumerable<Problem> Problems(T of, string path) => values.Problems(get(of), path);
}
