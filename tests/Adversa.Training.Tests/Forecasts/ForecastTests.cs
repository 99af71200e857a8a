using System.Diagnostics;
using System.Text.Json.Nodes;
using Adversa.Data;
using Adversa.Training.Forecasts;
using Adversa.Training.Plans;
using Adversa.Training.Recipes;

namespace Adversa.Training.Tests.Forecasts;

/// <summary>Before a run begins: what a step takes, whether it fits, and what is said of it.</summary>
public class ForecastTests
{
    private static readonly SampleSchema Colour64 = new(FieldKind.Image, 3, 64, 64);

    // 1 s + 0.5 s a sample and 200 MB + 10 MB a sample
    private static Forecast Line(int batch, int parts = 1) => new([new(2, 2, 220_000_000), new(4, 3, 240_000_000)], batch, parts);

    [Fact]
    public void Seconds_and_bytes_lie_on_the_line_through_the_last_two_batches()
    {
        Assert.Equal((65, 1_480_000_000L), (Line(128).Seconds, Line(128).Bytes));
        Assert.Equal(2 * 65, Line(128, parts: 2).Seconds);
        Assert.Equal(Line(128).Bytes, Line(128, parts: 2).Bytes);                       // one batch after another
        Assert.Equal(0.3, new Forecast([new(2, 0.9, 1), new(4, 0.3, 1)], 128).Seconds);   // a first step prepares much: no batch is quicker for being larger
        Assert.Equal(4 + 0.25 * 124, new Forecast([new(3, 9, 1), new(4, 4, 1)], 128).Seconds);
        Assert.Equal(20, new Forecast([new(2, 10, 1)], 4).Seconds);
        Assert.Equal(220 + 25 * 124, new Forecast([new(2, 1, 220, 100), new(4, 1, 220, 140)], 128).Bytes);      // the optimizer's peak hides the samples of a small batch
    }

    [Fact]
    public void The_largest_batch_that_fits_is_one_that_the_system_takes()
    {
        Assert.Equal(80, Line(128).LargestBatch(1_000_000_000, _ => true));
        Assert.Equal(7, Line(128).LargestBatch(275_000_000, _ => true));
        Assert.Equal(4, Line(128).LargestBatch(275_000_000, batch => batch % 4 == 0));
        Assert.Equal(0, Line(128).LargestBatch(200_000_000, _ => true));
    }

    [Fact]
    public void Too_few_steps_for_the_time_are_said_with_the_time_that_all_would_take()
    {
        var text = Outlook.FewSteps(Resolve("""{ "variant": "dcgan", "minutes": 2, "steps": 1000000000 }"""), secondsPerStep: 6)!.Value;

        Assert.Contains("is enough for about 18 of about 2,700 steps: too early to judge", text.English, StringComparison.Ordinal);
        Assert.Contains("--minutes 304 for all", text.English, StringComparison.Ordinal);
        Assert.Contains("unos 18 de unos 2700 pasos: es pronto para juzgar", text.Spanish, StringComparison.Ordinal);
        Assert.Null(Outlook.FewSteps(Resolve("""{ "variant": "dcgan", "minutes": 60, "steps": 1000000000 }"""), secondsPerStep: 6));
        Assert.Equal("20 of about 2,700 steps: too early to judge.", Outlook.FewSteps(Resolve("""{ "variant": "dcgan", "steps": 20 }"""), null)!.Value.English);
        Assert.Equal("18 of about 2,700 steps: too early to judge.", Outlook.TooEarly(18, 2735)!.Value.English);
        Assert.Null(Outlook.TooEarly(274, 2735));
    }

    [Fact]
    public void A_recipe_by_its_name_says_itself_how_many_steps_it_takes()
    {
        var resolver = new RecipeResolver().Add("recipe digits", RecipeBook.Find("digits")!.Values).Add("--steps", "steps", 20);

        Assert.Equal((20, 2812), (resolver.Resolve(new(FieldKind.Image, 1, 28, 28, 10)).Recipe.Steps, resolver.Resolve(new(FieldKind.Image, 1, 28, 28, 10)).UsualSteps));
        Assert.Equal(2735, Resolve("""{ "variant": "dcgan", "steps": 20 }""").UsualSteps);
    }

    [Fact]
    public void Too_much_memory_is_5_and_names_the_batch_that_fits()
    {
        var error = Outlook.TooLarge(Resolve("""{ "variant": "dcgan" }"""), Colour64, Line(128), 1L << 30, 80);

        Assert.Equal((5014, ExitCode.Resource), (error.Code, error.Exit));
        Assert.Contains("needs about 1.4 GB of memory at batch 128; 1.0 GB are free here. A batch of 80 fits: --set batch=80", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("Cabe un lote de 80", error.Text.Spanish, StringComparison.Ordinal);
        Assert.Contains("no batch fits", Outlook.TooLarge(Resolve("""{ "variant": "dcgan" }"""), Colour64, null, 1L << 30, 0).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_memory_ran_out_no_larger_batch_is_named_whatever_the_line_says()
    {
        var forecast = new Forecast([new(2, 2, 220_000_000), new(4, 3, 240_000_000)], 128, ranOut: true);
        var error = Outlook.TooLarge(Resolve("""{ "variant": "dcgan" }"""), Colour64, forecast, 8L << 30, forecast.LargestBatch(8L << 30, _ => true));

        Assert.False(forecast.Fits(8L << 30));
        Assert.True(Line(128).Fits(8L << 30));
        Assert.Contains("needs more memory than is free at batch 128; 8.0 GB are free here. A batch of 4 fits: --set batch=4", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("más memoria de la libre con lote 128", error.Text.Spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_resumed_keeps_its_batch_and_counts_what_it_has_done()
    {
        var plan = Resolve("""{ "variant": "dcgan", "minutes": 12, "steps": 1000000000 }""");
        var error = Outlook.TooLarge(plan, Colour64, Line(128), 1L << 30, 80, resumed: "/runs/a b");

        Assert.Contains("Resume it where more is free, or begin a run with its weights and a batch that fits: adversa train '/runs/a b/recipe.json' --from '/runs/a b' --set batch=80", error.Text.English, StringComparison.Ordinal);
        Assert.EndsWith("Resume it where more is free.", Outlook.TooLarge(plan, Colour64, null, 1L << 30, 0, resumed: "/r").Text.English, StringComparison.Ordinal);
        Assert.Contains("so --minutes 2 is enough for about 118 of about 2,700 steps: too early to judge. Give it more time (--minutes 293 for all).", Outlook.FewSteps(plan, 6, (100, 10))!.Value.English, StringComparison.Ordinal);
        Assert.Null(Outlook.FewSteps(plan, 6, (300, 10)));
        Assert.Contains("500 steps take about 50 min", Outlook.Length(Resolve("""{ "variant": "dcgan", "steps": 1500 }""").Recipe, 6, (1000, 100))!.Value.English, StringComparison.Ordinal);
        Assert.EndsWith("Resume it on a faster machine.", Outlook.TooSlow(plan, Colour64, isResumed: true).English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_stands_for_the_steps_that_a_dry_run_does_not_take()
    {
        using var setup = new Adversa.Training.Plans.Setup(Tiny.Resolve(Tiny.Recipe("dcgan", 10)), new MadeUpSamples(new(FieldKind.Image, 1, 24, 24)));
        var (known, unknown) = (Adversa.Training.Runs.DryRun.Of(setup, Line(8)), Adversa.Training.Runs.DryRun.Of(setup, null));

        Assert.Equal((5.0, 280_000_000L, TimeSpan.FromSeconds(50), 0), (known.SecondsPerStep!.Value, known.Memory!.Value, known.Duration!.Value, known.Measured));
        Assert.Equal(setup.Stream.BatchSize / 5.0, known.ImagesPerSecond!.Value);
        Assert.True(unknown is { SecondsPerStep: null, ImagesPerSecond: null, Memory: null, Duration: null, Disk: > 0 } && unknown.Disk == known.Disk);
        Assert.Equal(0, setup.Trainer.Round);
    }

    [Theory]
    [InlineData("digits", 0, false)]                 // starts at once, as ever
    [InlineData("ring", 0, false)]
    [InlineData("ring", 1, false)]
    [InlineData("digits", 1, true)]
    public void A_step_is_measured_first_only_where_it_can_matter(string name, double minutes, bool worth)
    {
        var resolver = new RecipeResolver().Add($"recipe {name}", RecipeBook.Find(name)!.Values).Add("--minutes", "minutes", minutes);
        var source = DataSets.Open(name, new());
        using var setup = new Adversa.Training.Plans.Setup(resolver.Resolve(source.Schema), source);

        Assert.Equal(worth, ProbeNeed.IsWorth(setup));
    }

    [Fact]
    public void A_large_network_on_large_pictures_is_measured_first()
    {
        var source = new MadeUpSamples(Colour64);
        using var setup = new Adversa.Training.Plans.Setup(new RecipeResolver().Add("test", JsonNode.Parse("""{ "variant": "dcgan", "data": "x" }""")!.AsObject()).Resolve(Colour64), source);

        Assert.True(ProbeNeed.IsWorth(setup));
    }

    [Theory]
    [InlineData("dcgan", 8, new[] { 2, 4, 8 })]
    [InlineData("progan", 16, new[] { 2, 4, 8, 16 })]         // groups of four from four on
    [InlineData("wgan", 3, new[] { 2, 3 })]
    [InlineData("cgan", 4, new[] { 2, 4 })]
    [InlineData("ddpm", 4, new[] { 2, 4 })]
    [InlineData("vae", 4, new[] { 2, 4 })]
    public void A_probe_measures_the_smallest_batches_of_any_system_up_to_the_runs_own(string kind, int batch, int[] expected)
    {
        var recipe = Tiny.Resolve(Tiny.Recipe(kind, 20, ("batch", batch))).Recipe;
        var order = ProbeOrder.FromLine(new ProbeOrder(recipe, new(FieldKind.Image, 1, 24, 24, Classes: 10)).ToLine());
        var measured = new List<MeasuredBatch>();

        StepProbe.Run(order, measured.Add);

        Assert.Equal(expected.Take(measured.Count), measured.Select(one => one.Batch));
        Assert.True(measured.Count >= 2);
        Assert.All(measured, one => Assert.True(one.Seconds > 0 && one.Bytes > 1 << 20, one.ToString()));
    }

    [Fact]
    public void A_growing_system_is_measured_at_its_full_size() =>
        Assert.Equal(24, ((Adversa.Models.Variants.ProganOptions)Tiny.Resolve(Tiny.Recipe("progan")).Options is var options
            ? (Adversa.Models.Variants.ProganOptions)((Adversa.Models.IVariantOptions)options).AtTheEnd(new(FieldKind.Image, 1, 24, 24)) : null)!.FirstSide);

    [Fact]
    public void A_probe_that_takes_too_long_is_ended_and_what_it_said_is_kept()
    {
        var clock = Stopwatch.StartNew();

        var result = Probe("read line; echo '{\"batch\":2,\"seconds\":0.5,\"bytes\":7}'; exec sleep 60", TimeSpan.FromSeconds(1), long.MaxValue);

        Assert.Equal(ProbeEnd.TookTooLong, result.End);
        Assert.Equal(new MeasuredBatch(2, 0.5, 7), Assert.Single(result.Measured));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void A_probe_that_takes_too_much_or_breaks_down_or_is_not_wanted_any_more_is_ended()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Equal(ProbeEnd.TookTooMuch, Probe("exec sleep 60", TimeSpan.FromSeconds(60), mostBytes: 1).End);
        Assert.Equal(ProbeEnd.Stopped, Probe("exec sleep 60", TimeSpan.FromSeconds(60), long.MaxValue, stop.Token).End);
        Assert.Equal(ProbeEnd.Failed, Probe("echo rubbish; exit 3", TimeSpan.FromSeconds(60), long.MaxValue).End);
        Assert.Equal(ProbeEnd.TookTooMuch, Probe("kill -9 $$", TimeSpan.FromSeconds(60), long.MaxValue).End);      // as the kernel does when memory is short
        Assert.Equal(ProbeEnd.TookTooMuch, Probe("exit 5", TimeSpan.FromSeconds(60), long.MaxValue).End);          // as the program does where an allocation is refused
        Assert.Equal(ProbeEnd.Failed, new ProbeProcess(["/no/such/program"], TimeSpan.FromSeconds(60), long.MaxValue).Measure(Order, default, static _ => { }).End);
        Assert.Equal(ProbeEnd.Done, Probe("read line", TimeSpan.FromSeconds(60), long.MaxValue).End);
    }

    [Fact]
    public void The_limits_of_control_groups_count_from_the_own_one_up()
    {
        using var folder = new TemporaryFolder();
        void Write(string name, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            File.WriteAllText(folder[name], text);
        }

        Write("a/b/memory.max", "max\n");
        Write("a/b/memory.current", "10\n");
        Write("a/memory.max", "1000\n");
        Write("a/memory.current", "400\n");
        Write("a/memory.stat", "anon 300\ninactive_file 50\n");
        Write("memory/c/memory.limit_in_bytes", "9223372036854771712\n");
        Write("memory/c/memory.usage_in_bytes", "5\n");
        Write("memory/memory.limit_in_bytes", "600\n");
        Write("memory/memory.usage_in_bytes", "100\n");

        Assert.Equal(650, Memory.LeftIn(folder.Root, ["0::/a/b"]));
        Assert.Equal(500, Memory.LeftIn(folder.Root, ["5:cpu:/c", "7:memory:/c"]));
        Assert.Equal(long.MaxValue, Memory.LeftIn(folder.Root, []));
        Assert.InRange(Memory.Available, 1 << 20, 1L << 50);
        Assert.InRange(Memory.Taken, 1 << 20, 1L << 40);
    }

    [Theory]
    [InlineData("unlimited", "unlimited", long.MaxValue)]
    [InlineData("1000000", "unlimited", 1_000_000 - 400 * 1024)]
    [InlineData("1000000", "500000", 500_000 - 100 * 1024)]
    [InlineData("1000", "unlimited", 0)]
    public void The_limits_of_the_process_count_too(string addresses, string data, long left)
    {
        string[] limits = ["Limit                     Soft Limit           Hard Limit           Units     ", $"Max data size             {data,-20} unlimited            bytes     ", $"Max address space         {addresses,-20} unlimited            bytes     "];

        Assert.Equal(left, Memory.LeftOf(limits, ["VmSize:\t     400 kB", "VmData:\t     100 kB"]));
    }

    private static ProbeResult Probe(string script, TimeSpan limit, long mostBytes, CancellationToken stop = default) =>
        new ProbeProcess(["sh", "-c", script], limit, mostBytes).Measure(Order, stop, static _ => { });

    private static ProbeOrder Order => new(Tiny.Resolve(Tiny.Recipe("ring")).Recipe, new(FieldKind.Points, 2));

    private static Plan Resolve(string recipe) => new RecipeResolver().Add("test", JsonNode.Parse(recipe)!.AsObject()).Resolve(new(FieldKind.Image, 1, 28, 28));
}
