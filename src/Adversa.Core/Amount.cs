namespace Adversa;

/// <summary>Counts and lists in messages.</summary>
public static class Amount
{
    /// <summary>Such as <c>1 picture</c> and <c>2 pictures</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for any other count.</param>
    public static string Of(long count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    /// <summary>Such as <c>cat, dog</c>, and <c>ant, bee, cat, … (12)</c> where there are more than are named; <c>-</c> for none.</summary>
    /// <param name="names">All of them.</param>
    /// <param name="most">How many are named.</param>
    public static string Listed(IReadOnlyList<string> names, int most) => names.Count == 0 ? "-" : string.Join(", ", names.Take(most)) + (names.Count > most ? $", … ({names.Count})" : "");
}
