using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Adversa.Core.Options;

/// <summary>What the values of an option are: how files spell them, and which of them may be.</summary>
internal abstract class Values<TValue>
{
    /// <summary>What it may be, for pages.</summary>
    internal abstract Text Range { get; }

    /// <summary>What was expected where something else came, for messages.</summary>
    internal abstract Text Expected { get; }

    internal abstract bool TryRead(JsonNode node, [MaybeNullWhen(false)] out TValue value);

    internal abstract JsonNode? Write(TValue value);

    internal virtual IEnumerable<Problem> Problems(TValue value, string path) => [];
}

/// <summary>Numbers from one to another.</summary>
internal sealed class Amounts<TNumber>(TNumber low, TNumber high) : Values<TNumber> where TNumber : struct, INumber<TNumber>
{
    private static readonly bool IsWhole = typeof(TNumber) != typeof(double);

    internal override Text Range => Words.RangeTo(Spelt(low), Spelt(high));

    internal override Text Expected => IsWhole
        ? Words.WholeNumberWithinRangeSuchAs
        : Words.NumberSuchAs;

    internal override bool TryRead(JsonNode node, out TNumber value) =>
        TNumber.TryParse(node.ToJsonString(), IsWhole ? NumberStyles.AllowLeadingSign : NumberStyles.Float, CultureInfo.InvariantCulture, out value);      // a text has quotes, and is none

    internal override JsonNode? Write(TNumber value) => JsonNode.Parse(value.ToString(null, CultureInfo.InvariantCulture));

    internal override IEnumerable<Problem> Problems(TNumber value, string path)
    {
        if (TNumber.IsFinite(value) && low <= value && value <= high) yield break;
        yield return new(path, typeof(TNumber) == typeof(long) ? Words.IsMustBeWholeNumber(path, value, low, high) : Words.IsMustBeNumber(path, value, low, high));
    }

    /// <summary>As a page spells it: 10,000 (10 000 in Spanish), 10⁹ and 1e-9 are read at a glance.</summary>
    private static Text Spelt(TNumber number) => Digits(number) is var digits ? new(digits, digits.Replace(',', ' ')) : default;

    private static string Digits(TNumber number) => double.CreateChecked(number) switch
    {
        1e9 => "10⁹",
        1e8 => "10⁸",
        >= 10_000 or <= -10_000 => number.ToString("#,0", CultureInfo.InvariantCulture),
        > 0 and < 1e-4 => number.ToString("0e-0", CultureInfo.InvariantCulture),
        _ => number.ToString(null, CultureInfo.InvariantCulture),
    };
}

/// <summary>A number or none, which files spell 0: they did so before there were optional numbers, and a run is known by the hash of its recipe.</summary>
internal sealed class Optional<TNumber>(Amounts<TNumber> amounts) : Values<TNumber?> where TNumber : struct, INumber<TNumber>
{
    internal override Text Range => !amounts.Problems(TNumber.Zero, "").Any() ? amounts.Range : Words.NoneOr(amounts.Range);

    internal override Text Expected => amounts.Expected;

    internal override bool TryRead(JsonNode node, out TNumber? value)
    {
        var isNumber = amounts.TryRead(node, out var read);
        value = TNumber.IsZero(read) ? null : read;
        return isNumber;
    }

    internal override JsonNode? Write(TNumber? value) => amounts.Write(value ?? TNumber.Zero);

    internal override IEnumerable<Problem> Problems(TNumber? value, string path) => value is { } number ? amounts.Problems(number, path) : [];
}

/// <summary>A size of pictures or none, which files spell 0.</summary>
internal sealed class Sizes(Amounts<int> sides) : Values<PictureSize?>
{
    internal override Text Range => Words.SideOrShape(sides.Range);

    internal override Text Expected => Words.SideOrShapeExpected;

    internal override bool TryRead(JsonNode node, out PictureSize? value)
    {
        var size = sides.TryRead(node, out var side) ? side : node.GetValueKind() == JsonValueKind.String ? PictureSize.Read(node.GetValue<string>()) : null;
        value = size == default(PictureSize) ? null : size;
        return size is not null;
    }

    internal override JsonNode? Write(PictureSize? value) => value?.ToJson() ?? 0;

    internal override IEnumerable<Problem> Problems(PictureSize? value, string path) => value is { } size ? new[] { size.Width, size.Height }.Distinct().SelectMany(side => sides.Problems(side, path)) : [];
}

/// <summary>One of a few numbers.</summary>
internal sealed class OneOfFew(int[] values) : Values<int>
{
    private readonly Amounts<int> _numbers = new(int.MinValue, int.MaxValue);

    internal override Text Range => values.Select(value => Text.Same(value.ToString(CultureInfo.InvariantCulture))).Aggregate(Words.Or);

    internal override Text Expected => _numbers.Expected;

    internal override bool TryRead(JsonNode node, out int value) => _numbers.TryRead(node, out value);

    internal override JsonNode? Write(int value) => _numbers.Write(value);

    internal override IEnumerable<Problem> Problems(int value, string path) => Check.That(path, values.Contains(value), Words.IsMust(path, value, Range));
}

/// <summary>Any text, or none, which is left out of files.</summary>
internal sealed class AnyText : Values<string?>
{
    internal override Text Range => Words.AnyText;

    internal override Text Expected => Words.TextInQuotes;

    internal override bool TryRead(JsonNode node, out string? value)
    {
        value = node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
        return value is not null;
    }

    internal override JsonNode? Write(string? value) => value is null ? null : JsonValue.Create(value);
}

/// <summary>An object whose members are known elsewhere, or none, which is left out of files.</summary>
internal sealed class Objects : Values<JsonObject?>
{
    internal override Text Range => Words.AnyObject;

    internal override Text Expected => Words.ObjectInBraces;

    internal override bool TryRead(JsonNode node, out JsonObject? value)
    {
        value = node is JsonObject inner ? (JsonObject)inner.DeepClone() : null;
        return value is not null;
    }

    internal override JsonNode? Write(JsonObject? value) => value?.DeepClone();
}

/// <summary>A record with a list of its own; the record itself says what is wrong with its values.</summary>
internal sealed class Records<TPart>(OptionList<TPart> list, Predicate<TPart> isLeftOut) : Values<TPart>
{
    internal override Text Range => Words.AnyObject;

    internal override Text Expected => Words.ObjectInBraces;

    internal override bool TryRead(JsonNode node, [MaybeNullWhen(false)] out TPart value)
    {
        value = node is JsonObject inner ? list.Read(inner, list.Path) : default;
        return node is JsonObject;
    }

    internal override JsonNode? Write(TPart value) => isLeftOut(value) ? null : list.Write(value);
}

/// <summary>What a generated serializer reads and writes, or none, which is left out of files.</summary>
internal sealed class Serialized<TValue>(JsonTypeInfo<TValue> type) : Values<TValue?> where TValue : class
{
    internal override Text Range => Words.AnyObject;

    internal override Text Expected => Words.ObjectAsRunsRecipeHas;

    internal override bool TryRead(JsonNode node, [NotNullWhen(true)] out TValue? value)
    {
        try
        {
            value = node.Deserialize(type);
        }
        catch (JsonException)
        {
            value = null;
        }

        return value is not null;
    }

    internal override JsonNode? Write(TValue? value) => value is null ? null : JsonSerializer.SerializeToNode(value, type);
}

/// <summary>The names of an enum in camel case, read whatever the case; never a number: a number may stand for no name at all.</summary>
internal sealed class Names<TEnum> : Values<TEnum> where TEnum : struct, Enum
{
    private static readonly TEnum[] All = Enum.GetValues<TEnum>();
    private static readonly string[] Spelt = Array.ConvertAll(All, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    internal override Text Range => Text.Same(string.Join(' ', Spelt.Select(name => $"`{name}`")));

    internal override Text Expected => Words.OneOfThese(string.Join(", ", Spelt));

    internal override bool TryRead(JsonNode node, out TEnum value)
    {
        var at = node.GetValueKind() == JsonValueKind.String ? Array.FindIndex(Spelt, name => name.Equals(node.GetValue<string>(), StringComparison.OrdinalIgnoreCase)) : -1;
        value = at < 0 ? default : All[at];
        return at >= 0;
    }

    internal override JsonNode? Write(TEnum value) => JsonValue.Create(Spelt[Array.IndexOf(All, value)]);
}
