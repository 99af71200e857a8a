using System.Diagnostics;
using Adversa.Data.Files;
using Adversa.Data.Tests;
using Adversa.Data.Tests.Trees;
using Adversa.DataTools.Checking;
using Adversa.Formats.Arrays;
using Adversa.Formats.Tests;

namespace Adversa.DataTools.Tests;

/// <summary>What a tree leaves out is counted and named by everything that opens data; what is no data says what it is and what to do.</summary>
public class LeftOutTests
{
    private static readonly byte[] Png = TemporaryFolder.Png(24, 10);

    [Fact]
    public void Links_are_counted_and_named_in_folder_zip_and_tar()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("p/a.png", 24, 10);
        File.CreateSymbolicLink(folder["p/cat.png"], folder["p/a.png"]);
        File.CreateSymbolicLink(folder["p/more"], folder.Root);
        var zip = folder.Write("x.zip", new ZipBuilder().Add("a.png", Png).Add("cat.png", "a.png"u8.ToArray(), mode: 0xA1FF).Add("more", "b"u8.ToArray(), mode: 0xA1FF).Build());
        var tar = folder.Write("x.tar", new TarBuilder().Add("a.png", Png).Add("cat.png", [], '2', "a.png").Add("more", [], '1', "a.png").Build());
        foreach (var path in new[] { folder["p"], zip, tar })
        {
            using var source = PictureSource.Open(path);

            Assert.Contains("Links are not followed: 2 left out, such as cat.png", Assert.Single(source.Notes).English, StringComparison.Ordinal);
            Assert.Equal("samples=1 bad=0 skipped=2", source.Report.ToString());
            Assert.Contains(DataCheck.Run(path).Notes, note => note.English.Contains("Links are not followed", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_folder_of_nothing_but_links_says_so()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("a.png", 24, 10);
        Directory.CreateDirectory(folder["p"]);
        File.CreateSymbolicLink(folder["p/1.png"], folder["a.png"]);

        Assert.Contains("Links are not followed: 1 left out, such as 1.png", Refusal(folder["p"], 3006), StringComparison.Ordinal);
        Assert.Contains("Links are not followed", Assert.Throws<AdversaException>(() => DataCheck.Run(folder["p"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_MNIST_that_are_linked_into_a_folder_are_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("there/train-images-idx3-ubyte", TemporaryFolder.Idx(5, 2, 3));
        Directory.CreateDirectory(folder["m"]);
        File.CreateSymbolicLink(folder["m/train-images-idx3-ubyte"], folder["there/train-images-idx3-ubyte"]);

        Assert.Equal(5, Known.Open(folder["m"]).Count);
    }

    [Theory]
    [InlineData("@eaDir")]
    [InlineData("#recycle")]
    [InlineData("$RECYCLE.BIN")]
    [InlineData("lost+found")]
    public void What_a_system_keeps_for_itself_is_left_out_with_a_count(string name)
    {
        using var folder = new TemporaryFolder();
        string[] files = ["cat/1.png", $"cat/{name}/1.png/SYNOPHOTO_THUMB_M.jpg", "dog/2.png", $"dog/{name}/2.png/x.jpg", $"dog/{name}/3.png/x.jpg"];
        var (zip, tar) = (new ZipBuilder(), new TarBuilder());
        foreach (var file in files)
        {
            folder.Write($"p/{file}", Png);
            zip.Add(file, Png);
            tar.Add(file, Png);
        }

        foreach (var path in new[] { folder["p"], folder.Write("x.zip", zip.Build()), folder.Write("x.tar", tar.Build()) })
        {
            using var source = PictureSource.Open(path);

            Assert.Equal("samples=2 bad=0 skipped=2", source.Report.ToString());
            Assert.Equal(["cat", "dog"], source.ClassNames);
            Assert.Contains($"Folders that a system keeps for itself: 2 left out, such as cat/{name}.", Assert.Single(source.Notes).English, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Signs_of_desktops_are_no_classes_and_no_pictures()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "cat/1.png", "dog/2.png", ".thumbnails/1.png", "__MACOSX/cat/._1.png", "cat/._1.png" }) folder.Write(file, Png);
        foreach (var file in new[] { "Thumbs.db", ".DS_Store", "cat/Thumbs.db", "cat/desktop.ini" }) folder.Write(file, [1, 2, 3]);
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal((2, "cat dog"), (source.Count, string.Join(' ', source.ClassNames)));
    }

    [Fact]
    public void Names_that_are_not_UTF_8_are_counted_and_named_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        folder.WritePng("a.png", 24, 10);
        Shell("cp a.png $'ma\\xf1ana.png' && mkdir $'ni\\xf1o' && cp a.png $'ni\\xf1o/b.png'", folder);
        using var source = PictureSource.Open(folder.Root);
        Shell("rm -r ma*.png ni*", folder);                          // the platform cannot remove them
        var note = Assert.Single(source.Notes).English;

        Assert.Equal("samples=1 bad=0 skipped=2", source.Report.ToString());
        Assert.Contains("Names that are not UTF-8 cannot be opened: 2 left out", note, StringComparison.Ordinal);
        Assert.Contains("convmv", note, StringComparison.Ordinal);
    }

    private static void Shell(string line, TemporaryFolder folder)
    {
        using var shell = Process.Start("bash", ["-c", $"cd \"$0\" && {line}", folder.Root]);
        shell.WaitForExit();
    }

    [Fact]
    public void A_folder_of_archives_or_arrays_says_which_can_be_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("p/b.zip", [1]);
        folder.Write("p/a.tar.gz", [1]);
        folder.Write("q/a.tar.bz2", [1]);
        folder.Write("q/b.7z", [1]);
        var zip = folder.Write("x.zip", new ZipBuilder().Add("in/a.zip", [1]).Build());

        Assert.Contains($"a.tar.gz, b.zip. Name it: --data {folder["p/a.tar.gz"]}.", Refusal(folder["p"], 3006), StringComparison.Ordinal);
        Assert.Contains("It holds archives: a.tar.bz2, b.7z. Unpack them first", Refusal(folder["q"], 3006), StringComparison.Ordinal);
        Assert.Contains("It holds archives: a.zip. Unpack them first", Refusal(zip, 3006), StringComparison.Ordinal);
        Assert.Contains("a.tar.gz, b.zip. Name it", Assert.Throws<AdversaException>(() => DataCheck.Run(folder["p"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BZh91AY", "is a bzip2 archive")]
    [InlineData("\u00FD7zXZ", "is an xz archive")]
    [InlineData("Rar!\u001A", "is a rar archive")]
    [InlineData("7z\u00BC\u00AF", "is a 7z archive")]
    public void Archives_that_are_not_read_are_named_as_what_they_are(string begins, string message)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("x", [.. System.Text.Encoding.Latin1.GetBytes(begins), .. new byte[600]]);

        Assert.Contains(message, Refusal(path, 3030), StringComparison.Ordinal);
        Assert.Contains(message, Assert.Throws<AdversaException>(() => Known.Open($"folder:{path}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_packed_in_gzip_alone_is_named_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        using var npy = new MemoryStream();
        new NpyFile([2, 4, 4], new float[32]).Write(npy);

        Assert.Contains("is a npy array in gzip", Refusal(folder.Write("x.npy.gz", TemporaryFolder.Gzipped(npy.ToArray())), 3030), StringComparison.Ordinal);
        Assert.Contains("gunzip", Refusal(folder.Write("x.png.gz", TemporaryFolder.Gzipped(Png)), 3030), StringComparison.Ordinal);
        Assert.Contains("is of no kind that is read", Refusal(folder.Write("mnist.pkl.gz", TemporaryFolder.Gzipped("\u0080\u0005 a pickle"u8.ToArray())), 3001), StringComparison.Ordinal);
        Assert.Contains("a zip archive or npz", Refusal(folder.Write("x.zip.gz", TemporaryFolder.Gzipped(new ZipBuilder().Add("a.png", Png).Build())), 3030), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32, 32, 3, "3 channels")]
    [InlineData(64, 48, 4, "4 channels")]
    [InlineData(28, 28, 1, "1 channel;")]
    public void One_picture_in_an_array_is_not_many_narrow_ones(int height, int width, int channels, string words)
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder["x.npy"])) new NpyFile([height, width, channels], new float[height * width * channels]).Write(file);

        Assert.Contains($"looks like one picture of {height}x{width} with {words}", Refusal(folder["x.npy"], 3003), StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_counts_the_classes_of_both_parts_together()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "set/train/cat/1.png", "set/train/dog/2.png", "set/test/cat/3.png", "set/test/dog/4.png", "set/notes.txt" }) folder.Write(file, TemporaryFolder.Png(40, (byte)(file.Length * 3)));
        var report = DataCheck.Run(folder.Root);

        Assert.True(report.FoldersAreClasses);
        Assert.Equal([("cat", 2), ("dog", 2)], report.Folders.Select(f => (f.Name, f.Count)));
        Assert.Contains("learned from: set/train/ (2) · test part: set/test/ (2)", report.Notes.Select(note => note.English));
    }

    private static string Refusal(string path, int code)
    {
        var refusal = Assert.Throws<AdversaException>(() => Known.Open(path));
        Assert.Equal((code, ExitCode.Data), (refusal.Code, refusal.Exit));
        return refusal.Message;
    }
}
