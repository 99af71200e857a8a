#!/usr/bin/env python3
"""The PyTorch side of the like-for-like speed comparison: the same work as a row of bench/, one JSON line per answer.

    peer.py ROW --threads T --steps N --warmup W --column plain|tricks|compiled     measure once, print one JSON line
    peer.py ROW ... --serve      set up and warm up, then answer `go N` lines on stdin; `quit` ends
    peer.py --selftest           assert that both columns compute the same numbers

ROW: dcgan28, wgan-gp, progan, gan, gan-b64, lenet, vae, ddpm, pix2pix, cyclegan, srgan, srgan-inference; for a GPU (--device cuda) dcgan64, progan128 and r3gan too.
plain:  the script a PyTorch user writes: nn.Module, optim.Adam and zero_grad as they come, D not frozen in G's turn.
tricks: the same mathematics with what Adversa does: D's parameters frozen in G's turn, no graph for the fakes of D's turn,
        transposed convolution through convolution's backward-input kernel, 1x1 projections as matmul, Adam(foreach=True),
        zero_grad(set_to_none=True). Adam(fused=True) exists only on CUDA in this version.
compiled: plain with networks through torch.compile, for rows without a double backward, which it does not support.
All: contiguous fp32; prepared real batches, fresh z each turn inside the timed region; no .item(), no logging.
Needs OpenBLAS (libopenblas0-pthread); the answer names the BLAS in use, and a reference BLAS is reported on stderr.
cpu_seconds / seconds well below the thread count means that something else had the cores: throw that round away. OpenMP's
threads wait for each other, so a busy neighbour costs small networks a factor of up to fifty (measured), not its share.
An image is a real image of a training step: images = steps * batch. seconds is wall time of the steps alone.
"""
import argparse
import json
import os
import sys
import time


ROWS = ["dcgan28", "wgan-gp", "progan", "gan", "gan-b64", "lenet", "vae", "ddpm", "pix2pix", "cyclegan", "srgan"]
INFERENCE_ROWS = ["srgan-inference"]                                                 # no training: nothing that the selftest could compare
GPU_ROWS = ["dcgan64", "progan128", "r3gan"]


def process_age():
    """Seconds since the kernel started this process, interpreter start-up included (resolution 10 ms)."""
    with open("/proc/self/stat") as file:
        ticks = int(file.read().rsplit(")", 1)[1].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("row", nargs="?", choices=ROWS + INFERENCE_ROWS + GPU_ROWS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--warmup", type=int, default=5, help="at least 1: the first step is never timed as a steady one")
    parser.add_argument("--column", choices=["plain", "tricks", "compiled"], default="plain")
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--no-onednn", action="store_true", help="where oneDNN computes wrong: the same work without it")
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--selftest", action="store_true")
    parsed = parser.parse_args()
    if not parsed.selftest and parsed.row is None:
        parser.error(f"a row is needed: {', '.join(ROWS)}")
    if parsed.threads < 1 or parsed.steps < 1 or parsed.warmup < 1:
        parser.error("--threads, --steps and --warmup must be at least 1")
    return parsed


ARGS = arguments()

# Before torch loads. As fair as we know: Debian's torch multiplies through OpenBLAS, whose own threads fight with
# OpenMP's; left free, PyTorch runs at half speed or worse on a shared machine. Our side sets the same two.
os.environ["OMP_NUM_THREADS"] = str(ARGS.threads)
os.environ["OPENBLAS_NUM_THREADS"] = "1"

IMPORT_START = time.perf_counter()
import torch                                                                  # noqa: E402
import torch.nn as nn                                                         # noqa: E402
import torch.nn.functional as F                                               # noqa: E402
IMPORT_SECONDS = time.perf_counter() - IMPORT_START
from translators import Cyclegan, Pix2pix, Srgan, SrganInference              # noqa: E402
from unet import UNet                                                         # noqa: E402
torch.set_num_threads(ARGS.threads)
if ARGS.no_onednn:
    torch.backends.mkldnn.set_flags(False)
if ARGS.device != "cpu":
    torch.set_default_device(ARGS.device)

PREPARED = 8                                                                  # real batches, used in turn


# ---- tricks ------------------------------------------------------------------------------------------------------

class FastConvTranspose2d(torch.autograd.Function):
    """conv_transpose2d(x, w) is the input gradient of conv2d with the same w: use that kernel, which oneDNN has.
    Everything in backward is differentiable again."""

    @staticmethod
    def forward(ctx, x, w, stride, padding):
        ctx.save_for_backward(x, w)
        ctx.geometry = stride, padding
        size = [(n - 1) * stride - 2 * padding + k for n, k in zip(x.shape[2:], w.shape[2:])]
        shape_only = x.new_empty([x.shape[0], w.shape[1], *size])             # never read
        return convolution_backward(x, shape_only, w, stride, padding, [True, False, False])[0]

    @staticmethod
    def backward(ctx, grad):
        x, w = ctx.saved_tensors
        stride, padding = ctx.geometry
        grad_x = F.conv2d(grad, w, None, stride, padding) if ctx.needs_input_grad[0] else None
        grad_w = convolution_backward(x, grad, w, stride, padding, [False, True, False])[1] if ctx.needs_input_grad[1] else None
        return grad_x, grad_w, None, None


def convolution_backward(grad, x, w, stride, padding, mask):
    return torch.ops.aten.convolution_backward(grad, x, w, None, [stride] * 2, [padding] * 2, [1, 1], False, [0, 0], 1, mask)


class FastConvT(nn.ConvTranspose2d):
    """nn.ConvTranspose2d for dilation 1, groups 1, output_padding 0; a matmul on a 1x1 input."""

    def forward(self, x):
        w, stride, padding = self.weight, self.stride[0], self.padding[0]
        if x.shape[2:] == (1, 1) and padding == 0:
            y = (x.flatten(1) @ w.flatten(1)).view(x.shape[0], *w.shape[1:])
        else:
            y = FastConvTranspose2d.apply(x, w, stride, padding)
        return y if self.bias is None else y + self.bias.view(1, -1, 1, 1)


class FullKernelConv(nn.Conv2d):
    """nn.Conv2d whose kernel covers the whole input: a matmul."""

    def forward(self, x):
        return F.linear(x.flatten(1), self.weight.flatten(1), self.bias).view(x.shape[0], -1, 1, 1)


def make_optimizer(module, column, lr, betas):
    if column == "tricks":
        return torch.optim.Adam(module.parameters(), lr=lr, betas=betas, foreach=True)
    return torch.optim.Adam(module.parameters(), lr=lr, betas=betas)


def initialise(module):
    """DCGAN's: N(0, .02), batch norm's scale N(1, .02)."""
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(module.weight, 0, .02)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    elif isinstance(module, nn.BatchNorm2d):
        nn.init.normal_(module.weight, 1, .02)


# ---- rows --------------------------------------------------------------------------------------------------------

class Gan:
    """D turn, then G turn, non-saturating; z fresh in each."""

    def __init__(self, g, d, column, batch, reals, draw_z, lr, betas):
        self.g, self.d, self.column, self.batch, self.reals, self.draw_z = g, d, column, batch, reals, draw_z
        self.d_optim, self.g_optim = make_optimizer(d, column, lr, betas), make_optimizer(g, column, lr, betas)
        with torch.no_grad():
            shape = d(reals[0][:4]).shape[1:]
        self.ones, self.zeros = torch.ones(batch, *shape), torch.zeros(batch, *shape)
        self.modules, self.losses, self.count = [g, d], [], 0

    def step(self):
        real = self.reals[self.count % len(self.reals)]
        self.count += 1
        self.tricks(real) if self.column == "tricks" else self.plain(real)

    def plain(self, real):
        bce = F.binary_cross_entropy_with_logits
        self.d_optim.zero_grad()
        fake = self.g(self.draw_z())
        d_loss = bce(self.d(real), self.ones) + bce(self.d(fake.detach()), self.zeros)
        d_loss.backward()
        self.d_optim.step()

        self.g_optim.zero_grad()
        g_loss = bce(self.d(self.g(self.draw_z())), self.ones)
        g_loss.backward()
        self.g_optim.step()
        self.losses = [d_loss, g_loss]

    def tricks(self, real):
        bce = F.binary_cross_entropy_with_logits
        self.d_optim.zero_grad(set_to_none=True)
        with torch.no_grad():
            fake = self.g(self.draw_z())
        d_loss = bce(self.d(real), self.ones) + bce(self.d(fake), self.zeros)
        d_loss.backward()
        self.d_optim.step()

        for p in self.d.parameters():
            p.requires_grad_(False)
        self.g_optim.zero_grad(set_to_none=True)
        g_loss = bce(self.d(self.g(self.draw_z())), self.ones)
        g_loss.backward()
        self.g_optim.step()
        for p in self.d.parameters():
            p.requires_grad_(True)
        self.losses = [d_loss, g_loss]


def dcgan(column, side=28, colours=1, levels=2):
    """Width 64; a new level halves the side and doubles the channels."""
    ConvT, Last = (FastConvT, FullKernelConv) if column == "tricks" else (nn.ConvTranspose2d, nn.Conv2d)
    root, widths = side >> levels, [64 << level for level in range(levels)]
    g = [ConvT(100, widths[-1], root, bias=False), nn.BatchNorm2d(widths[-1]), nn.ReLU(True)]
    d = [nn.Conv2d(colours, 64, 4, 2, 1), nn.LeakyReLU(.2, True)]
    for narrow, wide in zip(widths, widths[1:]):
        d += [nn.Conv2d(narrow, wide, 4, 2, 1, bias=False), nn.BatchNorm2d(wide), nn.LeakyReLU(.2, True)]
    for narrow, wide in reversed(list(zip(widths, widths[1:]))):
        g += [ConvT(wide, narrow, 4, 2, 1, bias=False), nn.BatchNorm2d(narrow), nn.ReLU(True)]
    g, d = nn.Sequential(*g, ConvT(64, colours, 4, 2, 1), nn.Tanh()), nn.Sequential(*d, Last(widths[-1], 1, root))
    for module in [*g, *d]:
        initialise(module)
    reals = [torch.rand(128, colours, side, side) * 2 - 1 for _ in range(PREPARED)]
    return Gan(g, d, column, 128, reals, lambda: torch.randn(128, 100, 1, 1), 2e-4, (.5, .999))


class WganGp(Gan):
    """Five critic turns, each with a batch of its own and the penalty's double backward, then one turn of the generator."""

    def d_loss(self, real, fake):
        eps = torch.rand(self.batch, 1, 1, 1)
        between = (eps * real + (1 - eps) * fake).requires_grad_()
        slope, = torch.autograd.grad(self.d(between).sum(), between, create_graph=True)
        penalty = ((slope.flatten(1).square().sum(1) + 1e-12).sqrt() - 1).square().mean()
        return self.d(fake).mean() - self.d(real).mean() + 10 * penalty

    def step(self):
        tricks = self.column == "tricks"
        for _ in range(5):
            real = self.reals[self.count % len(self.reals)]
            self.count += 1
            self.d_optim.zero_grad(set_to_none=tricks)
            with torch.set_grad_enabled(not tricks):
                fake = self.g(self.draw_z()).detach()
            d_loss = self.d_loss(real, fake)
            d_loss.backward()
            self.d_optim.step()

        for p in self.d.parameters():
            p.requires_grad_(not tricks)
        self.g_optim.zero_grad(set_to_none=tricks)
        g_loss = -self.d(self.g(self.draw_z())).mean()
        g_loss.backward()
        self.g_optim.step()
        for p in self.d.parameters():
            p.requires_grad_(True)
        self.losses = [d_loss, g_loss]


def wgan_gp(column):
    """28x28, width 16, no norm in the critic."""
    ConvT, Last = (FastConvT, FullKernelConv) if column == "tricks" else (nn.ConvTranspose2d, nn.Conv2d)
    g = nn.Sequential(
        ConvT(128, 32, 7, bias=False), nn.BatchNorm2d(32), nn.ReLU(True),
        ConvT(32, 16, 4, 2, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(True),
        ConvT(16, 1, 4, 2, 1), nn.Tanh())
    d = nn.Sequential(
        nn.Conv2d(1, 16, 4, 2, 1), nn.LeakyReLU(.2), nn.Conv2d(16, 32, 4, 2, 1), nn.LeakyReLU(.2), Last(32, 1, 7, bias=False))
    for module in [*g, *d]:
        initialise(module)
    reals = [torch.rand(50, 1, 28, 28) * 2 - 1 for _ in range(PREPARED)]
    return WganGp(g, d, column, 50, reals, lambda: torch.randn(50, 128, 1, 1), 1e-4, (.5, .9))


class Equalized(nn.Module):
    """A layer whose weights are N(0, 1), scaled to gain / sqrt(fan-in) whenever they are used."""

    def __init__(self, n_in, n_out, kernel=0, padding=0, gain=2 ** .5):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(n_out, n_in, *[kernel] * 2 * (kernel > 0)))
        self.bias = nn.Parameter(torch.zeros(n_out))
        self.padding, self.scale = padding, gain / self.weight[0].numel() ** .5

    def forward(self, x):
        w = self.weight * self.scale
        if w.dim() == 2:
            return F.linear(x, w, self.bias)
        if w.shape[1:] == x.shape[1:] and not self.padding:                   # the kernel covers the whole input
            return F.linear(x.flatten(1), w.flatten(1), self.bias)[:, :, None, None]
        return F.conv2d(x, w, self.bias, padding=self.padding)


class PixelNorm(nn.Module):
    def forward(self, x):
        return x * (x.square().mean(1, keepdim=True) + 1e-8).rsqrt()


class Spread(nn.Module):
    """Minibatch standard deviation over groups of four, as one more channel."""

    def forward(self, x):
        y = x.reshape(4, -1, *x.shape[1:])
        y = ((y - y.mean(0)).square().mean(0) + 1e-8).sqrt().mean([1, 2, 3])
        return torch.cat([x, y.repeat(4)[:, None, None, None].expand(-1, 1, *x.shape[2:])], 1)


class Progan(Gan):
    """Progressive GAN where its last level stands alone: WGAN-GP and a drift term, both turns as above."""

    def d_loss(self, real, fake):
        score = self.d(real)
        eps = torch.rand(self.batch, 1, 1, 1)
        between = (eps * real + (1 - eps) * fake).requires_grad_()
        slope, = torch.autograd.grad(self.d(between).sum(), between, create_graph=True)
        penalty = ((slope.flatten(1).square().sum(1) + 1e-12).sqrt() - 1).square().mean()
        return self.d(fake).mean() - score.mean() + 10 * penalty + 1e-3 * score.square().mean()

    def plain(self, real):
        self.d_optim.zero_grad()
        d_loss = self.d_loss(real, self.g(self.draw_z()).detach())
        d_loss.backward()
        self.d_optim.step()

        self.g_optim.zero_grad()
        g_loss = -self.d(self.g(self.draw_z())).mean()
        g_loss.backward()
        self.g_optim.step()
        self.losses = [d_loss, g_loss]

    def tricks(self, real):
        self.d_optim.zero_grad(set_to_none=True)
        with torch.no_grad():
            fake = self.g(self.draw_z())
        d_loss = self.d_loss(real, fake)
        d_loss.backward()
        self.d_optim.step()

        for p in self.d.parameters():
            p.requires_grad_(False)
        self.g_optim.zero_grad(set_to_none=True)
        g_loss = -self.d(self.g(self.draw_z())).mean()
        g_loss.backward()
        self.g_optim.step()
        for p in self.d.parameters():
            p.requires_grad_(True)
        self.losses = [d_loss, g_loss]


def progan(column, root=7, widths=(64, 32, 16), colours=1):
    """From a small square to the last level's side; widths from the smallest pictures to the largest."""
    act = lambda: nn.LeakyReLU(.2, True)
    up = lambda a, b: [nn.Upsample(scale_factor=2), Equalized(a, b, 3, 1), act(), PixelNorm(), Equalized(b, b, 3, 1), act(), PixelNorm()]
    down = lambda a, b: [Equalized(a, a, 3, 1), act(), Equalized(a, b, 3, 1), act(), nn.AvgPool2d(2)]
    steps, first, last, side = list(zip(widths, widths[1:])), widths[0], widths[-1], root << len(widths) - 1
    g = nn.Sequential(PixelNorm(), Equalized(128, first * root * root), nn.Unflatten(1, (first, root, root)), act(), PixelNorm(),
                      Equalized(first, first, 3, 1), act(), PixelNorm(), *[layer for a, b in steps for layer in up(a, b)], Equalized(last, colours, 1, gain=1))
    d = nn.Sequential(Equalized(colours, last, 1), act(), *[layer for a, b in reversed(steps) for layer in down(b, a)], Spread(), Equalized(first + 1, first, 3, 1),
                      act(), Equalized(first, first, root), act(), nn.Flatten(), Equalized(first, 1, gain=1))
    reals = [torch.rand(16, colours, side, side) * 2 - 1 for _ in range(PREPARED)]
    return Progan(g, d, column, 16, reals, lambda: torch.randn(16, 128), 1e-3, (0.0, .99))


class Bias(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(channels, 1, 1))

    def forward(self, x):
        return x + self.bias


def normal(layer, gain):
    nn.init.normal_(layer.weight, 0, gain / layer.weight[0].numel() ** .5)
    return layer


class Bottleneck(nn.Module):
    """R3GAN's block: to twice the channels, a grouped 3x3, and back, added to its input."""

    def __init__(self, c, groups, blocks):
        super().__init__()
        gain = (2 / 1.04) ** .5 * blocks ** -.25
        self.net = nn.Sequential(normal(nn.Conv2d(c, 2 * c, 1, bias=False), gain), Bias(2 * c), nn.LeakyReLU(.2),
                                 normal(nn.Conv2d(2 * c, 2 * c, 3, padding=1, bias=False, groups=groups), gain), Bias(2 * c), nn.LeakyReLU(.2),
                                 normal(nn.Conv2d(2 * c, c, 1, bias=False), 0))

    def forward(self, x):
        return x + self.net(x)


class Smooth(nn.Module):
    """Twice or half the side by [1, 3, 3, 1] in both directions, on each channel."""

    def __init__(self, up):
        super().__init__()
        taps = torch.tensor([1., 3., 3., 1.]) / 8
        self.up = up
        self.register_buffer("kernel", (4 if up else 1) * torch.outer(taps, taps)[None, None])

    def forward(self, x):
        resample = F.conv_transpose2d if self.up else F.conv2d
        return resample(x.flatten(0, 1)[:, None], self.kernel, stride=2, padding=1).squeeze(1).unflatten(0, x.shape[:2])


class Basis(nn.Module):
    """A learned small picture whose channels the latent weighs."""

    def __init__(self, latent, c, side):
        super().__init__()
        self.picture, self.weigh = nn.Parameter(torch.randn(c, side, side)), normal(nn.Linear(latent, c, bias=False), 1)

    def forward(self, z):
        return self.picture * self.weigh(z)[:, :, None, None]


class R3gan(Gan):
    """The loss of pairs; zero-centred penalties on real and generated pictures, gamma .5."""

    def slope(self, x):
        x = x.detach().requires_grad_()
        score = self.d(x)
        slope, = torch.autograd.grad(score.sum(), x, create_graph=True)
        return score, .25 * slope.square().sum([1, 2, 3]).mean()

    def plain(self, real):
        self.d_optim.zero_grad()
        (real_score, r1), (fake_score, r2) = self.slope(real), self.slope(self.g(self.draw_z()))
        d_loss = F.softplus(fake_score - real_score).mean() + r1 + r2
        d_loss.backward()
        self.d_optim.step()

        self.g_optim.zero_grad()
        g_loss = F.softplus(self.d(real) - self.d(self.g(self.draw_z()))).mean()
        g_loss.backward()
        self.g_optim.step()
        self.losses = [d_loss, g_loss]


def r3gan(column, side=64, width=128, groups=16, levels=4):
    blocks, root = levels + 1, side >> levels
    block = lambda: Bottleneck(width, groups, blocks)
    conv = lambda a, b: normal(nn.Conv2d(a, b, 1, bias=False), 1)
    g = nn.Sequential(Basis(64, width, root), block(), *[layer for _ in range(levels) for layer in (Smooth(True), block())], conv(width, 3))
    d = nn.Sequential(conv(3, width), *[layer for _ in range(levels) for layer in (block(), Smooth(False))], block(),
                      normal(nn.Conv2d(width, width, root, bias=False, groups=width), 1), nn.Flatten(), normal(nn.Linear(width, 1, bias=False), 1))
    reals = [torch.rand(64, 3, side, side) * 2 - 1 for _ in range(PREPARED)]
    return R3gan(g, d, column, 64, reals, lambda: torch.randn(64, 64), 2e-4, (0.0, .9))


def mlp_gan(column, batch):
    g = nn.Sequential(nn.Linear(100, 128), nn.ReLU(), nn.Linear(128, 784), nn.Sigmoid())
    d = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 1))
    for module in [*g, *d]:
        if isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0, (2 / module.in_features) ** .5)
            nn.init.zeros_(module.bias)
    reals = [torch.rand(batch, 784) for _ in range(PREPARED)]
    return Gan(g, d, column, batch, reals, lambda: torch.rand(batch, 100) * 2 - 1, 1e-3, (.9, .999))


class Lenet:
    """conv5 16, pool, conv5 32, pool, dense 128, dense 10; padding 2, so 28 -> 14 -> 7 and 1568 features."""

    def __init__(self, column):
        self.batch, self.column, self.count, self.losses = 128, column, 0, []
        self.net = nn.Sequential(
            nn.Conv2d(1, 16, 5, padding=2), nn.ReLU(True), nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 5, padding=2), nn.ReLU(True), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 128), nn.ReLU(True), nn.Linear(128, 10))
        self.modules = [self.net]
        self.optim = make_optimizer(self.net, column, 1e-3, (.9, .999))
        self.batches = [(torch.rand(128, 1, 28, 28) * 2 - 1, torch.randint(0, 10, (128,))) for _ in range(PREPARED)]

    def step(self):
        x, y = self.batches[self.count % PREPARED]
        self.count += 1
        self.optim.zero_grad(set_to_none=self.column == "tricks")
        loss = F.cross_entropy(self.net(x), y)
        loss.backward()
        self.optim.step()
        self.losses = [loss]


class Ddpm:
    """U-Net 16x(1,2,2) at 28x28, T 200: t and noise fresh in each step, squared error, gradients clipped to norm 1."""

    def __init__(self, column):
        self.batch, self.column, self.count, self.losses = 64, column, 0, []
        self.net = UNet(1, width=16, levels=3, blocks=1, attention_level=0)
        self.modules = [self.net]
        self.optim = make_optimizer(self.net, column, 1e-3, (.9, .999))
        self.reals = [torch.rand(64, 1, 28, 28) * 2 - 1 for _ in range(PREPARED)]
        alpha_bar = torch.cumprod(1 - 5 * torch.linspace(1e-4, .02, 200), 0)
        self.signal, self.noise = alpha_bar.sqrt(), (1 - alpha_bar).sqrt()

    def step(self):
        x0 = self.reals[self.count % PREPARED]
        self.count += 1
        t, noise = torch.randint(0, 200, (self.batch,)), torch.randn_like(x0)
        self.optim.zero_grad(set_to_none=self.column == "tricks")
        loss = F.mse_loss(self.net(self.signal[t][:, None, None, None] * x0 + self.noise[t][:, None, None, None] * noise, t), noise)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optim.step()
        self.losses = [loss]


class Vae:
    """Conv 16-32, dense 256, 16 latents and back: the Bernoulli bound, with a softplus for the deviation."""

    def __init__(self, column):
        ConvT = FastConvT if column == "tricks" else nn.ConvTranspose2d
        self.batch, self.column, self.count, self.losses = 128, column, 0, []
        self.encoder = nn.Sequential(
            nn.Conv2d(1, 16, 4, 2, 1), nn.LeakyReLU(.2, True),
            nn.Conv2d(16, 32, 4, 2, 1, bias=False), nn.BatchNorm2d(32), nn.LeakyReLU(.2, True), nn.Flatten(),
            nn.Linear(1568, 256, bias=False), nn.BatchNorm1d(256), nn.LeakyReLU(.2, True), nn.Linear(256, 32))
        self.decoder = nn.Sequential(
            nn.Linear(16, 256, bias=False), nn.BatchNorm1d(256), nn.ReLU(True),
            nn.Linear(256, 1568, bias=False), nn.BatchNorm1d(1568), nn.ReLU(True), nn.Unflatten(1, (32, 7, 7)),
            ConvT(32, 16, 4, 2, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(True), ConvT(16, 1, 4, 2, 1))
        for module in [*self.encoder, *self.decoder]:
            initialise(module)
        self.modules = [self.encoder, self.decoder]
        self.optim = make_optimizer(nn.ModuleList(self.modules), column, 1e-3, (.9, .999))
        self.reals = [torch.rand(128, 1, 28, 28) for _ in range(PREPARED)]

    def step(self):
        x = self.reals[self.count % PREPARED]
        self.count += 1
        self.optim.zero_grad(set_to_none=self.column == "tricks")
        mean, raw = self.encoder(x).chunk(2, 1)
        deviation = F.softplus(raw)
        y = self.decoder(mean + deviation * torch.randn_like(mean))
        description = F.binary_cross_entropy_with_logits(y, x, reduction="sum") / self.batch
        divergence = .5 * (mean.square() + deviation.square() - 2 * deviation.log() - 1).sum(1).mean()
        (description + divergence).backward()
        self.optim.step()
        self.losses = [description + divergence]


def build(row, column):
    torch.manual_seed(1)
    return {"dcgan28": lambda: dcgan(column), "dcgan64": lambda: dcgan(column, 64, 3, 4), "r3gan": lambda: r3gan(column),
            "progan128": lambda: progan(column, 4, (256, 256, 128, 64, 32, 16), 3),
            "wgan-gp": lambda: wgan_gp(column), "progan": lambda: progan(column), "gan": lambda: mlp_gan(column, 16),
            "gan-b64": lambda: mlp_gan(column, 64), "lenet": lambda: Lenet(column),
            "vae": lambda: Vae(column), "ddpm": lambda: Ddpm(column), "pix2pix": lambda: Pix2pix(column, make_optimizer),
            "cyclegan": lambda: Cyclegan(column, make_optimizer), "srgan": lambda: Srgan(column, make_optimizer),
            "srgan-inference": lambda: SrganInference(column)}[row]()


# ---- measure -----------------------------------------------------------------------------------------------------

def peak_rss_kb():
    """VmHWM of this program alone: ru_maxrss would carry over the peak of whoever forked us."""
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM:"))


def loaded_blas():
    """The BLAS this process really multiplies with. Debian's default libblas3 is the unoptimised reference: DCGAN's
    transposed convolutions then take ten times as long, and no comparison is worth printing."""
    with open("/proc/self/maps") as file:
        paths = {os.path.realpath(line.split()[-1]) for line in file if "/" in line}
    names = sorted(p for p in paths if any(b in p for b in ("openblas", "mkl_rt", "libblis", "/blas/libblas", "atlas")))
    kind = "openblas" if any("openblas" in p for p in names) else os.path.basename(names[0]) if names else "unknown"
    return "reference" if kind.startswith("libblas.so") else kind


def wait():
    """A GPU computes on after a call has returned."""
    if ARGS.device != "cpu":
        torch.cuda.synchronize()


def compiled(job):
    for name in ("g", "d", "net"):
        if hasattr(job, name):
            setattr(job, name, torch.compile(getattr(job, name)))
    return job


def measure(job, steps, first_step_s):
    wait()
    cpu, start = time.process_time(), time.perf_counter()
    for _ in range(steps):
        job.step()
    wait()
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    images = steps * job.batch
    print(json.dumps({
        "row": ARGS.row, "column": ARGS.column, "steps": steps, "images": images, "seconds": seconds,
        "ms_per_step": 1000 * seconds / steps, "images_per_s": images / seconds, "peak_rss_kb": peak_rss_kb(),
        "import_s": IMPORT_SECONDS, "first_step_s": first_step_s, "torch": torch.__version__,
        "threads": torch.get_num_threads(), "cpu_seconds": cpu, "blas": loaded_blas(),
        "peak_gpu_bytes": torch.cuda.max_memory_allocated() if ARGS.device != "cpu" else None}), flush=True)


def main():
    if loaded_blas() == "reference":
        print("peer.py: torch runs on the reference BLAS; install libopenblas0-pthread for a fair figure", file=sys.stderr)
    job = build(ARGS.row, ARGS.column)
    if ARGS.column == "compiled":
        compiled(job)
    job.step()
    wait()
    first_step_s = process_age()
    for _ in range(ARGS.warmup - 1):
        job.step()
    if not ARGS.serve:
        return measure(job, ARGS.steps, first_step_s)
    for line in iter(sys.stdin.readline, ""):
        words = line.split()
        if words == ["quit"]:
            return
        if len(words) == 2 and words[0] == "go" and words[1].isdigit() and int(words[1]) > 0:
            measure(job, int(words[1]), first_step_s)
        elif words:
            print(json.dumps({"error": f"expected `go N` or `quit`, got {line.strip()!r}"}), flush=True)


# ---- selftest ----------------------------------------------------------------------------------------------------

def optimizers(job):
    return [value for name, value in sorted(vars(job).items()) if name.endswith("optim")]


def trained(row, column, steps):
    """Losses, and every parameter and buffer, after a few steps."""
    job = build(row, column)
    # a bias on attention's keys shifts all scores of a query alike, so softmax gives it no gradient
    moving = [p for m in job.modules for name, p in m.named_parameters() if not name.endswith(".k.bias")]
    before = [p.detach().clone() for p in moving]
    torch.manual_seed(2)
    losses = []
    for _ in range(steps):
        job.step()
        losses += [float(loss) for loss in job.losses]
    moved = min(float((a - b).abs().max()) for a, b in zip(before, (p.detach() for p in moving)))
    assert moved > 1e-4, f"{row} {column}: a parameter was not trained"
    return losses + [value.detach() for m in job.modules for value in m.state_dict().values()]


def gradients(row, column):
    """Losses, and the gradient each optimiser saw (Adam's first moment), of one step with learning rate 0."""
    job = build(row, column)
    for optim in optimizers(job):
        optim.param_groups[0]["lr"] = 0.0
    torch.manual_seed(2)
    job.step()
    return [float(loss) for loss in job.losses] + [optim.state[p]["exp_avg"] for optim in optimizers(job)
                                                   for p in optim.param_groups[0]["params"]]


def largest_relative_difference(a, b):
    pairs = [(torch.as_tensor(x).double(), torch.as_tensor(y).double()) for x, y in zip(a, b, strict=True)]
    return max(float((x - y).norm() / y.norm().clamp(min=1e-30)) for x, y in pairs)


def selftest():
    """float64 proves the mathematics over two Adam steps. float32 runs the kernels that are timed, on gradients alone:
    Adam's first steps are lr * sign(g), so rounding near g = 0 would decide the weights. Of the millions of activations a
    few lie within rounding of 0 and take the other side of a ReLU: about 3e-4 here, below 2e-6 with softplus instead."""
    torch.manual_seed(0)
    for n, k, stride, padding in ((3, 4, 2, 1), (1, 7, 1, 0), (2, 4, 1, 0), (3, 2, 2, 0)):
        x = torch.randn(2, 3, n, n, dtype=torch.float64, requires_grad=True)
        w = torch.randn(3, 2, k, k, dtype=torch.float64, requires_grad=True)
        fast = lambda x, w: FastConvTranspose2d.apply(x, w, stride, padding)
        assert torch.allclose(fast(x, w), F.conv_transpose2d(x, w, None, stride, padding), rtol=1e-12, atol=1e-12)
        assert torch.autograd.gradcheck(fast, (x, w))
        assert k > 4 or torch.autograd.gradgradcheck(fast, (x, w))
    for row in ROWS:
        torch.set_default_dtype(torch.float64)
        exact = largest_relative_difference(trained(row, "tricks", 2), trained(row, "plain", 2))
        torch.set_default_dtype(torch.float32)
        single = largest_relative_difference(gradients(row, "tricks"), gradients(row, "plain"))
        print(f"{row}: largest relative difference: float64, weights after 2 steps {exact:.1e}; float32, gradients {single:.1e}", flush=True)
        assert exact < 1e-9 and single < 2e-3, row
    print("selftest passed: both columns compute the same numbers")


if __name__ == "__main__":
    selftest() if ARGS.selftest else main()
