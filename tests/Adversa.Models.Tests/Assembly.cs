// One test at a time: several compare Tensor.LiveCount, which counts the tensors of the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
