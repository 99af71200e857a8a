namespace Adversa.Torch.Tests.Native;

public sealed class FailureTests
{
    private static readonly Dictionary<string, (string Operation, string Says, Action Act)> Failures = new()
    {
        ["shapes that do not broadcast"] = ("aten::add.Tensor", "must match", () => _ = Tensor.Ones([3]) + Tensor.Ones([4])),
        ["inner lengths of a product"] = ("aten::matmul", "cannot be multiplied", () => Tensor.Ones([2, 3]).Matmul(Tensor.Ones([2, 3]))),
        ["mixed element types"] = ("aten::mm", "ouble", () => Torch.Ops.Mm(Tensor.Ones([2, 2]), Tensor.Ones([2, 2], DType.Float64))),
        ["channels of a convolution"] = ("aten::conv2d", "channels", () => Torch.Ops.Conv2d(Tensor.Ones([1, 2, 4, 4]), Tensor.Ones([1, 3, 3, 3]), null, [1, 1], [0, 0], [1, 1])),
        ["an index outside"] = ("aten::select.int", "out of range", () => Torch.Ops.Select(Tensor.Ones([3]), 0, 7)),
        ["an impossible reshape"] = ("aten::reshape", "invalid for input of size 6", () => Tensor.Ones([6]).Reshape(4)),
        ["a negative length"] = ("aten::zeros", "negative", () => Tensor.Zeros([-1])),
        ["item of many"] = ("item", "2 elements", () => Tensor.Ones([2]).Item()),
        ["backward of many"] = ("backward", "scalar outputs", () => Tensor.Ones([2]).Leaf().Square().Backward()),
        ["backward of a constant"] = ("backward", "does not require grad", () => Tensor.Scalar(1).Backward()),
        ["backward twice"] = ("backward", "second time", Twice),
        ["inside backward"] = ("backward", "inplace operation", ChangedInBetween),
        ["writing into a leaf"] = ("aten::fill_.Scalar", "leaf Variable", () => Torch.Ops.FillInPlace(Tensor.Ones([2]).Leaf(), 1)),
        ["an input without part"] = ("grad", "not have been used", () => Autograd.Grad([Tensor.Scalar(1).Leaf().Square()], [Tensor.Scalar(1).Leaf()])),
        ["a gradient of another shape"] = ("grad", "must look like its tensor", () => Tensor.Ones([2]).Leaf().Grad = Tensor.Ones([3])),
        ["a gradient of another type"] = ("grad", "must look like its tensor", () => Tensor.Ones([2]).Leaf().Grad = Tensor.Ones([2], DType.Float64)),
        ["gradients of whole numbers"] = ("requires_grad", "only real tensors", () => Tensor.Ones([2], DType.Int64).RequiresGrad = true),
        ["freezing a result"] = ("requires_grad", "only a leaf", () => Tensor.Ones([2]).Leaf().Square().RequiresGrad = false),
        ["a device that this libtorch lacks"] = ("aten::to.device", "CUDA", () => Tensor.Ones([2]).To(Device.Cuda(127))),
        ["nine dimensions"] = ("info", "at most 8", () => _ = Tensor.Ones([1, 1, 1, 1, 1, 1, 1, 1, 1]).Shape),
    };

    public static TheoryData<string> Names => [.. Failures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_native_failure_becomes_an_exception_that_names_the_operation_and_leaks_nothing(string name)
    {
        var (operation, says, act) = Failures[name];
        var before = Say.SettledLiveCount();
        TorchException error;

        using (var scope = new TensorScope()) error = Assert.Throws<TorchException>(act);

        Assert.Equal(operation, error.Operation);
        Assert.StartsWith(operation + ": ", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(before, Tensor.LiveCount);
    }

    [Fact]
    public void A_tensor_of_nine_dimensions_outside_a_scope_is_refused_and_freed()
    {
        var before = Say.SettledLiveCount();

        Assert.Throws<TorchException>(() => Tensor.Ones([1, 1, 1, 1, 1, 1, 1, 1, 1]));

        Assert.Equal(before, Tensor.LiveCount);
    }

    [Fact]
    public void Asking_for_seventy_terabytes_is_error_5002_in_both_languages()
    {
        var error = Assert.Throws<AdversaException>(() => Tensor.Zeros([1L << 44]));

        Assert.Equal((5002, ExitCode.Resource), (error.Code, error.Exit));
        Assert.Contains("Out of memory in aten::zeros", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("Memoria agotada en aten::zeros", error.Text.Spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_operator_names_itself_and_the_version_and_hurts_nobody_else()
    {
        var missing = new Operator("aten::no_such_thing", "at_all");

        var error = Assert.Throws<TorchException>(() => new Call(missing).One());

        Assert.Equal($"aten::no_such_thing.at_all: this is not an operator of libtorch {Engine.TorchVersion}", error.Message);
        using var fine = Tensor.Ones([1]);
        Assert.Equal(1, fine.Item());
    }

    [Fact]
    public void More_results_than_a_call_takes_are_refused_and_freed()
    {
        using var scope = new TensorScope();
        var x = Tensor.Ones([40, 1]);
        var unbind = new Operator("aten::unbind", "int");
        var count = Tensor.LiveCount;

        var error = Assert.Throws<TorchException>(() =>
        {
            var call = new Call(unbind);
            call.Add(x);
            call.Add((long?)0);
            call.Several();
        });

        Assert.Contains("more than 32 results", error.Message, StringComparison.Ordinal);
        Assert.Equal(count, Tensor.LiveCount);
    }

    // Results that nobody took keep the 8 MB of their tensor: a hundred failures would keep 800 MB. The live count does not see them.
    [Fact]
    public void Results_of_a_call_that_failed_after_making_them_keep_no_memory()
    {
        var unbind = new Operator("aten::unbind", "int");
        void Fail()
        {
            using var scope = new TensorScope();
            var x = Tensor.Ones([40, 50_000]);
            Assert.Throws<TorchException>(() =>
            {
                var call = new Call(unbind);
                call.Add(x);
                call.Add((long?)0);
                call.Several();
            });
        }

        Fail();
        var before = Environment.WorkingSet;
        for (var i = 0; i < 100; i++) Fail();

        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 64L << 20);      // what a failure left would be 8 MB each time
    }

    [Fact]
    public void Weights_of_outputs_must_be_as_many_as_the_outputs()
    {
        using var scope = new TensorScope();
        var x = Tensor.Ones([2]).Leaf();

        var error = Assert.Throws<ArgumentException>(() => Autograd.Grad([x.Square()], [x], [Tensor.Ones([2]), Tensor.Ones([2])]));

        Assert.Contains("1 outputs needs one weight; got 2", error.Message, StringComparison.Ordinal);
    }

    // A list on the stack would need 1.6 MB, more than a thread of 256 kB has: a stack overflow ends the process.
    [Fact]
    public void Lists_of_a_hundred_thousand_tensors_fit_a_small_stack()
    {
        var one = Tensor.Ones([1]).Leaf();
        Tensor[] many = [.. Enumerable.Repeat(one, 100_000)];
        int? bad = null;
        var gradients = 0;
        double joined = 0;
        var thread = new Thread(() =>
        {
            using var scope = new TensorScope();
            bad = Tensor.FirstNonFinite(many);
            Autograd.SetRequiresGrad(many, true);
            gradients = Autograd.Grad([one.Square()], many, [Tensor.Ones([1])]).Length;
            joined = Tensor.Cat(many).Sum().Item();
        }, maxStackSize: 256 * 1024);

        thread.Start();
        thread.Join();

        Assert.Equal((-1, 100_000, 100_000.0), (bad, gradients, joined));
        one.Dispose();
    }

    [Fact]
    public void A_disposed_generator_is_named_and_the_tensor_beside_it_is_not_held()
    {
        var before = Say.SettledLiveCount();
        var generator = new Generator(1);
        generator.Dispose();
        var x = Tensor.Zeros([3]);

        var error = Assert.Throws<ObjectDisposedException>(() => Torch.Ops.BernoulliInPlace(x, 0.5, generator));

        Assert.Contains("aten::bernoulli_.float: argument 2 is a disposed generator", error.Message, StringComparison.Ordinal);
        x.Dispose();
        Assert.Equal(before, Tensor.LiveCount);
    }

    [Fact]
    public void A_null_in_a_list_of_tensors_is_refused_and_the_others_are_not_held()
    {
        var before = Say.SettledLiveCount();
        var x = Tensor.Zeros([3]);

        Assert.Throws<ArgumentNullException>(() => Tensor.Cat([x, null!]));

        x.Dispose();
        Assert.Equal(before, Tensor.LiveCount);
    }

    private static void Twice()
    {
        var y = Tensor.Ones([2]).Leaf().Square().Sum();
        y.Backward();
        y.Backward();
    }

    private static void ChangedInBetween()
    {
        var x = Tensor.Ones([2]).Leaf();
        var e = x.Exp();                                   // saves its result
        var y = e.Sum();
        Torch.Ops.MulInPlace(e, 2);
        y.Backward();
    }
}
