using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Adversa.Formats.Disk;
using Adversa.Torch.Disk;

namespace Adversa.Torch.Tests.Disk;

public sealed class SafeTensorsTests
{
    private const string One = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

    public static TheoryData<string, int, string> Damaged => new()
    {
        { "{}", 1, "cover 0 bytes of data, the file has 1" },
        { "[1]", 0, "does not begin with {" },
        { " {}", 0, "does not begin with {" },
        { "{" + One, 8, "Expected" },
        { "{" + One + "}x", 8, "x" },
        { "{" + One + ",}", 8, "trailing comma" },
        { "{/**/" + One + "}", 8, "invalid" },
        { "{" + One + "," + One + "}", 8, "Duplicate" },
        { "{" + One + ",\"\\u0061\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}", 16, "Duplicate" },
        { "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "Duplicate" },
        { "{\"a\":{\"dtype\":\"F31\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "a has the unknown dtype F31" },
        { "{\"a\":{\"dtype\":\"f32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "a has the unknown dtype f32" },
        { "{\"a\":{\"dtype\":6,\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "a needs a member dtype that is String" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,8]}}", 8, "a needs a member shape that is Array" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"offsets\":[0,8]}}", 8, "a needs a member data_offsets that is Array" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"x\":1}}", 8, "a must have dtype, shape and data_offsets, and nothing else" },
        { "{\"a\":[1]}", 8, "a is Array and must be an object" },
        { "{\"a\":null}", 0, "a is Null and must be an object" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", 8, "a has the shape [-2]" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}}", 8, "a holds 2.5 where a whole number is expected" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"2\"],\"data_offsets\":[0,8]}}", 8, "a holds \"2\" where a whole number is expected" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775808],\"data_offsets\":[0,8]}}", 8, "a holds 9223372036854775808 where" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,2],\"data_offsets\":[0,8]}}", 8, "a has the shape [1, 1, 1, 1, 1, 1, 1, 1, 2]" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}", 8, "more than can be counted" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904],\"data_offsets\":[0,0]}}", 0, "more than can be counted" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,4294967296,4294967296],\"data_offsets\":[0,0]}}", 0, "more than can be counted" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}", 8, "a has the offsets [-8, 0]" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", 8, "a has the offsets [8, 0]" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}", 8, "a has the offsets [0]" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,7]}}", 7, "a needs 8 bytes and has 7" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}", 12, "a begins at 4, where 0 was expected" },
        { "{" + One + ",\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[12,20]}}", 20, "b begins at 12, where 8 was expected" },
        { "{" + One + ",\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}", 12, "b begins at 4, where 8 was expected" },
        { "{" + One + ",\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "begins at 0, where 8 was expected" },
        { "{" + One + "}", 9, "cover 8 bytes of data, the file has 9" },
        { "{" + One + "}", 7, "cover 8 bytes of data, the file has 7" },
        { "{\"__metadata__\":{\"k\":1}," + One + "}", 8, "k in __metadata__ is Number and must be a text" },
        { "{\"__metadata__\":{\"k\":null}," + One + "}", 8, "k in __metadata__ is Null and must be a text" },
        { "{\"__metadata__\":[]," + One + "}", 8, "__metadata__ is Array and must be an object" },
        { "{\"a\":" + new string('[', 100) + new string(']', 100) + "}", 0, "depth" },
        { "{\"\\ud800\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "UTF-16" },
        { "{\"b\":{\"dtype\":\"BOOL\",\"shape\":[8],\"data_offsets\":[0,8]}}", 8, "b is BOOL and holds bytes other than 0 and 1" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_file_is_refused_and_the_message_names_the_thing(string header, int dataBytes, string says)
    {
        var before = Say.SettledLiveCount();
        var bytes = File(Encoding.UTF8.GetBytes(header), dataBytes);

        var error = Assert.Throws<AdversaException>(() => Load(bytes));

        Assert.Equal((6001, ExitCode.Data), (error.Code, error.Exit));
        Assert.StartsWith("weights is not a safetensors file: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(before, Tensor.LiveCount);
    }

    [Theory]
    [InlineData(0UL, "the header would have 0 bytes")]
    [InlineData(3UL, "the header would have 3 bytes")]
    [InlineData(100_000_001UL, "the header would have 100000001 bytes")]
    [InlineData(ulong.MaxValue, "the header would have 18446744073709551615 bytes")]
    public void A_header_length_that_cannot_be_is_refused(ulong length, string says)
    {
        var bytes = new byte[10];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);

        Assert.Contains(says, Assert.Throws<AdversaException>(() => Load(bytes)).Message, StringComparison.Ordinal);
    }

    // A file of holes takes no room on the disk; an array of the base library ends at 2 GB.
    [Fact]
    public void A_tensor_larger_than_an_array_can_be_is_refused_by_name()
    {
        const long size = 2_200_000_000;
        var path = Path.GetTempFileName();
        try
        {
            using (var stream = System.IO.File.OpenWrite(path))
            {
                stream.Write(SafeTensorsHeader.Write(SafeTensorsHeader.Layout([("w", "U8", [size])])));
                stream.SetLength(stream.Position + size);
            }

            var error = Assert.Throws<AdversaException>(() => SafeTensors.Read(path));

            Assert.Equal((6001, ExitCode.Data), (error.Code, error.Exit));
            Assert.Contains($"w has {size} bytes; at most {Array.MaxLength} are read", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    [Theory]
    [InlineData(new[] { 1L << 62 })]
    [InlineData(new[] { 1L << 32, 1L << 32 })]
    public void A_layout_of_more_bytes_than_can_be_counted_is_refused_before_a_byte_is_written(long[] shape) =>
        Assert.Throws<OverflowException>(() => SafeTensorsHeader.Layout([("w", "F32", shape)]));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void A_file_shorter_than_its_first_number_is_refused(int length) =>
        Assert.Contains($"it has {length} bytes", Assert.Throws<AdversaException>(() => Load(new byte[length])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_header_that_is_not_UTF8_is_refused() =>
        Assert.Throws<AdversaException>(() => Load(File([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}'], 0)));

    [Fact]
    public void A_damaged_checkpoint_of_ours_ends_with_the_checkpoint_code()
    {
        using var stream = new MemoryStream(new byte[3]);

        Assert.Equal(ExitCode.Checkpoint, Assert.Throws<AdversaException>(() => SafeTensors.Read(stream, "x", ExitCode.Checkpoint)).Exit);
    }

    [Fact]
    public void Every_element_type_comes_back_bit_for_bit()
    {
        using var scope = new TensorScope();
        var all = AllTypes();

        using var read = Load(Bytes(all, new Dictionary<string, string> { ["k"] = "ñ \"v\"" }));

        Assert.Equal(all.Keys.Order(StringComparer.Ordinal), read.Tensors.Keys);
        foreach (var (name, tensor) in all)
        {
            Assert.Equal(tensor.DType, read.Tensors[name].DType);
            Assert.Equal(tensor.Shape, read.Tensors[name].Shape);
            Assert.Equal(tensor.ToBytes(), read.Tensors[name].ToBytes());
        }

        Assert.Equal(new Dictionary<string, string> { ["k"] = "ñ \"v\"" }, read.Metadata);
    }

    [Fact]
    public void Equal_tensors_give_equal_bytes_in_whatever_order_they_come()
    {
        using var scope = new TensorScope();
        var all = AllTypes();
        var metadata = new Dictionary<string, string> { ["b"] = "1", ["a"] = "2" };

        Assert.Equal(Bytes(all, metadata), Bytes(all.Reverse(), metadata.Reverse().ToDictionary()));
    }

    [Fact]
    public void A_transposed_tensor_is_written_row_by_row()
    {
        using var scope = new TensorScope();
        var t = Tensor.From(new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3).T();

        using var read = Load(Bytes([new("t", t)]));

        Assert.Equal([1, 4, 2, 5, 3, 6], read.Tensors["t"].ToArray<float>());
    }

    [Fact]
    public void The_file_is_what_the_format_says_by_hand()
    {
        using var scope = new TensorScope();
        var bytes = Bytes([new("y", Tensor.From(new[] { 1.5f, -2 }, 2)), new("x", Tensor.From(new long[] { 7 }, 1, 1))], new Dictionary<string, string> { ["k"] = "v" });
        var length = (int)BitConverter.ToUInt64(bytes, 0);
        var header = Encoding.UTF8.GetString(bytes, 8, length);

        Assert.Equal("{\"__metadata__\":{\"k\":\"v\"},\"x\":{\"dtype\":\"I64\",\"shape\":[1,1],\"data_offsets\":[0,8]},"
            + "\"y\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}", header.TrimEnd(' '));
        Assert.Equal(0, length % 8);
        Assert.Equal(7, BitConverter.ToInt64(bytes, 8 + length));
        Assert.Equal(1.5f, BitConverter.ToSingle(bytes, 16 + length));
        Assert.Equal(-2f, BitConverter.ToSingle(bytes, 20 + length));
        Assert.Equal(24 + length, bytes.Length);
    }

    [Fact]
    public void A_file_that_python_wrote_reads_like_its_bytes()
    {
        var raw = System.IO.File.ReadAllBytes(Path.Join(Golden.Root, "tests", "golden", "linear.safetensors"));
        var length = (int)BitConverter.ToUInt64(raw, 0);
        using var json = JsonDocument.Parse(raw.AsMemory(8, length));
        using var read = Load(raw);

        foreach (var entry in json.RootElement.EnumerateObject().Where(p => p.Name != "__metadata__"))
        {
            var begin = entry.Value.GetProperty("data_offsets")[0].GetInt32();
            var expected = Enumerable.Range(0, (int)read.Tensors[entry.Name].Elements).Select(i => BitConverter.ToSingle(raw, 8 + length + begin + 4 * i));
            Assert.Equal(expected, read.Tensors[entry.Name].ToArray<float>());
        }
    }

    [Theory]
    [InlineData("__metadata__")]
    [InlineData("twice")]
    public void A_name_that_would_make_a_bad_file_is_refused_before_a_byte_is_written(string name)
    {
        using var scope = new TensorScope();
        var t = Tensor.Ones([1]);
        using var stream = new MemoryStream();

        var error = Assert.Throws<ArgumentException>(() => SafeTensors.Write(stream, [new(name, t), new("twice", t)]));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void Empty_tensors_and_empty_files_are_files_too()
    {
        using var scope = new TensorScope();
        using var none = Load(Bytes([]));
        using var empty = Load(Bytes([new("e", Tensor.Zeros([3, 0, 2])), new("f", Tensor.Ones([]))]));

        Assert.Empty(none.Tensors);
        Assert.Equal([3, 0, 2], empty.Tensors["e"].Shape);
        Assert.Equal(1, empty.Tensors["f"].Item());
    }

    // A refusal may cost the message and a parse of the header: far below a megabyte for a file of some hundred bytes.
    [Fact]
    public void Twenty_thousand_mutations_are_refused_or_load_something_consistent()
    {
        using var scope = new TensorScope();
        var original = Bytes([new("w", Tensor.Ones([2, 3])), new("n", Tensor.Ones([], DType.Int64)), new("b", Tensor.Ones([4], DType.Bool))],
            new Dictionary<string, string> { ["k"] = "v" });
        var rng = new Rng(2024);
        var (refused, loaded) = (0, 0);
        var before = Say.SettledLiveCount();

        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Mutate(original, rng);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using var file = Load(bytes);
                loaded++;
                long data = 0;
                foreach (var (_, tensor) in file.Tensors)
                {
                    Assert.Equal(tensor.Elements, tensor.Shape.Aggregate(1L, (a, b) => a * b));
                    data += tensor.ToBytes().Length;
                }

                Assert.Equal(bytes.Length - 8 - (long)BinaryPrimitives.ReadUInt64LittleEndian(bytes), data);
            }
            catch (AdversaException e) when (e.Code == 6001)
            {
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 1 << 20);
        }

        Assert.Equal(before, Tensor.LiveCount);
        Assert.True(refused > 5000 && loaded > 200, $"{refused} refused, {loaded} loaded: the mutations miss one side");
    }

    private static byte[] Mutate(byte[] original, Rng rng)
    {
        var bytes = original.ToList();
        for (var n = rng.NextInt(3); n >= 0; n--)
        {
            var at = rng.NextInt(bytes.Count);
            switch (rng.NextInt(5))
            {
                case 0: bytes.RemoveAt(at); break;
                case 1: bytes.Insert(at, (byte)rng.NextInt(256)); break;
                case 2: bytes[at] = (byte)"0123456789-{}[]\":,eE"[rng.NextInt(20)]; break;
                case 3: bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + rng.NextInt(8))); break;
                default: bytes[at] ^= (byte)(1 << rng.NextInt(8)); break;
            }

            if (bytes.Count == 0) break;
        }

        return [.. bytes];
    }

    private static Dictionary<string, Tensor> AllTypes()
    {
        var rng = new Rng(7);
        var all = new Dictionary<string, Tensor>();
        foreach (var dtype in Enum.GetValues<DType>())
        {
            var bytes = new byte[6 * dtype.Size()];
            for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(dtype == DType.Bool ? rng.NextInt(2) : rng.NextInt(256));
            all.Add(dtype.ToString(), Tensor.FromBytes(bytes, dtype, [2, 3]));
        }

        return all;
    }

    private static byte[] Bytes(IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        using var stream = new MemoryStream();
        SafeTensors.Write(stream, tensors, metadata);
        return stream.ToArray();
    }

    private static SafeTensorsFile Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return SafeTensors.Read(stream, "weights");
    }

    private static byte[] File(byte[] header, int dataBytes)
    {
        var bytes = new byte[8 + header.Length + dataBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)header.Length);
        header.CopyTo(bytes, 8);
        bytes.AsSpan(8 + header.Length).Fill(7);
        return bytes;
    }
}
