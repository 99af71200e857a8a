namespace Adversa;

/// <summary>A field that a system reads beside what is drawn.</summary>
/// <param name="Name">Its well-known name, such as <see cref="Field.Input"/>.</param>
/// <param name="Kind">What it must hold.</param>
/// <param name="IsApart">Whether it must be a collection of its own, without pairs; else it belongs to what is drawn.</param>
public sealed record FieldNeed(string Name, FieldKind Kind, bool IsApart = false)
{
    /// <summary>What several of a kind are called.</summary>
    /// <param name="kind">The kind.</param>
    public static Text Plural(FieldKind kind) => kind switch
    {
        FieldKind.Image => new("pictures", "imágenes"),
        FieldKind.Points => new("points", "puntos"),
        FieldKind.Label => new("classes", "clases"),
        FieldKind.Attributes => new("attributes", "atributos"),
        FieldKind.Mask => new("masks", "máscaras"),
        _ => new("texts", "textos"),
    };

    /// <summary>What is needed, behind the name of what is drawn: <c>in pairs</c>.</summary>
    public Text With => Name switch
    {
        Field.Input => IsApart ? new("in two collections", "en dos colecciones") : new("in pairs", "en parejas"),
        Field.Caption => new("with captions", "con descripciones"),
        Field.Mask => new("with masks", "con máscaras"),
        _ => new($"with {Name}", $"con {Name}"),
    };

    /// <summary>Why some samples will not do, with the way out; null when they will.</summary>
    /// <param name="system">The system's id.</param>
    /// <param name="schema">The samples.</param>
    public Text? Refusal(string system, SampleSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (schema.Find(Name) is not { } field) return new(
            $"{system} needs {Plural(schema.Kind).English} {With.English}; the data has no field {Name}. {WayOut.English}", $"{system} necesita {Plural(schema.Kind).Spanish} {With.Spanish}; los datos no tienen el campo {Name}. {WayOut.Spanish}");
        if (field.Kind != Kind) return new(
            $"{system} needs {Plural(Kind).English} in the field {Name}; the data has {Plural(field.Kind).English} there ({field}). {WayOut.English}",
            $"{system} necesita {Plural(Kind).Spanish} en el campo {Name}; los datos tienen ahí {Plural(field.Kind).Spanish} ({field}). {WayOut.Spanish}");
        return field.IsApart == IsApart ? null : new(
            $"{system} needs {Plural(schema.Kind).English} {With.English}; the data {(field.IsApart ? "is two collections without pairs" : "is in pairs")}. {WayOut.English}",
            $"{system} necesita {Plural(schema.Kind).Spanish} {With.Spanish}; los datos {(field.IsApart ? "son dos colecciones sin parejas" : "están en parejas")}. {WayOut.Spanish}");
    }

    private Text WayOut => Name switch
    {
        Field.Input when IsApart => new("Use --data domains:A,B, or domains:FOLDER with folders trainA and trainB.", "Use --data domains:A,B, o domains:CARPETA con carpetas trainA y trainB."),
        Field.Input => new("Use --data pairs:FOLDER: pictures A|B side by side, or folders A and B whose pictures share names.", "Use --data pairs:CARPETA: imágenes A|B lado a lado, o carpetas A y B cuyas imágenes comparten nombres."),
        Field.Caption => new("Put a column caption into metadata.jsonl, a captions.txt above the pictures, or a .txt beside each.", "Ponga una columna caption en metadata.jsonl, un captions.txt encima de las imágenes, o un .txt junto a cada una."),
        Field.Mask => new("Put a column mask into metadata.jsonl that names a picture for each.", "Ponga en metadata.jsonl una columna mask que nombre una imagen para cada una."),
        _ => new("Use other data.", "Use otros datos."),
    };
}
