"""Small files of torch.save for Adversa.Data.Tests/Weights, and numbers of the Inception network for Adversa.Models.Tests. Python 3.11, torch 1.13, torchvision 0.14.

The Inception weights come from a formula that the test shares, so that none are stored: element i of tensor t (counted in the state dictionary's order, counters left out) is
u = mix((i + 1) * 2654435761 + (t + 1) * 40503) / 2^32 - 1/2 with mix(v) = v ^= v >> 15, v *= 2246822519, v ^= v >> 13 in 32 bits, times sqrt(12 / fan-in) * 1.4 for weights of two or more dimensions, 1 + u / 4 for batch norm's
weights and running variances, u / 10 for the rest. Pictures: byte (x * (3 + c) + y * 7 + 40 n) mod 256, [2, 3, 40, 32]."""
import json, math, pathlib, zipfile
import numpy as np
import torch, torch.nn.functional as F
from torch import nn
from torchvision.models import inception as tv

here = pathlib.Path(__file__).parent


def files():
    out = here / "weights"
    out.mkdir(exist_ok=True)
    whole = torch.arange(12, dtype=torch.float32).reshape(3, 4) / 8
    net = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
    for i, p in enumerate(net.state_dict().values()):
        p.copy_(torch.arange(p.numel()).reshape(p.shape) + i)
    state = net.state_dict()                                     # carries _metadata
    state["view"] = whole.t()[1:]                                # strides (1, 4), offset 1
    state["shared"] = whole
    state["half"] = torch.tensor([0.5, -2], dtype=torch.float16)
    state["double"] = torch.tensor(0.1, dtype=torch.float64)
    state["empty"] = torch.zeros(0, 3)
    state["spread"] = torch.tensor([7.0]).expand(2, 3)
    torch.save(state, out / "state.pth")
    torch.save(state, out / "state-old.pth", _use_new_zipfile_serialization=False)
    torch.save(net, out / "module.pth")
    torch.save({"epoch": 3, "model": state}, out / "checkpoint.pth")
    torch.jit.save(torch.jit.trace(nn.Linear(1, 1), torch.zeros(1, 1)), str(out / "script.pt"))


class A(tv.InceptionA):                                          # as pytorch-fid: padding does not count
    def _forward(self, x):
        pool = F.avg_pool2d(x, 3, 1, 1, count_include_pad=False)
        return [self.branch1x1(x), self.branch5x5_2(self.branch5x5_1(x)), self.branch3x3dbl_3(self.branch3x3dbl_2(self.branch3x3dbl_1(x))), self.branch_pool(pool)]


class C(tv.InceptionC):
    def _forward(self, x):
        long = x
        for name in "12345":
            long = getattr(self, "branch7x7dbl_" + name)(long)
        pool = F.avg_pool2d(x, 3, 1, 1, count_include_pad=False)
        return [self.branch1x1(x), self.branch7x7_3(self.branch7x7_2(self.branch7x7_1(x))), long, self.branch_pool(pool)]


class E(tv.InceptionE):
    def __init__(self, channels, maximum):
        super().__init__(channels)
        self.maximum = maximum

    def _forward(self, x):
        a, b = self.branch3x3_1(x), self.branch3x3dbl_2(self.branch3x3dbl_1(x))
        pool = F.max_pool2d(x, 3, 1, 1) if self.maximum else F.avg_pool2d(x, 3, 1, 1, count_include_pad=False)
        return [self.branch1x1(x), torch.cat([self.branch3x3_2a(a), self.branch3x3_2b(a)], 1), torch.cat([self.branch3x3dbl_3a(b), self.branch3x3dbl_3b(b)], 1), self.branch_pool(pool)]


def inception():
    net = tv.Inception3(num_classes=1008, aux_logits=False, init_weights=False)
    net.Mixed_5b, net.Mixed_5c, net.Mixed_5d = A(192, 32), A(256, 64), A(288, 64)
    net.Mixed_6b, net.Mixed_6c, net.Mixed_6d, net.Mixed_6e = C(768, 128), C(768, 160), C(768, 160), C(768, 192)
    net.Mixed_7b, net.Mixed_7c = E(1280, False), E(2048, True)
    keys = [k for k in net.state_dict() if not k.endswith("num_batches_tracked")]
    assert len(keys) == 472
    for t, key in enumerate(keys):
        p = net.state_dict()[key]
        i = np.arange(p.numel(), dtype=np.uint64)
        v = ((i + 1) * 2654435761 + (t + 1) * 40503) % 2 ** 32
        v = (v ^ v >> 15) * 2246822519 % 2 ** 32
        u = (v ^ v >> 13).astype(np.float64) / 2 ** 32 - .5
        if p.dim() > 1:
            u = u * math.sqrt(12 / (p.numel() / p.shape[0])) * 1.4
        elif "bn.weight" in key or "running_var" in key:
            u = 1 + u / 4
        else:
            u = u / 10
        p.copy_(torch.from_numpy(u.astype(np.float32)).reshape(p.shape))
    return net.eval()


def old_bilinear(x, side=299):                                   # TensorFlow 1: source = destination * scale
    for dim in (2, 3):
        n = x.shape[dim]
        at = torch.arange(side, dtype=torch.float64) * (n / side)
        low = at.floor().long().clamp(max=n - 1)
        share = (at - low).reshape([-1 if d == dim else 1 for d in range(4)])
        x = x.index_select(dim, low) * (1 - share) + x.index_select(dim, (low + 1).clamp(max=n - 1)) * share
    return x


def features(net, x):
    for name in ("Conv2d_1a_3x3", "Conv2d_2a_3x3", "Conv2d_2b_3x3", "maxpool1", "Conv2d_3b_1x1", "Conv2d_4a_3x3", "maxpool2", "Mixed_5b", "Mixed_5c", "Mixed_5d",
                 "Mixed_6a", "Mixed_6b", "Mixed_6c", "Mixed_6d", "Mixed_6e", "Mixed_7a", "Mixed_7b", "Mixed_7c"):
        x = getattr(net, name)(x)
    return x.mean((2, 3))


def numbers():
    n, c, y, x = np.ogrid[0:2, 0:3, 0:40, 0:32]
    pictures = torch.from_numpy(((x * (3 + c) + y * 7 + 40 * n) % 256).astype(np.float64))
    old = (old_bilinear(pictures) - 128) / 128
    new = 2 * F.interpolate(pictures / 255, size=(299, 299), mode="bilinear", align_corners=False) - 1
    with torch.no_grad():
        net = inception()
        f = features(net, old.float()).double()
        logits = f @ net.fc.weight.double().T
    some = lambda t: [float(f"{float(v):.7g}") for v in t.flatten()[:: t.numel() // 24][:24]]
    json.dump(dict(input_tensorflow=some(old), input_pytorch=some(new), features=some(f), logits=some(logits), features_norm=float(f.norm()), logits_norm=float(logits.norm())),
              open(here / "inception.json", "w"), indent=1)
    print(f.mean(), f.std(), f.max(), logits.std())


with torch.no_grad():
    files()
    numbers()
