using System.Globalization;

namespace Adversa.Cli;

/// <summary>The language of what people read: <c>--lang</c>, <c>ADVERSA_LANG</c>, then the locale. Flags, keys and files are English always.</summary>
internal static class Language
{
    private const string Flag = "--lang", SpanishFlag = "--idioma";

    internal static readonly (string Spanish, string English)[] Flags =
    [
        ("--datos", "--data"), ("--pasos", "--steps"), ("--minutos", "--minutes"), ("--semilla", "--seed"), ("--salida", "--out"), ("--hilos", "--threads"),
        (SpanishFlag, Flag), ("--tamano", "--size"), ("--tamaño", "--size"), ("--semillas", "--seeds"), ("--cantidad", "--count"), ("--tasa", "--lr"), ("--desde", "--from"),
        ("--sin-juez", "--no-judge"), ("--sin-color", "--no-color"),
    ];

    internal static readonly (string Spanish, string English)[] Verbs =
    [
        ("entrenar", "train"), ("reanudar", "resume"), ("muestrear", "sample"), ("evaluar", "evaluate"), ("informe", "report"), ("comparar", "compare"), ("experimentar", "experiment"), ("aumentar", "augment"), ("comprobar", "check"), ("ejecuciones", "runs"), ("recetas", "recipes"),
        ("datos", "data"), ("diagnostico", "doctor"), ("diagnóstico", "doctor"), ("explicar", "explain"),
    ];

    internal static bool IsSpanish => Adversa.Text.IsSpanish;

    /// <summary>The sentence in the user's language.</summary>
    internal static string Say(string english, string spanish) => IsSpanish ? spanish : english;

    internal static void Choose(string[] args)
    {
        var asked = After(args, Flag) ?? After(args, SpanishFlag) ?? Variable("ADVERSA_LANG") ?? Variable("LC_ALL") ?? Variable("LC_MESSAGES") ?? Variable("LANG") ?? "en";
        var culture = new CultureInfo(asked.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? "es" : "en");
        CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentUICulture = culture;
    }

    /// <summary>The Spanish name of a verb, or empty.</summary>
    internal static string SpanishVerb(string english) => Verbs.FirstOrDefault(verb => verb.English == english).Spanish ?? "";

    /// <summary>Spanish verbs, and Spanish names of the commonest flags, work in any language.</summary>
    internal static string[] ToEnglish(string[] args)
    {
        var verb = Enumerable.Range(0, args.Length).Where(i => !args[i].StartsWith('-') && (i == 0 || args[i - 1] is not (Flag or SpanishFlag))).DefaultIfEmpty(-1).First();
        var end = Array.IndexOf(args, "--") is >= 0 and var at ? at : args.Length;      // behind it, everything is a name
        return [.. args.Select((arg, i) =>
        {
            if (i == verb) return Verbs.FirstOrDefault(pair => pair.Spanish == arg).English ?? arg;
            var name = arg.Split('=')[0];
            var english = i < end ? Flags.FirstOrDefault(flag => flag.Spanish == name).English : null;
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
