using System.Text;
using Adversa.DataTools.Checking;
using Adversa.Formats.Tests;

namespace Adversa.DataTools.Tests.Checking;

/// <summary>What a check says of pairs, collections and captions.</summary>
public sealed class FieldCheckTests
{
    [Fact]
    public void Pairs_that_do_not_fit_are_named_and_the_rest_is_counted()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, side) in new[] { ("A/1.png", 40), ("B/1.png", 48), ("A/2.png", 40), ("B/2.png", 40), ("A/3.png", 40) }) folder.WritePng(name, side, (byte)side);

        var report = DataCheck.Run($"pairs:{folder.Root}");

        Assert.Equal("A/1.png", Assert.Single(report.Findings, finding => finding.Kind == FindingKind.Pair).File);
        Assert.Contains(report.Notes, note => note.English.StartsWith("2 pairs in two folders", StringComparison.Ordinal));
        Assert.Contains(report.Notes, note => note.Spanish.Contains("1 imagen de A no tiene pareja", StringComparison.Ordinal));
        Assert.StartsWith("pairs:", report.Spec, StringComparison.Ordinal);
        Assert.DoesNotContain(DataCheck.Run(folder.Root).Findings, finding => finding.Kind == FindingKind.Pair);
    }

    [Fact]
    public void Two_collections_are_no_question_where_they_are_called_so()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "trainA/1.png", "trainB/1.png", "testA/2.png", "testB/2.png" }) folder.WritePng(name, 24, (byte)name.Length);

        Assert.Contains(DataCheck.Run(folder.Root).Notes, note => note.English.Contains("--data domains:", StringComparison.Ordinal));
        Assert.DoesNotContain(DataCheck.Run($"domains:{folder.Root}").Notes, note => note.English.Contains("two ways", StringComparison.Ordinal));
    }

    [Fact]
    public void Captions_are_counted_and_damaged_ones_are_a_finding()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "a.png", "b.png" }) folder.WritePng(name, 24, (byte)name[0]);
        folder.Write("captions.txt", Encoding.UTF8.GetBytes("image,caption\na.png,one dog\na.png,two\n"));
        var sound = DataCheck.Run(folder.Root);
        folder.Write("captions.txt", Encoding.UTF8.GetBytes("image,words\na.png,one dog\n"));
        var damaged = DataCheck.Run(folder.Root);

        Assert.Contains(sound.Notes, note => note.English.StartsWith("2 captions in captions.txt, of 2 words at most, 3 different", StringComparison.Ordinal));
        Assert.Contains(sound.Notes, note => note.Spanish.Contains("1 imagen no tiene descripción", StringComparison.Ordinal));
        Assert.Empty(sound.Others);
        Assert.DoesNotContain(damaged.Findings, finding => finding.Kind == FindingKind.Table);
        Assert.Contains("caption", Assert.Single(damaged.Findings, finding => finding.Kind == FindingKind.Captions).Detail.English, StringComparison.Ordinal);
    }
}
