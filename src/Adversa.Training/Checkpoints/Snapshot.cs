using Adversa.Torch;

namespace Adversa.Training.Checkpoints;

/// <summary>A training as it stood at a moment, in memory: it can be saved later, when the training itself has gone on.</summary>
internal sealed class Snapshot : ICheckpointed, IDisposable
{
    private readonly Dictionary<string, Tensor> _model;
    private readonly Dictionary<string, Tensor> _optimizer;
    private readonly Recorder _state = new();

    /// <summary>Copies a training.</summary>
    /// <param name="training">Only read.</param>
    internal Snapshot(ICheckpointed training)
    {
        using var scope = new TensorScope();
        using var _ = Autograd.NoGrad();
        (_model, _optimizer) = (Copies(training.ModelTensors()), Copies(training.OptimizerTensors()));
        training.VisitState(_state);
    }

    public IReadOnlyDictionary<string, Tensor> ModelTensors() => _model;

    public IReadOnlyDictionary<string, Tensor> OptimizerTensors() => _optimizer;

    /// <summary>Shows a visitor what was recorded; one that saves.</summary>
    public void VisitState(ITensorStateVisitor visitor)
    {
        foreach (var show in _state.Shows) show(visitor);
    }

    public void Dispose()
    {
        foreach (var tensor in _model.Values.Concat(_optimizer.Values).Concat(_state.Tensors)) tensor.Dispose();
    }

    private static Tensor Copy(Tensor tensor) => TensorScope.Detach(tensor.Detach().Clone());

    private static Dictionary<string, Tensor> Copies(IReadOnlyDictionary<string, Tensor> tensors) =>
        tensors.ToDictionary(pair => pair.Key, pair => Copy(pair.Value), StringComparer.Ordinal);

    private sealed class Recorder : ITensorStateVisitor
    {
        internal List<Action<ITensorStateVisitor>> Shows { get; } = [];

        internal List<Tensor> Tensors { get; } = [];

        public void Visit(string name, ref long value)
        {
            var copy = value;
            Shows.Add(visitor => visitor.Visit(name, ref copy));
        }

        public void Visit(string name, ref double value)
        {
            var copy = value;
            Shows.Add(visitor => visitor.Visit(name, ref copy));
        }

        public void Visit(string name, ref byte[] value)
        {
            byte[] copy = [.. value];
            Shows.Add(visitor => visitor.Visit(name, ref copy));
        }

        public void Visit(string name, Tensor tensor)
        {
            var copy = Copy(tensor);
            Tensors.Add(copy);
            Shows.Add(visitor => visitor.Visit(name, copy));
        }
    }
}
