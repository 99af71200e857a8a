using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Adversa.Core.Tests;

/// <summary>Which namespaces of an assembly name which, from its compiled code. A constant leaves no trace there.
/// The class of a project's sentences names nothing of the project and does not count.</summary>
internal static class Dependencies
{
    /// <summary>For each namespace those that it uses, each with one example.</summary>
    internal static Dictionary<string, Dictionary<string, string>> Of(string room)
    {
        var file = Path.Join(ArchitectureTests.Root(), "artifacts", "bin", "Adversa.Cli", "release", room == "Cli" ? "adversa.dll" : $"Adversa.{room}.dll");
        using var assembly = AssemblyDefinition.ReadAssembly(file);
        var uses = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var type in assembly.MainModule.GetTypes().Where(IsOurs))
            foreach (var used in Named(type).Select(TopOf).OfType<TypeDefinition>().Where(used => used.Module == type.Module && IsOurs(used) && used.Name != "Words" && used.Namespace != TopOf(type)!.Namespace))
            {
                var from = TopOf(type)!;
                if (!uses.TryGetValue(from.Namespace, out var found)) uses[from.Namespace] = found = new(StringComparer.Ordinal);
                found.TryAdd(used.Namespace, $"{from.Name} -> {used.Name}");
            }

        return uses;
    }

    /// <summary>The shortest way from a namespace back to itself, or null.</summary>
    internal static List<string>? Circle(Dictionary<string, Dictionary<string, string>> uses, string start)
    {
        var (before, queue) = (new Dictionary<string, string>(StringComparer.Ordinal), new Queue<string>([start]));
        while (queue.TryDequeue(out var at))
            foreach (var next in uses.GetValueOrDefault(at)?.Keys ?? Enumerable.Empty<string>())
                if (before.TryAdd(next, at)) queue.Enqueue(next);
        if (!before.ContainsKey(start)) return null;
        var way = new List<string> { start };
        for (var at = start; way.Count == 1 || at != start; at = before[at]) way.Insert(0, $"{before[at]} ({uses[before[at]][at]})");
        return way;
    }

    private static bool IsOurs(TypeDefinition type) => TopOf(type)!.Namespace.StartsWith("Adversa", StringComparison.Ordinal);

    private static TypeDefinition? TopOf(TypeReference type)
    {
        var found = type.GetElementType() is { IsGenericParameter: false } plain && plain.Scope is ModuleDefinition ? plain.Resolve() : null;
        while (found?.DeclaringType is { } outer) found = outer;
        return found;
    }

    private static IEnumerable<TypeReference> Named(TypeDefinition type)
    {
        IEnumerable<TypeReference?> all =
        [
            type.BaseType, .. type.Interfaces.Select(i => i.InterfaceType), .. type.CustomAttributes.Select(a => a.AttributeType), .. type.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType),
            .. type.Fields.Select(f => f.FieldType), .. type.Properties.Select(p => p.PropertyType), .. type.Methods.SelectMany(Named),
        ];
        return all.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference?> Named(MethodDefinition method) =>
    [
        method.ReturnType, .. method.Parameters.Select(p => p.ParameterType),
        .. method.Body?.Variables.Select(v => v.VariableType) ?? [], .. method.Body?.ExceptionHandlers.Select(h => h.CatchType) ?? [],
        .. method.Body?.Instructions.SelectMany(Named) ?? [],
    ];

    private static IEnumerable<TypeReference?> Named(Instruction instruction) => instruction.Operand switch
    {
        GenericInstanceMethod call => [call.DeclaringType, call.ReturnType, .. call.GenericArguments],
        MethodReference call => [call.DeclaringType, call.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference named => [named],
        _ => [],
    };

    /// <summary>A type, and the types that it is made of: elements of an array, arguments of a generic one.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        FunctionPointerType => [],
        TypeSpecification other => Parts(other.ElementType),
        _ => [type],
    };
}
