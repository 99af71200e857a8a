using System.CommandLine;
using Adversa.Cli.Output;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa completion bash|zsh|fish|pwsh</c>: a script by which a shell completes our commands, options and values.</summary>
/// <remarks>Each script asks the program that stands on the line, by <c>adversa complete -- WORDS</c>; where that has no answer, the shell offers files.</remarks>
internal static class CompletionCommand
{
    /// <summary>The command that the scripts call; nobody types it.</summary>
    internal const string Asked = "complete";

    internal static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    internal static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = Words.BashZshFishOrPwsh.ToString() };
        var command = Command("completion", Words.PrintsScriptCompletesCommandsOptions);
        command.Arguments.Add(shell);
        command.SetAction(parsed =>
        {
            terminal.Result(Script(parsed.GetValue(shell)!).TrimEnd());
            return 0;
        });
        return command;
    }

    /// <summary>Answers a script: what may stand in place of the last word, one a line.</summary>
    internal static Command Answer(Terminal terminal)
    {
        var words = new Argument<string[]>("WORDS") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(Asked, "Serves completion.") { Hidden = true };
        command.Arguments.Add(words);
        command.SetAction(parsed =>
        {
            foreach (var candidate in Completions.Of(parsed.RootCommandResult.Command, parsed.GetValue(words) ?? [])) terminal.Result(candidate);
            return 0;
        });
        return command;
    }

    private static string Script(string shell) => shell switch
    {
        "bash" => """
            # adversa: completion for bash. Now: source <(adversa completion bash)
            # Always: adversa completion bash > ~/.local/share/bash-completion/completions/adversa
            _adversa() {
              local program=${COMP_WORDS[0]/#\~/$HOME} IFS=$'\n'
              COMPREPLY=($("$program" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
              [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null
            }
            complete -o bashdefault -o default -F _adversa adversa
            """,
        "zsh" => """
            #compdef adversa
            # adversa: completion for zsh. Now: source <(adversa completion zsh)
            # Always: adversa completion zsh > FOLDER/_adversa, where FOLDER is in $fpath
            _adversa() {
              local -a candidates
              candidates=(${(f)"$(${~words[1]} complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)"})
              if (( ! ${#candidates} )); then
                _files
                return
              fi
              compadd -S '' -- ${(M)candidates:#*=}
              compadd -- ${candidates:#*=}
            }
            (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
            if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _adversa "$@"; else compdef _adversa adversa; fi
            """,
        "fish" => """
            # adversa: completion for fish. Now: adversa completion fish | source
            # Always: adversa completion fish > ~/.config/fish/completions/adversa.fish
            function __adversa_complete
              set -l words (commandline -opc)
              set -l word (commandline -ct)
              set -l program (string replace -r '^~' $HOME -- $words[1])
              set -l candidates ($program complete -- $words[2..-1] $word 2>/dev/null)
              if test (count $candidates) -gt 0
                printf '%s\n' $candidates
              else
                __fish_complete_path $word
              end
            end
            complete -c adversa -f -a '(__adversa_complete)'
            """,
        "pwsh" => """
            # adversa: completion for PowerShell 7. Now: adversa completion pwsh | Out-String | Invoke-Expression
            # Always: the same line in the file that $PROFILE names
            Register-ArgumentCompleter -Native -CommandName adversa -ScriptBlock {
              param($word, $line, $cursor)
              $words = @($line.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { $_.Extent.Text })
              $given = @($words | Select-Object -Skip 1)
              if ($word -eq '') { $given += '' }
              & $words[0] complete -- @given 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
        _ => throw new AdversaException(2001, ExitCode.Usage, Words.CompletionKnowsGot(string.Join(", ", Shells), shell)),
    };
}
