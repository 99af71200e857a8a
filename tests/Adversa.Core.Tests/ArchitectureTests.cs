using System.Text.RegularExpressions;

namespace Adversa.Core.Tests;

/// <summary>The arrows between the rooms of the house, read from the project files and from the sources: docs/architecture.md has them as a picture.</summary>
public class ArchitectureTests
{
    /// <summary>What a project may name in its project file or in a <c>using</c>.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Core"] = [],
        ["Formats"] = ["Core"],
        ["Pages"] = ["Core"],
        ["Torch"] = ["Core", "Formats"],
        ["Imaging"] = ["Core", "Formats"],
        ["Data"] = ["Core", "Formats", "Imaging"],
        ["Models"] = ["Core", "Torch"],
        ["Metrics"] = ["Core", "Formats", "Torch", "Imaging", "Data"],
        ["Worlds"] = ["Core", "Formats", "Imaging", "Data"],
        ["DataTools"] = ["Core", "Formats", "Pages", "Imaging", "Data"],
        ["Training"] = ["Core", "Formats", "Pages", "Torch", "Imaging", "Data", "Models", "Metrics", "Worlds", "DataTools"],
        ["Cli"] = ["Core", "Formats", "Pages", "Torch", "Imaging", "Data", "Models", "Metrics", "Worlds", "DataTools", "Training"],
    };

    private static readonly string Src = Path.Join(Root(), "src");

    [Fact]
    public void No_arrow_between_projects_points_back_up()
    {
        foreach (var project in Projects())
        {
            var name = NameOf(project);
            Assert.True(MayUse.ContainsKey(name), $"{name} is new: say in this test what it may use.");
            var used = Regex.Matches(File.ReadAllText(project), "ProjectReference Include=\"[^\"]*/Adversa.(?<name>[^/\"]+)\\.csproj\"").Select(m => m.Groups["name"].Value);
            foreach (var other in used) Assert.True(MayUse[name].Contains(other), $"{name} must not use {other}.");
        }
    }

    [Fact]
    public void No_file_names_a_room_above_its_own()
    {
        foreach (var file in Sources())
        {
            var own = file.Path.Split('/')[0]["Adversa.".Length..];
            foreach (var other in file.Usings.Select(RoomOf).OfType<string>().Where(other => other != own))
                Assert.True(MayUse[own].Contains(other), $"{file.Path} must not use {other}.");
        }
    }

    [Fact]
    public void A_namespace_is_a_folder()
    {
        foreach (var file in Sources().Where(file => file.Namespace.Length > 0))
            Assert.True(NamespaceOf(Path.GetDirectoryName(file.Path)!) == file.Namespace, $"{file.Path} is in the namespace {file.Namespace}; its folder is {NamespaceOf(Path.GetDirectoryName(file.Path)!)}.");
    }

    /// <summary>Read from the built assemblies, so that no way of writing an arrow escapes. The files in a project's root count as a folder.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_circle_joins_the_folders_of_a_project(string room)
    {
        var uses = Dependencies.Of(room);
        foreach (var folder in uses.Keys)
            if (Dependencies.Circle(uses, folder) is { } circle) Assert.Fail($"A circle: {string.Join("\n  uses ", circle)}");
    }

    public static TheoryData<string> Rooms => [.. MayUse.Keys];

    [Fact]
    public void The_core_libraries_need_no_package()
    {
        foreach (var project in Projects().Where(p => NameOf(p) is "Core" or "Torch" or "Models"))
            Assert.DoesNotContain("PackageReference", File.ReadAllText(project), StringComparison.Ordinal);
    }

    private sealed record Source(string Path, string Namespace, IReadOnlyList<string> Usings);

    private static List<Source> Sources() => [.. Directory.GetFiles(Src, "*.cs", SearchOption.AllDirectories).Select(file =>
    {
        var text = Regex.Replace(File.ReadAllText(file), @"^\s*//.*$|""(\\.|[^""\\\n])*""", "", RegexOptions.Multiline);
        return new Source(Path.GetRelativePath(Src, file), Regex.Match(text, @"^namespace (?<name>[\w.]+)", RegexOptions.Multiline).Groups["name"].Value,
            [.. Regex.Matches(text, @"^using (?:static )?(?<name>Adversa[\w.]*);", RegexOptions.Multiline).Select(m => m.Groups["name"].Value)]);
    })];

    /// <summary>The room that a used name lies in; null for the vocabulary itself and for what is not ours.</summary>
    private static string? RoomOf(string used) => used.Split('.') is ["Adversa", var room, ..] && MayUse.ContainsKey(room) ? room : null;

    /// <summary>Adversa.Core is the vocabulary: its namespace is Adversa, in sight of all others.</summary>
    private static string NamespaceOf(string folder) => folder.Replace('/', '.') is var name && name == "Adversa.Core" ? "Adversa" : name;

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project)["Adversa.".Length..];

    private static string[] Projects() => Directory.GetFiles(Src, "*.csproj", SearchOption.AllDirectories);

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Join(folder.FullName, "Adversa.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Adversa.slnx was not found above the tests.");
    }
}
