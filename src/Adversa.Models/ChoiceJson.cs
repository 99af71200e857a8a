using System.Text.Json;
using System.Text.Json.Serialization;

namespace Adversa.Models;

/// <summary>A choice in JSON: its name in camel case, read whatever the case, and never a number: a number may stand for no name at all.</summary>
/// <typeparam name="T">The choice.</typeparam>
public sealed class ChoiceJson<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) where T : struct, Enum;
