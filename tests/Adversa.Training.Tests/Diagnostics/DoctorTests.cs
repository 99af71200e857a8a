using System.Text.Json.Nodes;
using Adversa.Models;
using Adversa.Torch;
using Adversa.Training.Checkpoints;
using Adversa.Training.Events;
using Adversa.Training.Plans;

namespace Adversa.Training.Tests.Diagnostics;

public sealed class DoctorTests
{
    private static readonly (string, JsonNode) Often = ("doctor", JsonNode.Parse("""{ "every": 3 }""")!);

    [Theory]
    [MemberData(nameof(Tiny.Names), MemberType = typeof(Tiny))]
    public void Watching_changes_no_bit_of_the_training(string kind)
    {
        Assert.Equal(Trained(kind, """{ "mode": "off" }"""), Trained(kind, """{ "mode": "watch", "every": 2 }"""));
    }

    [Theory]
    [InlineData("ring")]
    [InlineData("dcgan")]
    public void What_it_has_seen_goes_on_where_it_stood(string kind)
    {
        using var folder = new TemporaryFolder();
        Tiny.Train(folder["straight"], Tiny.Recipe(kind, 14, Often));
        Tiny.TrainAndStop(folder["cut"], Tiny.Recipe(kind, 14, Often), at: 7);
        Tiny.Resume(folder["cut"]);

        Assert.Equal(Tiny.Hash(folder["straight"]), Tiny.Hash(folder["cut"]));
        Assert.Equal(Lines(folder["straight"]), Lines(folder["cut"]));
        Assert.Equal([3, 6, 9, 12], Lines(folder["cut"]).Select(line => JsonNode.Parse(line)!["step"]!.GetValue<long>()));
    }

    [Theory]
    [InlineData("off", "watch")]
    [InlineData("watch", "off")]
    public void A_run_may_be_watched_from_some_step_on_or_no_longer(string before, string after)
    {
        using var folder = new TemporaryFolder();
        Tiny.TrainAndStop(folder["run"], Tiny.Recipe("ring", 12, ("doctor", Mode(before))), at: 5);
        var recipe = JsonNode.Parse(File.ReadAllText(Path.Join(folder["run"], "recipe.json")))!;
        recipe["doctor"] = Mode(after);
        File.WriteAllText(Path.Join(folder["run"], "recipe.json"), recipe.ToJsonString());

        Assert.Equal(ExitCode.Done, Tiny.Resume(folder["run"]));

        Assert.Equal(after == "off" ? [] : [6, 8, 10, 12], Lines(folder["run"]).Select(line => JsonNode.Parse(line)!["step"]!.GetValue<long>()).Where(step => step > 5));
    }

    [Fact]
    public void A_generator_that_ignores_its_noise_is_called_collapsed_and_its_twin_is_not()
    {
        Assert.Contains(DiagnosisKind.ModeCollapse, Kinds("ring", setup => Zero(setup, "g")));
        var learns = Tiny.Recipe("ring", 20, ("batch", 64), ("options.hidden", 32), ("options.learningRate", 0.003));
        Assert.DoesNotContain(DiagnosisKind.ModeCollapse, Kinds(learns, _ => { }, from: 400));
    }

    [Fact]
    public void A_discriminator_that_answers_always_the_same_is_called_too_weak()
    {
        Assert.Contains(DiagnosisKind.DiscriminatorTooWeak, Kinds("ring", setup => Zero(setup, "d")));
    }

    [Fact]
    public void A_critic_whose_weights_are_blown_up_is_called_too_steep_and_its_twin_is_not()
    {
        var points = JsonNode.Parse("""{ "variant": "wgan-gp", "preset": "points", "data": "ring", "batch": 16, "steps": 20, "seed": 5, "options": { "width": 16, "criticSteps": 1 } }""")!.AsObject();

        Assert.Contains(DiagnosisKind.LipschitzViolation, Kinds(points, setup => Scale(setup, "d", 4)));
        Assert.DoesNotContain(DiagnosisKind.LipschitzViolation, Kinds(points, _ => { }));
    }

    [Fact]
    public void Sixty_four_samples_that_were_shown_often_are_called_too_few()
    {
        Assert.Contains(DiagnosisKind.TooLittleData, Kinds(Tiny.Recipe("ring", 20, ("data", "first:64:ring")), _ => { }));
    }

    [Fact]
    public void A_finding_is_told_once_with_its_numbers_and_stands_in_the_files()
    {
        using var folder = new TemporaryFolder();
        var seen = new Recorder();

        Tiny.Train(folder["run"], Tiny.Recipe("ring", 60, ("data", "first:64:ring"), Often), null, seen);

        var finding = Assert.Single(seen.Events.OfType<Diagnosed>()).Diagnosis;
        Assert.Equal((DiagnosisKind.TooLittleData, 4010, "too_little_data"), (finding.Kind, finding.Code, finding.Name));
        Assert.Equal(64, finding["samples"]);
        Assert.Contains("64 samples", finding.Text.English, StringComparison.Ordinal);
        var line = Assert.Single(Lines(folder["run"]).Select(text => JsonNode.Parse(text)!), node => node["event"]!.ToString() == "finding");
        Assert.Equal(("ADV4010", 64), (line["code"]!.ToString(), line["evidence"]!["samples"]!.GetValue<double>()));
        Assert.Contains(File.ReadLines(Path.Join(folder["run"], "events.jsonl")), text => text.Contains("\"finding\":\"too_little_data\"", StringComparison.Ordinal));
        Assert.DoesNotContain(File.ReadLines(Path.Join(folder["run"], "events.jsonl")), text => text.Contains("\"examined\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_finding_has_words_in_both_languages_even_without_numbers()
    {
        foreach (var kind in Enum.GetValues<DiagnosisKind>())
        {
            var finding = new Diagnosis(1, kind, new Dictionary<string, double>());

            foreach (var text in new[] { finding.Text, finding.Remedy })
                Assert.True(text.English.Length > 20 && text.Spanish.Length > 20 && text.English != text.Spanish, $"{kind}: {text.English}");
        }
    }

    [Fact]
    public void Examining_leaks_no_tensor()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("dcgan"));
        setup.Doctor.Examine(100, 100, setup.Trainer.SamplingNetwork);
        var before = Tiny.LiveTensors();

        setup.Doctor.Examine(200, 200, setup.Trainer.SamplingNetwork);

        Assert.Equal(before, Tensor.LiveCount);
    }

    private static string Trained(string kind, string doctor)
    {
        using var setup = Tiny.Setup(Tiny.Recipe(kind, 8, ("doctor", JsonNode.Parse(doctor)!)));
        for (var round = 1; round <= 8; round++)
        {
            do setup.Trainer.Update(read: false);
            while (!setup.Trainer.AtBoundary);
            if (setup.Doctor.IsDue(round)) setup.Doctor.Examine(round, setup.Trainer.Images, setup.Trainer.SamplingNetwork);
        }

        using var folder = new TemporaryFolder();
        var (store, trainer) = (new CheckpointStore(folder.Root, "hash"), setup.Trainer);
        store.Save(trainer, new(CheckpointManifest.CurrentFormat, "", trainer.Round, trainer.UpdateInRound, trainer.Images, 0,
            0, "", setup.Source.Fingerprint, setup.Source.Schema, [], ""));      // the loop's state alone, without the doctor's
        return CheckpointStore.HashOf(store.Newest().Good!);
    }

    private static HashSet<DiagnosisKind> Kinds(string kind, Action<Setup> sabotage) => Kinds(Tiny.Recipe(kind), sabotage);

    /// <summary>What is found while a few updates are shown to be the thousandth, with the sabotage done after each.</summary>
    /// <param name="recipe">What is trained.</param>
    /// <param name="sabotage">Done after each round.</param>
    /// <param name="from">Rounds that nobody looks at first.</param>
    private static HashSet<DiagnosisKind> Kinds(JsonObject recipe, Action<Setup> sabotage, int from = 0)
    {
        using var setup = Tiny.Setup(recipe);
        var found = new HashSet<DiagnosisKind>();
        for (var round = 1 - from; round <= 45; round++)
        {
            do setup.Trainer.Update(read: false);
            while (!setup.Trainer.AtBoundary);
            using (new TensorScope()) sabotage(setup);
            if (round < 1 || round % 5 != 0) continue;
            found.UnionWith(setup.Doctor.Examine(20L * round, setup.Trainer.Images, ((ISampler)setup.Model).SampledNetwork).Findings.Select(finding => finding.Kind));
        }

        return found;
    }

    private static void Zero(Setup setup, string player) => Scale(setup, player, 0);

    private static void Scale(Setup setup, string player, double factor)
    {
        using var _ = Autograd.NoGrad();
        foreach (var (name, weight) in setup.Model.Players.Single(p => p.Name == player).Network.NamedParameters())
            if (name.EndsWith("weight", StringComparison.Ordinal) && weight.Dims == 2) weight.CopyInPlace(factor == 0 ? Ops.ZerosLike(weight) : weight.Clone() * (Norm(weight) < 50 ? factor : 1));
    }

    private static double Norm(Tensor weight) => weight.Square().Sum().Sqrt().Item();

    private static JsonObject Mode(string mode) => new() { ["mode"] = mode, ["every"] = 2 };

    private static string[] Lines(string run) => File.Exists(Path.Join(run, RunLogs.DiagnosisFile)) ? File.ReadAllLines(Path.Join(run, RunLogs.DiagnosisFile)) : [];
}
