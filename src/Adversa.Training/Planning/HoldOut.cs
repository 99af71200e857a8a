using System.Globalization;
using Adversa.Data;
using Adversa.Data.Opening;

namespace Adversa.Training.Planning;

/// <summary>Part of a small set that nobody learns from, so that copying can be told from drawing: the set is read as <c>first:N:</c>, whose other samples are its test part.</summary>
/// <param name="Spec">The data as a recipe names it.</param>
/// <param name="Held">Samples that are held back.</param>
public sealed record HoldOut(string Spec, long Held)
{
    private const long Small = 5_000, Smallest = 20, LeastHeld = 10;
    private const double Share = 0.1, MostShare = 0.25;

    /// <summary>Data that has moved, with as much of it held back as before.</summary>
    /// <param name="before">The data as the recipe named it.</param>
    /// <param name="now">Where it lies now.</param>
    public static string Again(string before, string now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var behind = before.StartsWith(FirstSamples.Prefix, StringComparison.Ordinal) ? before.IndexOf(':', FirstSamples.Prefix.Length) + 1 : 0;
        return behind == 0 || now.StartsWith(FirstSamples.Prefix, StringComparison.Ordinal) ? now : before[..behind] + now;
    }

    /// <summary>What to hold back; null where nothing is: the set has a test part, is endless, large or too small, or is no single set of pictures.</summary>
    /// <param name="spec">The data as the user names it.</param>
    /// <param name="source">It, opened.</param>
    /// <param name="data">It, with its test part.</param>
    /// <param name="asked">The share that the user asked for; null where he did not, 0 for none.</param>
    public static HoldOut? Of(string spec, ISampleSource source, RunData data, double? asked)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(data);
        if (asked == 0 || source.IsEndless || source.Schema.Kind != FieldKind.Image || source is UnpairedSource or FirstSamples) return null;
        if (asked is null && source.Count is < Smallest or > Small) return null;
        var held = asked is { } share ? (long)Math.Round(share * source.Count) : Math.Min(Math.Max(LeastHeld, (long)Math.Round(Share * source.Count)), (long)(MostShare * source.Count));
        if (held < 1 || held >= source.Count || data.Test is not null) return null;
        return new(string.Create(CultureInfo.InvariantCulture, $"{FirstSamples.Prefix}{source.Count - held}:{spec}"), held);
    }
}
