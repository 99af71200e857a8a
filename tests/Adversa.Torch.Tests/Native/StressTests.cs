using System.Collections.Concurrent;

namespace Adversa.Torch.Tests.Native;

public sealed class StressTests
{
    // The boundary's promise: whatever eight threads do to the same tensors, a call gives a result or an exception, never a crash.
    [Fact]
    public void Eight_threads_sharing_and_disposing_tensors_give_exceptions_and_never_a_crash()
    {
        const int threads = 8, operations = 12_500, slots = 16;
        var before = Say.SettledLiveCount();
        var shared = new Tensor[slots];
        for (var i = 0; i < slots; i++) shared[i] = Tensor.Ones([4, 4]);
        var generators = new Generator[4];
        for (var i = 0; i < generators.Length; i++) generators[i] = new Generator(i);
        var unexpected = new ConcurrentQueue<Exception>();
        var running = threads;

        var workers = Enumerable.Range(0, threads).Select(id => new Thread(() =>
        {
            var rng = new Rng(42, id);
            for (var n = 0; n < operations; n++)
            {
                try
                {
                    Step(shared, generators, rng);
                }
                catch (ObjectDisposedException)
                {
                    // what is promised
                }
                catch (Exception e)
                {
                    unexpected.Enqueue(e);
                }
            }

            Interlocked.Decrement(ref running);
        })).ToList();
        workers.ForEach(w => w.Start());
        while (Volatile.Read(ref running) > 0)
        {
            GC.Collect(0);
            GC.WaitForPendingFinalizers();
        }

        workers.ForEach(w => w.Join());
        foreach (var tensor in shared) tensor.Dispose();
        foreach (var generator in generators) generator.Dispose();

        Assert.Empty(unexpected);
        Assert.Equal(before, Say.SettledLiveCount());
    }

    // What the threads above meet too rarely to rely on: the other thread's disposal falls between taking the address and the call's end.
    [Fact]
    public void A_tensor_that_is_disposed_during_a_call_lives_until_the_call_returns()
    {
        var before = Say.SettledLiveCount();
        var tensor = Tensor.Ones([4]);
        using (new Held(tensor))
        {
            tensor.Dispose();
            Assert.Equal(before + 1, Tensor.LiveCount);
        }

        Assert.Equal(before, Tensor.LiveCount);
        Assert.Throws<ObjectDisposedException>(() => tensor.Item());
    }

    [Fact]
    public void Everything_a_list_holds_lives_until_it_is_given_back_and_only_then()
    {
        var before = Say.SettledLiveCount();
        var tensors = Enumerable.Range(0, 20).Select(_ => Tensor.Ones([1])).ToList();      // more than fit inline
        var generator = new Generator(1);
        var handles = new HandleList();
        handles.AddAll(tensors);
        handles.Add(generator);

        tensors.ForEach(t => t.Dispose());
        generator.Dispose();
        Assert.Equal(before + 20, Tensor.LiveCount);
        handles.Dispose();
        handles.Dispose();

        Assert.Equal(before, Tensor.LiveCount);
    }

    private static void Step(Tensor[] shared, Generator[] generators, Rng rng)
    {
        var (a, b) = (shared[rng.NextInt(shared.Length)], shared[rng.NextInt(shared.Length)]);
        switch (rng.NextInt(12))
        {
            case 0:
                a.Dispose();
                break;
            case 1:
                a.ToArray<float>();
                break;
            case 2:
                Assert.Equal([4, 4], a.Shape);
                break;
            case 3:
                using (var scope = new TensorScope()) (a.Sum() + b.Mean()).Item();
                break;
            case 4:
                _ = a + b;                                 // dropped: the finaliser's
                break;
            case 5:
                var slot = rng.NextInt(generators.Length);
                generators[slot].Dispose();
                generators[slot] = new Generator(slot);
                break;
            case 6:
                Tensor.Randn([20], generators[rng.NextInt(generators.Length)]).Dispose();
                break;
            case 7:
                Tensor.Randn([20], new Generator(1)).Dispose();         // nobody holds the generator but the call
                break;
            case 8:
                using (new TensorScope())
                {
                    var leaf = a.Leaf();
                    (leaf * b).Sum().Backward();
                    leaf.Grad!.ToArray<float>();
                }

                break;
            default:
                Interlocked.Exchange(ref shared[rng.NextInt(shared.Length)], Tensor.Ones([4, 4])).Dispose();
                break;
        }
    }
}
