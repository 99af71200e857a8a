using System.Security.Cryptography;
using System.Text;
using Adversa.Data;
using Adversa.Data.Tables;
using Adversa.Worlds.Avatars;
using Adversa.Worlds.Captions;

namespace Adversa.Worlds.Tests.Captions;

public class CaptionsTests
{
    private static readonly CaptionsWorld World = new(size: 32), Test = new(size: 32, split: Split.Test);

    [Fact]
    public void Every_sentence_says_what_it_was_written_to_say_and_that_is_true_of_the_picture()
    {
        for (var index = 0; index < 400; index++)
            for (var form = 0; form < CaptionGrammar.Forms; form++)
            {
                var (text, claims) = Test.Caption(index, form);
                Assert.Equal((text, claims), (text, CaptionGrammar.Parse(text)));
                Assert.Empty(claims.Wrong(CaptionClaims.Of(Test.Truth(index))));
                Assert.NotEmpty(claims.Named);
            }
    }

    [Fact]
    public void A_wrong_sentence_says_what_it_was_written_to_say_and_contradicts_the_picture()
    {
        for (var index = 0; index < 400; index++)
            for (var form = 0; form < CaptionGrammar.Forms; form++)
            {
                var (text, claims) = World.WrongCaption(index, form);
                Assert.Equal((text, claims), (text, CaptionGrammar.Parse(text)));
                Assert.NotEmpty(claims.Wrong(CaptionClaims.Of(World.Truth(index))));
            }
    }

    [Fact]
    public void Withheld_pairs_come_in_the_test_split_alone_and_no_sentence_of_training_names_one()
    {
        Assert.InRange(Enumerable.Range(0, 2000).Count(i => CaptionClaims.Of(Test.Truth(i)).IsWithheld), 190, 310);      // 6 of 48: 250 +- 4 deviations
        for (var index = 0; index < 2000; index++)
        {
            Assert.False(CaptionClaims.Of(World.Truth(index)).IsWithheld);
            Assert.False(World.Caption(index, index % CaptionGrammar.Forms).Claims.IsWithheld || World.WrongCaption(index, index % CaptionGrammar.Forms).Claims.IsWithheld);
        }
    }

    [Fact]
    public void The_vocabulary_is_the_words_that_come_and_every_sentence_fits()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < 6000; index++)
            foreach (var form in new[] { index % CaptionGrammar.Forms, (index + 3) % CaptionGrammar.Forms })
            {
                string[] words = [.. Vocabulary.Words(World.Caption(index, form).Text)];
                Assert.True(words.Length <= CaptionGrammar.MostWords, string.Join(' ', words));
                seen.UnionWith(words);
            }

        Assert.Equal(CaptionGrammar.Vocabulary.List.Skip(2), seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("una mujer con pelo rojo que sonríe", "hair_colour red, expression smile, beard none")]
    [InlineData("Retrato de un hombre mayor, calvo y serio con bigote y sin gafas", "hair_style bald, expression neutral, glasses no, beard moustache, age old")]
    [InlineData("an old man with a blue mohawk and a full beard who is laughing", "hair_colour blue, hair_style mohawk, expression laugh, beard full, age old")]
    [InlineData("glasses, long curly hair, a woman with a beard", "hair_style curly, glasses yes, beard full")]
    [InlineData("nothing of the kind", "")]
    public void A_sentence_of_anybody_is_read(string sentence, string says) => Assert.Equal(says, CaptionGrammar.Parse(sentence).ToString());

    [Fact]
    public void A_sample_has_a_form_for_each_chance_in_both_languages_as_numbers_of_words()
    {
        var batch = new Batch(World.Schema, CaptionGrammar.Forms);
        for (var form = 0; form < CaptionGrammar.Forms; form++) World.Read(7, batch.Row(form, chance: form));

        for (var form = 0; form < CaptionGrammar.Forms; form++)
        {
            Assert.Equal(World.Caption(7, form).Text.Replace(",", "", StringComparison.Ordinal).Replace('-', ' '), Say(Field.Caption, form));
            Assert.Equal(World.WrongCaption(7, form).Text.Replace(",", "", StringComparison.Ordinal).Replace('-', ' '), Say(Field.WrongCaption, form));
        }

        Assert.True(batch.Row(0).Floats(Field.Image).SequenceEqual(batch.Row(5).Floats(Field.Image)));
        Assert.Equal((float)World.Truth(7).Age, batch.Row(0).Floats(Field.Known)[6]);

        string Say(string field, int row) => string.Join(' ', batch.Row(row).Ints(field).ToArray().Where(word => word > 0).Select(word => CaptionGrammar.Vocabulary.List[word]));
    }

    // A changed hash means changed data: raise the world's version, and only then this number.
    [Fact]
    public void The_sentences_of_the_first_hundred_samples_are_the_same_on_every_machine()
    {
        var texts = from index in Enumerable.Range(0, 100) from form in Enumerable.Range(0, CaptionGrammar.Forms) select $"{World.Caption(index, form).Text}\n{World.WrongCaption(index, form).Text}\n";

        Assert.Equal("6bdd1ce85e98c08d87834e36c7f8b0a8a6773d097bd55bc6eba07655f43518cf", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(texts)))));
    }

    [Fact]
    public void A_picture_is_the_one_that_avatars_paints_of_the_same_person()
    {
        var (picture, painted) = (new Batch(World.Schema, 1), new float[3 * 32 * 32]);
        World.Read(3, picture.Row(0));
        AvatarsWorld.Render(World.Truth(3), 32, painted);

        Assert.Equal(painted, picture.Values);
    }
}
