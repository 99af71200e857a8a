// One test at a time: some compare Tensor.LiveCount, which counts the tensors of the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
