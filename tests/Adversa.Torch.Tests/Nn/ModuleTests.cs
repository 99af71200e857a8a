using System.Reflection;
using Adversa.Torch.Nn;
using Module = Adversa.Torch.Nn.Module;

namespace Adversa.Torch.Tests.Nn;

public sealed class ModuleTests
{
    /// <summary>One of each module that is not a plain function.</summary>
    private static Dictionary<Type, Func<Generator, Module>> Examples => new()
    {
        [typeof(Linear)] = g => new Linear(2, 3, g), [typeof(Conv2d)] = g => new Conv2d(2, 3, 3, g), [typeof(ConvTranspose2d)] = g => new ConvTranspose2d(2, 3, 3, g),
        [typeof(BatchNorm1d)] = _ => new BatchNorm1d(3), [typeof(BatchNorm2d)] = _ => new BatchNorm2d(3), [typeof(Sequential)] = g => new Sequential(new Linear(2, 3, g), new ReLU()),
        [typeof(Net)] = g => new Net(new Linear(2, 3, g)), [typeof(Unit)] = g => new Unit(g),
        [typeof(ReLU)] = _ => new ReLU(), [typeof(LeakyReLU)] = _ => new LeakyReLU(), [typeof(ELU)] = _ => new ELU(), [typeof(Tanh)] = _ => new Tanh(),
        [typeof(Sigmoid)] = _ => new Sigmoid(), [typeof(Flatten)] = _ => new Flatten(), [typeof(Unflatten)] = _ => new Unflatten(1), [typeof(Upsample)] = _ => new Upsample(2),
        [typeof(MaxPool2d)] = _ => new MaxPool2d(2), [typeof(AvgPool2d)] = _ => new AvgPool2d(2), [typeof(Dropout)] = g => new Dropout(0.5, g),
        [typeof(Conv1d)] = g => new Conv1d(2, 3, 3, g), [typeof(Conv3d)] = g => new Conv3d(2, 3, 3, g), [typeof(ConvTranspose1d)] = g => new ConvTranspose1d(2, 3, 3, g),
        [typeof(ConvTranspose3d)] = g => Normalized(new ConvTranspose3d(2, 3, 3, g), g),
        [typeof(SiLU)] = _ => new SiLU(), [typeof(GELU)] = _ => new GELU(), [typeof(PReLU)] = _ => new PReLU(), [typeof(Softplus)] = _ => new Softplus(),
        [typeof(BatchNorm3d)] = _ => new BatchNorm3d(3), [typeof(GroupNorm)] = _ => new GroupNorm(2, 4), [typeof(LayerNorm)] = _ => new LayerNorm([3]),
        [typeof(InstanceNorm2d)] = _ => new InstanceNorm2d(3, affine: true), [typeof(PixelNorm)] = _ => new PixelNorm(), [typeof(PixelShuffle)] = _ => new PixelShuffle(2), [typeof(ReflectionPad2d)] = _ => new ReflectionPad2d(1), [typeof(Gru)] = g => new Gru(2, 3, g),
        [typeof(MinibatchStddev)] = _ => new MinibatchStddev(), [typeof(Embedding)] = g => new Embedding(2, 3, g), [typeof(SelfAttention2d)] = g => new SelfAttention2d(4, g, groups: 2),
        [typeof(EqualizedLinear)] = g => new EqualizedLinear(2, 3, g), [typeof(EqualizedConv2d)] = g => new EqualizedConv2d(2, 3, 3, g),
    };

    [Fact]
    public void Keys_are_PyTorchs_in_PyTorchs_order()
    {
        using var rng = new Generator(1);
        using var net = new Net(new Conv2d(1, 2, 3, rng), new BatchNorm2d(2), new Sequential(new ReLU(), new Unit(rng)));

        // Own parameters, own buffers, then the children in the order of their registration.
        Assert.Equal(["net.0.weight", "net.0.bias", "net.1.weight", "net.1.bias", "net.1.running_mean", "net.1.running_var", "net.1.num_batches_tracked",
            "net.2.1.scale", "net.2.1.count", "net.2.1.inner.weight", "net.2.1.inner.bias"], net.StateDict().Keys);
        Assert.Equal(["net.0.weight", "net.0.bias", "net.1.weight", "net.1.bias", "net.2.1.scale", "net.2.1.inner.weight", "net.2.1.inner.bias"],
            net.NamedParameters().Select(p => p.Name));
    }

    [Fact]
    public void Loading_weights_that_do_not_fit_names_every_problem_and_changes_nothing()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var net = new Net(new Linear(2, 3, rng), new ReLU(), new Linear(3, 1, rng));
        var before = net.StateDict().ToDictionary(p => p.Key, p => p.Value.ToArray<float>());
        var state = net.StateDict().ToDictionary(p => p.Key, p => Tensor.Ones(p.Value.Shape));
        state.Remove("net.0.bias");
        state["net.2.weight"] = Tensor.Ones([3]);
        state["extra"] = Tensor.Ones([1]);

        var error = Assert.Throws<AdversaException>(() => net.LoadStateDict(state));

        Assert.Equal(6010, error.Code);
        Assert.Equal("The weights do not fit the network: net.0.bias is missing; extra is not wanted; net.2.weight must be [1, 3] and is [3].", error.Message);
        Assert.All(net.StateDict(), p => Assert.Equal(before[p.Key], p.Value.ToArray<float>()));
    }

    [Fact]
    public void Loading_copies_the_values_and_keeps_the_modules_own_tensors()
    {
        using var rng = new Generator(1);
        using var a = new Linear(2, 3, rng);
        using var b = new Linear(2, 3, rng);
        var own = b.Parameters[0];

        b.LoadStateDict(a.StateDict());

        Assert.Same(own, b.Parameters[0]);
        Assert.Equal(a.Parameters[0].ToArray<float>(), own.ToArray<float>());
        Assert.True(own.RequiresGrad);
    }

    [Fact]
    public void No_field_of_a_module_holds_a_tensor_or_a_module_that_is_not_registered()
    {
        using var rng = new Generator(1);
        var shipped = typeof(Module).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Module)) && !t.IsAbstract);
        Assert.Empty(shipped.Except(Examples.Keys));
        foreach (var make in Examples.Values)
        {
            using var module = make(rng);
            object[] registered = [.. module.StateDict().Values, .. module.Modules()];
            foreach (var (name, value) in Held(module))
                Assert.True(registered.Contains(value, ReferenceEqualityComparer.Instance), $"{module.GetType().Name}.{name} is not registered");
        }
    }

    [Fact]
    public void The_weights_of_every_layer_get_a_gradient()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var net = new Net(new Linear(5, 18, rng), new BatchNorm1d(18), new LeakyReLU(), new Unflatten(2, 3, 3), new ConvTranspose2d(2, 3, 4, rng, 2, 1),
            new BatchNorm2d(3), new ELU(), new Conv2d(3, 2, 3, rng), new Tanh(), new AvgPool2d(2), new Upsample(2), new Flatten(), new Linear(32, 1, rng), new Sigmoid());

        (net.Forward(Tensor.Randn([6, 5], rng)) * Tensor.Randn([6, 1], rng)).Sum().Backward();

        // Biases before a batch norm are cancelled by it; all else must move.
        Assert.All(net.NamedParameters().Where(p => p.Name is not ("net.0.bias" or "net.4.bias")), p => Assert.Contains(p.Tensor.Grad!.ToArray<float>(), g => g != 0));
    }

    [Fact]
    public void Training_and_evaluation_reach_every_child()
    {
        using var rng = new Generator(1);
        using var net = new Net(new Sequential(new Unit(rng)), new Dropout(0.5, rng));

        net.Eval();
        Assert.All(net.Modules(), m => Assert.False(m.IsTraining));
        net.Train();
        Assert.All(net.Modules(), m => Assert.True(m.IsTraining));
    }

    [Fact]
    public void A_frozen_network_gathers_no_gradient_and_passes_it_on()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var net = new Net(new ConvTranspose2d(2, 3, 4, rng, 2, 1), new Tanh());
        net.RequireGrad(false);
        var x = Tensor.Randn([1, 2, 3, 3], rng).Leaf();

        net.Forward(x).Sum().Backward();

        Assert.NotNull(x.Grad);
        Assert.All(net.Parameters, p => Assert.Null(p.Grad));
    }

    [Fact]
    public void Batch_norm_refuses_to_train_on_one_value_which_would_make_its_variance_NaN()
    {
        using var scope = new TensorScope();
        using var norm = new BatchNorm1d(3);

        var error = Assert.Throws<ShapeException>(() => norm.Forward(Tensor.Ones([1, 3])));

        Assert.Contains("more than one value of each channel", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, norm.StateDict()["num_batches_tracked"].Item());
        norm.Eval();
        norm.Forward(Tensor.Ones([1, 3]));
        Assert.Contains("BatchNorm1d expects 2 or 3 dimensions", Assert.Throws<ShapeException>(() => norm.Forward(Tensor.Ones([2, 3, 1, 1]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_take_an_empty_batch()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var full = new Conv2d(2, 3, 4, rng);
        using var projection = new ConvTranspose2d(2, 3, 4, rng);

        Assert.Equal([0, 3, 1, 1], full.Forward(Tensor.Zeros([0, 2, 4, 4])).Shape);
        Assert.Equal([0, 3, 4, 4], projection.Forward(Tensor.Zeros([0, 2, 1, 1])).Shape);
    }

    [Fact]
    public void Dcgan_initialisation_reaches_convolutions_and_norms_and_leaves_dense_layers()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var net = new Net(new Conv2d(16, 32, 5, rng), new BatchNorm2d(400), new Linear(4, 4, rng));
        var dense = net.StateDict()["net.2.weight"].ToArray<float>();

        Init.Dcgan(net, rng);

        // 12,800 draws: the standard error of a standard deviation of 0.02 is 1.3e-4, of 400 draws 7e-4; four of them are allowed.
        Assert.Equal(0.02, Deviation(net.StateDict()["net.0.weight"], 0), 5.2e-4);
        Assert.Equal(0.02, Deviation(net.StateDict()["net.1.weight"], 1), 2.8e-3);
        Assert.All(net.StateDict()["net.0.bias"].ToArray<float>(), v => Assert.Equal(0, v));
        Assert.Equal(dense, net.StateDict()["net.2.weight"].ToArray<float>());
    }

    [Fact]
    public void Disposing_a_network_frees_all_it_owns_even_when_it_was_made_in_a_scope()
    {
        using var rng = new Generator(1);
        var before = Say.SettledLiveCount();
        Net net;
        using (new TensorScope()) net = Nets.Dcgan28Discriminator(rng);
        Assert.Equal(before + 10, Tensor.LiveCount);

        net.Dispose();

        Assert.Equal(before, Tensor.LiveCount);
    }

    private static T Normalized<T>(T module, Generator rng) where T : Module
    {
        SpectralNorm.Apply(module, rng);
        return module;
    }

    private static double Deviation(Tensor tensor, double mean) => Math.Sqrt(tensor.Doubles().Average(v => (v - mean) * (v - mean)));

    private static IEnumerable<(string Name, object Value)> Held(Module module)
    {
        for (var type = module.GetType(); type is not null && type != typeof(Module); type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                switch (field.GetValue(module))
                {
                    case Tensor or Module: yield return (field.Name, field.GetValue(module)!); break;
                    case IEnumerable<object> many:
                        foreach (var item in many.Where(i => i is Tensor or Module)) yield return (field.Name, item);
                        break;
                }
    }

    private sealed class Unit : Module
    {
        private readonly Linear _inner;

        public Unit(Generator g)
        {
            _inner = Child("inner", new Linear(2, 2, g));
            Buffer("count", Tensor.Zeros([]));
            Parameter("scale", Tensor.Ones([]));
        }

        public override Tensor Forward(Tensor x) => _inner.Forward(x);
    }
}
