using System.Text;
using Adversa.Data.Files;
using Adversa.Formats.Arrays;
using Adversa.Formats.Tests;

namespace Adversa.Data.Tests.Files;

public class NpyTests
{
    [Fact]
    public void What_is_written_is_what_NumPy_writes()
    {
        using var stream = new MemoryStream();
        new NpyFile([2, 3], [1f, 2, 3, 4, 5, 6]).Write(stream);

        var text = Encoding.Latin1.GetString(stream.ToArray(), 0, 128);
        Assert.Equal(128 + 24, stream.Length);                   // numpy 1.26 pads the header so that data begin at a multiple of 64
        Assert.StartsWith("\u0093NUMPY\u0001\u0000v\u0000{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }   ", text);
        Assert.EndsWith(" \n", text);
    }

    [Theory]
    [InlineData(NpyType.UInt8)]
    [InlineData(NpyType.Int16)]
    [InlineData(NpyType.Int32)]
    [InlineData(NpyType.Int64)]
    [InlineData(NpyType.Float32)]
    [InlineData(NpyType.Float64)]
    public void Every_type_and_shape_round_trips(NpyType type)
    {
        foreach (var shape in new int[][] { [], [6], [2, 3], [1, 2, 3], [0, 4] })
        {
            var data = Enumerable.Range(1, shape.Aggregate(1, (a, b) => a * b) * NpyFile.SizeOf(type)).Select(i => (byte)i).ToArray();
            using var stream = new MemoryStream();
            new NpyFile(type, shape, data).Write(stream);
            var read = NpyFile.Parse(stream.ToArray(), "x.npy");

            Assert.Equal(type, read.Type);
            Assert.Equal(shape, read.Shape);
            Assert.Equal(data, read.Data);
        }
    }

    [Theory]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "|O")]
    [InlineData("{'descr': '>f4', 'fortran_order': False, 'shape': (1,), }", ">f4")]
    [InlineData("{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }", "<c8")]
    [InlineData("{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1,), }", "x")]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (1, 1), }", "Fortran")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", "needs 8 bytes")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647), }", "more than")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 0), }", "too large")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", "dictionary")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (__import__('os').system('x'),), }", "dictionary")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'shape': (1,), }", "twice")]
    [InlineData("{'descr': '<f4', 'shape': (1,), }", "dictionary")]
    [InlineData("", "dictionary")]
    public void Strange_headers_are_refused_with_the_reason(string header, string reason)
    {
        byte[] file = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), 0, 0, 0, 0];

        var refusal = Assert.Throws<AdversaException>(() => NpyFile.Parse(file, "x.npy"));

        Assert.Equal((3003, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains("x.npy", refusal.Message);
        Assert.Contains(reason, refusal.Message);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        using var stream = new MemoryStream();
        new NpyFile([2, 3], [1f, 2, 3, 4, 5, 6]).Write(stream);
        for (var length = 0; length < stream.Length; length++)
            Assert.Equal(3003, Assert.Throws<AdversaException>(() => NpyFile.Parse(stream.ToArray().AsSpan(0, length), "x.npy")).Code);
    }

    [Fact]
    public void Channels_last_becomes_channels_first()
    {
        var source = Source(new NpyFile(NpyType.UInt8, [1, 2, 2, 3], [.. Enumerable.Range(0, 12).Select(i => (byte)i)]));

        Assert.Equal(new SampleSchema(FieldKind.Image, 3, 2, 2), source.Schema);
        Assert.Equal(new[] { 0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11 }.Select(b => (float)(b / 127.5 - 1)), Sample(source, 0));
    }

    [Fact]
    public void Channels_first_stays()
    {
        var source = Source(new NpyFile(NpyType.UInt8, [1, 3, 2, 2], [.. Enumerable.Range(0, 12).Select(i => (byte)i)]));

        Assert.Equal(Enumerable.Range(0, 12).Select(b => (float)(b / 127.5 - 1)), Sample(source, 0));
    }

    [Theory]
    [InlineData(0f, 1f, -1f, 1f)]
    [InlineData(-1f, 0.5f, -1f, 0.5f)]
    [InlineData(0f, 255f, -1f, 1f)]
    public void The_range_of_real_pictures_is_found(float low, float high, float expectedLow, float expectedHigh) =>
        Assert.Equal([expectedLow, expectedHigh], Sample(Source(new NpyFile([1, 1, 2], [low, high])), 0));

    [Fact]
    public void Points_keep_their_units() => Assert.Equal([30f, -40f], Sample(Source(new NpyFile([2, 2], [1f, 2, 30, -40])), 1));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(300f)]
    [InlineData(-2f)]
    public void Numbers_that_are_no_picture_are_refused(float value) =>
        Assert.Equal(3003, Assert.Throws<AdversaException>(() => Source(new NpyFile([1, 1, 2], [0f, value]))).Code);

    [Fact]
    public void No_sample_at_all_is_refused() =>
        Assert.Equal(3006, Assert.Throws<AdversaException>(() => Source(new NpyFile(NpyType.UInt8, [0, 28, 28], []))).Code);

    private static NpySource Source(NpyFile file)
    {
        using var folder = new TemporaryFolder();
        using (var stream = File.Create(folder["x.npy"])) file.Write(stream);
        return NpySource.Open(folder["x.npy"]);
    }

    private static float[] Sample(NpySource source, long index)
    {
        var values = new float[source.Schema.Values];
        source.Read(index, values, out _);
        return values;
    }

    // A side of 0 once excused every other: the product then overflowed, as a bug of ours.
    [Theory]
    [InlineData("0, 2147483647, 2147483647, 2147483647")]
    [InlineData("2147483647, 2147483647, 2147483647, 0")]
    public void No_side_of_nothing_excuses_a_shape_that_cannot_be_counted(string shape)
    {
        var header = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({shape}), }}\n";
        byte[] file = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(header)];

        Assert.Contains("needs more than", Assert.Throws<AdversaException>(() => NpyFile.Parse(file, "x.npy")).Message, StringComparison.Ordinal);
    }
}
