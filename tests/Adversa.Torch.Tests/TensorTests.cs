using System.Runtime.CompilerServices;
using Adversa.Torch.Nn;
using Adversa.Torch.Optim;

namespace Adversa.Torch.Tests;

public sealed class TensorTests
{
    [Fact]
    public void A_scope_frees_what_was_made_in_it_and_not_what_was_kept()
    {
        using var outer = new TensorScope();
        Tensor kept, lost;
        using (var scope = new TensorScope())
        {
            lost = Tensor.Ones([2]);
            kept = scope.Keep(lost + 1);
        }

        Assert.True(lost.IsDisposed);
        Assert.Equal([2f, 2f], kept.ToArray<float>());
    }

    [Fact]
    public void What_an_inner_scope_keeps_ends_with_the_outer_one()
    {
        Tensor kept;
        using (new TensorScope())
        {
            using (var inner = new TensorScope()) kept = inner.Keep(Tensor.Ones([2]));
            Assert.False(kept.IsDisposed);
        }

        Assert.True(kept.IsDisposed);
    }

    [Fact]
    public void What_the_outermost_scope_keeps_belongs_to_its_holder()
    {
        Tensor kept;
        using (var scope = new TensorScope()) kept = scope.Keep(Tensor.Ones([2]));

        Assert.False(kept.IsDisposed);
        kept.Dispose();
    }

    [Fact]
    public void Detaching_takes_a_tensor_out_of_every_scope()
    {
        Tensor detached;
        using (new TensorScope())
        {
            var made = Tensor.Ones([2]);
            using (new TensorScope()) detached = TensorScope.Detach(made);
        }

        Assert.False(detached.IsDisposed);
        detached.Dispose();
    }

    [Fact]
    public void Scopes_that_end_in_the_wrong_order_say_so_and_still_end_afterwards()
    {
        var outer = new TensorScope();
        var a = Tensor.Ones([1]);
        var inner = new TensorScope();
        var b = Tensor.Ones([1]);

        var error = Assert.Throws<InvalidOperationException>(outer.Dispose);
        inner.Dispose();
        outer.Dispose();

        Assert.Contains("before the scope around it", error.Message, StringComparison.Ordinal);
        Assert.True(a.IsDisposed && b.IsDisposed);
    }

    [Fact]
    public void A_scope_that_ends_on_another_thread_says_so()
    {
        using var scope = new TensorScope();
        Exception? seen = null;
        var thread = new Thread(() => seen = Record.Exception(scope.Dispose));
        thread.Start();
        thread.Join();

        Assert.IsType<InvalidOperationException>(seen);
    }

    [Fact]
    public void A_thousand_training_steps_leave_as_many_tensors_as_before()
    {
        using var rng = new Generator(1);
        using var net = new Sequential(new Linear(4, 8, rng), new ReLU(), new Dropout(0.5, rng), new Linear(8, 1, rng));
        using var adam = new Adversa.Torch.Optim.Adam(net.NamedParameters());
        void Step()
        {
            using var scope = new TensorScope();
            net.ZeroGrad();
            net.Forward(Tensor.Randn([5, 4], rng)).Square().Mean().Backward();
            adam.Step();
        }

        Step();
        var before = Say.SettledLiveCount();
        for (var i = 0; i < 1000; i++) Step();

        Assert.Equal(before, Tensor.LiveCount);
    }

    [Fact]
    public void Using_a_disposed_tensor_says_which_argument_it_was_and_holds_no_reference()
    {
        var before = Say.SettledLiveCount();
        var (a, b) = (Tensor.Ones([2]), Tensor.Ones([2]));
        b.Dispose();

        var error = Assert.Throws<ObjectDisposedException>(() => a + b);
        Assert.Contains("aten::add.Tensor: argument 1 is a disposed tensor", error.Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => Tensor.Cat([a, b]));
        Assert.Throws<ObjectDisposedException>(() => Autograd.Grad([a], [b]));
        Assert.Throws<ObjectDisposedException>(() => Autograd.SetRequiresGrad([a, b], true));
        Assert.Throws<ObjectDisposedException>(() => Tensor.FirstNonFinite([a, b]));
        Assert.Throws<ObjectDisposedException>(() => a.Grad = b);
        foreach (var act in new Action[] { () => b.Item(), () => _ = b.Shape, () => b.ToArray<float>(), () => b.Backward(), () => _ = b.Grad, () => b.Grad = a })
            Assert.Contains("The tensor was disposed", Assert.Throws<ObjectDisposedException>(act).Message, StringComparison.Ordinal);

        a.Dispose();
        Assert.Equal(before, Tensor.LiveCount);
        Assert.Equal("disposed tensor", b.ToString());
    }

    [Fact]
    public void Tensors_that_were_dropped_are_freed_by_the_garbage_collector()
    {
        var before = Say.SettledLiveCount();
        Drop();
        Assert.Equal(before + 20, Tensor.LiveCount);

        Assert.Equal(before, Say.SettledLiveCount());
    }

    [Fact]
    public void In_place_operations_give_a_new_handle_to_the_same_memory()
    {
        using var scope = new TensorScope();
        var x = Tensor.Ones([2]);

        var same = Torch.Ops.AddInPlace(x, (Scalar)1, 1);
        Assert.NotSame(x, same);
        same.Dispose();

        Assert.Equal([2f, 2f], x.ToArray<float>());
    }

    [Fact]
    public void A_saved_generator_state_gives_the_same_numbers_again()
    {
        using var scope = new TensorScope();
        using var generator = new Generator(3);
        Tensor.Randn([5], generator);                      // fewer than 16 leave half of a pair of normals inside: part of the state
        var state = generator.State;
        var first = Draw(generator);
        var other = Draw(generator);
        generator.State = state;

        Assert.Equal(first, Draw(generator));
        Assert.NotEqual(first, other);
        using var copy = new Generator(99) { State = state };
        Assert.Equal(first, Draw(copy));
    }

    [Fact]
    public void A_generator_refuses_a_state_that_is_none()
    {
        using var generator = new Generator(3);

        Assert.Throws<TorchException>(() => generator.State = new byte[7]);
    }

    [Fact]
    public void Dropout_repeats_with_its_generators_state_and_scales_what_is_left()
    {
        using var scope = new TensorScope();
        using var generator = new Generator(3);
        using var dropout = new Dropout(0.25, generator);
        var x = Tensor.Ones([1000]);
        var state = generator.State;

        var first = dropout.Forward(x).ToArray<float>();
        generator.State = state;

        Assert.Equal(first, dropout.Forward(x).ToArray<float>());
        Assert.Equal([0f, 4f / 3], first.Distinct().Order());
        Assert.InRange(first.Count(v => v == 0), 195, 305);        // four standard deviations of B(1000, 0.25) around 250
        dropout.Eval();
        Assert.Same(x, dropout.Forward(x));
    }

    [Fact]
    public void The_recorder_sees_names_arguments_and_results()
    {
        using var scope = new TensorScope();
        using var rng = new Generator(1);
        using var layer = new ConvTranspose2d(2, 3, 4, rng, stride: 2, padding: 1);
        var x = Tensor.Ones([1, 2, 2, 2]);
        var seen = new List<(string Op, object?[] Arguments, Tensor[] Results)>();
        Tensor y, z;

        Call.Recorder = (op, arguments, results) => seen.Add((op, [.. arguments], [.. results]));
        try
        {
            y = layer.Forward(x);
            z = Torch.Ops.LeakyRelu(y, 0.2);
            Assert.Throws<TorchException>(() => x + Tensor.Ones([7]));
        }
        finally
        {
            Call.Recorder = null;
        }

        Assert.Equal(["aten::conv_transpose2d.input", "aten::leaky_relu", "aten::ones"], seen.Select(s => s.Op));
        Assert.Equal([x, layer.Parameters[0], layer.Parameters[1], new long[] { 2, 2 }, new long[] { 1, 1 }, new long[] { 0, 0 }, 1L, new long[] { 1, 1 }], seen[0].Arguments);
        Assert.Same(y, seen[0].Results.Single());
        Assert.Same(y, seen[1].Arguments[0]);
        Assert.Same(z, seen[1].Results.Single());
    }

    [Fact]
    public void Values_and_shape_must_agree()
    {
        var error = Assert.Throws<ShapeException>(() => Tensor.From(new float[5], 2, 3));

        Assert.Equal("A tensor of shape [2, 3] has 6 elements; got 5 values.", error.Message);
        Assert.Contains("To(DType.Float64)", Assert.Throws<ArgumentException>(() => Tensor.From(new float[1], 1).ToArray<double>()).Message, StringComparison.Ordinal);
        Assert.Contains("Tensors hold no Char", Assert.Throws<ArgumentException>(() => Tensor.From(new char[1], 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expected_shape_may_leave_lengths_open()
    {
        using var x = Tensor.Ones([2, 3, 4]);

        Assert.Same(x, x.ExpectShape("N 3 H"));
        Assert.Equal("Images must have shape [N, 1, H]; got [2, 3, 4].", Assert.Throws<ShapeException>(() => x.ExpectShape("N 1 H", "Images")).Message);
    }

    [Fact]
    public void The_first_tensor_with_a_nan_or_an_infinity_is_found_and_an_overflowing_sum_is_not_one()
    {
        using var scope = new TensorScope();
        var fine = Tensor.Full([8], 3e38);

        Assert.Equal(-1, Tensor.FirstNonFinite([fine, Tensor.Ones([2], DType.Int64), Tensor.Zeros([0])]));
        Assert.Equal(1, Tensor.FirstNonFinite([fine, Tensor.From(new[] { 1, float.NaN }, 2), fine]));
        Assert.Equal(0, Tensor.FirstNonFinite([Tensor.From(new[] { float.PositiveInfinity, float.NegativeInfinity }, 2)]));
    }

    [Fact]
    public void Recording_is_off_until_the_end_of_NoGrad_and_only_there()
    {
        using var scope = new TensorScope();
        var x = Tensor.Ones([1]).Leaf();
        using (Autograd.NoGrad())
        {
            using (Autograd.NoGrad()) Assert.False((x * 2).RequiresGrad);
            Assert.False((x * 2).RequiresGrad);
        }

        Assert.True((x * 2).RequiresGrad);
    }

    private static float[] Draw(Generator generator) =>
        [.. Tensor.Randn([37], generator).ToArray<float>(), .. Torch.Ops.BernoulliInPlace(Tensor.Zeros([20]), 0.5, generator).ToArray<float>()];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop()
    {
        for (var i = 0; i < 10; i++) _ = Tensor.Ones([1000]);
        using var scope = new TensorScope();
        for (var i = 0; i < 10; i++) TensorScope.Detach(Tensor.Ones([1000]));
    }
}
