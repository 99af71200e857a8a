namespace Adversa.Core.Tests;

/// <summary>The page on Adversa as a library, in both languages.</summary>
public class LibraryPageTests
{
    [Theory]
    [InlineData("docs/library.md")]
    [InlineData("docs/es/biblioteca.md")]
    public void It_quotes_the_sample_programs_as_they_are(string page)
    {
        var quoted = File.ReadAllText(Path.Join(ArchitectureTests.Root(), page)).Split("```csharp\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]);

        Assert.Equal(["OwnLoop", "FromRun"], quoted.Select(quote => Path.GetFileName(Path.GetDirectoryName(Samples().Single(file => File.ReadAllText(file) == quote)))));
    }

    [Fact]
    public void Sample_programs_fit_on_a_screen() => Assert.All(Samples(), file => Assert.InRange(File.ReadAllLines(file).Length, 10, 35));

    private static string[] Samples() => Directory.GetFiles(Path.Join(ArchitectureTests.Root(), "samples"), "Program.cs", SearchOption.AllDirectories);
}
