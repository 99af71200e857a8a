using System.Text;
using Adversa.Formats.Pickle;

namespace Adversa.Formats.Tests.Pickle;

public class PickleReaderTests
{
    private static readonly string Root = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../..", "tests", "golden", "pickles"));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Plain_values_come_as_Python_wrote_them(int protocol)
    {
        var dict = (PickleDict)Read(Golden($"plain-{protocol}.pkl"));

        Assert.IsType<PickleNone>(dict.Find("none"));
        Assert.True(((PickleBool)dict.Find("yes")!).Value);
        Assert.False(((PickleBool)dict.Find("no")!).Value);
        Assert.Equal([7, 300, -70_000, 1L << 40], new[] { "small", "word", "negative", "large" }.Select(key => ((PickleInt)dict.Find(key)!).Value));
        Assert.Equal(0.125, ((PickleReal)dict.Find("real")!).Value);
        Assert.Equal("ñ 你好", ((PickleText)dict.Find("text")!).Value);
        Assert.Equal([2, 3], ((PickleList)((PickleList)dict.Find("list")!).Items[1]).Items.Select(item => ((PickleInt)item).Value));
        Assert.Equal(4, ((PickleTuple)dict.Find("tuple")!).Items.Count);
        Assert.Equal([0, 255], ((PickleBytes)dict.Find("bytes")!).Value.ToArray());
        Assert.Equal(3, ((PickleList)dict.Find("empty")!).Items.Count);
        Assert.Null(dict.Find("absent"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Arrays_keep_type_shape_and_bytes(int protocol)
    {
        var dict = (PickleDict)Read(Golden($"arrays-{protocol}.pkl"));
        var (bytes, whole, real) = ((PickleArray)dict.Find("u1")!, (PickleArray)dict.Find("i8")!, (PickleArray)dict.Find("f4")!);

        Assert.Equal(("u1", "i8", "f4"), (bytes.Kind, whole.Kind, real.Kind));
        Assert.Equal([2, 3], bytes.Shape);
        Assert.Equal([0, 1, 2, 3, 4, 5], bytes.Data.ToArray());
        Assert.Equal([-1, 1L << 40], new[] { 0, 8 }.Select(at => BitConverter.ToInt64(whole.Data.Span[at..])));
        Assert.Equal([0.5f, -2], new[] { 0, 4 }.Select(at => BitConverter.ToSingle(real.Data.Span[at..])));
    }

    [Theory]
    [InlineData("\u0080\u0002cos\nsystem\nU\u0004echo\u0085R.", "os.system")]
    [InlineData("\u0080\u0002c__builtin__\neval\nU\u00011\u0085R.", "__builtin__.eval")]
    [InlineData("\u0080\u0004\u008c\u0002os\u008c\u0006system\u0093.", "os.system")]
    [InlineData("\u0080\u0002cbuiltins\ngetattr\n.", "builtins.getattr")]
    [InlineData("\u0080\u0002ccopyreg\n_reconstructor\n.", "copyreg._reconstructor")]
    [InlineData("\u0080\u0002cnumpy\nload\n.", "numpy.load")]
    [InlineData("\u0080\u0002cnumpy\nndarray\n.", "keeps a name")]
    [InlineData("\u0080\u0002cnumpy\nndarray\nK\u0001\u0085R.", "arguments that are not read")]
    [InlineData("\u0080\u0002}}b.", "in a way that is not read")]
    [InlineData("\u0080\u0002i", "0x69")]
    [InlineData("\u0080\u0002\u0082\u0001.", "0x82")]
    [InlineData("\u0080\u0002U\u0003x.", "cut off")]
    [InlineData("\u0080\u0002T\u00ff\u00ff\u00ff\u007fx.", "cut off")]
    [InlineData("\u0080\u0004\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ffx.", "cut off")]
    [InlineData("\u0080\u0002K\u0001.x", "other bytes follow")]
    [InlineData("\u0080\u0002K\u0001K\u0002.", "one value")]
    [InlineData("\u0080\u0002(K\u0001.", "one value")]
    [InlineData("\u0080\u0002a.", "empty stack")]
    [InlineData("\u0080\u0002e.", "mark")]
    [InlineData("\u0080\u0002h\u0005.", "not remembered")]
    [InlineData("\u0080\u0002\u008a\u0009xxxxxxxxx.", "64 bits")]
    [InlineData("\u0080\u0005K\u0001.", "protocol")]
    [InlineData("(lp0\n.", "protocol")]
    [InlineData("", "protocol")]
    public void What_is_no_plain_data_is_refused_by_name(string pickle, string reason)
    {
        var refusal = Assert.Throws<AdversaException>(() => Read(Encoding.Latin1.GetBytes(pickle)));

        Assert.Equal((3041, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_a_full_stack_and_long_texts_are_refused()
    {
        byte[] deep = [0x80, 2, .. Enumerable.Repeat((byte)']', 150), .. Enumerable.Repeat((byte)'a', 149), (byte)'.'];
        byte[] marks = [0x80, 2, .. Enumerable.Repeat((byte)'(', 150), (byte)'.'];
        byte[] full = [0x80, 2, .. Enumerable.Repeat((byte)'N', 1_000_001), (byte)'.'];
        byte[] text = [0x80, 2, (byte)'X', 1, 0, 1, 0, .. new byte[65_537], (byte)'.'];

        foreach (var (pickle, reason) in new[] { (deep, "nested"), (marks, "nested"), (full, "1000000"), (text, "at most 65536 are read; save it again with protocol=4") })
            Assert.Contains(reason, Assert.Throws<AdversaException>(() => Read(pickle)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_shared_again_and_again_costs_no_more_than_its_bytes()
    {
        List<byte> bomb = [0x80, 2, (byte)']', (byte)'q', 0];
        for (byte level = 1; level < 90; level++) bomb.AddRange([(byte)']', (byte)'(', .. Enumerable.Repeat<byte[]>([(byte)'h', (byte)(level - 1)], 10).SelectMany(pair => pair), (byte)'e', (byte)'q', level]);
        bomb.AddRange([(byte)'t', (byte)'.']);

        Assert.Throws<AdversaException>(() => Read([.. bomb]));                       // no mark for the tuple: refused at once, after 10^89 paths that nobody walked
    }

    // A byte of the file makes a value of up to 72, and millions of the same byte take hardly any room in an archive.
    [Fact]
    public void How_many_values_there_may_be_is_bounded_however_few_stand_on_the_stack()
    {
        byte[] million = [(byte)'(', .. Enumerable.Repeat((byte)'N', 900_000), (byte)'e'];
        byte[] file = [0x80, 2, (byte)']', .. Enumerable.Repeat(million, 5).SelectMany(bytes => bytes), (byte)'.'];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("more than 4000000 values", Assert.Throws<AdversaException>(() => Read(file)).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
        Assert.Equal(3_600_000, ((PickleList)Read([.. file[..3], .. Enumerable.Repeat(million, 4).SelectMany(bytes => bytes), (byte)'.'])).Items.Count);
    }

    // numpy.core.multiarray._reconstruct(numpy.ndarray, (0,), b"b"), then BUILD with (1, shape, dtype, False, 8 bytes)
    [Theory]
    [InlineData(true, new[] { 2L, 4 })]
    [InlineData(true, new[] { 1L, 1, 8 })]
    [InlineData(false, new[] { 2L, 5 })]
    [InlineData(false, new[] { 1L << 61 })]                              // times the 8 bytes of an element is 0 in 64 bits
    [InlineData(false, new[] { 1L << 32, 1L << 32, 8 })]
    [InlineData(false, new[] { (1L << 61) + 1 })]                        // and this is 8
    [InlineData(false, new[] { -8L })]
    [InlineData(false, new[] { -2L, -4 })]
    [InlineData(false, new[] { 1L, 1, 1, 1, 1, 1, 1, 1, 8 })]             // nine dimensions
    public void The_bytes_of_an_array_are_as_many_as_its_shape_says(bool isRead, long[] shape)
    {
        foreach (var element in new[] { 1, 8 })
        {
            var file = ArrayOf(element, shape, new byte[8 * element]);
            if (isRead) Assert.Equal(shape, ((PickleArray)Read(file)).Shape);
            else Assert.Contains("in a way that is not read", Assert.Throws<AdversaException>(() => Read(file)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true, new[] { 0L, 3 })]
    [InlineData(true, new[] { 0L })]
    [InlineData(false, new[] { 0L, 1L << 62, 1L << 62 })]
    [InlineData(false, new[] { 1L << 62, 1L << 62, 0 })]
    [InlineData(false, new[] { 0L, 0, 1L << 62, 4 })]
    public void A_side_of_0_excuses_no_product_that_cannot_be_counted(bool isRead, long[] shape)
    {
        var file = ArrayOf(4, shape, []);
        if (isRead) Assert.Equal(shape, ((PickleArray)Read(file)).Shape);
        else Assert.Equal(3041, Assert.Throws<AdversaException>(() => Read(file)).Code);
    }

    [Theory]
    [InlineData("plain-4.pkl")]
    [InlineData("arrays-2.pkl")]
    public void Cut_anywhere_it_is_refused(string name)
    {
        var whole = Golden(name);
        for (var length = 0; length < whole.Length; length++) Assert.Equal(3041, Assert.Throws<AdversaException>(() => Read(whole[..length])).Code);
    }

    [Fact]
    public void Changed_bytes_never_crash_it()
    {
        byte[][] files = [Golden("plain-2.pkl"), Golden("plain-4.pkl"), Golden("arrays-2.pkl"), Golden("arrays-4.pkl")];
        var chance = new Rng(11);
        var read = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var bytes = (byte[])files[i % 4].Clone();
            for (var n = chance.NextInt(3); n >= 0; n--) bytes[chance.NextInt(bytes.Length)] = (byte)chance.NextInt(256);
            try
            {
                Read(bytes);
                read++;
            }
            catch (AdversaException e)
            {
                Assert.Equal(3041, e.Code);
            }
        }

        Assert.InRange(read, 1000, 90_000);
    }

    [Fact]
    public void Real_files_of_others_are_refused_cleanly_or_read_as_data()
    {
        if (Environment.GetEnvironmentVariable("ADVERSA_SHARED") is not { Length: > 0 } shared) Assert.Skip("ADVERSA_SHARED is not set");
        else
            foreach (var path in Directory.GetFiles(Path.Join(shared, "data", "pytorch_checkpoints"), "*", SearchOption.AllDirectories))
                if (Record.Exception(() => Read(File.ReadAllBytes(path))) is { } e) Assert.Equal(3041, Assert.IsType<AdversaException>(e).Code);
    }

    /// <summary>A pickle of one array of unsigned numbers of so many bytes each.</summary>
    private static byte[] ArrayOf(int element, long[] shape, byte[] data)
    {
        byte[] Global(string module, string name) => Encoding.Latin1.GetBytes($"c{module}\n{name}\n");
        byte[] Whole(long number) => [0x8A, 8, .. BitConverter.GetBytes(number)];
        byte[] dtype = [.. Global("numpy", "dtype"), (byte)'U', 2, (byte)'u', (byte)('0' + element), 0x89, 0x88, 0x87, (byte)'R',
            (byte)'(', (byte)'K', 3, (byte)'U', 1, (byte)'<', (byte)'N', (byte)'N', (byte)'N', .. Whole(-1), .. Whole(-1), (byte)'K', 0, (byte)'t', (byte)'b'];
        return [0x80, 2, .. Global("numpy.core.multiarray", "_reconstruct"), .. Global("numpy", "ndarray"), (byte)'K', 0, 0x85, (byte)'U', 1, (byte)'b', 0x87, (byte)'R',
            (byte)'(', (byte)'K', 1, (byte)'(', .. shape.SelectMany(Whole), (byte)'t', .. dtype, 0x89, (byte)'U', (byte)data.Length, .. data, (byte)'t', (byte)'b', (byte)'.'];
    }

    private static PickleValue Read(byte[] bytes) => PickleReader.Read(bytes, "x.pkl", new NumpyGlobals());

    private static byte[] Golden(string name) => File.ReadAllBytes(Path.Join(Root, name));
}
