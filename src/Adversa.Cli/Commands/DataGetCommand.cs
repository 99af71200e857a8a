using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.DataTools.Fetching;
using Adversa.Training;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;
using static Adversa.ShellWords;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa data get [NAME]</c></summary>
internal static class DataGetCommand
{
    internal static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = Words.DataSetWithoutOneAll.ToString(), Arity = ArgumentArity.ZeroOrOne };
        var to = Text("--to", "DIR", Words.FolderForFilesInsteadOfUsual);
        var command = Command("get", Words.DownloadsPublicDataSetAndVerifies);
        command.Arguments.Add(name);
        command.Options.Add(to);
        command.SetAction(parsed =>
        {
            var (asked, folder) = (parsed.GetValue(name), parsed.PathOf(to));
            if (asked is not null && DownloadCatalog.Find(asked) is { } download) return Get(terminal, download, folder);
            if (folder is not null && (asked is null || KaggleSets.Find(asked) is not null)) throw new AdversaException(2046, ExitCode.Usage, Words.ToGoesWithSetIsDownloaded(string.Join(", ", DownloadCatalog.Names)));
            if (asked is null) return List(terminal);
            return KaggleSets.Find(asked) is { } set ? Explain(terminal, set) : throw Unknown(asked);
        });
        return command;
    }

    private static int List(Terminal terminal)
    {
        foreach (var download in DownloadCatalog.All)
        {
            var here = Downloads.FolderOf(download.Name) is not null;
            terminal.ForPrograms("download", new()
            {
                ["name"] = download.Name, ["bytes"] = download.Bytes, ["here"] = here, ["folder"] = Downloads.FolderFor(download), ["title"] = download.Title.English,
                ["licence"] = download.Licence.English, ["cite"] = download.Citation, ["home"] = download.Home,
                ["files"] = new JsonArray([.. download.Files.Select(file => new JsonObject
                {
                    ["name"] = file.Name, ["bytes"] = file.Bytes, ["sha256"] = file.Sha256, ["urls"] = new JsonArray([.. file.Mirrors.Select(mirror => JsonValue.Create(mirror))]),
                })]),
            });
            terminal.ForPeople(string.Create(CultureInfo.InvariantCulture, $"{download.Name,-20} {Reports.Bytes(download.Bytes),7}  {(here ? Words.Here.ToString() : "-"),-5} {download.Title}"));
            terminal.ForPeople($"{"",-35} {Words.Licence}: {download.Licence}");
        }

        foreach (var set in KaggleSets.All)
        {
            terminal.ForPrograms("manual", Manual(set));
            terminal.ForPeople($"{set.Name,-20} {"Kaggle",7}  {"-",-5} {set.Title}");
            terminal.ForPeople($"{"",-35} {Words.Licence}: {Words.CompetitionsRules}");
        }

        terminal.Talk(Words.DownloadOneDataGetMnistThey(Me, Downloads.Root).ToString());
        return 0;
    }

    private static int Get(Terminal terminal, Download download, string? folder)
    {
        var fetcher = new Fetcher(download, folder);
        terminal.Talk($"{download.Name}: {download.Title}");
        terminal.Talk($"{Words.Licence}: {download.Licence}. {Text.Same("Cite")}: {download.Citation}.");
        using var stop = new StopRequest();
        using var signals = new Signals(stop);
        var progress = new FetchProgress(terminal, download);
        try
        {
            fetcher.Fetch(progress.On, stop.Token);
        }
        catch (OperationCanceledException)
        {
            progress.End();
            var again = $"{Me} data get {download.Name}{(folder is null ? "" : $" --to {Quote(folder)}")}";
            terminal.Talk(Words.StoppedWhatCameIsKept(again).ToString());
            terminal.ForPrograms("stopped", new() { ["name"] = download.Name, ["bytes"] = progress.Done, ["of"] = download.Bytes });
            return (int)(stop.Exit ?? ExitCode.Interrupted);
        }
        catch (AdversaException)
        {
            progress.End();
            throw;
        }

        progress.End();
        var spec = folder is null ? download.Name : Quote(download.Files is [var only] ? Path.Join(folder, only.Name) : folder);
        terminal.Talk(Words.AllFilesAreHereAndVerified(download.Files.Count, Me, spec).ToString());
        terminal.ForPrograms("finished", new() { ["name"] = download.Name, ["folder"] = fetcher.Folder, ["bytes"] = download.Bytes, ["loaded"] = progress.Loaded });
        terminal.Settle();
        if (!terminal.Json) terminal.Result(fetcher.Folder);
        return 0;
    }

    private static int Explain(Terminal terminal, KaggleSet set)
    {
        terminal.ForPrograms("manual", Manual(set));
        terminal.ForPeople($"{set.Name}: {set.Title}");
        terminal.ForPeople(Words.KaggleGivesOnlyToThoseWho.ToString());
        terminal.ForPeople($"1. {Words.SignInReadAndAccept}: {set.Rules}");
        terminal.ForPeople($"2. {Words.BringArchive}: kaggle {set.Fetch}");
        terminal.ForPeople($"3. {Words.Pack}: {Me} {Prepare(set)}");
        terminal.ForPeople($"4. {Words.TrainLabel}: {Me} train dcgan --data {set.Packed}");
        return 0;
    }

    private static JsonObject Manual(KaggleSet set) => new()
    {
        ["name"] = set.Name, ["title"] = set.Title.English, ["rules"] = set.Rules, ["licence"] = "the competition's rules; non-commercial",
        ["fetch"] = $"kaggle {set.Fetch}", ["archive"] = set.Archive, ["prepare"] = $"{Me} {Prepare(set)}",
    };

    private static string Prepare(KaggleSet set) => $"data prepare {set.Archive} --size 128 -o {set.Packed}";

    private static AdversaException Unknown(string name)
    {
        var known = DownloadCatalog.Names.Concat(KaggleSets.All.Select(set => set.Name)).ToList();
        var near = Nearest.To(name, known);
        return new(3060, ExitCode.Usage, Words.IsNoToDownload(name, near is null ? Text.None : Words.DidYouMeanLabel(near), string.Join(", ", known)));
    }
}
