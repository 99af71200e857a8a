using System.Text;
using Adversa.Data.Files;
using Adversa.Formats.Tests;
using Adversa.Formats.Trees;

namespace Adversa.Data.Tests.Trees;

/// <summary>Archives that mean harm, beside honest ones that must still be read.</summary>
public class HostileArchiveTests
{
    private static readonly byte[] Png = TemporaryFolder.Png(8, 1);

    private static readonly string[] BadNames = ["", "/etc/passwd", "../up.png", "a/../../b.png", "a//b.png", "./a/./b.png", "C:/x.png", "c:x.png", @"a\b.png", @"\\server\share", "a/..", "x\0y",
        new string('n', 256) + ".png", string.Join('/', Enumerable.Repeat("d", 34)), string.Join('/', Enumerable.Repeat(new string('p', 100), 11))];

    public static TheoryData<string> Names() => [.. BadNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_that_leads_out_or_means_two_things_refuses_a_zip(string name) => AssertRefused(new ZipBuilder().Add("good.png", Png).Add(name, Png).Build());

    [Theory]
    [MemberData(nameof(Names))]
    public void And_a_tar_whether_short_or_by_pax(string name)
    {
        if (name.Length is > 0 and <= 100 && !name.Contains('\0', StringComparison.Ordinal) && name != "./a/./b.png") AssertRefused(new TarBuilder().Add(name, Png).Build());
        if (!name.Contains('\0', StringComparison.Ordinal) && name.Length > 0) AssertRefused(new TarBuilder().Pax("path", name).Add("short.png", Png).Build());
    }

    [Fact]
    public void A_zip_that_contradicts_itself_is_refused()
    {
        var bomb = new byte[11_000_000];
        foreach (var (what, archive) in new Dictionary<string, byte[]>
        {
            ["two of one name"] = new ZipBuilder().Add("a.png", Png).Add("a.png", Png).Build(),
            ["two but for case"] = new ZipBuilder().Add("a.png", Png).Add("A.PNG", Png).Build(),
            ["a file and a folder"] = new ZipBuilder().Add("a", Png).Add("a/b.png", Png).Build(),
            ["local length"] = new ZipBuilder().Add("a.png", Png, localLength: 5).Build(),
            ["local name"] = new ZipBuilder().Add("a.png", Png, localName: "b.png").Build(),
            ["encrypted"] = new ZipBuilder().Add("a.png", Png, flags: 0x801).Build(),
            ["unknown method"] = new ZipBuilder().Add("a.png", Png, method: 12).Build(),
            ["overlap"] = new ZipBuilder().Add("a.png", Png).Add("b.png", Png, headerAt: 0).Build(),
            ["a link out"] = new ZipBuilder().Add("l", Encoding.UTF8.GetBytes("../../etc/passwd"), mode: 0xA1FF).Build(),
            ["a pipe"] = new ZipBuilder().Add("p", [], deflate: false, mode: 0x11A4).Build(),
            ["a device"] = new ZipBuilder().Add("d", [], deflate: false, mode: 0x21A4).Build(),
            ["bytes behind it"] = [.. new ZipBuilder().Add("a.png", Png).Build(), 1, 2, 3],
        })
            AssertRefused(archive, what);
        Assert.Equal(3031, Assert.Throws<AdversaException>(() => Open(new ZipBuilder().Add("bomb.png", bomb).Build())).Code);
    }

    [Fact]
    public void A_tar_that_contradicts_itself_is_refused()
    {
        foreach (var (what, archive) in new Dictionary<string, byte[]>
        {
            ["two of one name"] = new TarBuilder().Add("a.png", Png).Add("a.png", Png).Build(),
            ["two but for case"] = new TarBuilder().Add("a.png", Png).Add("A.png", Png).Build(),
            ["a file and a folder"] = new TarBuilder().Add("a", Png).Add("a/b.png", Png).Build(),
            ["a link out"] = new TarBuilder().Add("l", [], '2', "/etc/passwd").Build(),
            ["a hard link out"] = new TarBuilder().Add("l", [], '1', "../x").Build(),
            ["a pipe"] = new TarBuilder().Add("p", [], '6').Build(),
            ["a device"] = new TarBuilder().Add("d", [], '3').Build(),
            ["a sparse file"] = new TarBuilder().Add("s", [], 'S').Build(),
            ["a wrong sum"] = new TarBuilder().Add("a.png", Png).Add("b.png", Png, breakSum: true).Build(),
            ["a negative size"] = new TarBuilder().Add("a.png", Png, rawSize: [0xFF, .. Enumerable.Repeat((byte)0xFF, 11)]).Build(),
            ["an absurd size"] = new TarBuilder().Add("a.png", Png, rawSize: [0x80, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]).Build(),
            ["bytes behind it"] = [.. new TarBuilder().Add("a.png", Png).Build(), .. new byte[512], 1],
        })
            AssertRefused(archive, what);
        Assert.Equal(3031, Assert.Throws<AdversaException>(() => Open(new TarBuilder().Add("x", new byte[1_000_001], 'x').Add("a.png", Png).Build())).Code);
    }

    [Fact]
    public void Cut_anywhere_an_archive_is_refused_and_never_read_wrongly()
    {
        foreach (var whole in new[]
        {
            new ZipBuilder().Add("a.png", Png).Add("b/c.png", Png, descriptor: true).Build(),
            new TarBuilder().Add("a.png", Png).Pax("path", "b/c.png").Add("x", Png).Build(),
            TemporaryFolder.Gzipped(new TarBuilder().Add("a.png", Png).Add("b/c.png", Png).Build()),
        })
        {
            Assert.Equal(["a.png", "b/c.png"], Open(whole));
            for (var length = 0; length < whole.Length; length++)
            {
                var refusal = Assert.Throws<AdversaException>(() => Open(whole[..length]));
                Assert.Equal(ExitCode.Data, refusal.Exit);
            }
        }
    }

    [Fact]
    public void A_wrong_sum_is_one_bad_sample_and_not_the_whole_archive()
    {
        using var folder = new TemporaryFolder();
        using var tree = FileTree.Open(folder.Write("x.zip", new ZipBuilder().Add("a.png", Png, crc: 7).Add("b.png", Png).Build()));

        Assert.Contains("checksum", Assert.Throws<AdversaException>(() => tree.Read(tree.Files[0], 10_000)).Message, StringComparison.Ordinal);
        Assert.Equal(Png, tree.Read(tree.Files[1], 10_000));
    }

    [Fact]
    public void An_entry_that_unpacks_to_more_than_it_says_is_bad()
    {
        using var folder = new TemporaryFolder();
        using var tree = FileTree.Open(folder.Write("x.zip", new ZipBuilder().Add("a.png", new byte[5000], length: 100).Build()));

        Assert.Equal(3004, Assert.Throws<AdversaException>(() => tree.Read(tree.Files[0], 10_000)).Code);
    }

    [Fact]
    public void Honest_archives_of_every_kind_hold_the_same_files_in_the_same_order()
    {
        string[] names = ["a.png", "b/c.png", "ñ/你好 🐶.png", "line\nend.png", "z-.png"];
        using var folder = new TemporaryFolder();
        foreach (var name in names) folder.Write($"f/{name}", [.. Png, (byte)name.Length]);
        var (zip, tar) = (new ZipBuilder().Add(".hidden/x.png", Png).Add("__MACOSX/a.png", Png), new TarBuilder().Add("./", [], '5').Add("link", [], '2', "a.png"));
        foreach (var name in names)
        {
            zip.Add(name, [.. Png, (byte)name.Length], deflate: name.Length > 5, descriptor: name[0] == 'z');
            tar.Pax("path", name).Add("short", [.. Png, (byte)name.Length]);
        }

        folder.Write("x.zip", zip.Build());
        folder.Write("x.tar", tar.Build());
        folder.Write("x.tgz", TemporaryFolder.Gzipped(tar.Build()));
        var order = names.OrderBy(name => name, NameOrder.Instance).ToList();
        Assert.Equal(["a.png", "b/c.png", "line\nend.png", "z-.png", "ñ/你好 🐶.png"], order);
        foreach (var path in new[] { "f", "x.zip", "x.tar", "x.tgz" })
        {
            using var tree = FileTree.Open(folder[path]);
            Assert.Equal(order, tree.Files.Select(file => file.Name));
            foreach (var file in tree.Files)
            {
                Assert.Equal([.. Png, (byte)file.Name.Length], tree.Read(file, 10_000));
                Assert.Equal(Png[..16], tree.Head(file, 16));
            }
        }
    }

    [Fact]
    public void Changed_bytes_never_crash_a_reader()
    {
        using var folder = new TemporaryFolder();
        byte[][] archives = [new ZipBuilder().Add("a.png", Png).Add("b/c.png", Png, descriptor: true).Build(), new TarBuilder().Add("a.png", Png).Pax("path", "b/c.png").Add("x", Png).Build()];
        var chance = new Rng(5);
        for (var i = 0; i < 6000; i++)
        {
            var bytes = (byte[])archives[i % 2].Clone();
            for (var n = chance.NextInt(4); n >= 0; n--) bytes[chance.NextInt(bytes.Length)] = (byte)chance.NextInt(256);
            try
            {
                using var tree = FileTree.Open(folder.Write("x", bytes));
                foreach (var file in tree.Files) tree.Read(file, 100_000);
            }
            catch (AdversaException e)
            {
                Assert.True(e.Exit is ExitCode.Data, e.Message);
            }
        }
    }

    [Fact]
    public void Nothing_is_ever_written_beside_an_archive_and_a_damaged_gzip_leaves_no_cache()
    {
        using var folder = new TemporaryFolder();
        var packed = TemporaryFolder.Gzipped(new TarBuilder().Add("a.png", Png).Build());
        packed[^6] ^= 1;                                                                    // the sum at the end
        var path = folder.Write("in/x.tar.gz", packed);

        Assert.Equal(3030, Assert.Throws<AdversaException>(() => TarGz.Open(path, folder["cache"])).Code);
        Assert.Equal(["x.tar.gz"], Directory.GetFileSystemEntries(folder["in"]).Select(Path.GetFileName));
        Assert.Empty(Directory.GetFiles(folder["cache"], "*", SearchOption.AllDirectories));
    }

    // 3 MB free gave "unpacks to more than -996854272 bytes" and blamed the archive.
    [Theory]
    [InlineData(3_145_728)]
    [InlineData(0)]
    [InlineData(1_000_000_400)]                  // room for the packed file, not for what comes out
    public void A_cache_without_room_is_the_disks_fault_and_is_named(long free)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("in/x.tar.gz", TemporaryFolder.Gzipped(new TarBuilder().Add("a.png", Png).Build()));

        var refusal = Assert.Throws<AdversaException>(() => TarGz.Open(path, folder["cache"], free));

        Assert.Equal((5009, ExitCode.Resource), (refusal.Code, refusal.Exit));
        Assert.Contains($"for which {folder["cache"]}/archives has no room: {free >> 20} MB are free there", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ADVERSA_CACHE", refusal.Text.Spanish, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder["cache"], "*", SearchOption.AllDirectories));
        TarGz.Open(path, folder["cache"], 2_000_000_000).Dispose();
    }

    [Fact]
    public void Train_and_test_folders_in_an_archive_are_the_two_parts()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("x.zip", new ZipBuilder().Add("set/train/cat/1.png", Png).Add("set/train/dog/2.png", Png).Add("set/val/cat/3.png", Png).Add("set/val/dog/4.png", Png).Build());
        using var train = PictureSource.Open(path);
        using var test = PictureSource.Open(path, new(Split: Split.Test));

        Assert.Equal(["cat", "dog"], train.ClassNames);
        Assert.Equal(["cat/1.png", "dog/2.png"], Enumerable.Range(0, 2).Select(i => train.NameOf(i)));
        Assert.Equal(["cat/3.png", "dog/4.png"], Enumerable.Range(0, 2).Select(i => test.NameOf(i)));
    }

    [Theory]
    [InlineData("pokemon_unown/unown.zip", 28)]
    [InlineData("pokemon_sprites/pokemon_sprites.zip", 717)]
    [InlineData("orl_faces/orl_faces.zip", 240)]
    [InlineData("cifar10_jpg/cifar10_jpg_train.tar.gz", 10_000)]
    [InlineData("paired_outline/paired_outline.zip", 60)]
    public void Real_archives_are_read_whole(string name, int count)
    {
        if (Environment.GetEnvironmentVariable("ADVERSA_SHARED") is not { Length: > 0 } shared) Assert.Skip("ADVERSA_SHARED is not set");
        else
        {
            using var source = PictureSource.Open(Path.Join(shared, "data", name));
            var sample = new float[source.Schema.Values];
            for (var i = 0; i < source.Count; i += 97) source.Read(i, sample, out _);
            Assert.Equal(count, source.Count);
        }
    }

    private static List<string> Open(byte[] archive)
    {
        using var folder = new TemporaryFolder();
        using var tree = FileTree.Open(folder.Write("x", archive));
        return [.. tree.Files.Select(file => file.Name)];
    }

    private static void AssertRefused(byte[] archive, string what = "")
    {
        var refusal = Record.Exception(() => Open(archive)) as AdversaException;
        Assert.True(refusal is { Code: 3030 or 3031, Exit: ExitCode.Data }, $"{what}: {refusal?.Message ?? "read"}");
    }
}
