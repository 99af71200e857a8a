// One test at a time: several compare Tensor.LiveCount, which counts the tensors of the whole process, and all share its threads.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
