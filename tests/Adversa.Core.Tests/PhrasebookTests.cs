namespace Adversa.Core.Tests;

public class PhrasebookTests
{
    private static readonly Phrasebook Book = new("Adversa.Core.Tests.Phrases", typeof(PhrasebookTests).Assembly);

    [Fact]
    public void A_key_gives_both_languages() => Assert.Equal(new("Nothing to do.", "Nada que hacer."), Book["Nothing"]);

    [Fact]
    public void What_goes_into_a_hole_speaks_the_language_of_the_sentence() =>
        Assert.Equal(new("file.png: 1.5 of 2 pictures {so}", "file.png: 2 imágenes, 1.5 {así}"), Book.Say("Holes", "file.png", 1.5, Book.Count("Pictures", 2)));

    [Fact]
    public void One_thing_has_its_own_form() => Assert.Equal(new("1 picture", "1 imagen"), Book.Count("Pictures", 1));

    [Fact]
    public void What_Spanish_lacks_is_said_in_English() => Assert.Equal(new("Only here.", "Only here."), Book["OnlyEnglish"]);

    [Fact]
    public void A_key_that_is_not_there_stands_for_itself() => Assert.Equal(Text.Same("NoSuchKey"), Book["NoSuchKey"]);

    [Fact]
    public void Texts_are_joined_and_changed_in_both_languages()
    {
        Assert.Equal(new("a; b", "c; d"), Text.Join("; ", [new("a", "c"), new("b", "d")]));
        Assert.Equal(new("A", "C"), new Text("a", "c").Each(text => text.ToUpperInvariant()));
    }
}
