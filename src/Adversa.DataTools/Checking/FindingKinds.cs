namespace Adversa.DataTools.Checking;

/// <summary>What each kind of finding is called, how much it matters and what to do about it.</summary>
public static class FindingKinds
{
    private static readonly Dictionary<FindingKind, (string Key, FindingLevel Level, Text Title, Text Advice)> Words = new()
    {
        [FindingKind.UnreadableFolder] = ("unreadable_folder", FindingLevel.Bad, new("folders not listed", "carpetas sin listar"),
            new("Give yourself the right to list them, or leave them out.", "Dese permiso para listarlas o déjelas fuera.")),
        [FindingKind.Unreadable] = ("unreadable", FindingLevel.Bad, new("unreadable", "ilegibles"),
            new("Check rights and disk. They are left out of training.", "Revise los permisos y el disco. No entran en el entrenamiento.")),
        [FindingKind.Damaged] = ("damaged", FindingLevel.Bad, new("damaged", "dañadas"),
            new("Fetch them again or set them aside with --quarantine. They are left out of training.", "Consígalas de nuevo o apártelas con --quarantine. No entran en el entrenamiento.")),
        [FindingKind.Unsupported] = ("unsupported", FindingLevel.Bad, new("unsupported format", "formato no admitido"),
            new("Save them as PNG or JPEG. Until then they are left out of training.", "Guárdelas como PNG o JPEG. Mientras tanto no entran en el entrenamiento.")),
        [FindingKind.Table] = ("table", FindingLevel.Bad, new("damaged table", "tabla dañada"),
            new("Mend it or move it out of the folder: nothing can be trained before.", "Corríjala o sáquela de la carpeta: antes no se puede entrenar nada.")),
        [FindingKind.WrongExtension] = ("wrong_extension", FindingLevel.Look, new("wrong extension", "extensión equivocada"),
            new("Read by content, so training works. Rename them for the sake of other programs.", "Se leen por su contenido, así que sirven. Cámbieles el nombre para otros programas.")),
        [FindingKind.TooSmall] = ("too_small", FindingLevel.Look, new("too small", "demasiado pequeñas"),
            new("They would be enlarged and blurred. Remove them or train at a smaller --size.", "Se ampliarían y quedarían borrosas. Quítelas o entrene con un --size menor.")),
        [FindingKind.OddAspect] = ("odd_aspect", FindingLevel.Look, new("odd proportions", "proporciones raras"),
            new("Cutting the middle square loses most of them. Cut them by hand, or prepare with --fit pad.", "Al recortar el cuadrado central se pierde casi todo. Recórtelas a mano o prepárelas con --fit pad.")),
        [FindingKind.Blank] = ("blank", FindingLevel.Look, new("blank", "en blanco"),
            new("One even colour teaches nothing. Remove them unless they are meant.", "Un color uniforme no enseña nada. Quítelas si no son intencionadas.")),
        [FindingKind.GreyAmongColour] = ("grey_among_colour", FindingLevel.Look, new("grey among colour", "en gris entre imágenes en color"),
            new("A model learns them as a style of their own. Remove them if you want colour.", "El modelo las aprende como un estilo más. Quítelas si quiere color.")),
        [FindingKind.ColourAmongGrey] = ("colour_among_grey", FindingLevel.Look, new("colour among grey", "en color entre imágenes en gris"),
            new("They turn the whole set into colour. Remove them, or prepare with --channels 1.", "Convierten todo el conjunto en color. Quítelas o prepárelo con --channels 1.")),
        [FindingKind.GreyInColour] = ("grey_in_colour", FindingLevel.Look, new("grey stored in colour", "en gris guardadas en color"),
            new("No picture has colour, yet they would be learned as three channels that are alike. Prepare with --channels 1.", "Ninguna imagen tiene color, pero se aprenderían como tres canales iguales. Prepárelas con --channels 1.")),
        [FindingKind.Animated] = ("animated", FindingLevel.Look, new("animated", "animadas"),
            new("Only the first picture of each file is used.", "Solo se usa la primera imagen de cada archivo.")),
        [FindingKind.Duplicate] = ("duplicate", FindingLevel.Look, new("duplicates", "duplicadas"),
            new("Copies weigh more than other pictures. Keep one: --quarantine DIR --quarantine-duplicates.", "Las copias pesan más que las demás. Conserve una: --quarantine CARPETA --quarantine-duplicates.")),
        [FindingKind.NearDuplicate] = ("near_duplicate", FindingLevel.Look, new("near duplicates", "casi duplicadas"),
            new("The same picture resized or saved again? Look at them and keep the best.", "¿La misma imagen redimensionada o guardada de nuevo? Mírelas y conserve la mejor.")),
        [FindingKind.Transparent] = ("transparent", FindingLevel.Note, new("transparent", "transparentes"),
            new("Composed on black; --background white or mean in train, prepare and show composes them otherwise.", "Se componen sobre negro; --background white o mean en train, prepare y show las compone de otro modo.")),
        [FindingKind.OpaqueAlpha] = ("opaque_alpha", FindingLevel.Note, new("alpha never used", "alfa sin usar"),
            new("Nothing to do: every pixel is opaque.", "Nada que hacer: todos los píxeles son opacos.")),
        [FindingKind.Deep] = ("deep", FindingLevel.Note, new("16 bits", "16 bits"),
            new("Converted to 8 bits.", "Se convierten a 8 bits.")),
        [FindingKind.Ink] = ("ink", FindingLevel.Note, new("CMYK", "CMYK"),
            new("Converted to RGB without a colour profile: colours may shift.", "Se convierten a RGB sin perfil de color: los colores pueden variar.")),
        [FindingKind.Rotated] = ("rotated", FindingLevel.Note, new("EXIF rotation", "rotación EXIF"),
            new("Turned upright as EXIF says.", "Se enderezan como dice EXIF.")),
    };

    /// <summary>Its name in JSON, such as <c>near_duplicate</c>; never changes.</summary>
    /// <param name="kind">The kind.</param>
    public static string Key(this FindingKind kind) => Words[kind].Key;

    /// <summary>How much it matters.</summary>
    /// <param name="kind">The kind.</param>
    public static FindingLevel Level(this FindingKind kind) => Words[kind].Level;

    /// <summary>What people call it, after a count.</summary>
    /// <param name="kind">The kind.</param>
    public static Text Title(this FindingKind kind) => Words[kind].Title;

    /// <summary>What to do about it.</summary>
    /// <param name="kind">The kind.</param>
    public static Text Advice(this FindingKind kind) => Words[kind].Advice;
}
