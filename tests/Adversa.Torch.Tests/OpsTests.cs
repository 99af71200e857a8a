using System.Text.RegularExpressions;

namespace Adversa.Torch.Tests;

public sealed partial class OpsTests
{
    private static readonly string Folder = Path.Join(Golden.Root, "src", "Adversa.Torch");

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

    // [[2, 1], [1, 2]] has the eigenvalues 1 and 3 with (1, -1)/√2 and (1, 1)/√2.
    [Fact]
    public void An_operator_with_two_results_gives_both_in_order()
    {
        using var scope = new TensorScope();

        var results = Torch.Ops.LinalgEigh(Tensor.From([2f, 1f, 1f, 2f], 2, 2));

        Assert.Equal(2, results.Length);
        Golden.Close([1, 3], results[0].Doubles(), 1e-6, "eigenvalues");
        Assert.Equal([2, 2], results[1].Shape);
        Golden.Close([1, 1], Torch.Ops.Select(results[1], 1, 1).Square().Doubles().Select(v => 2 * v).ToArray(), 1e-6, "the larger one's vector");
    }

    [Fact]
    public void An_operator_with_a_list_of_results_gives_as_many_tensors()
    {
        using var scope = new TensorScope();

        var parts = Torch.Ops.Chunk(Torch.Ops.Arange(5, DType.Int64), 3);

        Assert.Equal([[0, 1], [2, 3], [4]], parts.Select(part => part.ToArray<long>()));
    }

    [Fact]
    public void Drawn_whole_numbers_are_int64_unless_told_and_follow_their_generator()
    {
        using var scope = new TensorScope();
        using var one = new Generator(3);
        using var two = new Generator(3);

        var drawn = Torch.Ops.Randint(5, 8, [200], one).ToArray<long>();

        Assert.Equal([5, 6, 7], drawn.Distinct().Order());
        Assert.Equal(drawn, Torch.Ops.Randint(5, 8, [200], two).ToArray<long>());
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
