namespace Adversa;

/// <summary>A count with the word that goes with it.</summary>
public static class Amount
{
    /// <summary>Such as <c>1 picture</c> and <c>2 pictures</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for any other count.</param>
    public static string Of(long count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
