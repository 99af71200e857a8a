using Adversa.Torch.Nn;
using Adversa.Torch.Optim;

namespace Adversa.Torch.Tests.Optim;

public sealed class GoldenOptimizerTests
{
    private static readonly Dictionary<string, Func<Golden, IEnumerable<(string, Tensor)>, Optimizer>> Optimizers = new()
    {
        ["adam_default"] = Adam, ["adam_gan"] = Adam, ["adam_wd_eps"] = Adam, ["adam_slow"] = Adam,
        ["adamw_default"] = AdamW, ["adamw_strong"] = AdamW,
        ["sgd"] = Sgd, ["sgd_momentum"] = Sgd, ["sgd_nesterov_wd"] = Sgd,
        ["rmsprop"] = RmsProp, ["rmsprop_alpha9_eps1e-7"] = RmsProp,
    };

    private static readonly Dictionary<string, Func<Golden, IEnumerable<(string, Tensor)>, Optimizer>> Late = new()
    {
        ["adam_late"] = Adam, ["adam_late_momentum"] = Adam, ["adamw_late"] = AdamW, ["rmsprop_late"] = RmsProp, ["sgd_momentum_late"] = Sgd,
    };

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    public static TheoryData<string> LateNames => [.. Late.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_equal_PyTorch_after_each_of_seven_steps(string name)
    {
        using var scope = new TensorScope();
        using var golden = new Golden(name);
        (string Name, Tensor Tensor)[] parameters = [("w", golden["param0.w"].Leaf()), ("b", golden["param0.b"].Leaf())];
        using var optimizer = Optimizers[name](golden, parameters);

        for (var step = 1; step <= 7; step++)
        {
            foreach (var (key, p) in parameters) p.Grad = golden[$"grads.{step}.{key}"];
            optimizer.Step();
            foreach (var (key, p) in parameters) golden.Check($"param{step}.{key}", p);
        }
    }

    public static TheoryData<string> Adams => [.. Optimizers.Keys.Where(name => name.StartsWith("adam", StringComparison.Ordinal))];

    public static bool HasFusedAdam => Version.Parse(Engine.TorchVersion.Split('+')[0]) >= new Version(2, 4);

    // libtorch's own kernel is for GPUs; from 2.4 on it has one for the processor too, which shows that it is called right.
    [Theory(Skip = "This libtorch has no fused Adam for the processor", SkipUnless = nameof(HasFusedAdam))]
    [MemberData(nameof(Adams))]
    public void In_libtorchs_own_kernel_parameters_equal_PyTorch_too(string name)
    {
        using var scope = new TensorScope();
        using var golden = new Golden(name);
        (string Name, Tensor Tensor)[] parameters = [("w", golden["param0.w"].Leaf()), ("b", golden["param0.b"].Leaf())];
        using var optimizer = (Adam)Optimizers[name](golden, parameters);
        optimizer.IsFused = true;

        for (var step = 1; step <= 7; step++)
        {
            foreach (var (key, p) in parameters) p.Grad = golden[$"grads.{step}.{key}"];
            optimizer.Step();
            foreach (var (key, p) in parameters) golden.Check($"param{step}.{key}", p);
        }
    }

    // One parameter gets its first gradient in step 5 and has none in step 7, one never gets any: each counts its own steps. The state moves to another optimizer after step 5.
    [Theory]
    [MemberData(nameof(LateNames))]
    public void Parameters_whose_gradient_is_absent_at_first_equal_PyTorch_after_each_of_nine_steps(string name)
    {
        using var scope = new TensorScope();
        using var golden = new Golden(name);
        (string Name, Tensor Tensor)[] parameters = [("w", golden["param0.w"].Leaf()), ("b", golden["param0.b"].Leaf()), ("s", golden["param0.s"].Leaf())];
        var optimizer = Late[name](golden, parameters);

        for (var step = 1; step <= 9; step++)
        {
            foreach (var (key, p) in parameters) p.Grad = golden.Has($"grads.{step}.{key}") ? golden[$"grads.{step}.{key}"] : null;
            optimizer.Step();
            foreach (var (key, p) in parameters) golden.Check($"param{step}.{key}", p);
            if (step == 5) optimizer = Moved(optimizer, () => Late[name](golden, parameters), new());
        }

        optimizer.Dispose();
    }

    // A state of before the counts were kept: who has moved goes on with the shared number of steps, as then; who has not begins at its first.
    [Fact]
    public void Adams_state_without_counts_still_loads()
    {
        using var scope = new TensorScope();
        var (moved, still) = (Tensor.Ones([2]).Leaf(), Tensor.Ones([2]).Leaf());
        (string, Tensor)[] parameters = [("moved", moved), ("still", still)];
        Optimizer adam = new Adam(parameters, learningRate: 0.5, beta1: 0, beta2: 0.99);
        for (var step = 0; step < 50; step++)
        {
            moved.Grad = Tensor.Ones([2]);
            adam.Step();
        }

        adam = Moved(adam, () => new Adam(parameters, learningRate: 0.5, beta1: 0, beta2: 0.99), new() { Forgets = name => name.StartsWith("step.", StringComparison.Ordinal) });
        var before = moved.ToArray<float>()[0];
        (moved.Grad, still.Grad) = (Tensor.Ones([2]), Tensor.Full([2], 3));
        adam.Step();

        Assert.Equal(51, adam.Steps);
        Assert.Equal(before - 0.5, moved.ToArray<float>()[0], 1e-5);      // a gradient that is always 1: each step is the rate, if 51 steps count
        Assert.Equal(1 - 0.5, still.ToArray<float>()[0], 1e-6);           // the first step of Adam is the rate
        adam.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_optimizer_whose_state_was_moved_to_another_goes_on_bit_for_bit(string name)
    {
        using var scope = new TensorScope();
        using var golden = new Golden(name);
        (string Name, Tensor Tensor)[] parameters = [("w", golden["param0.w"].Leaf()), ("b", golden["param0.b"].Leaf())];
        var optimizer = Optimizers[name](golden, parameters);

        for (var step = 1; step <= 7; step++)
        {
            if (step == 4)
            {
                optimizer.LearningRate *= 0.5;             // a schedule was at work: the rate is state too
                var (steps, rate) = (optimizer.Steps, optimizer.LearningRate);
                optimizer = Moved(optimizer, () => Optimizers[name](golden, parameters), new());
                Assert.Equal((steps, rate), (optimizer.Steps, optimizer.LearningRate));
            }

            foreach (var (key, p) in parameters) p.Grad = golden[$"grads.{step}.{key}"];
            optimizer.Step();
        }

        using var uninterrupted = Optimizers[name](golden, [("w", golden["param0.w"].Leaf()), ("b", golden["param0.b"].Leaf())]);
        for (var step = 1; step <= 7; step++)
        {
            if (step == 4) uninterrupted.LearningRate *= 0.5;
            foreach (var (key, p) in uninterrupted.Parameters) p.Grad = golden[$"grads.{step}.{key}"];
            uninterrupted.Step();
        }

        foreach (var ((_, a), (_, b)) in uninterrupted.Parameters.Zip(parameters)) Assert.Equal(a.ToBytes(), b.ToBytes());
        optimizer.Dispose();
    }

    // Two kernels, the fused loop and composed operators, state the same algorithm: they may differ by float32 rounding only.
    [Theory]
    [InlineData("adam_wd_eps")]
    [InlineData("adamw_strong")]
    public void Adam_on_a_transposed_parameter_takes_the_other_kernel_and_agrees(string name)
    {
        using var scope = new TensorScope();
        using var golden = new Golden(name);
        var plain = golden["param0.w"].Leaf();
        var strided = golden["param0.w"].T().Clone().T().Detach();
        strided.RequiresGrad = true;
        using var adam = Optimizers[name](golden, [("w", plain), ("t", strided)]);

        for (var step = 1; step <= 7; step++)
        {
            plain.Grad = strided.Grad = golden[$"grads.{step}.w"];
            adam.Step();
        }

        golden.Check("param7.w", strided);
        Golden.Close(plain.Doubles(), strided.Doubles(), 1e-6, "the two kernels");
    }

    [Theory]
    [InlineData("clip_norm_small")]
    [InlineData("clip_norm_large")]
    public void Clipped_gradients_and_their_norm_equal_PyTorch(string name)
    {
        using var scope = new TensorScope();
        using var golden = new Golden(name);
        var parameters = golden.Under("grads_before.").ToDictionary(p => p.Key, p =>
        {
            var leaf = Tensor.Zeros(p.Value.Shape).Leaf();
            leaf.Grad = p.Value.Clone();
            return leaf;
        });

        var norm = GradientClipping.ClipNorm(parameters.Values, golden.Number("max_norm"));

        Golden.Close(golden["total_norm"].Doubles(), [norm], golden.Tolerance, "norm");
        foreach (var (key, p) in parameters) golden.Check("grads_after." + key, p.Grad);
    }

    [Fact]
    public void Ema_equals_its_definition_after_each_step_and_copies_buffers()
    {
        using var scope = new TensorScope();
        using var golden = new Golden("ema");
        using var source = new Holder(golden, step: 0);
        using var average = new Holder(golden, step: 3);
        var ema = new Ema(source, average, halfLifeImages: 8 * Math.Log(0.5) / Math.Log(golden.Number("decay")));

        for (var step = 0; step <= 5; step++)
        {
            if (step > 0)
            {
                using (Autograd.NoGrad())
                    foreach (var (key, p) in source.NamedParameters()) p.CopyInPlace(golden[$"param{step}.{key}"]);
                using (Autograd.NoGrad()) source.Count.CopyInPlace(Tensor.Scalar(step));
                ema.Update(images: 8);
            }

            foreach (var (key, p) in average.NamedParameters()) golden.Check($"ema{step}.{key}", p);
            Assert.Equal(step, average.Count.Item());
        }

        Assert.All(average.Parameters, p => Assert.False(p.RequiresGrad));
        Assert.False(average.IsTraining);
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("sgd")]
    [InlineData("rmsprop")]
    public void A_graph_from_before_a_step_is_refused_after_it(string kind)
    {
        using var scope = new TensorScope();
        var w = Tensor.Ones([3]).Leaf();
        using Optimizer optimizer = kind switch
        {
            "adam" => new Adam([("w", w)]),
            "sgd" => new Sgd([("w", w)]),
            _ => new RmsProp([("w", w)]),
        };
        var y = (w * w).Sum();                             // saves w for its backward
        w.Grad = Tensor.Ones([3]);
        optimizer.Step();

        var error = Assert.Throws<TorchException>(() => y.Backward());

        Assert.Contains("modified by an inplace operation", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("adamw")]
    [InlineData("sgd")]
    [InlineData("rmsprop")]
    public void A_parameter_without_gradient_stays_and_the_others_move(string kind)
    {
        using var scope = new TensorScope();
        var (still, moved) = (Tensor.Ones([2]).Leaf(), Tensor.Ones([2]).Leaf());
        (string, Tensor)[] parameters = [("still", still), ("moved", moved)];
        using Optimizer optimizer = kind switch
        {
            "adam" => new Adam(parameters, weightDecay: 1),
            "adamw" => new AdamW(parameters, weightDecay: 1),
            "sgd" => new Sgd(parameters, momentum: 0.9, weightDecay: 1),
            _ => new RmsProp(parameters),
        };
        moved.Grad = Tensor.Ones([2]);

        optimizer.Step();

        Assert.Equal([1f, 1f], still.ToArray<float>());
        Assert.All(moved.ToArray<float>(), v => Assert.True(v < 1));
    }

    [Fact]
    public void A_step_that_fails_does_not_count()
    {
        using var scope = new TensorScope();
        var w = Tensor.Ones([3]).Leaf();
        using var adam = new Adam([("w", w)]);
        w.Dispose();

        Assert.Throws<ObjectDisposedException>(adam.Step);

        Assert.Equal(0, adam.Steps);
    }

    /// <summary>A new optimizer with the state of an old one, which ends.</summary>
    private static Optimizer Moved(Optimizer old, Func<Optimizer> create, Numbers numbers)
    {
        var optimizer = create();
        foreach (var ((_, to), (_, from)) in optimizer.StateTensors().Zip(old.StateTensors())) to.CopyInPlace(from);
        old.VisitState(numbers);
        numbers.Loads = true;
        optimizer.VisitState(numbers);
        old.Dispose();
        return optimizer;
    }

    private static Adam Adam(Golden f, IEnumerable<(string, Tensor)> p) =>
        new(p, f.Number("lr"), f.Number("beta1"), f.Number("beta2"), f.Number("eps"), f.Number("weight_decay"));

    private static AdamW AdamW(Golden f, IEnumerable<(string, Tensor)> p) =>
        new(p, f.Number("lr"), f.Number("beta1"), f.Number("beta2"), f.Number("eps"), f.Number("weight_decay"));

    private static Sgd Sgd(Golden f, IEnumerable<(string, Tensor)> p) =>
        new(p, f.Number("lr"), f.Number("momentum"), f.Number("weight_decay"), f.Flag("nesterov"));

    private static RmsProp RmsProp(Golden f, IEnumerable<(string, Tensor)> p) => new(p, f.Number("lr"), f.Number("alpha"), f.Number("eps"));

    /// <summary>Remembers the visited numbers, then gives them back.</summary>
    private sealed class Numbers : IStateVisitor
    {
        private readonly Dictionary<string, object> _values = [];

        public bool Loads { get; set; }

        public Func<string, bool> Forgets { get; init; } = static _ => false;

        public bool Has(string name, bool whenSaving) => Loads ? _values.ContainsKey(name) : whenSaving;

        public void Visit(string name, ref long value) => Visit<long>(name, ref value);

        public void Visit(string name, ref double value) => Visit<double>(name, ref value);

        public void Visit(string name, ref byte[] value) => Visit<byte[]>(name, ref value);

        private void Visit<T>(string name, ref T value) where T : notnull
        {
            if (Loads) value = (T)_values[name];
            else if (!Forgets(name)) _values.Add(name, value);
        }
    }

    private sealed class Holder : Module
    {
        public Holder(Golden golden, int step)
        {
            foreach (var key in new[] { "w", "b", "s" }) Parameter(key, golden[$"param{step}.{key}"].Clone());
            Count = Buffer("count", Tensor.Zeros([]));
        }

        public Tensor Count { get; }

        public override Tensor Forward(Tensor x) => x;
    }
}
