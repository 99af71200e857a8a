"""Golden values of metrics: writes values.json. /usr/bin/python3 tests/golden/metrics/make_metrics.py [--compare]

Inputs come from a formula that both sides share, so no array is stored: lattice(n, d, a, m)[i, j] = (a i i + 7 i j + 3 j j + i) mod m, whole numbers with
many ties. The references are written down from the papers in numpy float64, slow and plain. --compare writes nothing and prints the largest difference."""
import json, os, sys
import numpy as np
from scipy import optimize, stats


def lattice(n, d, a, m):
    i, j = np.arange(n)[:, None], np.arange(d)[None]
    return ((a * i * i + 7 * i * j + 3 * j * j + i) % m).astype(float)


def sq(x, y):
    return ((x[:, None] - y[None]) ** 2).sum(-1)


def own(x):
    d = sq(x, x)
    np.fill_diagonal(d, np.inf)                      # a sample is not its own neighbour
    return d


def frechet(x, y, ddof):
    s = [np.atleast_2d(np.cov(t.T, ddof=ddof)) for t in (x, y)]
    c = [(t - t.mean(0)) / np.sqrt(len(t) - ddof) for t in (x, y)]
    root = np.linalg.svd(c[0] @ c[1].T, compute_uv=False).sum()
    return float(((x.mean(0) - y.mean(0)) ** 2).sum() + np.trace(s[0]) + np.trace(s[1]) - 2 * root)


def mmd(k, x, y):
    xx, yy, xy = k(x, x), k(y, y), k(x, y)
    n, m = len(x), len(y)
    off = (xx.sum() - np.trace(xx)) / (n * (n - 1)) + (yy.sum() - np.trace(yy)) / (m * (m - 1))
    out = dict(unbiased=off - 2 * xy.mean(), biased=xx.mean() + yy.mean() - 2 * xy.mean())
    if n == m:
        out["u_statistic"] = off - 2 * (xy.sum() - np.trace(xy)) / (n * (n - 1))
    return out


def prdc(x, y, k):
    rx, ry, d = np.sort(own(x), 1)[:, k - 1], np.sort(own(y), 1)[:, k - 1], sq(x, y)
    out = {}
    for name, f in (("le", np.less_equal), ("lt", np.less)):
        a, b = f(d, rx[:, None]), f(d, ry[None])
        out |= {f"precision_{name}": a.any(0).mean(), f"recall_{name}": b.any(1).mean(), f"density_{name}": a.sum() / (k * len(y)), f"coverage_{name}": a.any(1).mean()}
    return out


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def score(p):
    return np.exp((p * np.log(p / p.mean(0))).sum(1).mean())


def ssim(a, b, L, kind):
    if kind == "reflect":
        a, b = np.pad(a, 5, "reflect"), np.pad(b, 5, "reflect")
    g = np.ones(7) / 7 if kind == "uniform" else np.exp(-np.arange(-5, 6) ** 2 / 4.5) / np.exp(-np.arange(-5, 6) ** 2 / 4.5).sum()
    f = lambda t: np.apply_along_axis(lambda r: np.convolve(r, g, "valid"), 1, np.apply_along_axis(lambda r: np.convolve(r, g, "valid"), 0, t))
    ma, mb = f(a), f(b)
    va, vb, cov = f(a * a) - ma * ma, f(b * b) - mb * mb, f(a * b) - ma * mb
    c1, c2 = (.01 * L) ** 2, (.03 * L) ** 2
    cs = (2 * cov + c2) / (va + vb + c2)
    return ((2 * ma * mb + c1) / (ma ** 2 + mb ** 2 + c1) * cs).mean(), cs.mean()


def msssim(a, b, L):
    w, out = (.0448, .2856, .3001, .2363, .1333), 1
    for s, weight in enumerate(w):
        full, cs = ssim(a, b, L, "valid")
        out *= max(full if s == 4 else cs, 0) ** weight
        half = lambda t: t[:t.shape[0] // 2 * 2, :t.shape[1] // 2 * 2].reshape(t.shape[0] // 2, 2, t.shape[1] // 2, 2).mean((1, 3))
        a, b = half(a), half(b)
    return out


def wave(h, w, c):
    y, x = np.mgrid[0:h, 0:w]
    return np.floor(127.5 + 100 * np.sin(x / 5 + c) * np.cos(y / 7)).clip(0, 255)


def main():
    x, y, z = lattice(40, 4, 3, 11), lattice(30, 4, 5, 13), lattice(30, 4, 2, 11)
    v = {"frechet": dict(over_n_minus_1=frechet(x, y, 1), over_n=frechet(x, y, 0), thin=frechet(lattice(6, 9, 3, 11), lattice(7, 9, 5, 13), 1))}
    poly = lambda a, b: (a @ b.T / a.shape[1] + 1) ** 3
    v["kernel"] = mmd(poly, x, y)
    v["kernel_equal"] = mmd(poly, y, z)
    v["kernel_normal"] = mmd(lambda a, b: np.exp(-sq(a, b) / (2 * 4.0 ** 2)), y, z)
    parts = [mmd(poly, y[a:a + 10], z[a:a + 10])["unbiased"] for a in (0, 7, 20)]
    v["kernel_subsets"] = dict(mean=np.mean(parts), deviation=np.std(parts), sample_deviation=np.std(parts, ddof=1))
    p = softmax(lattice(23, 5, 3, 7))
    v["inception"] = dict(whole=score(p), even4=np.mean([score(p[i * 23 // 4:(i + 1) * 23 // 4]) for i in range(4)]), chunk4=np.mean([score(p[i:i + 6]) for i in range(0, 23, 6)]))
    target = np.array([.4, .3, .1, .1, .1])
    v["mode_score"] = np.exp((p * np.log(p / p.mean(0))).sum(1).mean() - (p.mean(0) * np.log(p.mean(0) / target)).sum())
    real, fake, unseen = lattice(40, 2, 3, 19), lattice(30, 2, 5, 17), lattice(25, 2, 4, 18)
    v["prdc"] = prdc(real, fake, 3)
    d = own(np.r_[real, fake])
    lab = np.r_[np.ones(40), np.zeros(30)]
    ok = lab[d.argmin(1)] == lab
    v["one_nn"] = dict(accuracy=ok.mean(), real=ok[:40].mean(), fake=ok[40:].mean())
    j = sq(fake, real).argmin(1)
    v["authenticity"] = (sq(fake, real).min(1) > own(real).min(1)[j]).mean()
    lg, lt = np.sqrt(sq(fake, real).min(1)), np.sqrt(sq(unseen, real).min(1))
    u = (lg[:, None] > lt).sum() + .5 * (lg[:, None] == lt).sum()
    assert abs(stats.mannwhitneyu(lg, lt)[0] - u) < 1e-9
    v["copying"] = dict(u=u, z=(u - 30 * 25 / 2) / np.sqrt(30 * 25 * 56 / 12))
    n = lambda t: t / np.linalg.norm(t, axis=1, keepdims=True)
    v["cosine"] = (1 - np.abs(n(y + 1) @ n(x + 1).T)).min(1).mean()
    pe, pr = np.array([.5, .2, 0, .3]), np.array([.1, .4, .3, .2])
    lam = np.tan(np.linspace(1e-10, np.pi / 2 - 1e-10, 1001))
    al = np.minimum(lam[:, None] * pr, pe).sum(1)
    be = al / lam
    f = lambda b: ((1 + b * b) * al * be / (b * b * al + be + 1e-10)).max()
    v["prd"] = dict(f8=f(8), f_eighth=f(1 / 8), precision=al[500], recall=be[300])
    a, b = wave(40, 33, 0), wave(40, 33, .4)
    v["ssim"] = {k: ssim(a, b, 255, k)[0] for k in ("valid", "reflect", "uniform")}
    v["ms_ssim"] = msssim(wave(177, 190, 0), wave(177, 190, .2), 255)
    v["sliced"] = np.mean([((np.sort(y @ e) - np.sort(z @ e)) ** 2).mean() for e in np.array([[.6, .8, 0, 0], [0, 0, 1, 0], [.5, -.5, .5, -.5]])])
    cost = sq(y, z)
    pick = lambda c: c[optimize.linear_sum_assignment(c)].mean()
    v["emd"] = dict(w1=pick(np.sqrt(cost)), w2_squared=pick(cost))
    wu, wv = np.arange(1, 41), np.arange(30, 0, -1)
    v["line"] = dict(w1=stats.wasserstein_distance(x[:, 0], y[:, 1]), weighted=stats.wasserstein_distance(x[:, 0], y[:, 1], wu, wv))
    k = (lattice(3, 8, 3, 11) - 5).reshape(3, 2, 2, 2)
    v["spectral"] = dict(reshaped=np.linalg.svd(k.reshape(3, -1), compute_uv=False)[0],
                         circular=np.linalg.svd(np.fft.fft2(k, (6, 6)).transpose(2, 3, 0, 1), compute_uv=False).max())
    return v


def largest(a, b):
    return max(largest(a[k], b[k]) for k in a) if isinstance(a, dict) else abs(a - b) / max(1e-12, abs(a))


if __name__ == "__main__":
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "values.json")
    values = json.loads(json.dumps(main(), default=float))
    if "--compare" in sys.argv:
        print(f"largest relative difference {largest(values, json.load(open(path))):.1e}")
    else:
        json.dump(values, open(path, "w"), indent=1)
