using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Adversa.Formats.Png;
using Adversa.Pages;
using Adversa.Training.Folders;
using Adversa.Training.Reports;

namespace Adversa.Training.Tests.Reports;

public sealed partial class RunPageTests
{
    [Fact]
    public void A_run_ends_with_a_page_that_has_all_of_it_and_needs_nothing_else()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("digits", 6, ("sampleEvery", 3)));
        var run = new RunFolder(folder["run"]);
        new SeenEvaluation(6, 96, 2000, [new("readable", 0.625, new(0.5, 0.75))], new("Good.", "Bien."), new("By a judge.", "Por un juez.")).Append(run);

        RunPage.Write(run);

        var page = File.ReadAllText(RunPage.PathOf(run));
        foreach (var expected in new[] { "data-steps=\"0,3,6\"", "gan on digits, finished at step 6.", "0.625", "0.5 – 0.75", "By a judge.", "Losses", "28x28x1".Replace("28", "24", StringComparison.Ordinal), "adversa train test", "&quot;variant&quot;: &quot;gan&quot;" })
            Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Elsewhere(), page);
        Assert.Equal(3, page.Split("src=\"data:image/png;base64,").Length - 1);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Numbers_have_names_real_data_stands_beside_and_classes_are_bars(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        try
        {
            using var folder = new TemporaryFolder();
            Tiny.Train(folder["run"], Tiny.Recipe("digits", 2, ("sampleEvery", 1)));
            var run = new RunFolder(folder["run"]);
            new SeenEvaluation(2, 32, 2000, [new("readable", 0.76), new("rarest_class", 4), new("fd_j", 12.5), new("class_0", 0.1), new("class_1", 0.4), new("real_fd_j", 0.25), new("judge_accuracy", 0.99), new("real_readable", 0.97)],
                new("Good.", "Bien."), new("By a judge.", "Por un juez.")).Append(run);
            RunPage.Write(run);
            var page = System.Net.WebUtility.HtmlDecode(File.ReadAllText(RunPage.PathOf(run)));
            var isSpanish = language == "es";

            Assert.Contains(isSpanish ? "<b class=\"\">0.76</b><span>leídas con confianza</span><em>datos reales 0.97</em>" : "<b class=\"\">0.76</b><span>read with confidence</span><em>real data 0.97</em>", page, StringComparison.Ordinal);
            Assert.Contains(isSpanish ? "distancia de Fréchet del juez <span class=\"key\">fd_j</span></th><td class=\"n\"><b>12.5</b></td><td class=\"n\">–</td><td class=\"n\">0.25</td>"
                : "Fréchet distance of the judge <span class=\"key\">fd_j</span></th><td class=\"n\"><b>12.5</b></td><td class=\"n\">–</td><td class=\"n\">0.25</td>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("real_fd_j", page, StringComparison.Ordinal);
            Assert.DoesNotContain("class_1", page, StringComparison.Ordinal);
            Assert.Contains(isSpanish ? "clase 1</text>" : "class 1</text>", page, StringComparison.Ordinal);
            Assert.Contains("40 %</text>", page, StringComparison.Ordinal);
            Assert.Contains(isSpanish ? "pérdida de G" : "loss of G", page, StringComparison.Ordinal);
            Assert.Contains(isSpanish ? "sistema operativo" : "operating system", page, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_curve_has_the_colour_of_its_run_and_what_is_long_or_wide_has_room()
    {
        var chart = LineChart.Draw("title", "x", "y", [new("a", []), new("b", [(0, 1), (1, 2)])]);
        Assert.Contains("class=\"c1\"", chart, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"c0\"", chart, StringComparison.Ordinal);

        Assert.Contains("<b class=\" long\">1,440,000</b>", Page.Card("1,440,000", "x"), StringComparison.Ordinal);
        Assert.Contains("class=\"film wide\"", Film.Html([new("", [(1, Png(90, 20))])], smooth: false), StringComparison.Ordinal);
        Assert.Contains("class=\"film\"", Film.Html([new("", [(1, Png(90, 60))])], smooth: false), StringComparison.Ordinal);

        static byte[] Png(int width, int height)
        {
            using var file = new MemoryStream();
            PngWriter.Write(file, new Raster(width, height, 1));
            return file.ToArray();
        }
    }

    [Fact]
    public void Every_number_that_a_page_may_show_has_a_name_in_both_languages()
    {
        var signals = Directory.EnumerateFiles(Path.Join(Root(), "src/Adversa.Models"), "*.cs", SearchOption.AllDirectories).SelectMany(file => SignalKey().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);
        var seen = Directory.EnumerateFiles(Path.Join(Root(), "src/Adversa.Training/Diagnostics"), "*.cs").SelectMany(file => ReadingKey().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Except(["options", "techniques"]);
        var keys = Adversa.Training.Evaluations.EvaluationNumbers.All.Concat(signals).Concat(seen).Concat(["adversa", "libtorch", "dotnet", "os", "device", "threads", "instructions", "started", "loss_g", "loss_d", "images_per_second"]).Distinct().ToList();

        Assert.True(keys.Count > 70, $"only {keys.Count} keys found: the patterns no longer fit the sources");
        Assert.Equal("", string.Join(", ", keys.Where(key => !ValueNames.IsKnown(key))));
        Assert.DoesNotContain(keys, key => ValueNames.Of(key) is var name && name.English == name.Spanish && key is not ("adversa" or "libtorch" or "dotnet"));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Join(folder.FullName, "Adversa.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Adversa.slnx was not found above the tests.");
    }

    [GeneratedRegex("""Signals\["([a-z_]+)"\]""")]
    private static partial Regex SignalKey();

    [GeneratedRegex("""\["([a-z_0-9]+)"\] =""")]
    private static partial Regex ReadingKey();

    [Fact]
    public void What_files_say_is_text_and_never_markup()
    {
        using var folder = new TemporaryFolder();
        var path = folder["<img src=x onerror=alert(1)>"];
        Tiny.Train(path, Tiny.Recipe("ring", 2));
        const string evil = "</code><script>alert(1)</script>";
        var run = new RunFolder(path);
        File.WriteAllText(Path.Join(path, "command.txt"), evil);
        File.WriteAllText(Path.Join(path, "diagnosis.jsonl"), $$$"""{"event":"finding","step":1,"code":"{{{evil}}}","finding":"{{{evil}}}","message":"{{{evil}}}","remedy":"{{{evil}}}","evidence":{"{{{evil}}}":1}}""" + "\n");
        File.WriteAllText(Path.Join(path, "metrics.csv"), $"step,images,images_per_second,{evil}\n1,2,3,4\n2,3,4,5\n");
        new SeenEvaluation(2, 4, 5, [new(evil, 1)], new(evil, evil), new(evil, evil)).Append(run);

        RunPage.Write(run);

        var page = File.ReadAllText(RunPage.PathOf(run));
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("<script").Length - 1);                          // our own, which the policy names by its hash
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_speak_the_users_language_and_say_what_was_done()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 2));
        File.WriteAllText(folder["run/diagnosis.jsonl"], """{"v":1,"event":"examined","step":1,"ratio":0.5}""" + "\n" + """{"v":1,"event":"finding","step":2,"code":"ADV4003","finding":"mode_collapse","evidence":{"ratio":0.1},"message":"seen","remedy":"try"}"""
            + "\n" + """{"v":1,"event":"treatment","step":2,"code":"ADV4012","finding":"mode_collapse","back_to":1,"change":{"techniques":{"r1":1}},"message":"seen"}""" + "\n");
        new SeenEvaluation(2, 32, 500, [new("KD-plain", 0.25, Floor: 0.015, Spread: 0.125)], new("", ""), new("p", "p")).Append(new(folder["run"]));
        var run = new RunRecord(new(folder["run"]));

        var finding = Assert.Single(run.Findings);
        using var page = new StringWriter();
        RunPage.Write(run, page);

        Assert.Equal(("seen", "try"), (finding.Message.English, finding.Remedy.English));
        Assert.NotEqual("try", finding.Remedy.Spanish);
        foreach (var part in new[] { "Treated at step 2 (mode_collapse): back to the weights of step 1, with techniques.r1 = 1.", "<b>0.25</b> ± 0.125", "0.015" }) Assert.Contains(part, page.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("autoencoder", "en", "the norms of the gradients; scores of a discriminator; drawn samples beside the data")]
    [InlineData("classifier", "es", "las normas de los gradientes; puntuaciones de un discriminador; muestras generadas junto a los datos")]
    [InlineData("vae", "en", "the norms of the gradients; scores of a discriminator; drawn samples beside the data")]
    [InlineData("ddpm", "en", "scores of a discriminator; drawn samples beside the data")]
    [InlineData("cgan", "es", "las puntuaciones del discriminador para muestras de las que nunca aprendió")]
    [InlineData("ring", "en", null)]
    [InlineData("began", "en", null)]
    public void A_page_says_which_signals_the_doctor_does_not_have(string kind, string language, string? missing)
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe(kind, 1));
        var before = CultureInfo.CurrentUICulture;
        using var page = new StringWriter();
        try
        {
            CultureInfo.CurrentUICulture = new(language);
            RunPage.Write(new RunRecord(new(folder["run"])), page);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        var text = System.Net.WebUtility.HtmlDecode(page.ToString());
        if (missing is null) Assert.DoesNotContain("Missing:", text, StringComparison.Ordinal);
        else Assert.Contains((language == "es" ? "Faltan: " : "Missing: ") + missing + ".", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("act", "given up at step 2: what the doctor tried did not help")]
    [InlineData("watch", "diverged at step 2: a loss or a weight became NaN or infinite")]
    public void A_run_that_the_doctor_gave_up_is_not_called_infinite(string doctor, string said)
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 2, ("doctor", JsonNode.Parse($$"""{ "mode": "{{doctor}}" }""")!)));
        File.WriteAllText(folder["run/status.json"], """{"state":"diverged","step":2,"images":32,"seconds":1}""");
        using var page = new StringWriter();

        RunPage.Write(new RunRecord(new(folder["run"])), page);

        Assert.Contains(said, page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_protocol_stands_once_and_rows_name_it()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 2));
        var run = new RunFolder(folder["run"]);
        var space = new Text("lenet-1: the last layer", "lenet-1: la última capa");
        new SeenEvaluation(2, 32, 500, [new("a", 1), new("b", 2)], new("", ""), new("By one judge", "Por un juez")).Append(run);
        new SeenEvaluation(2, 32, 400, [new("c", 3), new("d", 4)], new("", ""), new("By balls", "Por bolas"), space, Real: 300).Append(run);
        new SeenEvaluation(2, 32, 400, [new("e", 5, Floor: 1, FloorSpread: 0.25)], new("", ""), new("By kernels", "Por núcleos"), space).Append(run);

        using var writer = new StringWriter();
        RunPage.Write(new RunRecord(run), writer);

        var page = writer.ToString();
        foreach (var once in new[] { "By one judge", "By balls", "By kernels", "the last layer" }) Assert.Equal(1, page.Split(once).Length - 1);
        Assert.Contains("<li>By one judge</li>\n<li>lenet-1. By balls</li>", page, StringComparison.Ordinal);
        foreach (var (row, protocol) in new[] { ("b", 1), ("c", 2), ("e", 3) }) Assert.Matches($"<tr><th scope=\"row\">{row}</th>.*<td class=\"n\">{protocol}</td></tr>", page);
        foreach (var part in new[] { "1 ± 0.25", "300+400" }) Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_measured_of_the_best_checkpoint_stands_beside_the_newest_and_says_so()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 3));
        var run = new RunFolder(folder["run"]);
        new SeenEvaluation(3, 48, 500, [new("rkl", 0.5)], new("", ""), new("p", "p")).Append(run);
        new SeenEvaluation(2, 32, 500, [new("rkl", 0.125)], new("", ""), new("p", "p"), IsBest: true).Append(run);

        var record = new RunRecord(run);
        using var page = new StringWriter();
        RunPage.Write(record, page);

        Assert.Equal(0.5, Assert.Single(record.Newest).Value.Value);                  // and nothing else is compared
        Assert.Equal(0.125, Assert.Single(record.OfBest).Value.Value);
        Assert.Contains("2 (best)", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_shows_what_a_copy_would_be_seen_in()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 3));
        var run = new RunFolder(folder["run"]);
        string Page()
        {
            RunPage.Write(run);
            return File.ReadAllText(RunPage.PathOf(run));
        }

        Assert.DoesNotContain("Nearest training pictures", Page(), StringComparison.Ordinal);
        Directory.CreateDirectory(folder["run/evaluations"]);
        foreach (var step in new[] { 2, 3, 11 })
            using (var file = File.Create(NeighbourSheet.PathOf(run, step))) PngWriter.Write(file, new Raster(step, 1, 1));
        File.WriteAllText(folder["run/evaluations/step-x-neighbours.png"], "of another kind");
        Assert.Contains(Convert.ToBase64String(File.ReadAllBytes(NeighbourSheet.PathOf(run, 11))), Page(), StringComparison.Ordinal);      // the latest
        Assert.Contains("Step 11: drawn pictures", Page(), StringComparison.Ordinal);
        File.WriteAllText(NeighbourSheet.PathOf(run, 11), "half");
        Assert.DoesNotContain("Nearest training pictures", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_or_missing_files_leave_a_page_that_says_what_is_there()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 3));
        var run = new RunFolder(folder["run"]);
        File.AppendAllText(folder["run/metrics.csv"], "4,1");
        File.WriteAllText(folder["run/events.jsonl"], "{\"v\":");
        File.WriteAllText(folder["run/status.json"], "[1]");
        File.WriteAllText(folder["run/evaluations.jsonl"], "null\n{\"event\":\"evaluation\",\"values\":[{\"name\":3,\"value\":\"x\"},{\"value\":1e999}]}\n{\"event\"");
        File.WriteAllText(folder["run/diagnosis.jsonl"], "7\n{\"event\":\"finding\",\"evidence\":[1]}\n");
        foreach (var picture in Directory.EnumerateFiles(folder["run/samples"])) File.WriteAllText(picture, "half");

        RunPage.Write(run);

        var page = File.ReadAllText(RunPage.PathOf(run));
        Assert.DoesNotContain("NaN,", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data:image/png", page, StringComparison.Ordinal);
        Assert.Contains("not begun", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_speaks_the_users_language_and_its_numbers_stay_points()
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["run"], Tiny.Recipe("ring", 3));
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new("es");
            RunPage.Write(new(folder["run"]));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        var page = File.ReadAllText(folder["run/report.html"]);
        Assert.Contains("<html lang=\"es\">", page, StringComparison.Ordinal);
        Assert.Contains("Imágenes en el tiempo", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(CommaInPath(), page);
    }

    [Fact]
    public void Numbers_keep_four_digits_that_count()
    {
        Assert.Equal(["0.1235", "123,500", "0", "1.234e-7", "–", "-2.5"], new[] { 0.12345678, 123456, 0, 1.2341e-7, double.NaN, -2.5 }.Select(PageText.Number));
    }

    [Fact]
    public void Smoothing_starts_without_bias()
    {
        var curve = new Curve("c", [(0, 4), (1, double.NaN), (2, 8)]);

        Assert.Equal([(0.0, 4.0), (2, (0.5 * 4 * 0.5 + 0.5 * 8) / 0.75)], curve.Smoothed(0.5));
    }

    [GeneratedRegex("(src|href)=\"(?!data:|#)|url\\(|@import|fetch\\(|XMLHttp|https?://(?!www.w3.org)")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(" d=\"[^\"]*,")]
    private static partial Regex CommaInPath();
}
