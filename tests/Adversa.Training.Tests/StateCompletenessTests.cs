using System.Collections;
using System.Reflection;
using System.Text;
using Adversa.Data;
using Adversa.Models;
using Adversa.Models.Games;
using Adversa.Models.Losses;
using Adversa.Models.Penalties;
using Adversa.Torch;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;
using Adversa.Training.Checkpoints;
using Adversa.Training.Diagnostics;
using Adversa.Training.Loop;
using Adversa.Training.Plans;
using Module = Adversa.Torch.Nn.Module;

namespace Adversa.Training.Tests;

/// <summary>Nothing that the loop keeps between updates may be forgotten by a checkpoint.</summary>
public sealed class StateCompletenessTests
{
    private const string Saved = "saved";

    /// <summary>Every field that can change, and where it goes or why it need not go anywhere.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["Trainer._round"] = Saved,
        ["Trainer._turn"] = Saved,
        ["Trainer._repeat"] = Saved,
        ["Trainer._update"] = Saved,
        ["Trainer._images"] = Saved,
        ["Trainer._imagesAtRound"] = Saved,
        ["Trainer._averaged"] = Saved,
        ["RunAverages._steps"] = Saved,
        ["RunAverages._powers"] = "filled once; their tensors are in the checkpoint's model",
        ["PowerAverage._pairs"] = "filled once; the tensors are in the checkpoint's model",
        ["PowerAverage.Tensors"] = "filled once; the tensors are in the checkpoint's model",
        ["BatchNorm._anew"] = "null but for a moment while samples are drawn",
        ["Trainer._counting"] = Saved,
        ["Trainer._optimizers"] = "filled once; each optimizer is visited",
        ["Trainer._mover"] = "who is unfrozen follows from the next turn: it is set anew before every update",
        ["Trainer.Watcher"] = "who watches: set by whoever builds the run",
        ["Trainer.IsWithinUpdate"] = "false wherever a checkpoint may stand",
        ["BatchStream._position"] = Saved,
        ["BatchStream._waited"] = "a measurement of this sitting",
        ["BatchStream._feeds"] = "their bad samples are saved; their orders are a function of the position",
        ["BatchStream._ready"] = "prefetched batches are a function of the position",
        ["BatchStream._threads"] = "workers hold no state",
        ["BatchStream._ahead"] = "prefetching begins anew at the position",
        ["BatchStream._given"] = "tickets of prefetching, begun anew",
        ["BatchStream._taken"] = "tickets of prefetching, begun anew",
        ["BatchStream._stop"] = "tells workers to end",
        ["BatchStream._disposed"] = "the end of the object's life",
        ["BatchStream.Warnings"] = "filled once",
        ["Model.OptionDials"] = "a function of the options",
        ["TrainingDoctor.Lacks"] = "a function of the model",
        ["SampleOrder._epoch"] = "which epoch is cached: a function of the position",
        ["SampleOrder._shuffled"] = "the cached epoch: a function of seed and position",
        ["TextToImage._matched"] = Saved,
        ["TextToImage._turns"] = "filled once",
        ["TextToImage.Examples"] = "set by whoever has data",
        ["Optimizer._parameters"] = "filled once; the weights are in the checkpoint's model",
        ["Optimizer._steps"] = Saved,
        ["Optimizer.LearningRate"] = Saved,
        ["Adam._first"] = "in the checkpoint's optimizer tensors",
        ["Adam._moves"] = "visited with the other numbers",
        ["Adam._second"] = "in the checkpoint's optimizer tensors",
        ["RmsProp._square"] = "in the checkpoint's optimizer tensors",
        ["Sgd._velocity"] = "in the checkpoint's optimizer tensors",
        ["Game._turns"] = "who plays in which order: filled at first use",
        ["StyleGame._turns"] = "who plays in which order: filled at first use",
        ["StyleGenerator._colourBias"] = "filled once; the weights are in the checkpoint's model",
        ["FewGenerator._skips"] = "filled once; the weights are in the checkpoint's model",
        ["AttganGenerator._down"] = "filled once; the weights are in the checkpoint's model",
        ["AttganGenerator._up"] = "filled once; the weights are in the checkpoint's model",
        ["Editor.Given"] = "given once",
        ["Editor.Examples"] = "what is shown where nobody gives anything: a function of the data",
        ["SkipExcitation._pooled"] = "given once",
        ["Adam.IsFused"] = "a function of the device",
        ["Game.Penalties"] = "the system's, given once",
        ["Game.DiscriminatorTerms"] = "given once",
        ["Game.GeneratorTerms"] = "given once",
        ["Game.Watched"] = "given once",
        ["Game._allPenalties"] = "the system's and the techniques': filled at first use",
        ["Penalty.Weight"] = "set by the options, and by annealings, before every update",
        ["Model.Annealings"] = "given once",
        ["Adam.Beta2"] = "set by the options, and by annealings, before every update",
        ["Ema.HalfLifeImages"] = "set by the recipe, and by annealings, before every update",
        ["Module._children"] = "filled once",
        ["Module._parameters"] = "filled once; the weights are in the checkpoint's model",
        ["Module._buffers"] = "filled once; the buffers are in the checkpoint's model",
        ["Module._allParameters"] = "a cache of what is filled once",
        ["WeightedLayer._u"] = "set once, a buffer; its values are in the checkpoint's model",
        ["WeightedLayer._v"] = "set once, a buffer; its values are in the checkpoint's model",
        ["Trainer.BeforeBackward"] = "for the look ahead alone, which saves nothing",
        ["Module.IsTraining"] = "training mode whenever an update begins; the average is always in evaluation mode",
        ["Balance._batches"] = "0 wherever a checkpoint may stand",
        ["Equilibrium._k"] = Saved,
        ["Equilibrium._onReal"] = Saved,
        ["Equilibrium._onFake"] = Saved,
        ["UpdateSignals._unread"] = "read before they are saved",
        ["StallWatch._smooth"] = Saved,
        ["StallWatch._lowest"] = Saved,
        ["RestingDiscriminator._moved"] = Saved,
        ["RestingDiscriminator._right"] = Saved,
        ["StallWatch._seen"] = Saved,
        ["StallWatch._since"] = Saved,
        ["StallWatch._halvings"] = Saved,
        ["TrainingDoctor._before"] = Saved,
        ["TrainingDoctor._hits"] = Saved,
        ["TrainingDoctor._found"] = Saved,
        ["TrainingDoctor._changes"] = Saved,
        ["TrainingDoctor._since"] = Saved,
        ["TrainingDoctor._signals"] = "visited; begun anew after a treatment",
        ["QualityWatch._best"] = Saved,
        ["QualityWatch._bestStep"] = Saved,
        ["QualityWatch._progressStep"] = Saved,
        ["QualityWatch._worse"] = Saved,
        ["QualityWatch._copied"] = Saved,
        ["UpdateSignals._means"] = Saved,
        ["UpdateSignals._early"] = Saved,
        ["UpdateSignals._gaps"] = Saved,
        ["UpdateSignals._usual"] = Saved,
        ["UpdateSignals._worst"] = Saved,
        ["UpdateSignals._worstNorm"] = Saved,
        ["UpdateSignals._worstUsual"] = Saved,
        ["UpdateSignals._largest"] = Saved,
        ["UpdateSignals._generatorUpdates"] = Saved,
        ["UpdateSignals._discriminatorUpdates"] = Saved,
        ["Examiner._references"] = "a function of the data",
        ["References._pool"] = "a function of the data",
        ["References._unseen"] = "a function of the data",
        ["References._unseenDistances"] = "a function of the data",
        ["References._notes"] = "a function of the data",
        ["SuperResolution._rounds"] = Saved,
        ["CycleModel.Given"] = "given once",
        ["CycleModel.Examples"] = "what is translated where nobody brings anything: a function of the data",
        ["ViewGame.Given"] = "given once",
        ["ViewGame.Examples"] = "what is turned where nobody brings anything: a function of the data",
        ["TranslationGame.Given"] = "given once",
        ["TranslationGame.Examples"] = "what is translated where nobody brings anything: a function of the data",
        ["FrontalGenerator._down"] = "filled once; their tensors are in the checkpoint's model",
        ["FrontalGenerator._up"] = "filled once; their tensors are in the checkpoint's model",
        ["FrontalGenerator._local"] = "filled once; their tensors are in the checkpoint's model",
        ["FrontalGenerator._part"] = "filled once: where the parts of a face lie",
        ["TranslationUNet._down"] = "filled once; their tensors are in the checkpoint's model",
        ["TranslationUNet._up"] = "filled once; their tensors are in the checkpoint's model",
        ["FakePool._count"] = Saved,
        ["Restorer.Examples"] = "what samples are made of: set by whoever has data",
        ["InceptionMix._ways"] = "filled once",
        ["Gru._weights"] = "filled once; they are parameters",
        ["UNet._down"] = "filled once",
        ["UNet._up"] = "filled once",
        ["Rng._block"] = "a function of key, stream and counter",
        ["Rng._key"] = Saved,
        ["Rng._stream"] = Saved,
        ["Rng._counter"] = Saved,
        ["Rng._filled"] = "whether the block belongs to the counter: false after loading",
    };

    [Fact]
    public void Every_field_that_can_change_is_saved_or_has_a_reason()
    {
        var mutable = Types().SelectMany(MutableFields).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Equal([], mutable.Where(field => !Known.ContainsKey(field) && !IsConstantPlan(field)));
        Assert.Equal([], Known.Keys.Except(mutable));
    }

    [Fact]
    public void Every_saved_number_of_loop_and_stream_changes_the_saved_state()
    {
        using var setup = Tiny.Setup(Tiny.Recipe("ring"));
        var stream = setup.Stream;
        foreach (var (owner, name) in Known.Where(pair => pair.Value == Saved).Select(pair => pair.Key.Split('.')).Select(parts => (parts[0], parts[1])))
        {
            object? target = owner switch { "Trainer" => setup.Trainer, "RunAverages" => setup.Trainer.Averages, "BatchStream" => stream, _ => null };
            if (target is null) continue;
            var field = target.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!;
            var (before, value) = (State(setup.Trainer), (long)field.GetValue(target)!);
            field.SetValue(target, value + 1);

            Assert.NotEqual(before, State(setup.Trainer));
            field.SetValue(target, value);
            Assert.Equal(before, State(setup.Trainer));
        }
    }

    [Theory]
    [InlineData("ring")]
    [InlineData("dcgan")]
    [InlineData("classifier")]
    [InlineData("progan")]
    [InlineData("began")]
    [InlineData("autoencoder")]
    [InlineData("ddpm")]
    [InlineData("vae")]
    public void Every_tensor_that_an_update_changes_is_in_the_checkpoint(string kind)
    {
        using var setup = Tiny.Setup(Tiny.Recipe(kind));
        var trainer = setup.Trainer;
        var saved = trainer.ModelTensors().Values.Concat(trainer.OptimizerTensors().Values).ToHashSet();

        var reachable = setup.Model.Players.SelectMany(player => player.Network.Modules().Prepend(player.Network)).Distinct()
            .SelectMany(module => Tensors(module)).ToList();

        Assert.NotEmpty(reachable);
        Assert.All(reachable, tensor => Assert.Contains(tensor, saved));
    }

    private static string State(Trainer trainer)
    {
        using var scope = new Adversa.Torch.TensorScope();
        var saver = new StateSaver();
        trainer.VisitState(saver);
        return Encoding.UTF8.GetString(saver.Json());
    }

    private static IEnumerable<Adversa.Torch.Tensor> Tensors(Module module) => Hierarchy(module.GetType())
        .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(field => field.FieldType == typeof(Adversa.Torch.Tensor)).Select(field => field.GetValue(module)).OfType<Adversa.Torch.Tensor>();

    private static IEnumerable<Type> Types()
    {
        Type[] roots = [typeof(Model), typeof(Module), typeof(Optimizer), typeof(Course), typeof(Penalty)];
        var families = new[] { typeof(Model), typeof(Module), typeof(Trainer) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => roots.Any(root => root.IsAssignableFrom(type)));
        var data = typeof(BatchStream).Assembly;
        return families.Concat([typeof(Trainer), typeof(Ema), typeof(PowerAverage), typeof(RunAverages), typeof(Rng), typeof(Turn), typeof(Player), typeof(BatchStream), typeof(Equilibrium), typeof(StallWatch), typeof(FakePool),
            typeof(TrainingDoctor), typeof(UpdateSignals), typeof(QualityWatch), typeof(Examiner), typeof(References),
            data.GetType("Adversa.Data.SampleOrder", throwOnError: true)!, data.GetType("Adversa.Data.SampleReader", throwOnError: true)!]);
    }

    private static IEnumerable<string> MutableFields(Type type) => type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(field => !field.Name.EndsWith('P') || field.Name[0] != '<')          // a primary constructor's parameter
        .Where(field => !field.IsInitOnly || IsCollection(field.FieldType))
        .Select(field => $"{type.Name}.{Plain(field.Name)}");

    private static bool IsCollection(Type type) => type.IsArray || (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type));

    private static string Plain(string name) => name[0] == '<' ? name[1..name.IndexOf('>', StringComparison.Ordinal)] : name;

    /// <summary>Lists and arrays that a constructor fills and nothing changes: who plays, in which turns, sizes of a layer.</summary>
    private static bool IsConstantPlan(string field) => field.EndsWith(".Turns", StringComparison.Ordinal) || field.EndsWith(".Players", StringComparison.Ordinal)
        || field.EndsWith("._blocks", StringComparison.Ordinal) || field.EndsWith("Colours", StringComparison.Ordinal)
        || field.EndsWith("._dims", StringComparison.Ordinal) || field is "References._all" or "References._heldOut" or "References._directions" or "References._sorted" or "References.Radius"
        || field.EndsWith("._layers", StringComparison.Ordinal) || field.EndsWith("._outShape", StringComparison.Ordinal) || field.EndsWith("._normalizedShape", StringComparison.Ordinal);

    private static IEnumerable<Type> Hierarchy(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType) yield return type;
    }
}
