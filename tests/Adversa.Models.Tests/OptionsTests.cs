using System.Reflection;
using System.Text.Json.Nodes;
using Adversa.Models.Variants;

namespace Adversa.Models.Tests;

/// <summary>What holds for the options of every system.</summary>
public sealed class OptionsTests
{
    public static TheoryData<string> Ids => [.. VariantCatalog.BuiltIn.Select(variant => variant.Id)];

    /// <summary>(variant, option).</summary>
    public static TheoryData<string, string> Members => [.. VariantCatalog.BuiltIn.SelectMany(v => Defaults(v).Select(pair => (v.Id, pair.Key)))];

    /// <summary>Those that are one of several names, and those that are numbers.</summary>
    public static TheoryData<string, string> Choices => OfKind(System.Text.Json.JsonValueKind.String);

    public static TheoryData<string, string> Amounts => OfKind(System.Text.Json.JsonValueKind.Number);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_gives_the_defaults_of_the_constructor(string id)
    {
        var variant = VariantCatalog.Find(id)!;

        var read = variant.FromJson([]);

        var constructor = read.GetType().GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single();
        Assert.Equal(constructor.Invoke([.. constructor.GetParameters().Select(p => Default(p))]), read);
    }

    [Theory]
    [MemberData(nameof(TinyModels.All), MemberType = typeof(TinyModels))]
    public void Options_survive_a_round_trip_through_text(string id, string preset)
    {
        var variant = VariantCatalog.Find(id)!;
        var options = variant.Presets.Single(p => p.Name == preset).Options;

        Assert.Equal(options, variant.FromJson(TinyModels.Json(variant.ToJson(options).ToJsonString())));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_mistyped_name_is_answered_with_the_nearest(string id, string option)
    {
        var error = Refused(id, new() { [option + "_"] = 1 });

        Assert.Contains($"Did you mean: {option}?", error.Text.English, StringComparison.Ordinal);
        Assert.Contains($"¿Quiso decir: {option}?", error.Text.Spanish, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Null_is_refused_with_its_path(string id, string option) => AssertNamed(Refused(id, new() { [option] = null }), option);

    [Theory]
    [MemberData(nameof(Members))]
    public void Another_type_is_refused_with_its_path_and_value(string id, string option)
    {
        AssertNamed(Refused(id, new() { [option] = true }), option, "true");
        AssertNamed(Refused(id, new() { [option] = new JsonArray() }), option, "[]");
        AssertNamed(Refused(id, new() { [option] = new JsonObject() }), option, "{}");
        if (!IsText(id, option)) AssertNamed(Refused(id, new() { [option] = "1" }), option, "\"1\"");
    }

    // System.Text.Json takes any whole number for an enum, also one that no name has: the model built from it would be the last case of a switch.
    [Theory]
    [MemberData(nameof(Choices))]
    public void A_choice_is_one_of_its_names_and_never_a_number(string id, string option)
    {
        AssertNamed(Refused(id, new() { [option] = 0 }), option, "0");
        AssertNamed(Refused(id, new() { [option] = 99 }), option, "99");
        AssertNamed(Refused(id, new() { [option] = "" }), option, "\"\"");
        AssertNamed(Refused(id, new() { [option] = "nonsense" }), option, "\"nonsense\"", Defaults(VariantCatalog.Find(id)!)[option]!.GetValue<string>());
    }

    // Written as the messages and pages spell it; read whatever the case, so that "relu" and a name copied from C# work too.
    [Theory]
    [MemberData(nameof(Choices))]
    public void A_choice_is_written_in_camel_case_and_read_in_any(string id, string option)
    {
        var variant = VariantCatalog.Find(id)!;
        var name = Defaults(variant)[option]!.GetValue<string>();

        Assert.Matches("^[a-z][a-zA-Z]*$", name);
        Assert.Equal(variant.FromJson([]), variant.FromJson(new() { [option] = name.ToUpperInvariant() }));
    }

    [Theory]
    [MemberData(nameof(Amounts))]
    public void A_number_out_of_range_is_a_problem_with_its_path(string id, string option)
    {
        var variant = VariantCatalog.Find(id)!;
        foreach (var value in new[] { -2_000_000_000, 2_000_000_000 })
        {
            var options = variant.FromJson(new() { [option] = value });
            var problem = options.Validate(TinyModels.Fitting(variant, variant.Presets[0].Options)).First(p => p.Path == $"options.{option}");
            Assert.Contains($"options.{option} is {value};", problem.Text.English, StringComparison.Ordinal);
            Assert.Contains($"options.{option} es {value};", problem.Text.Spanish, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    public void A_number_beyond_all_numbers_is_out_of_range(string number)
    {
        var options = VariantCatalog.Find("gan")!.FromJson(TinyModels.Json($$"""{"learningRate": {{number}}}"""));

        Assert.Equal("options.learningRate", Assert.Single(options.Validate(new(FieldKind.Image, 1, 12, 12))).Path);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_problem_is_told_at_once(string id)
    {
        var variant = VariantCatalog.Find(id)!;
        var json = new JsonObject(Defaults(variant).Where(pair => pair.Value!.GetValueKind() == System.Text.Json.JsonValueKind.Number)
            .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)(-1_000_000))));

        var problems = variant.FromJson(json).Validate(TinyModels.Fitting(variant, variant.Presets[0].Options)).Select(p => p.Path).ToHashSet();

        Assert.All(json, pair => Assert.Contains($"options.{pair.Key}", problems));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_given_twice_is_refused(string id, string option)
    {
        var value = Defaults(VariantCatalog.Find(id)!)[option]!.ToJsonString();

        var error = Refused(id, TinyModels.Json($"{{\"{option}\": {value}, \"{option}\": {value}}}"));

        Assert.Contains(option, error.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_points_and_pictures_name_the_output_as_a_recipe_spells_it()
    {
        var gan = VariantCatalog.Find("gan")!;

        var onPoints = Assert.Single(gan.FromJson([]).Validate(new(FieldKind.Points, 2)));
        var onPictures = Assert.Single(gan.FromJson(new() { ["output"] = "none" }).Validate(new(FieldKind.Image, 1, 12, 12)));

        Assert.StartsWith("options.output is sigmoid; points need none", onPoints.Text.English, StringComparison.Ordinal);
        Assert.StartsWith("options.output is none; points need none, pictures tanh, sigmoid or reLU. The data is 12x12x1.", onPictures.Text.English, StringComparison.Ordinal);
    }

    private static void AssertNamed(AdversaException error, string option, params string[] parts)
    {
        Assert.Equal((2020, ExitCode.Usage), (error.Code, error.Exit));
        Assert.Equal($"options.{option}", error.Data["path"]);
        foreach (var part in parts.Prepend($"options.{option}"))
        {
            Assert.Contains(part, error.Text.English, StringComparison.Ordinal);
            Assert.Contains(part, error.Text.Spanish, StringComparison.Ordinal);
        }
    }

    private static AdversaException Refused(string id, JsonObject json) => Assert.Throws<AdversaException>(() => VariantCatalog.Find(id)!.FromJson(json));

    private static TheoryData<string, string> OfKind(System.Text.Json.JsonValueKind kind) =>
        [.. VariantCatalog.BuiltIn.SelectMany(v => Defaults(v).Where(pair => pair.Value!.GetValueKind() == kind && !IsText(v.Id, pair.Key)).Select(pair => (v.Id, pair.Key)))];

    /// <summary>Whether an option takes any text, such as a list of names.</summary>
    private static bool IsText(string id, string option) => VariantCatalog.Find(id)!.Options.All.Single(one => one.Key == option).Range.English == "a text";

    private static JsonObject Defaults(Variant variant) => variant.ToJson(variant.FromJson([]));

    private static object? Default(ParameterInfo parameter) =>
        parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, parameter.DefaultValue!) : parameter.DefaultValue;
}
