using System.Runtime.Loader;

namespace Adversa.Core.Tests;

/// <summary>The Spanish sentences lie in a file of their own, <c>es/NAME.resources.dll</c>: where that is missing or damaged, Spanish readers get English.</summary>
public sealed class SatelliteTests : IDisposable
{
    private static readonly string Core = typeof(Phrasebook).Assembly.Location;
    private readonly string _folder = Directory.CreateTempSubdirectory("adversa-words-").FullName;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void With_its_satellite_a_sentence_is_Spanish() => Assert.NotEqual(Said(File.ReadAllBytes(Satellite)).English, Said(File.ReadAllBytes(Satellite)).Spanish);

    [Fact]
    public void Without_it_the_sentence_is_English() => AssertEnglish(Said(null));

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1500)]
    public void With_a_damaged_one_the_sentence_is_English(int left) => AssertEnglish(Said(File.ReadAllBytes(Satellite)[..left]));

    [Fact]
    public void The_program_has_a_satellite_beside_each_part_that_speaks()
    {
        var program = Path.Join(ArchitectureTests.Root(), "artifacts/bin/Adversa.Cli/release");
        Assert.SkipUnless(File.Exists(Path.Join(program, "adversa.dll")), "The program is not built.");
        var speaking = Directory.GetFiles(Path.Join(ArchitectureTests.Root(), "src"), "Words.es.resx", SearchOption.AllDirectories).Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).ToList();
        Assert.NotEmpty(speaking);
        Assert.All(speaking, part => Assert.True(File.Exists(Path.Join(program, "es", $"{(part == "Adversa.Cli" ? "adversa" : part)}.resources.dll")), part));
    }

    private static string Satellite => Path.Join(Path.GetDirectoryName(Core), "es", Path.GetFileNameWithoutExtension(Core) + ".resources.dll");

    /// <summary>A sentence of a copy of Core that has this for its satellite, or none.</summary>
    private Text Said(byte[]? satellite)
    {
        var copy = Path.Join(Directory.CreateDirectory(Path.Join(_folder, Path.GetRandomFileName())).FullName, Path.GetFileName(Core));
        File.Copy(Core, copy);
        if (satellite is not null) File.WriteAllBytes(Path.Join(Directory.CreateDirectory(Path.Join(Path.GetDirectoryName(copy), "es")).FullName, Path.GetFileName(Satellite)), satellite);
        var room = new AssemblyLoadContext(copy, isCollectible: true);
        var book = new Phrasebook("Adversa.Words", room.LoadFromAssemblyPath(copy));
        return book[book.Keys.Order(StringComparer.Ordinal).First()];
    }

    private static void AssertEnglish(Text said)
    {
        Assert.NotEmpty(said.English);
        Assert.Equal(said.English, said.Spanish);
    }
}
