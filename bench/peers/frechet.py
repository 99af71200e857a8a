"""The Fréchet distance of two .npy files of features, by PyTorch in float64: `serve A B --threads T` answers `eigh`, `cholesky` and `truth` with a line of JSON.

eigh: symmetric roots by eigh, as anybody would write it. cholesky: the same number with one decomposition less, as Adversa does it.
truth: |m1-m2|^2 + tr S1 + tr S2 - 2 ||R1 R2^T||_* with R from QR of the centred rows, which squares nothing."""
import argparse, json, sys, time
import numpy as np
import torch

parser = argparse.ArgumentParser()
parser.add_argument("files", nargs=2)
parser.add_argument("--threads", type=int, default=2)
args = parser.parse_args()
torch.set_num_threads(args.threads)
x, y = (torch.from_numpy(np.load(path)) for path in args.files)


def moments(t):
    t = t.double()
    mean = t.mean(0)
    c = t - mean
    return mean, c.T @ c / (len(t) - 1)


def eigh():
    (m1, s1), (m2, s2) = moments(x), moments(y)
    values, vectors = torch.linalg.eigh(s1)
    root = (vectors * values.clamp(min=0).sqrt()) @ vectors.T
    trace = torch.linalg.eigvalsh(root @ s2 @ root).clamp(min=0).sqrt().sum()
    return float((m1 - m2).square().sum() + s1.trace() + s2.trace() - 2 * trace)


def cholesky():
    (m1, s1), (m2, s2) = moments(x), moments(y)
    low = torch.linalg.cholesky(s1)
    trace = torch.linalg.eigvalsh(low.T @ s2 @ low).clamp(min=0).sqrt().sum()
    return float((m1 - m2).square().sum() + s1.trace() + s2.trace() - 2 * trace)


def truth():
    c = [(t.double() - t.double().mean(0)) / (len(t) - 1) ** 0.5 for t in (x, y)]
    r = [torch.linalg.qr(t, mode="r")[1] for t in c]
    means = (x.double().mean(0) - y.double().mean(0)).square().sum()
    return float(means + sum(t.square().sum() for t in c) - 2 * torch.linalg.svdvals(r[0] @ r[1].T).sum())


for line in iter(sys.stdin.readline, ""):
    start, cpu = time.perf_counter(), time.process_time()
    value = {"eigh": eigh, "cholesky": cholesky, "truth": truth}[line.strip()]()
    print(json.dumps({"value": value, "seconds": time.perf_counter() - start, "cpu_seconds": time.process_time() - cpu,
                      "torch": torch.__version__, "threads": torch.get_num_threads()}), flush=True)
