using Adversa.Torch;

namespace Adversa.Training.Checkpoints;

/// <summary>What goes into a checkpoint and comes out of it: weights, optimizer state, everything else.</summary>
public interface ICheckpointed
{
    /// <summary>Weights and buffers of every network, with the player's name in front.</summary>
    IReadOnlyDictionary<string, Tensor> ModelTensors();

    /// <summary>The optimizers' tensors, with the player's name in front.</summary>
    IReadOnlyDictionary<string, Tensor> OptimizerTensors();

    /// <summary>Numbers, generators and whatever else is kept between updates.</summary>
    void VisitState(ITensorStateVisitor visitor);
}
