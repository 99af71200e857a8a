using System.Text;

namespace Adversa.Data.Tests.Tables;

public class SampleTableTests
{
    [Fact]
    public void A_metadata_file_gives_classes_and_attributes_of_every_kind()
    {
        using var folder = Pictures("a.png", "b.png", "sub/c.png", "d.png");
        Write(folder, "metadata.jsonl", """
            {"file_name": "a.png", "label": "dog", "age": 3.5, "Is Old": false, "Coat": "red", "caption": "a red dog"}
            {"file_name": "b.png", "label": "cat", "age": 12, "Is Old": true, "Coat": "black", "caption": "a cat, black"}

            {"file_name": "sub/c.png", "label": "dog", "age": 1, "Is Old": false, "Coat": "red", "caption": "a dog"}
            """);
        using var source = PictureSource.Open(folder.Root);
        var attributes = new float[4];
        source.ReadAttributes(1, attributes);

        Assert.Equal(["cat", "dog"], source.ClassNames);
        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(i => source.LabelOf(i)));
        Assert.Equal([new("age"), new("is_old", 2), new("coat", 2) { Names = ["black", "red"] }, new("caption", 3) { Names = ["a cat, black", "a dog", "a red dog"] }], source.Schema.Attributes);
        Assert.Equal([12, 1, 0, 0], attributes);
        Assert.Equal("samples=3 bad=0 skipped=2", source.Report.ToString());           // d.png has no row; the table is no picture
    }

    [Fact]
    public void A_table_of_commas_may_quote_and_Kaggle_s_names_have_no_ending()
    {
        using var folder = Pictures("train/0a1.jpg", "train/0b2.jpg", "test/0c3.jpg");
        Write(folder, "labels.csv", "\uFEFFid,breed,note\r\n0a1,\"boxer, big\",\"says \"\"woof\"\"\"\r\n0b2,pug,x\r\n");
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(["train/0a1.jpg", "train/0b2.jpg"], Enumerable.Range(0, 2).Select(i => source.NameOf(i)));
        Assert.Equal(2, source.Count);
        Assert.Equal(["boxer, big", "pug"], source.ClassNames);
        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(i => source.LabelOf(i)));
        Assert.Equal(["says \"woof\"", "x"], source.Schema.Attributes[0].Names);
    }

    [Fact]
    public void CelebA_s_list_gives_yes_and_no_and_says_when_its_count_is_wrong()
    {
        using var folder = Pictures("img_align_celeba/000001.jpg", "img_align_celeba/000002.jpg");
        Write(folder, "list_attr_celeba.txt", "202599\n5_o_Clock_Shadow Smiling \n000001.jpg -1  1\n000002.jpg  1 -1");
        using var source = PictureSource.Open(folder.Root);
        var attributes = new float[2];
        source.ReadAttributes(0, attributes);

        Assert.Equal([new("5_o_clock_shadow", 2), new("smiling", 2)], source.Schema.Attributes);
        Assert.Equal([0, 1], attributes);
        Assert.Contains("says 202599 pictures and has 2 rows", Assert.Single(source.Notes).English, StringComparison.Ordinal);
    }

    [Fact]
    public void StyleGAN_s_labels_are_numbers_in_their_order()
    {
        using var folder = Pictures("00000/a.png", "00000/b.png", "00000/c.png");
        Write(folder, "dataset.json", """{"labels": [["00000/a.png", 10], ["00000/b.png", 9], ["00000/c.png", 10]]}""");
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(["9", "10"], source.ClassNames);
        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(i => source.LabelOf(i)));
    }

    [Theory]
    [InlineData("metadata.jsonl", "{\"file_name\": \"a.png\"}\n{\"file_name\": 3}", "line 2")]
    [InlineData("metadata.jsonl", "{\"file_name\": \"a.png\"}\n{\"file_name\": \"a.png\"}", "has a row already, in line 1")]
    [InlineData("metadata.jsonl", "{\"file_name\": \"a.png\", \"age\": 1}\n{\"file_name\": \"b.png\"}", "b.png has no age")]
    [InlineData("metadata.jsonl", "not json", "line 1")]
    [InlineData("metadata.csv", "name,label\na.png,1", "no column names the pictures")]
    [InlineData("metadata.csv", "file_name,label\na.png,1,2", "line 2")]
    [InlineData("metadata.csv", "file_name,label\n\"a.png,1", "not closed")]
    [InlineData("metadata.csv", "file_name,label\n\"a.png\"x,1", "closing quote")]
    [InlineData("list_attr_celeba.txt", "two\na b\nx 1 1", "line 1")]
    [InlineData("list_attr_celeba.txt", "1\na b\nx 1 2", "line 3")]
    [InlineData("dataset.json", "{\"labels\": [[1, 2]]}", "dataset.json")]
    public void A_damaged_table_is_refused_with_its_line(string name, string text, string reason)
    {
        using var folder = Pictures("a.png", "b.png");
        Write(folder, name, text);
        var refusal = Assert.Throws<AdversaException>(() => PictureSource.Open(folder.Root));

        Assert.Equal((3045, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_attributes_and_their_names_survive_a_packing()
    {
        using var folder = Pictures("a.png", "b.png");
        Write(folder, "metadata.csv", "file_name,label,coat,age\na.png,dog,red,3\nb.png,cat,black,4.5\n");
        using (var source = PictureSource.Open(folder.Root)) Preparation.Run(source, folder["out/set"], new());
        using var packed = PackedSource.Open(folder["out/set"]);
        var attributes = new float[2];
        packed.ReadAttributes(1, attributes);
        packed.Read(1, new float[packed.Schema.Values], out var label);

        Assert.Equal(["cat", "dog"], packed.ClassNames);
        Assert.Equal([new("coat", 2) { Names = ["black", "red"] }, new("age")], packed.Schema.Attributes);
        Assert.Equal((0, 0f, 4.5f), (label, attributes[0], attributes[1]));
    }

    [Fact]
    public void Named_categories_keep_their_names_in_a_folder()
    {
        using var folder = new TemporaryFolder();
        var world = new AvatarsWorld(size: 32);
        SampleFolder.Write(world, 60, folder["avatars"], workers: 2);
        using var source = PictureSource.Open(folder["avatars"]);
        var (drawn, read) = (new float[world.Schema.Attributes.Count], new float[world.Schema.Attributes.Count]);
        string Hair(ISampleSource from, float[] values, int index)
        {
            from.ReadAttributes(index, values);
            return from.Schema.Attributes[0].Names[(int)values[0]];
        }

        Assert.Equal("hair_colour", source.Schema.Attributes[0].Name);
        Assert.Equal(["black", "blond", "blue", "brown", "grey", "red"], source.Schema.Attributes[0].Names);
        for (var i = 0; i < 60; i++) Assert.Equal(Hair(world, drawn, i), Hair(source, read, i));
    }

    [Fact]
    public void What_data_make_writes_as_a_folder_reads_back()
    {
        using var folder = new TemporaryFolder();
        SampleFolder.Write(new GlyphsWorld(), 40, folder["glyphs"], workers: 2);
        using var source = PictureSource.Open(folder["glyphs"]);
        var world = new GlyphsWorld();
        var (expected, got) = (new float[784], new float[784]);
        for (var i = 0; i < 40; i++)
        {
            world.Read(i, expected, out var label);
            source.Read(i, got, out var read);
            Assert.Equal(((ISampleSource)world).ClassNames[label], source.ClassNames[read]);
            Assert.Equal(expected, got);
        }
    }

    [Fact]
    public void The_real_list_of_CelebA_is_read_as_it_is()
    {
        if (Environment.GetEnvironmentVariable("ADVERSA_SHARED") is not { Length: > 0 } shared) Assert.Skip("ADVERSA_SHARED is not set");
        else
        {
            using var tree = FileTree.Open(Path.Join(shared, "data", "celeba_attributes", "list_attr_celeba_first20k.zip"));
            var file = tree.Files.Single(f => f.Name.EndsWith(".txt", StringComparison.Ordinal));
            var table = CelebATable.Read(Encoding.UTF8.GetString(tree.Read(file, 10_000_000)), file.Name);
            Assert.Equal((20_000, 1, 40), (table.Rows.Count, table.Notes.Count, table.Rows[0].Values.Count));
        }
    }

    private static TemporaryFolder Pictures(params string[] names)
    {
        var folder = new TemporaryFolder();
        foreach (var name in names) folder.WritePng(name, 24, (byte)name.Length);
        return folder;
    }

    private static void Write(TemporaryFolder folder, string name, string text) => folder.Write(name, Encoding.UTF8.GetBytes(text));
}
