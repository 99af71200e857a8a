using System.Security.Cryptography;
using Adversa.DataTools.Checking;
using Adversa.Formats.Png;
using Adversa.Formats.Tests;
using Adversa.Imaging.Codecs;
using Adversa.Imaging.Pictures;
using Adversa.Worlds.Art;

namespace Adversa.Worlds.Tests.Art;

public class ArtFolderTests
{
    private static readonly ArtFolderOptions Small = new(600, Seed: 2, Damaged: 9);

    [Fact]
    public void Every_planted_defect_and_nothing_else_is_found()
    {
        using var folder = new TemporaryFolder();
        var truth = ArtFolder.Write(folder["art"], Small, workers: 3);
        var report = DataCheck.Run(folder["art"], new CheckOptions(Size: 16, Near: 4));
        List<string> Of(FindingKind kind) => [.. report.Findings.Where(f => f.Kind == kind).Select(f => f.File)];
        List<string> Planted(Func<ArtDefect, bool> kind) => [.. truth.Where(kind).Select(d => d.File).Order(StringComparer.Ordinal)];

        Assert.Equal(600, report.Files);
        Assert.Equal(Planted(d => d.IsDamaged), Of(FindingKind.Damaged));
        Assert.Equal(Planted(d => d.Kind == "extension"), Of(FindingKind.WrongExtension));
        Assert.Equal(Planted(d => d.Kind == "duplicate").Count, report.Duplicates.Count);
        Assert.Empty(Of(FindingKind.Unsupported));
        var names = Directory.GetFiles(folder["art"], "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder["art"], path)).Order(StringComparer.Ordinal).ToList();
        Assert.Contains(names[0], Of(FindingKind.Damaged));
        Assert.Contains(names[^1], Of(FindingKind.Damaged));
    }

    [Fact]
    public void The_bytes_are_the_same_on_every_machine_and_for_any_number_of_workers()
    {
        using var folder = new TemporaryFolder();
        foreach (var workers in new[] { 1, 4 }) ArtFolder.Write(folder[$"art{workers}"], Small, workers);
        string HashOf(string root)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var path in Directory.GetFiles(folder[root], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                if (!path.EndsWith(".gif", StringComparison.Ordinal)) hash.AppendData(File.ReadAllBytes(path));      // the GIF writer's palette search is not part of the promise
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }

        Assert.Equal(HashOf("art1"), HashOf("art4"));
        Assert.Equal("0757401767a15ee4a9d3549e382587d58020ffb1bb31280c98bc752cbc4736f3", HashOf("art1"));
        Assert.Equal(File.ReadAllBytes(folder["art1.truth.json"]), File.ReadAllBytes(folder["art4.truth.json"]));
    }

    [Fact]
    public void Cancelling_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => ArtFolder.Write(folder["art"], Small with { Count = 5000 }, 2, _ => cancel.Cancel(), cancel.Token));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Our_JPEG_is_what_it_was_made_from(int components)
    {
        var painting = ArtPainter.Paint(new Rng(5), 3, 37, 37);
        var pixels = components == 3 ? painting.Pixels : new PaintedPixels(painting, 0).Grey;
        var decoded = new byte[pixels.Length];
        PictureFile.Decode(JpegWriter.Encode(pixels, 37, 37, components, quality: 95), "x", new(37, components) { Layout = PixelLayout.Interleaved }, decoded);

        Assert.True(pixels.Zip(decoded, (a, b) => Math.Abs(a - b)).Average() < 3, "too far from the original");
    }
}
