using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Adversa.Models;

/// <summary>Reads a record of options so that whatever is wrong is named by its path: unknown, duplicate and null members, and values of another type.</summary>
public static class StrictJson
{
    /// <summary>Reads the record; missing members take their defaults.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="json">The object.</param>
    /// <param name="type">The generated serializer.</param>
    /// <param name="owner">Whose options they are, for the messages.</param>
    /// <param name="path">The object's path in a recipe.</param>
    /// <exception cref="AdversaException">ADV2020; <c>Data["path"]</c> holds the member's path.</exception>
    public static T Read<T>(JsonObject json, JsonTypeInfo<T> type, string owner, string path)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(type);
        var known = type.Properties.Select(property => property.Name).ToList();
        foreach (var (name, value) in Members(json, path))
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                var nearest = Nearest.To(name, known);
                throw Refuse(path, name, $"\"{name}\" is no option of {owner}. {(nearest is null ? "" : $"Did you mean: {nearest}? ")}It has: {string.Join(", ", known)}.",
                    $"«{name}» no es una opción de {owner}. {(nearest is null ? "" : $"¿Quiso decir: {nearest}? ")}Tiene: {string.Join(", ", known)}.");
            }

            if (value is null) throw Refuse(path, name, $"{path}.{name} is null; give it a value or leave it out.", $"{path}.{name} es null; dele un valor o quítelo.");
        }

        try
        {
            return json.Deserialize(type)!;
        }
        catch (JsonException e)
        {
            var name = (e.Path ?? "$.").Split('.', '[')[1];
            var (english, spanish) = Expected(type, name);
            throw Refuse(path, name, $"{path}.{name} is {json[name]?.ToJsonString()}; it must be {english}.", $"{path}.{name} es {json[name]?.ToJsonString()}; debe ser {spanish}.", e);
        }
    }

    /// <summary>The members of an object; one that was parsed from text finds a name that stands twice only now.</summary>
    private static JsonObject Members(JsonObject json, string path)
    {
        try
        {
            _ = json.Count;
            return json;
        }
        catch (ArgumentException e)
        {
            using var text = JsonDocument.Parse(json.ToJsonString());
            var name = text.RootElement.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal).First(group => group.Count() > 1).Key;
            throw Refuse(path, name, $"{path}.{name} stands twice; keep one of them.", $"{path}.{name} aparece dos veces; deje una sola.", e);
        }
    }

    private static (string English, string Spanish) Expected(JsonTypeInfo json, string name)
    {
        var type = json.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType;
        if (type is { IsEnum: true })
        {
            var names = string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));
            return ($"one of {names}", $"uno de {names}");
        }

        return IsWhole(json, name) ? ("a whole number within its range, such as 64", "un entero dentro de su rango, como 64") : type == typeof(double) ? ("a number such as 0.5", "un número como 0.5") : (type?.Name ?? "?", type?.Name ?? "?");
    }

    private static bool IsWhole(JsonTypeInfo json, string name) => json.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType is { } type && (type == typeof(int) || type == typeof(long));

    private static AdversaException Refuse(string path, string name, string english, string spanish, Exception? cause = null) =>
        new(2020, ExitCode.Usage, new(english, spanish), cause) { Data = { ["path"] = $"{path}.{name}" } };
}
