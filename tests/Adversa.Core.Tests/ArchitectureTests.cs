using System.Text.RegularExpressions;

namespace Adversa.Core.Tests;

/// <summary>The arrows between the projects, read from the project files.</summary>
public class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Adversa.Core"] = [],
        ["Adversa.Torch"] = ["Adversa.Core"],
        ["Adversa.Data"] = ["Adversa.Core", "Adversa.Torch"],
        ["Adversa.Models"] = ["Adversa.Core", "Adversa.Torch"],
        ["Adversa.Metrics"] = ["Adversa.Core", "Adversa.Torch", "Adversa.Data"],
        ["Adversa.Training"] = ["Adversa.Core", "Adversa.Torch", "Adversa.Data", "Adversa.Models", "Adversa.Metrics"],
        ["Adversa.Export"] = ["Adversa.Core", "Adversa.Torch", "Adversa.Data", "Adversa.Models", "Adversa.Metrics"],
        ["Adversa.Cli"] = ["Adversa.Core", "Adversa.Torch", "Adversa.Data", "Adversa.Models", "Adversa.Metrics", "Adversa.Training", "Adversa.Export"],
        ["Adversa.Studio"] = ["Adversa.Core", "Adversa.Torch", "Adversa.Data", "Adversa.Models", "Adversa.Metrics", "Adversa.Training", "Adversa.Export"],
    };

    [Fact]
    public void No_arrow_between_projects_points_back_up()
    {
        foreach (var project in Projects())
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Assert.True(MayUse.ContainsKey(name), $"{name} is new: say in this test what it may use.");
            var used = Regex.Matches(File.ReadAllText(project), "ProjectReference Include=\"[^\"]*/(?<name>[^/\"]+)\\.csproj\"").Select(m => m.Groups["name"].Value);
            foreach (var other in used) Assert.True(MayUse[name].Contains(other), $"{name} must not use {other}.");
        }
    }

    [Fact]
    public void The_core_libraries_need_no_package()
    {
        foreach (var project in Projects().Where(p => !p.EndsWith("Adversa.Cli.csproj", StringComparison.Ordinal)))
            Assert.DoesNotContain("PackageReference", File.ReadAllText(project), StringComparison.Ordinal);
    }

    private static string[] Projects() => Directory.GetFiles(Path.Join(Root(), "src"), "*.csproj", SearchOption.AllDirectories);

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Join(folder.FullName, "Adversa.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Adversa.slnx was not found above the tests.");
    }
}
