using System.Text;
using Adversa.Data.Files;
using Adversa.Data.Packed;
using Adversa.Formats.Tests;
using Adversa.Imaging.Views;

namespace Adversa.Data.Tests.Tables;

/// <summary>Sentences and masks beside pictures.</summary>
public sealed class CaptionsTests
{
    [Theory]
    [InlineData("metadata.jsonl", "{\"file_name\": \"a.png\", \"caption\": \"A red dog.\"}\n{\"file_name\": \"b.png\", \"caption\": \"a cat, black\"}\n")]
    [InlineData("metadata.csv", "file_name,caption\na.png,A red dog.\nb.png,\"a cat, black\"\n")]
    [InlineData("captions.txt", "image,caption\na.png,A red dog.\nb.png,\"a cat, black\"\n")]
    public void They_come_from_a_table_and_stand_as_words_in_the_sample(string name, string text)
    {
        using var folder = Pictures("a.png", "b.png");
        Write(folder, name, text);
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(["a red dog", "a cat black"], [Said(source, 0), Said(source, 1)]);
        Assert.Equal((3, 0), (source.Schema.Find(Field.Caption)!.Size, source.Schema.Attributes.Count));
        Assert.DoesNotContain(source.Notes, note => note.English.Contains("not read", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_beside_each_picture_holds_a_sentence_a_line_and_any_of_them_may_be_read()
    {
        using var folder = Pictures("a.png", "b.png", "c.png");
        Write(folder, "a.txt", "one dog\r\ntwo dogs\n\nthree dogs\n");
        Write(folder, "b.txt", "un perro pequeño");
        using var source = PictureSource.Open(folder.Root);
        using var stream = new BatchStream(source, 2, seed: 1);

        var seen = new HashSet<string>();
        for (var i = 0; i < 30; i++)
            if (stream.Next() is var batch) for (var row = 0; row < 2; row++) seen.Add(Words(source, batch.Row(row)));

        Assert.Equal(["one dog", "three dogs", "two dogs", "un perro pequeño"], seen.Order(StringComparer.Ordinal));
        Assert.Equal((2, 3), (source.Count, source.Schema.Find(Field.Caption)!.Forms));
        Assert.Contains(source.Notes, note => note.English.Contains("1 picture has no caption in .txt and is left out, such as c.png", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_may_come_several_times_in_a_list_of_captions_and_what_names_none_is_said()
    {
        using var folder = Pictures("images/a.png", "images/b.png");
        Write(folder, "captions.txt", "image,caption\na.png,one\na.png,two\nb.png,three\ngone.png,four\n");
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(["one", "two", "three"], [Said(source, 0), Said(source, 0, chance: 1), Said(source, 1)]);
        Assert.Contains(source.Notes, note => note.Spanish.Contains("1 descripción de captions.txt no nombra ninguna imagen y se ignora, como la de gone.png", StringComparison.Ordinal));
    }

    [Fact]
    public void Pictures_without_an_ending_and_texts_of_one_name_end_nothing()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "one", "v.2/two" }) folder.Write(name, TemporaryFolder.Png(24, 9));
        Write(folder, "one.txt", "a dog");
        Write(folder, "one.TXT", "another");
        Write(folder, "v.2/two.txt", "a cat");
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal("a cat", Said(source, 1));
        Assert.Equal(2, source.Count);
    }

    [Theory]
    [InlineData("captions.txt", "image,caption\na.png,\n", "line 2")]
    [InlineData("captions.txt", "image,caption\nz.png,zz\n", "describes none of the pictures")]
    [InlineData("captions.txt", "image,words\na.png,zz\n", "no column is called caption")]
    [InlineData("a.txt", "peque\u00f1o", "UTF-8")]
    [InlineData("a.txt", "0 0.5 0.5 0.2 0.2\n12 0.1 .25 0.5 1e-3\n", "a.txt labels boxes")]
    public void What_cannot_be_read_as_captions_is_said_and_keeps_nobody_from_the_pictures(string name, string text, string said)
    {
        using var folder = Pictures("a.png");
        folder.Write(name, Encoding.Latin1.GetBytes(text));
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal((1, 1), (source.Count, source.Schema.Fields.Count));
        Assert.Contains(said, Assert.Single(source.Notes).English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("3 4 5 6")]
    [InlineData("0 0.5 0.5 0.2 0.2\na dog in a box")]
    public void Numbers_that_label_no_boxes_are_captions(string text)
    {
        using var folder = Pictures("a.png");
        Write(folder, "a.txt", text);
        using var source = PictureSource.Open(folder.Root);

        Assert.NotNull(source.Schema.Find(Field.Caption));
    }

    [Theory]
    [InlineData("about these pictures")]
    [InlineData("\u00f1")]
    public void A_text_beside_fewer_than_half_of_the_pictures_is_none_of_their_captions(string text)
    {
        using var folder = Pictures("readme.png", "b.png", "c.png");
        folder.Write("readme.txt", Encoding.Latin1.GetBytes(text));
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal((3, 1, 0), (source.Count, source.Schema.Fields.Count, source.Notes.Count));
    }

    [Fact]
    public void A_caption_that_cannot_be_read_leaves_the_others()
    {
        using var folder = Pictures("a.png", "b.png", "c.png");
        Write(folder, "a.txt", "a dog");
        Write(folder, "b.txt", "a cat");
        folder.Write("c.txt", [0xF1]);
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(["a dog", "a cat"], [Said(source, 0), Said(source, 1)]);
        Assert.Contains(source.Notes, note => note.English.StartsWith("1 text beside the pictures is not read as captions: c.txt, line 1", StringComparison.Ordinal));
        Assert.Contains(source.Notes, note => note.English.Contains("left out, such as c.png", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_parts_of_a_set_number_their_words_alike()
    {
        using var folder = Pictures("train/a.png", "test/b.png");
        Write(folder, "metadata.jsonl", "{\"file_name\": \"train/a.png\", \"caption\": \"dog dog\"}\n{\"file_name\": \"test/b.png\", \"caption\": \"black cat dog\"}\n");
        using var train = PictureSource.Open(folder.Root);
        using var test = PictureSource.Open(folder.Root, new(Split: Split.Test));

        Assert.Equal(train.Schema, test.Schema);
        Assert.Equal(["dog dog", "black cat dog"], [Said(train, 0), Said(test, 0)]);
    }

    [Fact]
    public void A_mask_is_a_picture_that_the_table_names_and_no_sample()
    {
        using var folder = Pictures("a.png", "m/a.png");
        folder.WritePng("b.png", 24, 9);
        folder.WritePng("m/b.png", 24, 200);
        Write(folder, "metadata.jsonl", "{\"file_name\": \"a.png\", \"mask\": \"m/a.png\"}\n{\"file_name\": \"b.png\", \"mask\": \"m/b.png\"}\n");
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(2, source.Count);
        Assert.All(Mask(source, 0), inside => Assert.Equal(0, inside));
        Assert.All(Mask(source, 1), inside => Assert.Equal(1, inside));
        Assert.Empty(source.Notes);

        Write(folder, "metadata.jsonl", "{\"file_name\": \"a.png\", \"mask\": \"m/a.png\"}\n{\"file_name\": \"b.png\", \"mask\": \"m/z.png\"}\n");
        Assert.Contains("m/z.png, is no picture", Refused(folder), StringComparison.Ordinal);
        Write(folder, "metadata.jsonl", "{\"file_name\": \"a.png\", \"mask\": \"m/a.png\"}\n{\"file_name\": \"b.png\", \"mask\": \"\"}\n");
        Assert.Contains("b.png has no mask, which other pictures have", Refused(folder), StringComparison.Ordinal);
        Write(folder, "metadata.jsonl", "{\"file_name\": \"a.png\", \"mask\": 1}\n{\"file_name\": \"b.png\", \"mask\": 0}\n");
        using var yesNo = PictureSource.Open(folder.Root);
        Assert.Equal("mask", Assert.Single(yesNo.Schema.Attributes).Name);       // a yes or no is an attribute
    }

    [Fact]
    public void A_packed_set_keeps_every_field_and_every_caption()
    {
        using var folder = Pictures("a.png", "m/a.png");
        folder.WritePng("b.png", 24, 9);
        folder.WritePng("m/b.png", 24, 200);
        Write(folder, "metadata.jsonl", "{\"file_name\": \"a.png\", \"mask\": \"m/a.png\", \"age\": 3, \"label\": \"x\", \"caption\": \"one dog\"}\n{\"file_name\": \"b.png\", \"mask\": \"m/b.png\", \"age\": 4, \"label\": \"y\", \"caption\": \"a\"}\n");
        using var source = PictureSource.Open(folder.Root);
        PackedSet.Write(source, 2, folder["set.safetensors"], workers: 2);
        using var packed = PackedSource.Open(folder["set.safetensors"]);

        Assert.Equal(source.Schema, packed.Schema);
        for (var i = 0; i < 2; i++)
        {
            var (one, other) = (new Batch(source.Schema, 1), new Batch(packed.Schema, 1));
            source.Read(i, one.Row(0));
            packed.Read(i, other.Row(0));
            Assert.Equal((one.Values, one.Labels, one.Attributes), (other.Values, other.Labels, other.Attributes), Same.Instance);
            Assert.Equal(one.Bytes(Field.Mask), other.Bytes(Field.Mask));
            Assert.Equal(one.Ints(Field.Caption), other.Ints(Field.Caption));
        }

        var bytes = File.ReadAllBytes(folder["set.safetensors"]);
        var at = bytes.AsSpan().LastIndexOf(BitConverter.GetBytes(2));            // a word of the last caption
        Assert.True(at > 0);
        bytes[at] ^= 1;
        File.WriteAllBytes(folder["other.safetensors"], bytes);
        Assert.ThrowsAny<AdversaException>(() =>
        {
            using var damaged = PackedSource.Open(folder["other.safetensors"]);
            for (var i = 0; i < 2; i++) damaged.Read(i, new Batch(damaged.Schema, 1).Row(0));
        });
    }

    private static string Said(ISampleSource source, long index, long chance = 0)
    {
        var batch = new Batch(source.Schema, 1);
        source.Read(index, batch.Row(0, chance));
        return Words(source, batch.Row(0));
    }

    private static string Words(ISampleSource source, SampleRow row) => source.Schema.Find(Field.Caption) is { } field ? field.View().Say(row, field)! : "";

    private static byte[] Mask(ISampleSource source, long index)
    {
        var batch = new Batch(source.Schema, 1);
        source.Read(index, batch.Row(0));
        return batch.Bytes(Field.Mask);
    }

    private static string Refused(TemporaryFolder folder) => Assert.Throws<AdversaException>(() => PictureSource.Open(folder.Root)).Message;

    private static TemporaryFolder Pictures(params string[] names)
    {
        var folder = new TemporaryFolder();
        foreach (var name in names) folder.WritePng(name, 24, (byte)name.Length);
        return folder;
    }

    private static void Write(TemporaryFolder folder, string name, string text) => folder.Write(name, Encoding.UTF8.GetBytes(text));

    private sealed class Same : IEqualityComparer<(float[], int[]?, float[]?)>
    {
        public static readonly Same Instance = new();

        public bool Equals((float[], int[]?, float[]?) x, (float[], int[]?, float[]?) y) => x.Item1.SequenceEqual(y.Item1) && x.Item2!.SequenceEqual(y.Item2!) && x.Item3!.SequenceEqual(y.Item3!);

        public int GetHashCode((float[], int[]?, float[]?) x) => 0;
    }
}
