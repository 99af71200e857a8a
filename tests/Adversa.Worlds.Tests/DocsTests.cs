using Adversa.Worlds.Catalog;

namespace Adversa.Worlds.Tests;

public class DocsTests
{
    private static readonly string Docs = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "../../../..", "docs", "data", "worlds"));

    [Fact]
    public void Every_world_has_a_page_with_a_picture_that_names_its_attributes()
    {
        var index = File.ReadAllText(Path.Join(Docs, "README.md"));
        foreach (var name in WorldCatalog.Names)
        {
            var page = File.ReadAllText(Path.Join(Docs, $"{name}.md"));
            Assert.Contains($"({name}.md)", index, StringComparison.Ordinal);
            Assert.Contains($"(pictures/{name}.png)", page, StringComparison.Ordinal);
            Assert.True(new FileInfo(Path.Join(Docs, "pictures", $"{name}.png")).Length > 1000, $"{name} has no picture");
            if (name != "avatars") Assert.All(WorldCatalog.Find(name)!.Schema.Attributes, attribute => Assert.Contains(attribute.Name, page, StringComparison.Ordinal));
        }
    }
}
