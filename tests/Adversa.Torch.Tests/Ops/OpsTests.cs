using System.Text.RegularExpressions;
using Adversa.Torch.Native;

namespace Adversa.Torch.Tests.Ops;

public sealed partial class OpsTests
{
    private static readonly string Folder = Path.Join(Golden.Root, "src", "Adversa.Torch", "Ops");

    public static TheoryData<string> Schemas => [.. OpGenerator.Schemas(File.ReadAllText(Path.Join(Folder, "ops.txt")))];

    [Fact]
    public void Generated_operators_match_the_list()
    {
        var file = Path.Join(Folder, "Ops.g.cs");
        var generated = OpGenerator.Generate(File.ReadAllText(Path.Join(Folder, "ops.txt")));
        if (Environment.GetEnvironmentVariable("ADVERSA_UPDATE_OPS") == "1") File.WriteAllText(file, generated);

        Assert.True(generated == File.ReadAllText(file), "Ops.g.cs is not what ops.txt says. Run ADVERSA_UPDATE_OPS=1 ./test Torch and look at the change.");
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Schema_equals_the_one_of_the_loaded_libtorch(string schema)
    {
        var (name, overload) = OpGenerator.NameOf(schema);

        var stated = new Operator(name, overload).Schema;

        if (Engine.TorchVersion.StartsWith("1.13", StringComparison.Ordinal)) Assert.Equal(schema, stated);      // the version the list was taken from: defaults too
        else Assert.Equal(Essence(schema), Essence(stated));
    }

    /// <summary>Name, argument types with names in order, result type: defaults, list lengths and aliases do not change how a call is made.
    /// libtorch 2.x says SymInt where 1.x said int; the door passes whole numbers for both.</summary>
    private static string Essence(string schema)
    {
        var text = Alias().Replace(schema, "");
        text = Default().Replace(text, "");
        text = ListLength().Replace(text, "[]");
        if (Engine.TorchVersion.StartsWith("2.", StringComparison.Ordinal)) text = text.Replace("SymInt", "int", StringComparison.Ordinal);
        return Single().Replace(text, "-> $1").Trim();
    }

    [GeneratedRegex(@"\([a-z]!?( -> [a-z*])?\)")]
    private static partial Regex Alias();

    [GeneratedRegex(@"=(\[[^\]]*\]|[^,()]+)")]
    private static partial Regex Default();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex ListLength();

    [GeneratedRegex(@"-> \((\w+)\)")]
    private static partial Regex Single();
}
