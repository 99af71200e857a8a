using System.Text;
using Adversa.Data;
using Adversa.Data.Files;
using Adversa.Data.Names;
using Adversa.Data.Packed;
using Adversa.Data.Tests.Trees;
using Adversa.DataTools.Making;
using Adversa.DataTools.Preparing;
using Adversa.Formats.Tables;
using Adversa.Formats.Tests;
using Adversa.Formats.Trees;
using Adversa.Worlds.Avatars;
using Adversa.Worlds.Glyphs;
using Adversa.Worlds.Scenes;

namespace Adversa.DataTools.Tests;

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
        var attributes = new float[3];
        source.ReadAttributes(1, attributes);

        Assert.Equal(["cat", "dog"], source.ClassNames);
        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(i => source.LabelOf(i)));
        Assert.Equal([new("age"), new("is_old", 2), new("coat", 2) { Names = ["black", "red"] }], source.Schema.Attributes);
        Assert.Equal([12, 1, 0], attributes);
        Assert.Equal(3, source.Schema.Find(Field.Caption)!.Size);
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

    [Fact]
    public void Rows_without_a_picture_and_pictures_without_a_row_are_said_and_make_no_class()
    {
        using var folder = Pictures("a.png", "b.png", "c.png", "d.png");
        Write(folder, "labels.csv", "file_name,label,coat\nz.png,ant,blue\na.png,bee,red\nb.png,cow,red\ny.png,,\n");
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(["bee", "cow"], source.ClassNames);
        Assert.Equal(["red"], source.Schema.Attributes[0].Names);
        Assert.Equal(
        [
            "2 rows of labels.csv name no picture and are ignored, such as z.png in line 2.", "2 pictures have no row in labels.csv and are left out of training, such as c.png.",
        ], source.Notes.Select(note => note.English));
    }

    [Theory]
    [InlineData("0.0 1.0 11.0 2.0 10.0 1", "0 1 2 10 11", "0 1 4 2 3 1")]
    [InlineData("1 01 1.0 +1e0 -1 -0", "-1 0 1", "2 2 2 2 0 1")]
    [InlineData("9007199254740993 9007199254740992 0.1 .10 1e-7 100", "0.0000001 0.1 100 9007199254740992 9007199254740993", "4 3 1 1 0 2")]
    [InlineData("10 9 x 1 01 b", "01 1 9 10 b x", "3 2 5 1 0 4")]
    public void Numbers_are_in_the_order_of_numbers_and_equal_ones_are_one_class(string column, string names, string labels)
    {
        using var folder = Pictures("0.png", "1.png", "2.png", "3.png", "4.png", "5.png");
        Write(folder, "metadata.csv", "file_name,label\n" + string.Join('\n', column.Split(' ').Select((label, i) => $"{i}.png,{label}")));
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(names, string.Join(' ', source.ClassNames));
        Assert.Equal(labels, string.Join(' ', Enumerable.Range(0, 6).Select(i => source.LabelOf(i))));
    }

    [Theory]
    [InlineData("metadata.csv", " file_name , label \r\n a.png , b\r\nb.png,\"b\"\r\n\"c.png\",\" b\"\r\n d.png , \"b \" \r\n")]
    [InlineData("metadata.jsonl", "{\"file_name\": \"a.png \", \"label\": \"b\"}\n\t{\"file_name\": \"b.png\", \" label\": \" b\"}\n{\"file_name\": \"c.png\", \"label\": \"b\\t\"}\n{\"file_name\": \"d.png\", \"label\": \"b\"}")]
    public void Spaces_around_a_field_do_not_count(string name, string text)
    {
        using var folder = Pictures("a.png", "b.png", "c.png", "d.png");
        Write(folder, name, text);
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(["b"], source.ClassNames);
        Assert.Equal(4, source.Count);
        Assert.Empty(source.Notes);
    }

    [Theory]
    [InlineData("metadata.csv", "file_name,label\na.png,1\n")]
    [InlineData("metadata.jsonl", "{\"file_name\": \"a.png\", \"label\": 1}\n")]
    [InlineData("dataset.json", "{\"labels\": [[\"a.png\", 1]]}")]
    [InlineData("list_attr_celeba.txt", "1\nSmiling\na.png 1\n")]
    public void A_byte_order_mark_is_no_part_of_a_table(string name, string text)
    {
        using var folder = Pictures("a.png");
        Write(folder, name, "\uFEFF" + text);
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(1, source.Schema.Classes + source.Schema.Attributes.Count);
    }

    [Theory]
    [InlineData("id,file_name,label")]
    [InlineData("id,image_id,filename")]
    [InlineData("Image_Id,label,File")]
    public void The_column_that_is_surely_a_file_names_the_pictures(string header)
    {
        using var folder = Pictures("a.png", "b.png");
        var row = header.Split(',').Select(column => column.StartsWith("file", StringComparison.OrdinalIgnoreCase) ? "{0}.png" : "7").ToArray();
        Write(folder, "metadata.csv", $"{header}\n{string.Join(',', row).Replace("{0}", "a", StringComparison.Ordinal)}\n{string.Join(',', row).Replace("{0}", "b", StringComparison.Ordinal)}\n");
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(2, source.Count);
    }

    [Theory]
    [InlineData("metadata.csv", "file_name,label\n./sub/0.png,b\n.\\sub\\1.png,a\n")]
    [InlineData("metadata.csv", "file_name;label\r\nsub\\0.png;b\r\n././sub/1.png;a\r\n")]
    [InlineData("metadata.csv", "File Name;Label\nsub/0.png;b\n\"sub/1.png\";\"a\"\n")]
    [InlineData("metadata.csv", "label,File-Name\nb,sub/0.png\na,sub/1.png\n")]
    [InlineData("labels.csv", "file_name\tlabel\tnote\n\"sub/0.png\"\tb\t\"x\ty\"\nsub/1.png\ta \tz\n")]
    [InlineData("metadata.jsonl", "{\"file_name\": \"sub\\\\0.png\", \"label\": \"b\"}\n{\"file_name\": \"./sub/1.png\", \"label\": \"a\"}\n")]
    [InlineData("dataset.json", "{\"labels\": [[\"sub\\\\0.png\", 7], [\"./sub/1.png\", 3]]}")]
    public void Rows_name_pictures_as_people_and_systems_write_it(string name, string text)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            using var folder = Pictures("sub/0.png", "sub/1.png");
            folder.Write(name, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            using var source = PictureSource.Open(folder.Root);

            Assert.Equal((2, 2, 1, 0), (source.Count, source.Schema.Classes, source.LabelOf(0), source.LabelOf(1)));
            Assert.Empty(source.Notes);
        }
    }

    [Fact]
    public void A_table_of_semicolons_may_have_commas_for_points()
    {
        using var folder = Pictures("0.png", "1.png");
        Write(folder, "metadata.csv", "file_name;edad;color;label\n0.png;1,5;\"rojo; vivo\";0,5\n1.png;-0,25;azul, claro;10\n");
        using var source = PictureSource.Open(folder.Root);
        var attributes = new float[2];
        source.ReadAttributes(1, attributes);

        Assert.Equal([new("edad"), new("color", 2) { Names = ["azul, claro", "rojo; vivo"] }], source.Schema.Attributes);
        Assert.Equal([-0.25f, 0], attributes);
        Assert.Equal(["0.5", "10"], source.ClassNames);
    }

    [Theory]
    [InlineData("/sub/0.png")]
    [InlineData("C:\\sub\\0.png")]
    public void A_whole_path_in_a_row_is_named_as_the_cause(string row)
    {
        using var folder = Pictures("sub/0.png");
        Write(folder, "metadata.csv", $"file_name,label\n{row},b\n");

        Assert.Contains("a row names a picture by its path from the table's folder, without the folders above", Refused(folder).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_UTF_8_says_how_to_save_it()
    {
        const string text = "file_name,label\n0.png,á\n";
        foreach (var bytes in new[] { Encoding.Latin1.GetBytes(text), Encoding.Unicode.GetBytes(text) })
        {
            using var folder = Pictures("0.png");
            folder.Write("metadata.csv", bytes);

            Assert.Contains("it is not UTF-8; save it so (in Excel: CSV UTF-8)", Refused(folder).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>As a Mac writes names: the accent is a sign of its own.</summary>
    [Theory]
    [InlineData("le\u00F3n", "leo\u0301n")]
    [InlineData("Vi\u1EC7t", "Vie\u0323\u0302t")]
    [InlineData("\u304C", "\u304B\u3099")]
    [InlineData("\uD55C\uAD6D", "\u1112\u1161\u11AB\u1100\u116E\u11A8")]
    [InlineData("\u0439\u03AC", "\u0438\u0306\u03B1\u0301")]
    public void A_name_is_the_same_however_its_accents_are_written(string composed, string apart)
    {
        using var folder = Pictures($"train/{composed}/0.png", $"train/{apart}/1.png", "train/z/2.png", $"test/{apart}/3.png", "test/z/4.png");
        using var train = PictureSource.Open(folder.Root);
        using var test = PictureSource.Open(folder.Root, new(Split: Split.Test));

        Assert.Equal((2, 2), (train.ClassNames.Count, test.ClassNames.Count));
        Assert.Contains(composed, train.ClassNames);
        Assert.Equal(train.ClassNames, test.ClassNames);
        Assert.Equal(ClassList.Find(train.ClassNames, composed), ClassList.Find(train.ClassNames, apart));

        using var other = Pictures($"{apart}.png", "z.png");
        Write(other, "metadata.csv", $"file_name,label\n{composed}.png,a\nz.png,b\n");
        Assert.Equal(2, PictureSource.Open(other.Root).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("set/")]
    [InlineData("set/animals/")]
    public void The_same_files_mean_the_same_as_a_folder_and_as_an_archive(string within)
    {
        foreach (var (table, beside) in new[] { (within, ""), (within, "about.txt"), ("", "") })
        {
            using var folder = new TemporaryFolder();
            var zip = new ZipBuilder();
            void Add(string name, byte[] bytes)
            {
                folder.Write("x/" + name, bytes);
                zip.Add(name, bytes);
            }

            foreach (var name in new[] { "a", "b" }) Add($"{within}{name}.png", TemporaryFolder.Png(24, 1));
            Add($"{table}metadata.csv", Encoding.UTF8.GetBytes($"file_name,label\n{within[table.Length..]}a.png,dog\n{within[table.Length..]}b.png,cat\n"));
            if (beside.Length > 0) Add(beside, "text"u8.ToArray());
            using var there = PictureSource.Open(folder["x"]);
            using var packed = PictureSource.Open(folder.Write("x.zip", zip.Build()));

            Assert.Equal(["cat", "dog"], there.ClassNames);
            Assert.Equal(there.ClassNames, packed.ClassNames);
            Assert.Equal([1, 0, 1, 0], new[] { there, packed }.SelectMany(source => new[] { source.LabelOf(0), source.LabelOf(1) }));
        }
    }

    [Fact]
    public void A_table_of_which_no_row_matches_shows_a_row_and_a_file()
    {
        using var folder = Pictures("images/a.png", "images/b.png", "c.png");
        Write(folder, "labels.csv", "file_name,label\nimg/a.png,1\nimg/b.png,2\n");
        var refusal = Assert.Throws<AdversaException>(() => PictureSource.Open(folder.Root));

        Assert.Equal((3045, ExitCode.Data), (refusal.Code, refusal.Exit));
        Assert.Contains("labels.csv, line 2: none of its 2 rows names a picture: this row names \"img/a.png\", the first picture is \"c.png\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_above_train_and_test_gives_each_its_own_classes_and_both_the_same_attributes()
    {
        using var folder = Pictures("train/a.png", "train/b.png", "test/c.png", "test/d.png");
        Write(folder, "metadata.csv", "file_name,label,coat\ntrain/a.png,ant,red\ntrain/b.png,bee,black\ntest/c.png,bee,blue\ntest/d.png,cow,red\ntest/gone.png,owl,green\n");
        using var train = PictureSource.Open(folder.Root);
        using var test = PictureSource.Open(folder.Root, new(Split: Split.Test));

        Assert.Equal(["ant", "bee"], train.ClassNames);
        Assert.Equal(["bee", "cow"], test.ClassNames);
        Assert.Equal(["black", "blue", "red"], train.Schema.Attributes[0].Names);
        Assert.Equal(train.Schema.Attributes, test.Schema.Attributes);
        Assert.Equal("1 row of metadata.csv names no picture and is ignored, such as test/gone.png in line 6.", Assert.Single(train.Notes).English);
    }

    [Fact]
    public void A_label_that_is_a_list_is_said()
    {
        using var folder = Pictures("a.png");
        Write(folder, "metadata.jsonl", "{\"file_name\": \"a.png\", \"label\": [0, 1]}");
        using var source = PictureSource.Open(folder.Root);

        Assert.StartsWith("metadata.jsonl: label: lists and objects are neither classes nor attributes", Assert.Single(source.Notes).English, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_that_are_not_read_are_said()
    {
        using var folder = Pictures("cat/a.png", "dog/b.png");
        Write(folder, "cat/labels.csv", "file_name,label\na.png,1\n");
        Write(folder, "train.tsv", "file_name\tlabel\na.png\t1\n");
        using var source = PictureSource.Open(folder.Root);

        Assert.Equal(["cat", "dog"], source.ClassNames);
        Assert.StartsWith("2 files that look like tables are not read, such as cat/labels.csv:", Assert.Single(source.Notes).English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_a_good_picture_is_not_packed()
    {
        using var folder = Pictures("1.png", "2.png", "3.png");
        folder.Write("2.png", [.. TemporaryFolder.Png(24, 1)[..60]]);
        Write(folder, "metadata.csv", "file_name,label\n1.png,ant\n2.png,bee\n3.png,cow\n");
        using (var source = PictureSource.Open(folder.Root)) Preparation.Run(source, folder["out/set"], new(MostBad: 0.5));
        using var packed = PackedSource.Open(folder["out/set"]);
        packed.Read(1, new float[packed.Schema.Values], out var label);

        Assert.Equal(["ant", "cow"], packed.ClassNames);
        Assert.Equal((2, 1), (packed.Schema.Classes, label));
    }

    [Theory]
    [InlineData("metadata.jsonl", "{\"file_name\": \"a.png\"}\n{\"file_name\": 3}", "line 2")]
    [InlineData("metadata.csv", "file_name,label\na.png,x\nb.png, \n", "b.png has no label")]
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
        SampleFolder.Write(new GlyphsWorld(), 40, folder["glyphs"] + "/", workers: 2);
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
    public void Pairs_and_masks_that_data_make_writes_as_a_folder_read_back()
    {
        using var folder = new TemporaryFolder();
        ISampleSource[] worlds = [ScenePairsWorld.DayNight(size: 32), new ScenesWorld(size: 32)];
        SampleFolder.Write(worlds[0], 5, folder["pairs"], workers: 2);
        SampleFolder.Write(worlds[1], 5, folder["scenes"], workers: 2);
        using var pairs = PairedSource.Open(folder["pairs"], new());
        using var scenes = PictureSource.Open(folder["scenes"]);
        foreach (var (world, read) in worlds.Zip(new ISampleSource[] { pairs, scenes }))
        {
            Assert.Equal((world.Schema, 5), (read.Schema, read.Count));
            for (var i = 0; i < 5; i++)
            {
                var (drawn, back) = (new Batch(world.Schema, 1), new Batch(read.Schema, 1));
                world.Read(i, drawn.Row(0));
                read.Read(i, back.Row(0));
                Assert.Equal(drawn.Floats(Field.Image), back.Floats(Field.Image));
                if (drawn.Has(Field.Input)) Assert.Equal(drawn.Floats(Field.Input), back.Floats(Field.Input));
                else Assert.Equal(drawn.Bytes(Field.Mask), back.Bytes(Field.Mask));
            }
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

    private static AdversaException Refused(TemporaryFolder folder) => Assert.Throws<AdversaException>(() => PictureSource.Open(folder.Root));

    private static TemporaryFolder Pictures(params string[] names)
    {
        var folder = new TemporaryFolder();
        foreach (var name in names) folder.WritePng(name, 24, (byte)name.Length);
        return folder;
    }

    private static void Write(TemporaryFolder folder, string name, string text) => folder.Write(name, Encoding.UTF8.GetBytes(text));
}
