using System.Text.Json.Serialization;

namespace Adversa;

/// <summary>One thing that is known about every sample beside its class: hair colour, age, a yes or no.</summary>
/// <param name="Name">Lower case with underscores, unique in its schema.</param>
/// <param name="Categories">Number of categories, stored as 0, 1, ... (2 is a yes or no); 0 for a real number.</param>
public sealed record SampleAttribute(string Name, int Categories = 0)
{
    /// <summary>The categories by name, in the order of their numbers; empty when they have no names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The least that a real number can be, where that is known; <see cref="Least"/> and <see cref="Most"/> are both 0 where it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Least { get; init; }

    /// <summary>The most that a real number can be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Most { get; init; }

    /// <summary>Whether it is a real number whose range is known.</summary>
    [JsonIgnore]
    public bool HasRange => Categories == 0 && Least < Most;

    /// <summary>Whether both are the same attribute, name by name; the range of a number is no part of that.</summary>
    /// <param name="other">Another attribute.</param>
    public bool Equals(SampleAttribute? other) => other is not null && (Name, Categories) == (other.Name, other.Categories) && Names.SequenceEqual(other.Names);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Categories, Names.Count);
}
