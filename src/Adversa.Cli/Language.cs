using System.Globalization;

namespace Adversa.Cli;

/// <summary>The language of what people read: <c>--lang</c>, <c>ADVERSA_LANG</c>, then the locale. Flags, keys and files are English always.</summary>
internal static class Language
{
    private const string Flag = "--lang", SpanishLang = "--idioma", Output = "--output", SpanishOut = "--salida";
    private static readonly string[] WithOut = ["train", "check", "experiment"];      // what they write is --out; of all others --output

    internal static readonly (string Spanish, string English)[] Flags =
    [
        ("--datos", "--data"), ("--pasos", "--steps"), ("--minutos", "--minutes"), ("--semilla", "--seed"), (SpanishOut, "--out"), ("--hilos", "--threads"),
        (SpanishLang, Flag), ("--tamano", "--size"), ("--tamaño", "--size"), ("--semillas", "--seeds"), ("--cantidad", "--count"), ("--tasa", "--lr"), ("--desde", "--from"),
        ("--sin-juez", "--no-judge"), ("--sin-color", "--no-color"),
    ];

    private static readonly (string Spanish, string English)[] Values =
    [
        ("RECETA", "RECIPE"), ("DATOS", "SPEC"), ("CARPETA", "DIR"), ("ARCHIVO", "FILE"), ("EJECUCIÓN", "RUN"), ("clave=valor", "key=value"), ("métrica=valor", "metric=value"),
        ("LISTA", "LIST"), ("ESPACIO", "SPACE"), ("NOMBRE", "NAME"), ("RUTA", "PATH"), ("MUNDO", "WORLD"), ("SISTEMA", "SYSTEM"), ("CÓDIGO", "CODE"), ("ESTUDIO", "STUDY"), ("COMANDO", "COMMAND"),
        ("INTÉRPRETE", "SHELL"), ("PALABRAS", "WORDS"), ("DESTINO", "OUT"), ("MENOR-MAYOR", "LOW-HIGH"), ("PORCENTAJE", "PERCENT"), ("DISPOSITIVO", "D"),
    ];

    internal static readonly (string Spanish, string English)[] Verbs =
    [
        ("entrenar", "train"), ("reanudar", "resume"), ("muestrear", "sample"), ("evaluar", "evaluate"), ("informe", "report"), ("comparar", "compare"), ("experimentar", "experiment"), ("aumentar", "augment"), ("comprobar", "check"), ("ejecuciones", "runs"), ("recetas", "recipes"),
        ("datos", "data"), ("diagnostico", "doctor"), ("diagnóstico", "doctor"), ("explicar", "explain"), ("ayuda", "help"), ("versión", "version"), ("autocompletar", "completion"),
    ];

    internal static bool IsSpanish => Adversa.Text.IsSpanish;

    internal static void Choose(string[] args)
    {
        var asked = After(args, Flag) ?? After(args, SpanishLang) ?? Variable("ADVERSA_LANG") ?? Variable("LC_ALL") ?? Variable("LC_MESSAGES") ?? Variable("LANG") ?? "en";
        var culture = new CultureInfo(asked.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? "es" : "en");
        CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentUICulture = culture;
    }

    /// <summary>What stands for a value in the help: in Spanish a Spanish word.</summary>
    internal static string SpanishValue(string english) => Values.FirstOrDefault(value => value.English == english).Spanish ?? english;

    /// <summary>The words that <see cref="SpanishValue"/> knows.</summary>
    internal static IEnumerable<string> EnglishValues => Values.Select(value => value.English);

    /// <summary>The Spanish name of a verb, or empty.</summary>
    internal static string SpanishVerb(string english) => Verbs.FirstOrDefault(verb => verb.English == english).Spanish ?? "";

    /// <summary>The Spanish name of an option; null for those that have none.</summary>
    internal static string? SpanishFlag(string english) => english == Output ? SpanishOut : Flags.Where(flag => flag.English == english).Select(flag => flag.Spanish).LastOrDefault();

    /// <summary>Spanish verbs, and Spanish names of the commonest flags, work in any language.</summary>
    internal static string[] ToEnglish(string[] args)
    {
        var verb = Enumerable.Range(0, args.Length).Where(i => !args[i].StartsWith('-') && (i == 0 || args[i - 1] is not (Flag or SpanishLang))).DefaultIfEmpty(-1).First();
        var end = Array.IndexOf(args, "--") is >= 0 and var at ? at : args.Length;      // behind it, everything is a name
        return [.. args.Select((arg, i) =>
        {
            if (i == verb) return Verbs.FirstOrDefault(pair => pair.Spanish == arg).English ?? arg;
            var name = arg.Split('=')[0];
            var english = i < end ? Flags.FirstOrDefault(flag => flag.Spanish == name).English : null;
            if (name == SpanishOut && i < end && verb >= 0 && !WithOut.Contains(Verbs.FirstOrDefault(pair => pair.Spanish == args[verb]).English ?? args[verb])) english = Output;
            return english is null ? arg : english + arg[name.Length..];
        })];
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string? After(string[] args, string flag)
    {
        var at = Array.IndexOf(args, flag);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : args.FirstOrDefault(a => a.StartsWith(flag + "=", StringComparison.Ordinal))?[(flag.Length + 1)..];
    }
}
