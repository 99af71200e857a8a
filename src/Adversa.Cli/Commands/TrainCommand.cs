using System.CommandLine;
using System.Text.Json.Nodes;
using Adversa.Cli.Output;
using Adversa.Data;
using Adversa.Data.Files;
using Adversa.DataTools.Fetching;
using Adversa.Models;
using Adversa.Models.Variants;
using Adversa.Torch;
using Adversa.Training;
using Adversa.Training.Diagnostics;
using Adversa.Training.Folders;
using Adversa.Training.Forecasts;
using Adversa.Training.Planning;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;
using Adversa.Training.Reports;
using Adversa.Training.Runs;
using Adversa.Worlds.Catalog;
using static Adversa.Cli.Arguments;
using static Adversa.Cli.Language;
using static Adversa.ShellWords;

namespace Adversa.Cli.Commands;

/// <summary><c>adversa train RECIPE</c></summary>
internal static class TrainCommand
{
    internal static Command Create(Terminal terminal)
    {
        var recipe = new Argument<string>("RECIPE") { Description = Words.RecipeAdversaRecipesRecipeFile.ToString(), Arity = ArgumentArity.ZeroOrOne };
        var data = Text("--data", "SPEC", Words.WhatToLearn(string.Join(", ", WorldCatalog.Names)));
        var folder = Text("--out", "DIR", Words.RunsFolderByDefaultNewOne);
        var from = Text("--from", "RUN", Words.RunWhoseWeightsToBegin);
        var steps = new WholeOption("--steps", "N", 1, Unlimited, Words.RoundsOfTurnsToTrain);
        var minutes = new RealOption("--minutes", "M", 0.001, 100_000, Words.StopAfterSoManyMinutes);
        var seed = new WholeOption("--seed", "S", -Recipe.MostSeed, Recipe.MostSeed, Words.DecidesWeightsNoiseAndOrder);
        var threads = new WholeOption("--threads", "T", 1, 1024, Words.ThreadsOfOneOperation);
        var device = new DeviceOption();
        var deterministic = DeviceOption.Deterministic();
        var precision = Text("--precision", "fp32|tf32|bf16", Words.NumbersOfProducts);
        var rate = new RealOption("--lr", "X", 1e-9, 1, Words.LearningRate);
        var size = new SizeOption("--size", 8, 1024, Words.SideOfPicturesInPixels);
        var set = new Option<string[]>("--set") { Description = Words.AnyValueOfRecipe.ToString(), HelpName = "key=value" };
        var config = new Option<string[]>("--config") { Description = Words.FileOfValuesOverRecipe.ToString(), HelpName = "FILE" };
        var checkpointEvery = new WholeOption("--checkpoint-every", "N", 1, Unlimited, Words.StepsBetweenCheckpoints);
        var sampleEvery = new WholeOption("--sample-every", "N", 1, Unlimited, Words.StepsBetweenPictures);
        var augment = Augment();
        var background = BackgroundOption();
        var doctor = new Option<string>("--doctor") { Description = Words.WhetherSomebodyWatchesForCollapse.ToString(), HelpName = "off|watch|act" };
        var holdOut = new RealOption("--hold-out", "X", 0, 0.5, Words.ShareOfSamplesThatIsHeldBack);
        var whenWorse = new Option<bool>("--stop-when-worse") { Description = Words.StopOnceSamplesHaveLongWorse.ToString() };
        var noJudge = NoJudge();
        var dryRun = new Option<bool>("--dry-run") { Description = Words.MeasureFewRealStepsSayWhat.ToString() };

        var command = Command("train", Words.TrainsSystemAndKeepsEverything);
        command.Arguments.Add(recipe);
        foreach (var option in new Option[] { data, folder, from, steps, minutes, seed, threads, device, deterministic, precision, rate, size, set, config, checkpointEvery, sampleEvery, augment, background, holdOut, doctor, whenWorse, noJudge, dryRun }) command.Options.Add(option);
        set.Checks(parsed => UsageErrors.Each(parsed.GetValue(set) ?? [], pair => AddPair(new RecipeResolver(), pair)));
        augment.Checks(parsed => _ = AugmentOf(parsed.GetValue(augment)).Count());
        background.Checks(parsed => On("any", parsed.GetValue(background)));
        doctor.Checks(parsed => DoctorMode(parsed.GetValue(doctor)!));
        config.Checks(parsed => CheckFiles(parsed.GetValue(config)!));
        command.SetAction(parsed =>
        {
            var resolver = new RecipeResolver();
            var name = parsed.GetValue(recipe);
            if (name is not null) AddRecipe(resolver, name);
            AddFiles(resolver, parsed.GetValue(config) ?? []);
            foreach (var pair in parsed.GetValue(set) ?? []) AddPair(resolver, pair);
            void Flag(Option option, string path, JsonNode? value)
            {
                if (value is not null) resolver.Add(option.Name, path, value);
            }

            var (limit, path) = (minutes.Of(parsed), parsed.PathOf(folder));
            Flag(data, "data", parsed.PathOf(data) is { } spec ? DataSets.FullPath(spec) : null);
            if (parsed.GetValue(background) is { } ground && resolver.Preview().Data is { Length: > 0 } learned) resolver.Add(background.Name, "data", On(DataSets.FullPath(learned), ground));
            Flag(from, "from", parsed.PathOf(from) is { } run ? RunFolder.Find(Runs, run).Path : null);
            Flag(size, "size", size.Of(parsed)?.ToJson());
            Flag(steps, "steps", steps.Of(parsed));
            if (limit is not null && parsed.GetValue(steps) is null && !(parsed.GetValue(set) ?? []).Any(pair => pair.StartsWith("steps=", StringComparison.Ordinal))) resolver.Add(minutes.Name, "steps", Unlimited);
            Flag(minutes, "minutes", limit);
            Flag(seed, "seed", seed.Of(parsed));
            Flag(threads, "threads", threads.Of(parsed));
            Flag(precision, "precision", parsed.GetValue(precision) is { } numbers ? numbers : null);
            Flag(rate, "options.learningRate", rate.Of(parsed));
            Flag(checkpointEvery, "checkpointEvery", checkpointEvery.Of(parsed));
            Flag(sampleEvery, "sampleEvery", sampleEvery.Of(parsed));
            foreach (var (part, value) in AugmentOf(parsed.GetValue(augment))) Flag(augment, $"augment.{part.Name}", value);
            Flag(doctor, "doctor.mode", parsed.GetValue(doctor) is { } mode ? mode : null);
            Flag(whenWorse, "doctor.whenWorse", parsed.GetValue(whenWorse) ? "stop" : null);

            if (name is null && resolver.Preview() is { Variant: "" } open) resolver.AddBelow(Words.PlanOrigin.ToString(), Planned.Values(terminal, open, limit, threads => device.Start(parsed, threads)));
            var preview = resolver.Preview();
            if (preview.Data.Length == 0) throw new AdversaException(2008, ExitCode.Usage, Words.WhatShallLearn(preview.Variant));
            var source = preview.OpenData().Train;
            if (source is PictureSource { Report: { } report }) Reports.Scan(terminal, report);
            source = HoldBack(terminal, resolver, source, holdOut.Of(parsed), holdOut.Name, $"recipe {recipe.Name}");
            var start = preview.From is { Length: > 0 } ? RunFolder.Find(Runs, preview.From) : null;
            if (start is not null && start.Path != preview.From) resolver.Add($"recipe {recipe.Name}", "from", start.Path);
            var begins = start is null ? null : SourceRuns.Of(start, terminal.Warn);
            if (begins is not null) resolver.GoOnFrom(begins, source.Schema);
            var plan = resolver.Resolve(source.Schema, begins);
            return ComputeThread.Run(() =>
            {
                device.Start(parsed, plan.Recipe.Threads > 0 ? plan.Recipe.Threads : null, deterministic: parsed.GetValue(deterministic));
                return StoppedException.Answered(terminal, () => parsed.GetValue(dryRun) ? DryRunReport.Tell(terminal, plan, source)
                    : Train(terminal, plan, source, path, preview.Data, judges: !parsed.GetValue(noJudge)));
            });
        });
        return command;
    }

    private static int Train(Terminal terminal, Plan plan, ISampleSource source, string? folder, string data, bool judges)
    {
        var stop = new StopRequest();
        using var signals = new Signals(stop);
        var label = $"{plan.Recipe.Variant}-{new string([.. Path.GetFileName(data.TrimEnd('/')).Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')])}";
        Forecast? forecast = null;
        using var run = TrainingRun.Start(plan, source, folder ?? RunFolder.NewPath(Runs, label.Length > 60 ? label[..60] : label), Line(), setup => forecast = Prospect.Look(terminal, setup, stop));
        if (forecast is null && Outlook.FewSteps(plan, null) is { } few) terminal.Talk(few.ToString());
        return RunSession.Go(terminal, run, stop, signals, judges);
    }

    /// <summary>Holds a part of a small set back, and writes the data's whole path into the recipe.</summary>
    /// <returns>What is learned from.</returns>
    private static ISampleSource HoldBack(Terminal terminal, RecipeResolver resolver, ISampleSource source, double? share, string flag, string origin)
    {
        var recipe = resolver.Preview();
        var full = DataSets.FullPath(recipe.Data);
        using var data = recipe.OpenData(source);       // looks for a test part; the source stays open
        if (HoldOut.Of(full, source, data, share) is not { } held)
        {
            if (full != recipe.Data) resolver.Add(origin, "data", full);
            return source;
        }

        resolver.Add(flag, "data", held.Spec);
        if (recipe.Doctor is { Mode: not Training.Diagnostics.DoctorMode.Off, WhenCopying: WhenCopying.GoOn }) resolver.Add(flag, "doctor.whenCopying", "stop");
        terminal.Talk(Words.HeldBack(held.Held, source.Count).ToString());
        (source as IDisposable)?.Dispose();
        return resolver.Preview().OpenData().Train;
    }

    /// <summary>The recipe's own values.</summary>
    private static void AddRecipe(RecipeResolver resolver, string name)
    {
        if (RecipeBook.Find(name) is { } page) resolver.Add($"recipe {name}", page.Values);
        else if (VariantCatalog.Find(name) is not null) resolver.Add("command", "variant", name);
        else if (File.Exists(name) && !IsData(name)) resolver.Add(Path.GetFileName(name), RecipePage.From(name, RecipeText.Read(name)).Values);
        else throw Unknown(name);
    }

    private static void AddFiles(RecipeResolver resolver, string[] files)
    {
        CheckFiles(files);
        foreach (var file in files) resolver.Add(Path.GetFileName(file), RecipePage.From(file, RecipeText.Read(file)).Values);
    }

    private static void CheckFiles(string[] files)
    {
        if (files.Contains("")) throw new AdversaException(2019, ExitCode.Usage, Words.ConfigIsEmpty);
    }

    private static void DoctorMode(string text)
    {
        if (text is not ("off" or "watch" or "act")) throw new AdversaException(2001, ExitCode.Usage, Words.DoctorIsOffWatchOrAct(text));
    }

    private static void AddPair(RecipeResolver resolver, string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1) throw new AdversaException(2009, ExitCode.Usage, Words.SetExpectsKeyValueSuchAs(pair));
        var key = pair[..equals];
        if (!key.Contains('.', StringComparison.Ordinal) && !Keys().Contains(key)) throw UnknownKey(key);
        resolver.Add($"--set {key}", key, RecipeResolver.ParseValue(pair[(equals + 1)..], key));
    }

    /// <summary>All that <c>--set</c> could mean: members of a recipe, techniques, and options of any system.</summary>
    internal static IEnumerable<string> Keys() => Recipe.List.Keys.Concat(Techniques.List.Keys).Concat(VariantCatalog.BuiltIn.SelectMany(variant => variant.Options.Keys));

    private static AdversaException UnknownKey(string key)
    {
        var nearest = Nearest.To(key, Keys());
        return new(2020, ExitCode.Usage, Words.SetKnowsNo(key, nearest is null ? Text.None : Words.DidYouMean(nearest), Me));
    }

    private static AdversaException Unknown(string name)
    {
        if (AsData(name) is { } line) return new(2004, ExitCode.Usage, Words.IsDataNoRecipeAndNo(name, line));
        var known = RecipeBook.Names.Concat(VariantCatalog.BuiltIn.Select(v => v.Id)).Concat(Directory.EnumerateFiles(".", "*.json").Select(file => Path.GetFileName(file))).ToList();
        var nearest = Nearest.To(name, known);
        return new(2004, ExitCode.Usage, Words.IsNoRecipe(name, nearest is null ? Text.None : Words.DidYouMean(nearest), Me));
    }

    private static bool IsData(string file) => Path.GetExtension(file).ToUpperInvariant() is ".ZIP" or ".TAR" or ".GZ" or ".TGZ" or ".NPY" or ".NPZ" or ".SAFETENSORS";

    /// <summary>The line that trains on data which stands where a recipe should; null where the word is none.</summary>
    private static Suggestion? AsData(string name)
    {
        if (DownloadCatalog.Names.Contains(name) && Downloads.FolderOf(name) is null) return new("train", "dcgan", "--data", name);      // which says how to bring it
        if (!WorldCatalog.Names.Contains(name) && !DownloadCatalog.Names.Contains(name) && !Directory.Exists(name) && !File.Exists(name)) return null;
        try
        {
            var source = DataSets.Open(name);
            using var owned = source as IDisposable;
            return Suggestion.Train(name, source.Schema);
        }
        catch (AdversaException)
        {
            return new("train", "dcgan", "--data", name);                    // which says what is wrong with it
        }
    }

    private static string Line() => "adversa " + string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Select(Quote));
}
