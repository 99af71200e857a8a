namespace Adversa.DataTools.Fetching;

/// <summary>A data set of a Kaggle competition: its rules must be accepted there, so it is never downloaded here.</summary>
/// <param name="Name">Its name in commands.</param>
/// <param name="Title">What is in it: one line.</param>
/// <param name="Competition">The competition's name in Kaggle's addresses.</param>
/// <param name="Fetch">The words after <c>kaggle</c> that bring it.</param>
/// <param name="Archive">The archive that they bring.</param>
/// <param name="Packed">A name for the packed set.</param>
public sealed record KaggleSet(string Name, Text Title, string Competition, string Fetch, string Archive, string Packed)
{
    /// <summary>The page where the rules are read and accepted.</summary>
    public string Rules => $"https://www.kaggle.com/competitions/{Competition}/rules";
}

/// <summary>The Kaggle sets that <c>adversa data get</c> explains.</summary>
public static class KaggleSets
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<KaggleSet> All { get; } =
    [
        new("dog-breeds", Words.DogsAbout,
            "dog-breed-identification", "competitions download -c dog-breed-identification", "dog-breed-identification.zip", "dogs.safetensors"),
        new("painter-by-numbers", Words.PaintingsAbout,
            "painter-by-numbers", "competitions download -c painter-by-numbers -f train.zip", "train.zip", "paintings.safetensors"),
    ];

    /// <summary>The set of a name, or null.</summary>
    /// <param name="name">Any text.</param>
    public static KaggleSet? Find(string name) => All.FirstOrDefault(set => set.Name == name);
}
