namespace Adversa;

/// <summary>A sample that could not be read, and why.</summary>
/// <param name="Name">Its file, relative to the data set's folder where there is one.</param>
/// <param name="Reason">What is wrong with it, in both languages.</param>
public sealed record BadSample(string Name, Text Reason);
