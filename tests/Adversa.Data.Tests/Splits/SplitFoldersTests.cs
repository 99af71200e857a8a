using Adversa.Data.Files;
using Adversa.Data.Names;
using Adversa.Data.Splits;
using Adversa.Data.Tests.Trees;
using Adversa.Formats.Tests;

namespace Adversa.Data.Tests.Splits;

public class SplitFoldersTests
{
    private static readonly string[] Kinds = ["folder", "zip", "tar"];

    /// <summary>The files of a set; what is learned from, what judges; the classes of both.</summary>
    public static TheoryData<string, string, string, string> Certain => new()
    {
        // plain, and in wrappers with other files beside them
        { "train/cat/1 train/dog/2 test/cat/3 test/dog/4", "12", "34", "cat dog" },
        { "set/animals/train/cat/1 set/animals/train/dog/2 set/animals/test/cat/3 set/animals/test/dog/4", "12", "34", "cat dog" },
        { "README.md set/train/cat/1 set/train/dog/2 set/test/cat/3 set/test/dog/4", "12", "34", "cat dog" },
        { "a/README.md LICENSE a/b/c/train/cat/1 a/b/c/train/dog/2 a/b/c/val/cat/3 a/b/c/val/dog/4", "12", "34", "cat dog" },
        { "__MACOSX/set/train/cat/._1 set/train/cat/1 set/train/dog/2 set/test/cat/3 set/test/dog/4", "12", "34", "cat dog" },
        { "train/1 train/2 test/3", "12", "3", "" },

        // a picture beside the parts is left out
        { "set/preview set/train/cat/1 set/train/dog/2 set/test/cat/3 set/test/dog/4", "12", "34", "cat dog" },
        { "seg_train/cat/1 seg_train/dog/2 seg_test/cat/3 seg_pred/5 seg_pred/6", "12", "3", "cat dog" },

        // spellings
        { "Train/cat/1 Train/dog/2 Test/cat/3", "12", "3", "cat dog" },
        { "TRAIN/cat/1 TRAIN/dog/2 VALIDATION/cat/3", "12", "3", "cat dog" },
        { "training/cat/1 training/dog/2 testing/cat/3", "12", "3", "cat dog" },
        { "Training/cat/1 Training/dog/2 Testing/cat/3", "12", "3", "cat dog" },
        { "train_set/cat/1 train_set/dog/2 test_set/cat/3", "12", "3", "cat dog" },
        { "training_set/training_set/cat/1 training_set/training_set/dog/2 test_set/test_set/cat/3", "12", "3", "cat dog" },
        { "seg_train/seg_train/cat/1 seg_train/seg_train/dog/2 seg_test/seg_test/cat/3", "12", "3", "cat dog" },
        { "train-images/1 train-images/2 test-images/3", "12", "3", "" },
        { "train2017/1 train2017/2 val2017/3", "12", "3", "" },
        { "train/train/1 test1/test1/2", "1", "2", "" },
        { "train_64x64/1 valid_64x64/2", "1", "2", "" },
        { "TrainImages/1 TestImages/2", "1", "2", "" },
        { "trainset/1 testset/2", "1", "2", "" },
        { "cars_train/cars_train/1 cars_test/cars_test/2", "1", "2", "" },
        { "entrenamiento/cat/1 entrenamiento/dog/2 prueba/cat/3", "12", "3", "cat dog" },
        { "Entrenamiento/cat/1 Entrenamiento/dog/2 Validación/cat/3", "12", "3", "cat dog" },
        { "train/1 dev/2", "1", "2", "" },
        { "train/1 eval/2", "1", "2", "" },
        { "learn/cat/1 learn/dog/2 eval/cat/3", "12", "3", "cat dog" },
        { "train_00/1 train_01/2 test_00/3", "12", "3", "" },
        { "train/images/1 train/labels/1.txt valid/images/2 valid/labels/2.txt data.yaml", "1", "2", "" },
        { "images/train/1 images/val/2 labels/train/1.txt labels/val/2.txt", "1", "2", "" },

        // class above the parts
        { "cat/train/1 cat/test/3 dog/train/2 dog/test/4", "12", "34", "cat dog" },
        { "set/notes.txt set/pets/cat/train/1 set/pets/cat/test/3 set/pets/dog/train/2 set/pets/dog/test/4", "12", "34", "cat dog" },

        // three parts: nobody learns from val; test judges, but only if it has the classes
        { "train/cat/1 train/dog/2 val/cat/5 test/cat/3", "12", "3", "cat dog" },
        { "train/cat/1 train/dog/2 val/cat/5 val/dog/6 test/3 test/4", "12", "56", "cat dog" },

        // one part only
        { "train/cat/1 train/dog/2", "12", "12", "cat dog" },
        { "set/test/cat/1 set/test/dog/2", "12", "12", "cat dog" },

        // test beside the classes, and the same classes in it
        { "cat/1 dog/2 test/cat/3 test/dog/4", "12", "34", "cat dog" },

        { "xtrain/cat/1 xtrain/dog/2 xtest/cat/3 xtest/dog/4", "12", "34", "cat dog" },

        // names that only look like parts
        { "tr/1 te/2 en/3", "321", "321", "en te tr" },
        { "train/1 plane/2 boat/3", "321", "321", "boat plane train" },
        { "Training/1 Football/2 Tennis/3", "231", "231", "Football Tennis Training" },
        { "train/Training/1 train/Tennis/2 test/Training/3 test/test/4", "21", "34", "Tennis Training" },
        { "bullet_train/1 test_tube/2 airliner/3", "312", "312", "airliner bullet_train test_tube" },
        { "valid/1 invalid/2", "21", "21", "invalid valid" },
    };

    /// <summary>The files of a set that can be read in two ways, a word of the reason, and the classes and train and test of <c>parts:</c>.</summary>
    public static TheoryData<string, string, string, string> Uncertain => new()
    {
        { "train/1 test/2 plane/3", "plane/ (1)", "1", "2" },
        { "Training/1 Test/2 Football/3 Tennis/4", "Football/ (1), Tennis/ (1)", "1", "2" },
        { "cat/1 dog/2 test/3", "there is no train", "12", "3" },
        { "set/cat/1 set/dog/2 set/test/3", "there is no train", "12", "3" },
        { "trainA/1 trainB/2 testA/3 testB/4", "CycleGAN", "12", "34" },
        { "horse2zebra/trainA/1 horse2zebra/trainB/2 horse2zebra/testA/3 horse2zebra/testB/4", "two collections without pairs", "12", "34" },
        { "traina/1 trainb/2 testa/3 testb/4", "CycleGAN", "12", "34" },
        { "train_A/1 train_B/2 test_A/3 test_B/4", "CycleGAN", "12", "34" },
        { "cat_train/1 dog_train/2 cat_test/3 dog_test/4", "and something else", "12", "34" },
        { "cat/train/1 cat/test/2 dog/3 dog/4", "dog/ (2)", "1", "2" },
        { "tr/cat/1 te/cat/2", "tr, te", "1", "2" },
        { "set/imagesTr/1 set/imagesTs/2", "imagesTr, set/imagesTs", "1", "2" },
        { "fold1/train/1 fold1/test/2 fold2/train/2 fold2/test/1", "cross-validation", "12", "21" },
        { "train/1 train_small/1 test/2", "more than once", "11", "2" },
        { "1 2 3 4 set/train/1 set/test/2", "./* (4)", "1", "2" },
    };

    [Theory]
    [MemberData(nameof(Certain))]
    public void Parts_are_found_at_any_depth_and_in_any_spelling_alike_in_folder_zip_and_tar(string files, string train, string test, string classes)
    {
        foreach (var kind in Kinds)
        {
            using var folder = new TemporaryFolder();
            var path = Write(folder, kind, files);
            using var learned = PictureSource.Open(path);
            using var judging = PictureSource.Open(path, new(Split: Split.Test));

            Assert.Equal((kind, train, classes), (kind, Digits(learned), string.Join(' ', learned.ClassNames)));
            Assert.Equal((kind, test), (kind, Digits(judging)));
        }
    }

    [Theory]
    [MemberData(nameof(Uncertain))]
    public void What_can_be_read_in_two_ways_is_asked_with_the_spec_of_each(string files, string reason, string train, string test)
    {
        foreach (var kind in Kinds)
        {
            using var folder = new TemporaryFolder();
            var path = Write(folder, kind, files);
            var question = Assert.Throws<AdversaException>(() => Known.Open(path));

            Assert.Equal((3047, ExitCode.Data), (question.Code, question.Exit));
            Assert.Contains(reason, question.Message, StringComparison.Ordinal);
            Assert.Contains($"--data parts:{path}.", question.Message, StringComparison.Ordinal);
            Assert.Contains($"--data classes:{path}.", question.Message, StringComparison.Ordinal);
            Assert.Equal(train, Digits(Known.Open($"parts:{path}")));
            Assert.Equal(test, Digits(Known.Open($"parts:{path}", new(Split: Split.Test))));
            Assert.Equal(files.Split(' ').Length, Known.Open($"classes:{path}").Count);
        }
    }

    [Fact]
    public void What_lies_in_no_part_is_said_with_a_count_and_an_example()
    {
        using var folder = new TemporaryFolder();
        using var source = PictureSource.Open(Write(folder, "folder", "set/preview set/train/1 set/train/2 set/test/3 set/val/4"));

        Assert.Contains("2 pictures lie in neither part and are left out, such as set/preview.png", Assert.Single(source.Notes).English, StringComparison.Ordinal);
        Assert.Equal("learned from: set/train/ (2) · test part: set/test/ (1)", source.Parts!.Value.English);
    }

    [Fact]
    public void A_set_that_is_nothing_but_a_test_part_is_learned_from_with_a_word()
    {
        using var folder = new TemporaryFolder();
        using var source = PictureSource.Open(Write(folder, "zip", "test/1 test/2"));

        Assert.Contains("named like a test part", Assert.Single(source.Notes).English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set/train/ant/1 set/train/bee/2 set/test/bee/3", "bee")]
    [InlineData("train/pics/ant/1 train/pics/bee/2 test/pics/bee/3 test/pics/bee/4", "bee")]
    [InlineData("ant/train/1 ant/test/2 bee/train/3 bee/val/4", "ant")]
    [InlineData("train/ant/1 train/bee/2 test/unsorted/3", "")]
    [InlineData("train/ant/1 train/bee/2 test/3", "")]
    public void A_test_part_with_one_of_the_classes_has_that_class(string files, string classes)
    {
        foreach (var kind in Kinds)
        {
            using var folder = new TemporaryFolder();
            using var test = PictureSource.Open(Write(folder, kind, files), new(Split: Split.Test));

            Assert.Equal(classes, string.Join(' ', test.ClassNames));
        }
    }

    [Fact]
    public void Two_collections_read_as_parts_have_the_classes_a_and_b_in_both()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "zip", "trainA/1 trainB/2 testA/3 testB/4");
        using var train = PictureSource.Open(path, null, SplitReading.Parts);
        using var test = PictureSource.Open(path, new(Split: Split.Test), SplitReading.Parts);

        Assert.Equal(["a", "b"], train.ClassNames);
        Assert.Equal(["a", "b"], test.ClassNames);
        Assert.Equal("trainB/2.png", train.NameOf(1));
    }

    [Fact]
    public void A_table_beside_the_parts_labels_both_and_joins_them_no_more()
    {
        foreach (var kind in Kinds)
        {
            using var folder = new TemporaryFolder();
            var path = Write(folder, kind, "set/train/1 set/train/2 set/test/3", ("set/metadata.csv", "file_name,label\ntrain/1.png,cat\ntrain/2.png,dog\ntest/3.png,dog\n"));
            using var train = PictureSource.Open(path);
            using var test = PictureSource.Open(path, new(Split: Split.Test));

            Assert.Equal(("12", 0, 1), (Digits(train), train.LabelOf(0), train.LabelOf(1)));
            Assert.Equal(("3", "dog"), (Digits(test), test.ClassNames[test.LabelOf(0)]));
        }
    }

    [Fact]
    public void A_column_of_the_table_parts_the_set_too()
    {
        foreach (var kind in Kinds)
        {
            using var folder = new TemporaryFolder();
            var path = Write(folder, kind, "1 2 3 4", ("metadata.csv", "file_name,label,split\n1.png,cat,train\n2.png,dog,train\n3.png,owl,Test\n4.png,dog,valid\n"));
            using var train = PictureSource.Open(path);
            using var test = PictureSource.Open(path, new(Split: Split.Test));

            Assert.Equal((kind, "12", "3"), (kind, Digits(train), Digits(test)));
            Assert.Equal("cat dog", string.Join(' ', train.ClassNames));                 // a class of the test part alone is none to learn
            Assert.Equal("owl", string.Join(' ', test.ClassNames));
            Assert.Equal("learned from: split=train (2) · test part: split=Test (1)", train.Parts!.Value.English);
            Assert.Contains("1 picture lies in neither part by the column split and is left out, such as 4.png.", Assert.Single(train.Notes).English, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("is_train", "1 1 0 0", "12", "34")]
    [InlineData("Is Train", "TRUE True FALSE False", "12", "34")]
    [InlineData("isTest", "no no yes yes", "12", "34")]
    [InlineData("train", "1 1 0 0", "12", "34")]
    [InlineData("for_training", "y y n n", "12", "34")]
    [InlineData("es_prueba", "no no sí sí", "12", "34")]
    [InlineData("is_valid", "False False False True", "123", "4")]
    [InlineData("is_train,is_val,is_test", "1,0,0 1,0,0 0,1,0 0,0,1", "12", "4")]
    [InlineData("is_val,is_test", "0,0 0,0 1,0 0,1", "12", "4")]
    [InlineData("split", "0 0 1 2", "12", "4")]
    [InlineData("partition", "0 0 1 1", "12", "34")]
    [InlineData("split", "train train test public", "12", "3")]
    [InlineData("dataset_split", "train train test test", "12", "34")]
    [InlineData("Data Split", "training training testing val", "12", "3")]
    [InlineData("train_test", "train train test test", "12", "34")]
    [InlineData("train_test_split", "train train test test", "12", "34")]
    public void A_column_parts_the_set_in_every_usual_way_to_say_it(string columns, string rows, string learned, string judging)
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "folder", "1 2 3 4", ("metadata.csv", $"file_name,{columns}\n{string.Join('\n', rows.Split(' ').Select((row, i) => $"{i + 1}.png,{row}"))}\n"));
        using var train = PictureSource.Open(path);
        using var test = PictureSource.Open(path, new(Split: Split.Test));

        Assert.Equal((learned, judging), (Digits(train), Digits(test)));
        Assert.Contains($" ({learned.Length}) · test part: ", train.Parts!.Value.English, StringComparison.Ordinal);
        Assert.Equal("1234", Digits((PictureSource)Known.Open($"classes:{path}")));
    }

    [Theory]
    [InlineData("is_valid", "1 1 1 0")]                       // sound, not for validation
    [InlineData("valid", "0 0 0 1")]
    [InlineData("fold", "0 1 2 2")]
    [InlineData("Set", "0 1 2 2")]
    [InlineData("training_hours", "1 1 0 0")]
    public void A_column_that_speaks_of_something_else_parts_nothing(string column, string rows)
    {
        using var folder = new TemporaryFolder();
        using var source = PictureSource.Open(Write(folder, "folder", "1 2 3 4", ("metadata.csv", $"file_name,{column}\n{string.Join('\n', rows.Split(' ').Select((row, i) => $"{i + 1}.png,{row}"))}\n")));

        Assert.Equal(("1234", null), (Digits(source), source.Parts));
        Assert.Empty(source.Notes);
    }

    [Theory]
    [InlineData("split", "1 2 3 3", "1, 2, 3")]
    [InlineData("split", "test test test test", "test")]
    [InlineData("is_train", "0 0 0 0", "0")]
    public void A_column_of_parts_that_names_no_two_is_said(string column, string rows, string values)
    {
        using var folder = new TemporaryFolder();
        using var source = PictureSource.Open(Write(folder, "folder", "1 2 3 4", ("metadata.csv", $"file_name,{column}\n{string.Join('\n', rows.Split(' ').Select((row, i) => $"{i + 1}.png,{row}"))}\n")));

        Assert.Equal(("1234", null), (Digits(source), source.Parts));
        Assert.Equal($"The column {column} of metadata.csv names no two parts (it holds {values}): all pictures are learned from.", Assert.Single(source.Notes).English);
    }

    [Theory]
    [InlineData("list_eval_partition.txt", "1.png 0\n2.png 0\n3.png 1\n4.png 2\n")]
    [InlineData("list_eval_partition.csv", "image_id,partition\n1.png,0\n2.png,0\n3.png,1\n4.png,2\n")]
    public void CelebA_s_list_of_parts_is_read_with_and_without_its_attributes(string name, string list)
    {
        foreach (var attributes in new[] { "", "5\nSmiling\n1.png -1\n2.png 1\n3.png 1\n4.png 1\n5.png 1\n" })
            foreach (var kind in Kinds)
            {
                using var folder = new TemporaryFolder();
                var path = Write(folder, kind, "img_align_celeba/1 img_align_celeba/2 img_align_celeba/3 img_align_celeba/4 img_align_celeba/5", [(name, list), .. attributes.Length > 0 ? new[] { ("list_attr_celeba.txt", attributes) } : []]);
                using var train = PictureSource.Open(path);
                using var test = PictureSource.Open(path, new(Split: Split.Test));

                Assert.Equal((kind, "12", "4"), (kind, Digits(train), Digits(test)));
                Assert.Equal(attributes.Length > 0 ? 1 : 0, train.Schema.Attributes.Count);
                Assert.Equal("learned from: partition=0 (2) · test part: partition=2 (1)", train.Parts!.Value.English);
                Assert.Equal([$"1 picture has no row in {name} and is left out of training, such as img_align_celeba/5.png.", "1 picture lies in neither part by the column partition and is left out, such as img_align_celeba/3.png."], train.Notes.Select(note => note.English));
            }
    }

    [Fact]
    public void A_list_of_parts_that_knows_no_picture_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "folder", "1 2", ("list_eval_partition.txt", "1.jpg 0\n2.jpg 2\n"));

        Assert.Contains("this row names \"1.jpg\", the first picture is \"1.png\"", Assert.Throws<AdversaException>(() => PictureSource.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_of_classes_side_by_side_say_which_folders_are_the_classes()
    {
        using var folder = new TemporaryFolder();
        using var source = PictureSource.Open(Write(folder, "folder", "setA/train/cat/1 setA/train/dog/2 setA/test/cat/3 setB/train/cat/4 setB/train/dog/5 setB/test/dog/6"));

        Assert.Equal(["setA", "setB"], source.ClassNames);
        Assert.Equal("The classes are the folders setA, setB; the folders within them, cat, dog, are none. For those name one of the others, as --data …/setA.", Assert.Single(source.Notes).English);
    }

    [Fact]
    public void A_column_with_other_values_is_an_attribute()
    {
        using var folder = new TemporaryFolder();
        using var source = PictureSource.Open(Write(folder, "folder", "1 2 3", ("metadata.csv", "file_name,set\n1.png,train\n2.png,plane\n3.png,test\n")));

        Assert.Equal(("123", null), (Digits(source), source.Parts));
    }

    [Fact]
    public void A_test_part_that_the_table_does_not_know_is_none()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "folder", "train/1 train/2 test/3", ("labels.csv", "id,breed\n1,cat\n2,dog\n"));
        using var train = PictureSource.Open(path);
        using var test = PictureSource.Open(path, new(Split: Split.Test));

        Assert.Equal(train.Fingerprint, test.Fingerprint);
    }

    [Fact]
    public void A_forced_reading_goes_with_what_else_changes_data_and_has_a_whole_path()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "folder", "cat/1 cat/2 dog/3 test/4");

        Assert.Equal(2, Known.Open($"first:2:parts:{path}").Count);
        Assert.Equal($"first:2:classes:{Path.GetFullPath("x")}", Known.FullPath("first:2:classes:x"));
    }

    [Theory]
    [InlineData("held-out", SplitWord.Test)]
    [InlineData("val_set", SplitWord.Validation)]
    [InlineData("Trainingset", SplitWord.Train)]
    [InlineData("test_tube", SplitWord.Test)]
    [InlineData("validación", SplitWord.Validation)]
    [InlineData("latest", SplitWord.None)]
    [InlineData("trainers", SplitWord.None)]
    [InlineData("contest", SplitWord.None)]
    [InlineData("device", SplitWord.None)]
    [InlineData("valley", SplitWord.None)]
    public void A_name_means_a_part_only_by_a_whole_word(string name, object word) => Assert.Equal(word, SplitName.Of(name).Word);

    private static string Digits(ISampleSource source) => string.Concat(Enumerable.Range(0, (int)source.Count).Select(i => Path.GetFileNameWithoutExtension(source.NameOf(i))));

    /// <summary>Writes pictures named by numbers; names with an ending are texts.</summary>
    private static string Write(TemporaryFolder folder, string kind, string files, params (string Name, string Text)[] tables)
    {
        List<(string Name, byte[] Bytes)> all = [.. files.Split(' ').Select(name => name.Contains('.', StringComparison.Ordinal) || name.Contains("LICENSE", StringComparison.Ordinal)
            ? (name, "text"u8.ToArray()) : (name + ".png", TemporaryFolder.Png(24, (byte)(10 * name[^1])))), .. tables.Select(table => (table.Name, System.Text.Encoding.UTF8.GetBytes(table.Text)))];
        if (kind == "folder")
        {
            foreach (var (name, bytes) in all) folder.Write($"data/{name}", bytes);
            return folder["data"];
        }

        if (kind == "zip")
        {
            var zip = new ZipBuilder();
            foreach (var (name, bytes) in all) zip.Add(name, bytes);
            return folder.Write("data.zip", zip.Build());
        }

        var tar = new TarBuilder();
        foreach (var (name, bytes) in all) tar.Add(name, bytes);
        return folder.Write("data.tar", tar.Build());
    }
}
