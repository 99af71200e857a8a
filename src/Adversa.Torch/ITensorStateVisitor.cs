namespace Adversa.Torch;

/// <summary>A state visitor that also takes tensors, such as a pool of past fakes.</summary>
public interface ITensorStateVisitor : IStateVisitor
{
    /// <summary>Visits a tensor of fixed shape and type.</summary>
    /// <param name="name">Unique among its neighbours; lower case.</param>
    /// <param name="tensor">Read when saving; when loading, its elements are overwritten.</param>
    void Visit(string name, Tensor tensor);
}
