using System.Text;
using Adversa.Training.Recipes;

namespace Adversa.Training.Tests.Recipes;

public sealed class RecipeTextTests
{
    [Fact]
    public void Comments_are_allowed()
    {
        Assert.Equal(5, Parse("{ // five\n \"steps\": 5 /* of them */ }")["steps"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("{ \"steps\": 5, \"steps\": 6 }", "steps")]
    [InlineData("{ \"options\": { \"width\": 5, \"width\": 6 } }", "width")]
    [InlineData("{\n \"steps\": 5,\n }", "line 3")]
    [InlineData("[1]", "a recipe is a JSON object")]
    [InlineData("", "no valid JSON")]
    [InlineData("{ \"steps\": 0,5 }", "line 1")]
    [InlineData("{ \"minutes\": NaN }", "line 1")]
    [InlineData("{ \"data\": \"\\ud800\" }", "no Unicode")]
    public void What_is_no_recipe_is_refused_with_its_place(string text, string reason)
    {
        var error = Assert.Throws<AdversaException>(() => Parse(text));

        Assert.Equal((2021, ExitCode.Usage), (error.Code, error.Exit));
        Assert.StartsWith("file.json is not usable as a recipe", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_byte_order_mark_is_refused_with_a_hint()
    {
        var error = Assert.Throws<AdversaException>(() => RecipeText.Parse([0xEF, 0xBB, 0xBF, .. "{}"u8], "file.json"));

        Assert.Contains("without BOM", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused()
    {
        Assert.Equal(2021, Assert.Throws<AdversaException>(() => RecipeText.Parse([.. "{ \"data\": \""u8, 0xFF, .. "\" }"u8], "file.json")).Code);
    }

    [Fact]
    public void Too_deep_and_too_large_are_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(2021, Assert.Throws<AdversaException>(() => Parse(string.Concat(Enumerable.Repeat("{\"a\":", 65)) + "1" + new string('}', 65))).Code);
        Assert.Contains("1048576", Assert.Throws<AdversaException>(() => RecipeText.Read(folder.Write("big.json", "{}" + new string(' ', 1 << 20)))).Message, StringComparison.Ordinal);
        Assert.Empty(RecipeText.Read(folder.Write("fits.json", "{}" + new string(' ', (1 << 20) - 2))));
    }

    [Fact]
    public void A_file_without_end_is_refused_before_memory_is_gone()
    {
        Assert.Contains("1048576", Assert.Throws<AdversaException>(() => RecipeText.Read("/dev/zero")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("missing.json", Assert.Throws<AdversaException>(() => RecipeText.Read(folder["missing.json"])).Message, StringComparison.Ordinal);
        Assert.Equal(2021, Assert.Throws<AdversaException>(() => RecipeText.Read(folder.Root)).Code);
    }

    [Theory]
    [InlineData("{ \"about\": \"plain words\" }")]
    [InlineData("{ \"about\": { \"en\": 5 } }")]
    [InlineData("{ \"expect\": [] }")]
    public void Words_of_another_form_are_refused_not_crashed_on(string text)
    {
        var error = Assert.Throws<AdversaException>(() => RecipePage.From("file.json", Parse(text)));

        Assert.Equal(ExitCode.Usage, error.Exit);
        Assert.Contains("\"en\"", error.Message, StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Parse(string text) => RecipeText.Parse(Encoding.UTF8.GetBytes(text), "file.json");
}
