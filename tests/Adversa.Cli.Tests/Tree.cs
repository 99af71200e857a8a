using System.CommandLine;

namespace Adversa.Cli.Tests;

/// <summary>Walks over all commands.</summary>
internal static class Tree
{
    internal static IEnumerable<(string[] Path, Command Command)> Commands(Command root, params string[] path) =>
        root.Subcommands.Where(sub => !sub.Hidden).SelectMany(sub => Commands(sub, [.. path, sub.Name])).Prepend((path, root));

    internal static IEnumerable<(string[] Path, Option Option)> Options(Command root) => Commands(root).SelectMany(pair => pair.Command.Options.Select(option => (pair.Path, option)));
}
