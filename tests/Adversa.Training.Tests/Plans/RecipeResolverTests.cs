using System.Text;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Models.Variants;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Tests.Plans;

public sealed class RecipeResolverTests
{
    private static readonly SampleSchema Digits = new(FieldKind.Image, 1, 28, 28, 10);

    [Fact]
    public void Later_layers_win_and_each_value_remembers_its_origin()
    {
        var plan = new RecipeResolver()
            .Add("recipe", Json("""{ "variant": "dcgan", "data": "digits", "steps": 7, "options": { "width": 8, "latent": 16 } }"""))
            .Add("my.json", Json("""{ "steps": 9, "options": { "width": 12 } }"""))
            .Add("--set width", "width", 24)
            .Add("--seed", "seed", 3)
            .Resolve(Digits);

        var options = (DcganOptions)plan.Options;
        Assert.Equal((9L, 3L, 24, 16, 2e-4), (plan.Recipe.Steps, plan.Recipe.Seed, options.Width, options.Latent, options.LearningRate));
        Assert.Equal("my.json", plan.Origins["steps"]);
        Assert.Equal("--set width", plan.Origins["options.width"]);
        Assert.Equal("recipe", plan.Origins["options.latent"]);
        Assert.Equal("preset dcgan28", plan.Origins["options.learningRate"]);
        Assert.Equal("preset dcgan28", plan.Origins["batch"]);
    }

    [Theory]
    [InlineData(10, "batch is 10; progan compares groups of 4 pictures, so it must be a multiple of 4, such as 8")]
    [InlineData(3, null)]
    [InlineData(12, null)]
    public void A_batch_that_the_system_cannot_split_is_refused_before_training(int batch, string? expected)
    {
        var error = Record.Exception(() => Resolve($$"""{ "variant": "progan", "batch": {{batch}} }"""));

        if (expected is null) Assert.Null(error);
        else
        {
            Assert.Equal(2022, Assert.IsType<AdversaException>(error).Code);
            Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pictures_for_which_no_preset_is_made_need_a_named_one()
    {
        var large = new SampleSchema(FieldKind.Image, 3, 256, 256);

        var error = Assert.Throws<AdversaException>(() => new RecipeResolver().Add("recipe", Json("""{ "variant": "dcgan" }""")).Resolve(large));

        Assert.Equal((2022, ExitCode.Usage), (error.Code, error.Exit));
        Assert.Contains("dogs128 goes up to 192", error.Message, StringComparison.Ordinal);
        Assert.Equal("radford64", new RecipeResolver().Add("recipe", Json("""{ "variant": "dcgan", "preset": "radford64" }""")).Resolve(large).Recipe.Preset);
        Assert.Equal("dogs128", new RecipeResolver().Add("recipe", Json("""{ "variant": "dcgan", "options": { "levels": 6 } }""")).Resolve(large).Recipe.Preset);
    }

    [Fact]
    public void A_system_alone_takes_its_presets_values_and_a_cadence()
    {
        var recipe = Resolve("""{ "variant": "dcgan" }""").Recipe;

        Assert.Equal(("dcgan28", 128, 2735L, 2000.0, 10), (recipe.Preset, recipe.Batch, recipe.Steps, recipe.EmaHalfLife, recipe.LogEvery));
        Assert.Equal((273L, 68L), (recipe.CheckpointEvery, recipe.SampleEvery));
        Assert.NotNull(recipe.Options);
    }

    [Fact]
    public void A_resolved_recipe_read_back_is_the_same_recipe()
    {
        var first = Resolve("""{ "variant": "gan", "seed": 9, "options": { "hidden": 32 } }""");
        var text = Encoding.UTF8.GetBytes(first.Recipe.ToJson().ToJsonString());

        var second = new RecipeResolver().Add("recipe.json", RecipeText.Parse(text, "recipe.json")).Resolve(Digits);

        Assert.Equal(first.Recipe.Hash(), second.Recipe.Hash());
        Assert.Equal(first.Recipe.ToJson().ToJsonString(), second.Recipe.ToJson().ToJsonString());
    }

    [Theory]
    [InlineData("seed", "4")]
    [InlineData("batch", "32")]
    [InlineData("emaHalfLife", "1")]
    [InlineData("options.width", "16")]
    public void The_hash_changes_with_what_decides_the_numbers(string path, string value)
    {
        Assert.NotEqual(Resolve("""{ "variant": "dcgan" }""").Recipe.Hash(),
            new RecipeResolver().Add("base", Json("""{ "variant": "dcgan" }""")).Add("set", path, JsonNode.Parse(value)!).Resolve(Digits).Recipe.Hash());
    }

    [Theory]
    [InlineData("steps")]
    [InlineData("threads")]
    [InlineData("checkpointEvery")]
    [InlineData("sampleEvery")]
    [InlineData("logEvery")]
    [InlineData("minutes")]
    public void The_hash_does_not_change_with_length_cadence_or_threads(string path)
    {
        Assert.Equal(Resolve("""{ "variant": "dcgan" }""").Recipe.Hash(),
            new RecipeResolver().Add("base", Json("""{ "variant": "dcgan" }""")).Add("set", path, 77).Resolve(Digits).Recipe.Hash());
    }

    [Theory]
    [InlineData("""{ "variant": "dcgna" }""", 2004, "Did you mean: dcgan?")]
    [InlineData("""{ "variant": "dcgan", "stepz": 5 }""", 2020, "Did you mean: steps?")]
    [InlineData("""{ "variant": "dcgan", "preset": "dcgan82" }""", 2020, "Did you mean: dcgan28?")]
    [InlineData("""{ "variant": "dcgan", "options": { "widht": 5 } }""", 2020, "width")]
    [InlineData("""{ "variant": "dcgan", "seed": null }""", 2020, "seed is null")]
    [InlineData("""{ "variant": "dcgan", "options": { "width": null } }""", 2020, "width")]
    [InlineData("""{ "variant": "dcgan", "options": null }""", 2020, "options is null")]
    [InlineData("""{ "variant": "dcgan", "options": 5 }""", 2020, "options is 5")]
    [InlineData("""{ "variant": "dcgan", "options": "wide" }""", 2020, "options")]
    [InlineData("""{ "variant": "dcgan", "steps": "ten" }""", 2020, "steps is \"ten\"")]
    [InlineData("""{ "variant": "dcgan", "steps": "10" }""", 2020, "steps")]
    [InlineData("""{ "variant": "dcgan", "steps": 1.5 }""", 2020, "steps is 1.5")]
    [InlineData("""{ "variant": "dcgan", "batch": 99999999999 }""", 2020, "batch is 99999999999")]
    [InlineData("""{ "variant": "dcgan", "seed": true }""", 2020, "seed")]
    [InlineData("""{ "variant": "dcgan", "steps": [5] }""", 2020, "steps")]
    [InlineData("""{ "variant": "dcgan", "steps": { "a": 5 } }""", 2020, "steps")]
    [InlineData("""{ "variant": 7 }""", 2020, "variant is 7")]
    [InlineData("""{ "variant": "dcgan", "minutes": 1e999 }""", 2022, "minutes")]
    [InlineData("""{ "variant": "dcgan", "minutes": -1 }""", 2022, "minutes is -1")]
    [InlineData("""{ "variant": "dcgan", "options": { "learningRate": 1e999 } }""", 2022, "learningRate")]
    [InlineData("""{ "variant": "dcgan", "size": 7 }""", 2022, "size is 7")]
    [InlineData("""{ "variant": "cnn-classifier", "options": { "shrink": "sideways" } }""", 2020, "shrink")]
    public void What_cannot_be_is_refused_by_name(string recipe, int code, string reason)
    {
        var error = Assert.Throws<AdversaException>(() => Resolve(recipe));

        Assert.Equal((code, ExitCode.Usage), (error.Code, error.Exit));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void All_problems_are_said_at_once_with_value_range_and_origin()
    {
        var error = Assert.Throws<AdversaException>(() => new RecipeResolver()
            .Add("my.json", Json("""{ "variant": "dcgan", "batch": 1, "emaHalfLife": -3, "options": { "latent": 0, "learningRate": 2 } }""")).Resolve(Digits));

        foreach (var part in new[] { "batch is 1", "2 to 65536", "emaHalfLife is -3", "options.latent is 0", "options.learningRate is 2", "from my.json" })
            Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.NotEqual(error.Text.English, error.Text.Spanish);
    }

    [Fact]
    public void Data_that_does_not_fit_the_system_is_refused_with_3()
    {
        var error = Assert.Throws<AdversaException>(() => new RecipeResolver().Add("x", Json("""{ "variant": "dcgan" }""")).Resolve(new(FieldKind.Points, 2)));

        Assert.Equal((3010, ExitCode.Data), (error.Code, error.Exit));
    }

    [Theory]
    [InlineData("8", "8")]
    [InlineData("0.5", "0.5")]
    [InlineData("-1", "-1")]
    [InlineData("1e-4", "0.0001")]
    [InlineData("true", "true")]
    [InlineData("minimax", "\"minimax\"")]
    [InlineData("non-saturating", "\"non-saturating\"")]
    public void A_value_of_a_flag_is_a_number_a_truth_or_a_word(string text, string json)
    {
        Assert.Equal(json, RecipeResolver.ParseValue(text, "key").ToJsonString());
    }

    [Theory]
    [InlineData("0,5")]
    [InlineData("nan")]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("Infinity")]
    [InlineData("-inf")]
    [InlineData("1e999")]
    [InlineData("1_000")]
    [InlineData("1 000")]
    [InlineData("١٢")]
    [InlineData("−1")]
    [InlineData("")]
    public void A_value_that_only_looks_like_a_number_is_refused_with_2(string text)
    {
        var error = Assert.Throws<AdversaException>(() => RecipeResolver.ParseValue(text, "lr"));

        Assert.Equal(ExitCode.Usage, error.Exit);
        Assert.Contains("lr", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_may_be_the_value_of_data()
    {
        Assert.Equal("/tmp/mis imágenes, 1", RecipeResolver.ParseValue("/tmp/mis imágenes, 1", "data").GetValue<string>());
    }

    [Fact]
    public void Every_recipe_of_the_book_resolves_against_its_data()
    {
        Assert.NotEmpty(RecipeBook.Names);
        foreach (var page in RecipeBook.Names.Select(name => RecipeBook.Find(name)!))
        {
            var resolver = new RecipeResolver().Add(page.Name, page.Values);
            var preview = resolver.Preview();
            var schema = preview.Data.Length > 0 ? DataSets.Open(preview.Data, new DataOptions(preview.Size)).Schema : Digits;      // the user names it
            var built = VariantCatalog.Find(preview.Variant)!.NeedsSource;       // the user names a run, too
            if (built) Assert.Equal(2023, Assert.Throws<AdversaException>(() => resolver.Resolve(schema)).Code);
            else Assert.True(resolver.Resolve(schema).Recipe.Steps > 0);

            Assert.True(page.About.English.Length > 20 && page.About.Spanish.Length > 20, $"{page.Name} says nothing about itself in one of the languages.");
            Assert.True(page.Expect.English.Length > 20 && page.Expect.Spanish.Length > 20, $"{page.Name} does not say what to expect in both languages.");
        }

        Assert.Null(RecipeBook.Find("no-such"));
    }

    [Fact]
    public void A_page_says_what_has_to_be_named_beside_it()
    {
        Assert.Equal("", Needs("""{ "variant": "dcgan", "data": "digits" }"""));
        Assert.Equal("pictures (--data PATH)", Needs("""{ "variant": "dcgan" }"""));
        Assert.Equal("pictures with 2 classes or more (--data PATH)", Needs("""{ "variant": "cgan" }"""));
        Assert.Equal("a run to build on (--from RUN)", Needs("""{ "variant": "d-classifier", "data": "digits" }"""));

        static string Needs(string json) => RecipePage.From("it", Json(json)).Needs.English;
    }

    [Theory]
    [InlineData("""{ "expect": { "en": "a", "es": "b", "seconds": 12.5 } }""", 12.5)]
    [InlineData("""{ "expect": { "en": "a", "es": "b" } }""", 0)]
    [InlineData("""{ "expect": { "seconds": 3 } }""", 3)]
    public void The_time_that_was_measured_stands_in_expect(string json, double seconds) => Assert.Equal(seconds, RecipePage.From("it", Json(json)).Seconds);

    [Theory]
    [InlineData("""{ "expect": { "en": "a", "seconds": "12" } }""")]
    [InlineData("""{ "expect": { "en": "a", "seconds": 0 } }""")]
    [InlineData("""{ "expect": { "en": "a", "minutes": 3 } }""")]
    [InlineData("""{ "about": { "en": "a", "seconds": 3 } }""")]
    public void Other_words_are_refused(string json) => Assert.Equal(2021, Assert.Throws<AdversaException>(() => RecipePage.From("it", Json(json))).Code);

    private static Plan Resolve(string json) => new RecipeResolver().Add("file", Json(json)).Resolve(Digits);

    private static JsonObject Json(string text) => RecipeText.Parse(Encoding.UTF8.GetBytes(text), "file");
}
