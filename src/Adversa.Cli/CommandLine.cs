using System.CommandLine;
using Adversa.Cli.Commands;
using Adversa.Cli.Output;
using static Adversa.Cli.Language;

namespace Adversa.Cli;

/// <summary>The tree of commands.</summary>
internal static class CommandLine
{
    internal static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand(Say(
            "Adversa trains, watches and judges generative adversarial networks. Start with: adversa train digits",
            "Adversa entrena, observa y juzga redes generativas adversarias. Empiece con: adversa train digits"))
        {
            TrainCommand.Create(terminal),
            ResumeCommand.Create(terminal),
            SampleCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            RunsCommand.Create(terminal),
            CheckpointCommand.Create(terminal),
            RecipesCommand.Create(terminal),
            DataCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            ExplainCommand.Create(terminal),
        };
        foreach (var (names, english, spanish) in new (string[], string, string)[]
        {
            (["--json"], "Write results as JSON, one object a line.", "Escribe los resultados como JSON, un objeto por línea."),
            (["--quiet", "-q"], "Say nothing but results and errors.", "Solo resultados y errores."),
            (["--verbose", "-v"], "Show the cause of an error.", "Muestra la causa de un error."),
            (["--no-color"], "No colours, also set by NO_COLOR.", "Sin colores; también con NO_COLOR."),
        })
            root.Options.Add(new Option<bool>(names[0], names[1..]) { Description = Say(english, spanish), Recursive = true });
        root.Options.Add(new Option<string>("--lang") { Description = Say("Language of messages.", "Idioma de los mensajes."), HelpName = "en|es", Recursive = true });
        return root;
    }
}
