using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Adversa.Cli.Output;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary>The tree of commands, and the one way into it.</summary>
internal static class CommandLine
{
    /// <summary>Runs a line; every error becomes one line and an exit code.</summary>
    internal static int Run(string[] args, Terminal terminal)
    {
        try
        {
            var parsed = Build(terminal).Parse(ToEnglish(args), new ParserConfiguration { ResponseFileTokenReplacer = null });
            UsageErrors.Check(parsed);
            return parsed.Invoke(Configuration(terminal));
        }
        catch (Exception e)
        {
            return (int)terminal.Fail(e);
        }
        finally
        {
            terminal.Flush();
        }
    }

    private static InvocationConfiguration Configuration(Terminal terminal) => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,                               // signals are ours: Signals.cs
        Output = terminal.OutWriter,
        Error = terminal.ErrorWriter,
    };

    internal static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand(Words.AdversaTrainsWatchesAndJudgesGenerative.ToString())
        {
            TrainCommand.Create(terminal),
            ResumeCommand.Create(terminal),
            SampleCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            ReportCommand.Create(terminal),
            CompareCommand.Create(terminal),
            ExperimentCommand.Create(terminal),
            AugmentCommand.Create(terminal),
            CheckCommand.Create(terminal),
            RunsCommand.Create(terminal),
            CheckpointCommand.Create(terminal),
            RecipesCommand.Create(terminal),
            DataCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            ProbeCommand.Create(terminal),
            CompletionCommand.Create(terminal),
            CompletionCommand.Answer(terminal),
        };
        var version = Arguments.Command("version", Words.SaysVersion);
        version.SetAction(_ => Version(terminal));
        root.Subcommands.Add(HelpCommand.Create(path => root.Parse([.. path, "--help"]).Invoke(Configuration(terminal))));
        root.Subcommands.Add(version);
        foreach (var (names, text) in new (string[], Text)[]
        {
            (["--json"], Words.JsonOption),
            (["--quiet", "-q"], Words.QuietOption),
            (["--verbose", "-v"], Words.VerboseOption),
            (["--no-color"], Words.NoColorOption),
        })
            root.Options.Add(new Option<bool>(names[0], names[1..]) { Description = text.ToString(), Recursive = true });
        root.Options.Add(new Option<string>("--lang")
        {
            Description = Words.LanguageOfMessages.ToString(), HelpName = "en|es", Recursive = true,
        });
        root.SetAction(parsed => Help(terminal, parsed));
        foreach (var option in root.Options)
            option.Action = option switch
            {
                HelpOption => new Act(parsed => Help(terminal, parsed)),
                VersionOption => new Act(_ => Version(terminal)),
                _ => option.Action,
            };
        if (IsSpanish) InSpanish(root);
        return root;
    }

    /// <summary>Shows Spanish names of options and values beside their descriptions. The parser has been given the English names by then.</summary>
    private static void InSpanish(Command command)
    {
        foreach (var option in command.Options)
        {
            if (SpanishFlag(option.Name) is { } name) option.Aliases.Add(name);
            if (option.HelpName is { } value) option.HelpName = SpanishValue(value);
        }

        foreach (var argument in command.Arguments) argument.HelpName = SpanishValue(argument.Name);
        foreach (var sub in command.Subcommands) InSpanish(sub);
    }

    private static int Version(Terminal terminal)
    {
        var version = typeof(CommandLine).Assembly.GetName().Version!.ToString(3);
        terminal.ForPeople($"adversa {version}");
        terminal.ForPrograms("version", new() { ["version"] = version });
        return 0;
    }

    private static int Help(Terminal terminal, ParseResult parsed)
    {
        using var text = new StringWriter();
        parsed.InvocationConfiguration.Output = text;
        new HelpAction().Invoke(parsed);
        parsed.InvocationConfiguration.Output = terminal.OutWriter;
        terminal.OutWriter.Write(IsSpanish ? SpanishHelp.Of(text.ToString()) : text.ToString());
        return Examples(terminal, parsed);
    }

    private static int Examples(Terminal terminal, ParseResult parsed)
    {
        string[] examples = parsed.CommandResult.Command.Name switch
        {
            "train" => ["train digits", "train dcgan --data ./pictures --size 64 --minutes 30", "train ring --steps 2000 --seed 7 --set batch=128", "train digits --dry-run"],
            "resume" => ["resume", "resume latest --steps 5000"],
            "sample" => ["sample latest --seeds 0-63 -o grid.png", "sample latest --count 1000 -o samples.npy"],
            "evaluate" => ["evaluate latest", "evaluate latest --min readable=0.55"],
            "compare" => ["compare 2315-dcgan 2342-wgan", "compare latest other-run --metric high_quality -o both.html"],
            "experiment" => ["experiment study.json --dry-run", "experiment study.json"],
            "report" => ["report latest", "report latest -o ring.html"],
            "data" or "show" when parsed.CommandResult.Command.Arguments is [{ Name: "SPEC" }] or [] => ["data show digits", "data show ./pictures -o sheet.png"],
            "check" when parsed.CommandResult.Command.Arguments is [{ Name: "SYSTEM" }] => ["check gan", "check --all --threads 2", "check --list"],
            "check" => ["data check ./pictures --size 64 --report pictures.html", "data check ./pictures --quarantine ./bad --strict"],
            "make" => ["data make glyphs --count 20000 -o glyphs.safetensors", "data make art-folder --count 1000 --defects 5 -o art"],
            "prepare" => ["data prepare ./pictures --size 64 -o pictures.safetensors", "train dcgan --data pictures.safetensors"],
            "runs" => ["runs list", "runs show latest"],
            "checkpoint" => ["checkpoint list", "checkpoint verify latest"],
            "recipes" => ["recipes", "recipes show dcgan"],
            "explain" => ["explain ADV2011"],
            "help" => ["help train", "help data show"],
            "completion" => ["completion bash"],
            _ when parsed.CommandResult.Command is RootCommand => ["train digits", "sample latest --seeds 0-63 -o grid.png", "recipes", "doctor"],
            _ => [],
        };
        if (examples.Length == 0) return 0;
        terminal.Result(Words.Examples.ToString());
        foreach (var example in examples) terminal.Result($"  {ShellWords.Me} {example}");
        terminal.Result("");
        return 0;
    }

    private sealed class Act(Func<ParseResult, int> act) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult) => act(parseResult);

        public override bool ClearsParseErrors => true;
    }
}
