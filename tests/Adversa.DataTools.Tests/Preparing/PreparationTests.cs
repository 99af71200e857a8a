using Adversa.Data;
using Adversa.Data.Packed;
using Adversa.Data.Tests;
using Adversa.DataTools.Preparing;
using Adversa.Formats.Tests;
using Adversa.Worlds.Digits;

namespace Adversa.DataTools.Tests.Preparing;

public class PreparationTests
{
    [Fact]
    public void Damaged_files_at_known_places_are_named_and_nothing_else_is_lost()
    {
        using var folder = new TemporaryFolder();
        int[] damaged = [0, 1, 57, 58, 199];
        for (var i = 0; i < 200; i++) folder.WritePng($"p/{i:D3}.png", 16, (byte)i);
        foreach (var i in damaged) Break(folder, $"p/{i:D3}.png");
        folder.Write("p/notes.txt", "text"u8.ToArray());
        using var source = Disposing(Known.Open(folder["p"], new(16)));
        var result = Preparation.Run(source.Source, folder["out"], new(Workers: 3));
        using var packed = PackedSource.Open(folder["out"]);

        Assert.Equal("samples=195 bad=5 skipped=1", result.Report.ToString());
        Assert.Equal(damaged.Select(i => $"{i:D3}.png"), result.Report.Bad.Select(b => b.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(0, 200).Except(damaged).Select(i => $"{i:D3}.png"), Enumerable.Range(0, 195).Select(i => packed.NameOf(i)));
        var values = new float[256];
        for (var i = 0; i < 195; i++)
        {
            packed.Read(i, values, out _);
            var level = int.Parse(packed.NameOf(i)[..3], System.Globalization.CultureInfo.InvariantCulture);
            for (var x = 0; x < 16; x++) Assert.Equal((float)(((level + x) & 255) / 127.5 - 1), values[x]);
        }
    }

    [Fact]
    public void A_damaged_mask_leaves_its_picture_out_as_a_damaged_picture_does()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 20; i++) foreach (var side in new[] { "", "m" }) folder.WritePng($"p/{side}{i:D2}.png", 16, (byte)(12 * i));
        folder.Write("p/metadata.csv", System.Text.Encoding.UTF8.GetBytes("file_name,mask\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{i:D2}.png,m{i:D2}.png\n"))));
        Break(folder, "p/m07.png");
        using var source = Disposing(Known.Open(folder["p"], new(16)));
        var result = Preparation.Run(source.Source, folder["out"], new(Workers: 2));
        using var packed = PackedSource.Open(folder["out"]);

        Assert.Equal("07.png", Assert.Single(result.Report.Bad).Name);
        Assert.Contains("m07.png", result.Report.Bad[0].Reason.English, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 20).Where(i => i != 7).Select(i => $"{i:D2}.png"), Enumerable.Range(0, 19).Select(i => packed.NameOf(i)));
        var (one, other) = (new Batch(packed.Schema, 1), new Batch(packed.Schema, 1));
        packed.Read(10, one.Row(0));
        source.Source.Read(11, other.Row(0));
        Assert.Equal(other.Bytes(Field.Mask), one.Bytes(Field.Mask));
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_workers_and_the_same_set_is_not_packed_twice()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 60; i++) folder.WritePng($"p/{i % 3}/{i:D3}.png", 64, (byte)i, channels: 3);
        Break(folder, "p/1/001.png");
        foreach (var workers in new[] { 1, 4 })
        {
            using var source = Disposing(Known.Open(folder["p"], new(512)));      // 21 pictures in a chunk
            Assert.False(Preparation.Run(source.Source, folder[$"out{workers}"], new(workers)).WasThere);
            Assert.True(Preparation.Run(source.Source, folder[$"out{workers}"], new(workers)).WasThere);
        }

        Assert.Equal(File.ReadAllBytes(folder["out1"]), File.ReadAllBytes(folder["out4"]));
        Assert.False(Directory.Exists(folder["out1.partial"]));
        using var packed = PackedSource.Open(folder["out1"]);
        Assert.Equal(["0", "1", "2"], packed.ClassNames);
        packed.Read(58, new float[3 * 512 * 512], out var label);
        Assert.Equal(2, label);                                                      // 0/000 ... 2/059 in order of their names
    }

    [Fact]
    public void A_cancelled_packing_goes_on_where_it_was_and_ends_in_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 70; i++) folder.WritePng($"p/{i:D3}.png", 32, (byte)i);
        using var source = Disposing(Known.Open(folder["p"], new(512, Channels: 3)));
        Preparation.Run(source.Source, folder["straight"], new(1));
        using var cancel = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => Preparation.Run(source.Source, folder["cut"], new(1), at =>
        {
            if (at.Done >= 21) cancel.Cancel();
        }, cancel.Token));
        Assert.False(File.Exists(folder["cut"]));
        var result = Preparation.Run(source.Source, folder["cut"], new(2));

        Assert.InRange(result.Resumed, 21, 69);
        Assert.Equal(File.ReadAllBytes(folder["straight"]), File.ReadAllBytes(folder["cut"]));
    }

    [Fact]
    public void A_chunk_that_was_damaged_between_is_made_again()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 50; i++) folder.WritePng($"p/{i:D3}.png", 32, (byte)i);
        using var source = Disposing(Known.Open(folder["p"], new(512, Channels: 3)));
        Preparation.Run(source.Source, folder["straight"], new(1));
        using var cancel = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Preparation.Run(source.Source, folder["cut"], new(1), _ => cancel.Cancel(), cancel.Token));
        var chunk = Assert.Single(Directory.GetFiles(folder["cut.partial"], "chunk-*"));
        var bytes = File.ReadAllBytes(chunk);
        bytes[^100] ^= 1;
        File.WriteAllBytes(chunk, bytes);

        Assert.Equal(0, Preparation.Run(source.Source, folder["cut"], new(1)).Resumed);
        Assert.Equal(File.ReadAllBytes(folder["straight"]), File.ReadAllBytes(folder["cut"]));
    }

    [Fact]
    public void More_bad_ones_than_allowed_are_refused_and_leave_nothing()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 100; i++) folder.WritePng($"p/{i:D3}.png", 16, (byte)i);
        for (var i = 0; i < 9; i++) Break(folder, $"p/{10 * i + 3:D3}.png");
        using var source = Disposing(Known.Open(folder["p"], new(16)));

        var refusal = Assert.Throws<AdversaException>(() => Preparation.Run(source.Source, folder["out"], new(2, MostBad: 0.08)));

        Assert.Equal((3005, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Equal(["p"], Directory.GetFileSystemEntries(folder.Root).Select(Path.GetFileName));
        Assert.Equal(91, Preparation.Run(source.Source, folder["out"], new(2, MostBad: 0.09)).Report.Samples);
    }

    [Fact]
    public void What_is_in_the_way_stays_and_is_named()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 4; i++) folder.WritePng($"p/{i}.png", 16, (byte)i);
        using var source = Disposing(Known.Open(folder["p"], new(16)));
        folder.Write("mine", "text"u8.ToArray());
        folder.Write("other.partial/mine", "text"u8.ToArray());

        Assert.Equal(2047, Assert.Throws<AdversaException>(() => Preparation.Run(source.Source, folder["mine"], new())).Code);
        Assert.Equal("text", File.ReadAllText(folder["mine"]));
        Assert.Equal(3051, Assert.Throws<AdversaException>(() => Preparation.Run(source.Source, folder["other"], new())).Code);
        Assert.Equal(2047, Assert.Throws<AdversaException>(() => Preparation.Run(source.Source, folder["p"], new())).Code);
        Assert.Equal(2048, Assert.Throws<AdversaException>(() => Preparation.Run(new DigitsWorld(), folder["w"], new())).Code);
        Assert.Equal(4, Preparation.Run(source.Source, folder["mine"], new(Replace: true)).Report.Samples);
    }

    [Fact]
    public void Two_packings_to_one_target_exclude_each_other()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 4; i++) folder.WritePng($"p/{i}.png", 16, (byte)i);
        using var source = Disposing(Known.Open(folder["p"], new(16)));
        using (Staging.Open(folder["out"], "another"))
            Assert.Equal((7001, ExitCode.Locked), Assert.Throws<AdversaException>(() => Preparation.Run(source.Source, folder["out"], new())) is var e ? (e.Code, e.Exit) : default);

        Assert.Equal(4, Preparation.Run(source.Source, folder["out"], new()).Report.Samples);
    }

    /// <summary>Flips one bit of the pixel data.</summary>
    private static void Break(TemporaryFolder folder, string name)
    {
        var bytes = File.ReadAllBytes(folder[name]);
        bytes[^20] ^= 1;
        File.WriteAllBytes(folder[name], bytes);
    }

    private static Owned Disposing(ISampleSource source) => new(source);

    private sealed record Owned(ISampleSource Source) : IDisposable
    {
        public void Dispose() => (Source as IDisposable)?.Dispose();
    }
}
