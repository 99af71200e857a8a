#!/usr/bin/env python3
"""Writes the golden numbers of this folder with PyTorch. See README.md.

    make_golden.py            write every case
    make_golden.py NAME...    write these
    make_golden.py --compare  recompute every case and print the largest difference from the stored file

Inputs and weights come from numpy's MT19937, whose streams do not change between versions, so that another PyTorch
version answers the same questions. Every float32 case is computed a second time in float64 from the same inputs;
metadata keys `max_..._from_float64` hold the rounding error of the reference itself, a floor for tolerances.
"""
import json
import os
import struct
import sys
import zlib

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
DTYPES = {"float32": "F32", "float64": "F64", "int64": "I64", "uint8": "U8"}
CASES = {}


# ---- safetensors -------------------------------------------------------------------------------------------------

def write_safetensors(path, tensors, metadata):
    """u64 header length, JSON header padded with spaces to a multiple of 8 bytes, then the data in header order.
    Wider types come first, so that every tensor starts at a multiple of its own element size."""
    header, chunks, position = {"__metadata__": metadata}, [], 0
    arrays = {name: np.asarray(value.detach().numpy()) for name, value in tensors.items()}
    for name in sorted(arrays, key=lambda n: -arrays[n].dtype.itemsize):
        data = arrays[name].tobytes()                                         # row-major, little-endian
        header[name] = {"dtype": DTYPES[str(arrays[name].dtype)], "shape": list(arrays[name].shape),
                        "data_offsets": [position, position + len(data)]}
        chunks.append(data)
        position += len(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(chunks))


def read_safetensors(path):
    with open(path, "rb") as file:
        raw = file.read()
    length = struct.unpack("<Q", raw[:8])[0]
    header, data = json.loads(raw[8:8 + length]), raw[8 + length:]
    metadata = header.pop("__metadata__")
    names = {short: long for long, short in DTYPES.items()}
    return metadata, {name: np.frombuffer(data[e["data_offsets"][0]:e["data_offsets"][1]], names[e["dtype"]])
                      .reshape(e["shape"]) for name, e in header.items()}


# ---- cases -------------------------------------------------------------------------------------------------------

class Draw:
    """Fixed random tensors of one case. Values are rounded to float32 first, so both precisions see the same numbers."""

    def __init__(self, case, dtype):
        self.random, self.dtype = np.random.RandomState(zlib.crc32(case.encode()) & 0x7FFFFFFF), dtype

    def of(self, values):
        return torch.tensor(np.asarray(values, dtype=np.float32)).to(self.dtype)

    def normal(self, *shape, scale=1.0, mean=0.0):
        return self.of(self.random.standard_normal(shape) * scale + mean)

    def uniform(self, *shape, low=0.0, high=1.0):
        return self.of(self.random.uniform(low, high, shape))

    def fill(self, module):
        """Weights of about unit gain; batch-norm scale around 1 and shift around 0; running statistics untouched."""
        for name, p in module.named_parameters():
            if p.dim() > 1:
                value = self.normal(*p.shape, scale=float(np.sqrt(1.0 / p[0].numel())))
            else:
                value = self.normal(*p.shape, scale=0.2, mean=1.0 if name.endswith("weight") else 0.0)
            p.data = value
        return self.cast(module)

    def fill_dcgan(self, module):
        """DCGAN's: convolutions N(0,.02), batch-norm scale N(1,.02), every shift 0."""
        for name, p in module.named_parameters():
            if p.dim() > 1:
                p.data = self.normal(*p.shape, scale=0.02)
            elif name.endswith("weight"):
                p.data = self.normal(*p.shape, scale=0.02, mean=1.0)
            else:
                p.data = self.of(np.zeros(p.shape))
        return self.cast(module)

    def cast(self, module):
        return module.to(self.dtype)


def case(name, description, dtype=torch.float32, **hyper):
    def register(function):
        CASES[name] = (function, description, dtype, hyper)
        return function
    return register


def state(module, prefix):
    return {prefix + key: value.detach().clone() for key, value in module.state_dict().items()}


def buffers(module, prefix):
    return {prefix + key: value.detach().clone() for key, value in module.named_buffers()}


def parameter_gradients(module, prefix):
    return {prefix + key: p.grad.clone() for key, p in module.named_parameters()}


def one_pass(draw, module, x):
    """Forward and backward of a module with a random upstream gradient."""
    t = state(module, "weight.")
    t["input"] = x.clone()
    x = x.clone().requires_grad_()
    y = module(x)
    t["output"] = y
    t["grad_output"] = draw.normal(*y.shape)
    y.backward(t["grad_output"])
    t["grad.input"] = x.grad
    t.update(parameter_gradients(module, "grad."))
    if module.training:
        t.update(buffers(module, "after."))
    return t


def layer(name, make, shape, description, **hyper):
    @case(name, description, **hyper)
    def run(draw):
        t = one_pass(draw, draw.fill(make()), draw.normal(*shape))
        if "zero_gradient" in hyper:                   # nothing but rounding by a symmetry of the layer: stored as the 0 that it is
            t["grad." + hyper["zero_gradient"]].zero_()
        return t


layer("linear", lambda: nn.Linear(7, 5), (3, 7), "y = x W' + b", in_features=7, out_features=5, bias=True)
layer("linear_nobias", lambda: nn.Linear(7, 5, bias=False), (3, 7), "y = x W'", in_features=7, out_features=5, bias=False)


def conv(name, i, o, k, s, p, size, bias=True, transposed=False, op=0, n=2):
    hyper = dict(in_channels=i, out_channels=o, kernel_size=k, stride=s, padding=p, bias=bias)
    make = lambda: nn.Conv2d(i, o, k, s, p, bias=bias)
    if transposed:
        hyper["output_padding"] = op
        make = lambda: nn.ConvTranspose2d(i, o, k, s, p, output_padding=op, bias=bias)
    kind = "transposed convolution" if transposed else "convolution"
    layer(name, make, (n, i, size, size), f"2-d {kind}, {size}x{size} input", **hyper)


def convolution(name, kind, i, o, k, s, p, size, bias=True, **output_padding):
    make = lambda: kind(i, o, k, s, p, bias=bias, **output_padding)
    layer(name, make, (2, i, *size), f"{kind.__name__} of a {'x'.join(map(str, size))} input", in_channels=i, out_channels=o, kernel_size=k, stride=s, padding=p,
          bias=bias, **output_padding)


convolution("conv1d_k4s2p1", nn.Conv1d, 3, 5, 4, 2, 1, (9,))
convolution("conv1d_k3_nobias", nn.Conv1d, 2, 3, 3, 1, 0, (6,), bias=False)
convolution("conv3d_k3s2p1", nn.Conv3d, 2, 3, 3, 2, 1, (4, 5, 3))
convolution("conv3d_k4_nobias", nn.Conv3d, 2, 3, 4, 1, 0, (4, 4, 4), bias=False)
convolution("conv_transpose1d_k4s2p1", nn.ConvTranspose1d, 3, 2, 4, 2, 1, (5,), output_padding=0)
convolution("conv_transpose1d_k3s2p1op1_nobias", nn.ConvTranspose1d, 3, 2, 3, 2, 1, (4,), bias=False, output_padding=1)
convolution("conv_transpose3d_k4s2p1", nn.ConvTranspose3d, 3, 2, 4, 2, 1, (2, 3, 2), output_padding=0)
convolution("conv_transpose3d_k3s2p1op1_nobias", nn.ConvTranspose3d, 2, 2, 3, 2, 1, (2, 2, 2), bias=False, output_padding=1)

conv("conv2d_k4s2p1", 3, 5, 4, 2, 1, 8)
conv("conv2d_k3s1p1", 3, 4, 3, 1, 1, 6)
conv("conv2d_k5s2p2_nobias", 3, 4, 5, 2, 2, 8, bias=False)
conv("conv2d_fullkernel", 4, 6, 7, 1, 0, 7)
conv("conv_transpose2d_k4s2p1", 5, 3, 4, 2, 1, 4, transposed=True)
conv("conv_transpose2d_k7_from1x1", 6, 4, 7, 1, 0, 1, transposed=True)
conv("conv_transpose2d_k3s2p1op1", 5, 3, 3, 2, 1, 4, transposed=True, op=1)
conv("conv_transpose2d_k4s1p0", 4, 3, 4, 1, 0, 4, transposed=True)
conv("conv_transpose2d_k2s2_nobias", 3, 2, 2, 2, 0, 3, bias=False, transposed=True)

BN = dict(eps=1e-5, momentum=0.1, affine=True)


def with_running_statistics(draw, module):
    module.running_mean.copy_(draw.normal(*module.running_mean.shape))
    module.running_var.copy_(draw.uniform(*module.running_var.shape, low=0.3, high=3.0))
    module.num_batches_tracked.fill_(11)
    return module


@case("batch_norm2d_train", "batch statistics (biased variance), running ones updated (unbiased variance)", num_features=4, **BN)
def _(draw):
    return one_pass(draw, with_running_statistics(draw, draw.fill(nn.BatchNorm2d(4))), draw.normal(3, 4, 5, 5, scale=2, mean=.5))


@case("batch_norm2d_eval", "running statistics, nothing updated", num_features=4, **BN)
def _(draw):
    module = with_running_statistics(draw, draw.fill(nn.BatchNorm2d(4))).eval()
    return one_pass(draw, module, draw.normal(3, 4, 5, 5, scale=2, mean=.5))


@case("batch_norm1d_train", "batch statistics over a [6,5] batch", num_features=5, **BN)
def _(draw):
    return one_pass(draw, with_running_statistics(draw, draw.fill(nn.BatchNorm1d(5))), draw.normal(6, 5, scale=2, mean=.5))


@case("batch_norm2d_two_steps", "two train forwards from fresh running statistics; grad.weight and grad.bias are summed "
      "over both backwards; after1.* are the buffers between the forwards, after.* the last", num_features=3, **BN)
def _(draw):
    module = draw.fill(nn.BatchNorm2d(3))
    t = state(module, "weight.")
    for tag in ("", "2"):
        x = draw.normal(4, 3, 3, 3, scale=2, mean=.5)
        t["input" + tag] = x.clone()
        x.requires_grad_()
        y = module(x)
        t["output" + tag], t["grad_output" + tag] = y, draw.normal(*y.shape)
        y.backward(t["grad_output" + tag])
        t["grad.input" + tag] = x.grad
        t.update(buffers(module, "after." if tag else "after1."))
    t.update(parameter_gradients(module, "grad."))
    return t


def activation(name, make, description, **hyper):
    @case(name, description, **hyper)
    def run(draw):
        x = draw.normal(4, 6, scale=2)
        x.view(-1)[:8] = draw.of([0.0, -0.0, 19.0, 25.0, -25.0, 1e-4, -1e-4, 100.0])      # corners first
        return one_pass(draw, draw.cast(make()), x)


activation("leaky_relu_0.2", lambda: nn.LeakyReLU(0.2), "x > 0 ? x : slope x; the derivative at 0 is the slope", negative_slope=0.2)
activation("relu", nn.ReLU, "max(x, 0); the derivative at 0 is 0")
activation("tanh", nn.Tanh, "tanh x")
activation("sigmoid", nn.Sigmoid, "1 / (1 + exp -x)")
activation("elu", nn.ELU, "x > 0 ? x : alpha (exp x - 1)", alpha=1.0)
activation("softplus", nn.Softplus, "log(1 + exp x); x itself above the threshold", beta=1, threshold=20)

activation("silu", nn.SiLU, "x sigmoid x")
activation("gelu", nn.GELU, "x times the normal distribution function, exact")
activation("prelu", nn.PReLU, "x > 0 ? x : slope x; the derivative at 0 is the slope", num_parameters=1)
layer("prelu_channels", lambda: nn.PReLU(3), (2, 3, 4, 4), "a slope for each channel", num_parameters=3)
activation("softplus_beta2", lambda: nn.Softplus(2, 5), "log(1 + exp beta x) / beta; x itself from beta x above the threshold", beta=2, threshold=5)

layer("group_norm", lambda: nn.GroupNorm(2, 6), (3, 6, 4, 4), "each sample over 3 of its 6 channels", num_groups=2, num_channels=6, eps=1e-5, affine=True)
layer("layer_norm", lambda: nn.LayerNorm(6), (4, 6), "each sample over its features", eps=1e-5, elementwise_affine=True)
layer("layer_norm_chw", lambda: nn.LayerNorm([3, 4, 4]), (2, 3, 4, 4), "each picture over channels and pixels", eps=1e-5, elementwise_affine=True)
layer("instance_norm2d", lambda: nn.InstanceNorm2d(3), (2, 3, 4, 4), "each channel of each picture over its pixels", num_features=3, eps=1e-5, affine=False)
layer("instance_norm2d_affine", lambda: nn.InstanceNorm2d(3, affine=True), (2, 3, 4, 4), "the same with scale and shift", num_features=3, eps=1e-5, affine=True)
layer("pixel_shuffle2", lambda: nn.PixelShuffle(2), (2, 12, 3, 4), "four channels become the corners of one pixel", upscale_factor=2)


@case("batch_norm3d_train", "batch statistics over a volume", num_features=3, **BN)
def _(draw):
    return one_pass(draw, with_running_statistics(draw, draw.fill(nn.BatchNorm3d(3))), draw.normal(2, 3, 2, 3, 3, scale=2, mean=.5))


@case("embedding", "rows of the table; a row looked up twice gathers both gradients, one never looked up none", num_embeddings=5, embedding_dim=3)
def _(draw):
    module = draw.fill(nn.Embedding(5, 3))
    t = state(module, "weight.")
    t["input"] = torch.tensor([[4, 0], [2, 4], [1, 1]])
    t["output"] = y = module(t["input"])
    t["grad_output"] = draw.normal(*y.shape)
    y.backward(t["grad_output"])
    t.update(parameter_gradients(module, "grad."))
    return t


@case("gru", "the state after each place of two sequences of three places, one layer, the first state 0", input_size=2, hidden_size=3)
def _(draw):
    module = draw.fill(nn.GRU(2, 3, batch_first=True))
    t = state(module, "weight.")
    t["input"] = x = draw.normal(2, 3, 2).requires_grad_()
    t["output"] = y = module(x)[0]
    t["grad_output"] = draw.normal(*y.shape)
    y.backward(t["grad_output"])
    t["grad.input"] = x.grad
    t.update(parameter_gradients(module, "grad."))
    return t


def spectral(name, make, shape, **hyper):
    @case(name, "torch.nn.utils.spectral_norm: a forward in training (one power iteration), backward, a step of SGD, a second forward and backward; then "
          "output_eval of input2 in evaluation. grad.* and grad2.* are of each backward, after1.* the buffers between, after.* all at the end", lr=.5, **hyper)
    def run(draw):
        module = torch.nn.utils.spectral_norm(draw.fill(make()))
        module.weight_u.data, module.weight_v.data = (F.normalize(draw.normal(*v.shape), dim=0) for v in (module.weight_u, module.weight_v))
        t, optim = state(module, "weight."), torch.optim.SGD(module.parameters(), lr=.5)
        for tag in ("", "2"):
            x = t["input" + tag] = draw.normal(*shape)
            x = x.clone().requires_grad_()
            y = t["output" + tag] = module(x)
            t["grad_output" + tag] = draw.normal(*y.shape)
            optim.zero_grad()
            y.backward(t["grad_output" + tag])
            t[f"grad{tag}.input"] = x.grad
            t.update(parameter_gradients(module, f"grad{tag}."))
            if not tag:
                t.update(buffers(module, "after1."))
                optim.step()
        t.update(state(module, "after."))
        t["output_eval"] = module.eval()(t["input2"])
        return t


spectral("spectral_norm_linear", lambda: nn.Linear(5, 4), (3, 5))
spectral("spectral_norm_conv1d", lambda: nn.Conv1d(2, 3, 3), (2, 2, 5))
spectral("spectral_norm_conv2d", lambda: nn.Conv2d(3, 4, 3, padding=1), (2, 3, 4, 4))
spectral("spectral_norm_conv2d_fullkernel", lambda: nn.Conv2d(3, 2, 4), (2, 3, 4, 4))
spectral("spectral_norm_conv3d", lambda: nn.Conv3d(2, 3, 2, bias=False), (2, 2, 3, 3, 3))
spectral("spectral_norm_conv_transpose2d", lambda: nn.ConvTranspose2d(3, 2, 4, 2, 1), (2, 3, 3, 3))
spectral("spectral_norm_conv_transpose2d_from1x1", lambda: nn.ConvTranspose2d(3, 2, 4), (2, 3, 1, 1))


# ---- layers that PyTorch has not: written down from their papers ---------------------------------------------------

class Equalized(nn.Module):
    """Karras et al., 2017, section 4.1: the weight is multiplied by gain / sqrt(fan-in) whenever it is used."""

    def __init__(self, inner, apply, gain):
        super().__init__()
        self.weight, self.bias, self.apply_to, self.gain = inner.weight, inner.bias, apply, gain

    def forward(self, x):
        return self.apply_to(x, self.weight * (self.gain / self.weight[0].numel() ** .5), self.bias)


class PixelNorm(nn.Module):
    def forward(self, x):
        return x / torch.sqrt(torch.mean(x ** 2, dim=1, keepdim=True) + 1e-8)


class MinibatchStddev(nn.Module):
    """As in the code of StyleGAN2-ADA (class MinibatchStdLayer), which also serves [N, C] here."""

    def __init__(self, group, features=1):
        super().__init__()
        self.group, self.features = group, features

    def forward(self, x):
        n, c = x.shape[:2]
        pixels = x if x.dim() == 4 else x[:, :, None, None]
        y = pixels.reshape(min(self.group, n), -1, self.features, c // self.features, *pixels.shape[2:])
        y = y - y.mean(dim=0)
        y = (y.square().mean(dim=0) + 1e-8).sqrt().mean(dim=[2, 3, 4])
        y = y.reshape(-1, self.features, 1, 1).repeat(min(self.group, n), 1, *pixels.shape[2:])
        return torch.cat([x, y.reshape(n, self.features, *x.shape[2:])], dim=1)


class SelfAttention(nn.Module):
    """The attention block of DDPM's U-Net, in the form of its ports to PyTorch."""

    def __init__(self, c, groups):
        super().__init__()
        self.norm = nn.GroupNorm(groups, c, eps=1e-6)
        self.q, self.k, self.v, self.proj_out = (nn.Conv2d(c, c, 1) for _ in range(4))

    def forward(self, x):
        n, c, h, w = x.shape
        y = self.norm(x)
        q, k, v = self.q(y).reshape(n, c, h * w).permute(0, 2, 1), self.k(y).reshape(n, c, h * w), self.v(y).reshape(n, c, h * w)
        weights = F.softmax(torch.bmm(q, k) * c ** -.5, dim=2)
        return x + self.proj_out(torch.bmm(v, weights.permute(0, 2, 1)).reshape(n, c, h, w))


layer("equalized_linear", lambda: Equalized(nn.Linear(7, 5), F.linear, 2 ** .5), (3, 7), "y = x (w c)' + b, c = gain / sqrt(fan-in)", gain=2 ** .5)
layer("equalized_linear_gain1", lambda: Equalized(nn.Linear(7, 5), F.linear, 1), (3, 7), "the same before a linear output", gain=1.0)
layer("equalized_conv2d", lambda: Equalized(nn.Conv2d(3, 5, 3), lambda x, w, b: F.conv2d(x, w, b, padding=1), 2 ** .5), (2, 3, 6, 6), "the same for a 3x3 convolution, padding 1", gain=2 ** .5)
layer("equalized_conv2d_fullkernel", lambda: Equalized(nn.Conv2d(3, 5, 4), F.conv2d, 2 ** .5), (2, 3, 4, 4), "the kernel covers all", gain=2 ** .5)
layer("pixel_norm", PixelNorm, (2, 5, 3, 3), "x / sqrt(mean over the channels of x^2 + 1e-8)")
layer("pixel_norm_latent", PixelNorm, (3, 5), "the same for [N, C]")
layer("minibatch_stddev", lambda: MinibatchStddev(4), (8, 3, 4, 4), "two groups of four: samples 0 2 4 6 and 1 3 5 7", group=4, features=1)
layer("minibatch_stddev_two_features", lambda: MinibatchStddev(4, 2), (8, 6, 2, 2), "a statistic for each half of the channels", group=4, features=2)
layer("minibatch_stddev_small", lambda: MinibatchStddev(4), (3, 2, 3, 3), "a batch smaller than the group is one group", group=4, features=1)
layer("minibatch_stddev_features", lambda: MinibatchStddev(4), (8, 5), "features without pixels", group=4, features=1)
layer("self_attention2d", lambda: SelfAttention(6, 2), (2, 6, 3, 4), "norm, q k v, softmax over the pixels looked at, projection, residual; softmax "
      "does not see the bias of k", channels=6, groups=2, zero_gradient="k.bias")

layer("max_pool2d_2", lambda: nn.MaxPool2d(2), (2, 3, 6, 6), "maximum of 2x2 squares", kernel_size=2, stride=2, padding=0)
layer("max_pool2d_3s2p1", lambda: nn.MaxPool2d(3, 2, 1), (2, 3, 7, 7), "overlapping maxima, padded with minus infinity", kernel_size=3, stride=2, padding=1)
layer("avg_pool2d_2", lambda: nn.AvgPool2d(2), (2, 3, 6, 6), "mean of 2x2 squares", kernel_size=2, stride=2, padding=0)
layer("upsample_nearest2", lambda: nn.Upsample(scale_factor=2, mode="nearest"), (2, 3, 4, 4), "every pixel four times", scale_factor=2, mode="nearest")
layer("upsample_bilinear2", lambda: nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False), (2, 3, 4, 4),
      "bilinear, pixel centres at half coordinates", scale_factor=2, mode="bilinear", align_corners=False)


def loss_case(draw, loss, x, target):
    """Mean-reduced loss; the upstream gradient is 1."""
    t = {"input": x.clone(), "target": target}
    x = x.clone().requires_grad_()
    t["output"] = loss(x, target)
    t["grad_output"] = torch.ones_like(t["output"])
    t["output"].backward()
    t["grad.input"] = x.grad
    return t


@case("log_softmax_ce", "mean cross entropy of logits with int64 class targets; log_softmax over dim 1 beside it", reduction="mean")
def _(draw):
    x = draw.normal(5, 4, scale=3)
    x[0] = draw.of([80, -80, 0, 1])
    t = loss_case(draw, F.cross_entropy, x, torch.tensor([1, 0, 3, 2, 2]))
    t["log_softmax"] = F.log_softmax(x, 1)
    return t


@case("bce_with_logits", "mean binary cross entropy of logits; targets 0, 1 and between", reduction="mean")
def _(draw):
    x = draw.normal(8, 1, scale=3)
    x[:3] = draw.of([[60], [-60], [0]])
    return loss_case(draw, F.binary_cross_entropy_with_logits, x, draw.of([[0], [1], [1], [0], [.9], [.1], [1], [0]]))


@case("mse", "mean over every element", reduction="mean")
def _(draw):
    return loss_case(draw, F.mse_loss, draw.normal(4, 3), draw.normal(4, 3))


@case("gan_losses", "means over the batch of raw scores d: d_loss = zeta(-real) + zeta(fake); d_loss_smooth = a zeta(-real) + "
      "(1-a) zeta(real) + zeta(fake); g_minimax = -zeta(fake); g_nonsaturating = zeta(-fake); zeta(u) = log(1 + exp u). "
      "Scores reach -60 and 60: a softplus with a threshold agrees to rounding", smoothing=0.9)
def _(draw):
    real, fake = draw.normal(8, 1, scale=3), draw.normal(8, 1, scale=3)
    real[:3], fake[:3] = draw.of([[0], [60], [-60]]), draw.of([[-10], [60], [-60]])
    t = {"real": real.clone(), "fake": fake.clone()}
    zeta, a = lambda u: torch.logaddexp(u, torch.zeros_like(u)), 0.9
    losses = {
        "d_loss": lambda r, f: zeta(-r).mean() + zeta(f).mean(),
        "d_loss_smooth": lambda r, f: (a * zeta(-r) + (1 - a) * zeta(r)).mean() + zeta(f).mean(),
        "g_minimax": lambda r, f: -zeta(f).mean(),
        "g_nonsaturating": lambda r, f: zeta(-f).mean(),
    }
    for name, loss in losses.items():
        r, f = real.clone().requires_grad_(), fake.clone().requires_grad_()
        t[name] = loss(r, f)
        t[name].backward()
        if name.startswith("d_"):
            t[f"grad.{name}.real"] = r.grad
        t[f"grad.{name}.fake"] = f.grad
    return t


# ---- optimisers --------------------------------------------------------------------------------------------------

SHAPES = {"w": (3, 4), "b": (5,), "s": (1,)}


def optimizer(name, make, description, **hyper):
    @case(name, description, steps=7, **hyper)
    def run(draw):
        parameters = {key: draw.normal(*SHAPES[key]) for key in ("w", "b")}
        t = {f"param0.{key}": p.clone() for key, p in parameters.items()}
        optim = make(list(parameters.values()), hyper)
        for step in range(1, 8):
            for key, p in parameters.items():
                p.grad = draw.normal(*p.shape, scale=[1, .1, 3, 1e-3, 1, 0, .5][step - 1])      # step 6: all zero
                p.grad.view(-1)[0] *= 1e-4 if key == "w" else 1.0
                if key == "b":
                    p.grad[1] = 0.0                                                            # never moved by its gradient
                t[f"grads.{step}.{key}"] = p.grad.clone()
            optim.step()
            t.update({f"param{step}.{key}": p.clone() for key, p in parameters.items()})
        return t


def adam(p, h):
    return torch.optim.Adam(p, lr=h["lr"], betas=(h["beta1"], h["beta2"]), eps=h["eps"], weight_decay=h["weight_decay"])


def adamw(p, h):
    return torch.optim.AdamW(p, lr=h["lr"], betas=(h["beta1"], h["beta2"]), eps=h["eps"], weight_decay=h["weight_decay"])


def sgd(p, h):
    return torch.optim.SGD(p, lr=h["lr"], momentum=h["momentum"], dampening=h["dampening"], nesterov=h["nesterov"], weight_decay=h["weight_decay"])


def rmsprop(p, h):
    return torch.optim.RMSprop(p, lr=h["lr"], alpha=h["alpha"], eps=h["eps"], weight_decay=h["weight_decay"], momentum=h["momentum"], centered=h["centered"])


optimizer("adam_default", adam, "Adam, eps outside the root and after bias correction", lr=1e-3, beta1=.9, beta2=.999, eps=1e-8, weight_decay=0.0)
optimizer("adam_gan", adam, "Adam with DCGAN's settings", lr=2e-4, beta1=.5, beta2=.999, eps=1e-8, weight_decay=0.0)
optimizer("adam_wd_eps", adam, "Adam with the decay added to the gradient (L2, not AdamW)", lr=1e-3, beta1=.9, beta2=.999, eps=1e-6, weight_decay=.01)
optimizer("adamw_default", adamw, "AdamW: p shrinks by 1 - lr wd before Adam's step", lr=1e-3, beta1=.9, beta2=.999, eps=1e-8, weight_decay=.01)
optimizer("adamw_strong", adamw, "AdamW with a decay that shows after one step", lr=.05, beta1=.5, beta2=.9, eps=1e-6, weight_decay=.5)
optimizer("adam_slow", adam, "beta2 so near to 1 that 1 - beta2 has few digits in float32", lr=1.0, beta1=.99, beta2=.9999, eps=1e-8, weight_decay=0.0)
optimizer("sgd", sgd, "plain gradient descent", lr=.05, momentum=0.0, dampening=0.0, nesterov=False, weight_decay=0.0)
optimizer("sgd_momentum", sgd, "momentum buffer starts as the first gradient", lr=.05, momentum=.9, dampening=0.0, nesterov=False, weight_decay=0.0)
optimizer("sgd_nesterov_wd", sgd, "Nesterov momentum, decay added to the gradient", lr=.05, momentum=.9, dampening=0.0, nesterov=True, weight_decay=.01)
RMS = dict(weight_decay=0.0, momentum=0.0, centered=False)
optimizer("rmsprop", rmsprop, "eps outside the root", lr=1e-2, alpha=.99, eps=1e-8, **RMS)
optimizer("rmsprop_alpha9_eps1e-7", rmsprop, "eps outside the root", lr=1e-2, alpha=.9, eps=1e-7, **RMS)


def late(name, make, description, **hyper):
    """A parameter whose gradient is absent, not zero, in the first steps and once more later; one that has it always; one that never gets one."""
    @case(name, description, steps=9, **hyper)
    def run(draw):
        parameters = {key: draw.normal(*SHAPES[key]) for key in ("w", "b", "s")}
        t = {f"param0.{key}": p.clone() for key, p in parameters.items()}
        optim = make(list(parameters.values()), hyper)
        for step in range(1, 10):
            for key, p in parameters.items():
                absent = key == "s" or key == "b" and step in (1, 2, 3, 4, 7)
                p.grad = None if absent else draw.normal(*p.shape)
                if not absent:
                    t[f"grads.{step}.{key}"] = p.grad.clone()
            optim.step()
            t.update({f"param{step}.{key}": p.clone() for key, p in parameters.items()})
        return t


late("adam_late", adam, "Adam counts the steps of each parameter: progan's betas", lr=1e-3, beta1=0.0, beta2=.99, eps=1e-8, weight_decay=0.0)
late("adam_late_momentum", adam, "Adam counts the steps of each parameter, with a first moment and a decay", lr=.01, beta1=.9, beta2=.999, eps=1e-8, weight_decay=.01)
late("adamw_late", adamw, "AdamW counts the steps of each parameter; its decay skips who has no gradient", lr=.05, beta1=.5, beta2=.9, eps=1e-6, weight_decay=.5)
late("rmsprop_late", rmsprop, "a mean square that starts late", lr=1e-2, alpha=.99, eps=1e-8, **RMS)
late("sgd_momentum_late", sgd, "a momentum buffer that starts late", lr=.05, momentum=.9, dampening=0.0, nesterov=False, weight_decay=.01)


def clip(name, scale, description, **hyper):
    @case(name, description, norm_type=2, eps=1e-6, **hyper)
    def run(draw):
        parameters = {key: draw.normal(*shape) for key, shape in SHAPES.items()}
        for p in parameters.values():
            p.grad = draw.normal(*p.shape, scale=scale)
        t = {f"grads_before.{key}": p.grad.clone() for key, p in parameters.items()}
        t["total_norm"] = torch.nn.utils.clip_grad_norm_(parameters.values(), hyper["max_norm"])
        t.update({f"grads_after.{key}": p.grad for key, p in parameters.items()})
        return t


clip("clip_norm_small", .01, "total norm below the limit: gradients unchanged", max_norm=1.0)
clip("clip_norm_large", 3, "total norm above the limit: gradients times max_norm / (total_norm + eps)", max_norm=1.0)


@case("ema", "ema0 = param0, then ema = decay ema + (1 - decay) param after each step", decay=.9, steps=5)
def _(draw):
    t, average = {}, {}
    for step in range(6):
        for key, shape in SHAPES.items():
            t[f"param{step}.{key}"] = p = draw.normal(*shape)
            average[key] = p.clone() if step == 0 else .9 * average[key] + (1 - .9) * p
            t[f"ema{step}.{key}"] = average[key].clone()
    return t


# ---- networks ----------------------------------------------------------------------------------------------------

class Net(nn.Module):
    """A Sequential under the name `net`, so that state-dict keys read net.0.weight."""

    def __init__(self, *layers):
        super().__init__()
        self.net = nn.Sequential(*layers)

    def forward(self, x):
        return self.net(x)


def dcgan28_d():
    return Net(nn.Conv2d(1, 8, 4, 2, 1), nn.LeakyReLU(.2),
               nn.Conv2d(8, 16, 4, 2, 1, bias=False), nn.BatchNorm2d(16), nn.LeakyReLU(.2),
               nn.Conv2d(16, 1, 7))


def dcgan28_g():
    return Net(nn.ConvTranspose2d(3, 16, 7, bias=False), nn.BatchNorm2d(16), nn.ReLU(),
               nn.ConvTranspose2d(16, 8, 4, 2, 1, bias=False), nn.BatchNorm2d(8), nn.ReLU(),
               nn.ConvTranspose2d(8, 1, 4, 2, 1), nn.Tanh())


@case("dcgan28_d", "conv4s2 8, LReLU, conv4s2 16 BN LReLU, conv7 to 1x1; no bias where BN follows; train mode", width=8, negative_slope=.2)
def _(draw):
    return one_pass(draw, draw.fill(dcgan28_d()), draw.uniform(4, 1, 28, 28, low=-1))


@case("dcgan28_g", "z 3, convT7 16, convT4s2 8, convT4s2 1, BN + ReLU between, tanh; no bias where BN follows; train mode", width=8, latent=3)
def _(draw):
    return one_pass(draw, draw.fill(dcgan28_g()), draw.normal(2, 3, 1, 1))


def zeta(u):
    return torch.logaddexp(u, torch.zeros_like(u))


def turn_losses(g, d, real, z1, z2, d_optim=None, g_optim=None):
    """One discriminator turn, one generator turn, non-saturating. Without optimisers: gradients only."""
    fake = g(z1).detach()
    d.zero_grad()
    score_real, score_fake = d(real), d(fake)                                 # real first: the order BN's buffers remember
    d_loss = zeta(-score_real).mean() + zeta(score_fake).mean()
    d_loss.backward()
    if d_optim:
        d_optim.step()
    for p in d.parameters():
        p.requires_grad_(False)
    g.zero_grad()
    g_loss = zeta(-d(g(z2))).mean()
    g_loss.backward()
    if g_optim:
        g_optim.step()
    for p in d.parameters():
        p.requires_grad_(True)
    return fake, score_real, score_fake, d_loss, g_loss


@case("mlp_gan_seed", "G 6-16-24 ReLU sigmoid, D 24-16-1 ReLU logit. grad.d.* of d_loss with G(input) detached, grad.g.* of the "
      "non-saturating g_loss on the same input, D frozen", latent=6, hidden=16, data=24)
def _(draw):
    g = draw.fill(Net(nn.Linear(6, 16), nn.ReLU(), nn.Linear(16, 24), nn.Sigmoid()))
    d = draw.fill(Net(nn.Linear(24, 16), nn.ReLU(), nn.Linear(16, 1)))
    t = {**state(g, "weight.g."), **state(d, "weight.d."), "input": draw.uniform(4, 6, low=-1), "input2": draw.uniform(4, 24)}
    values = turn_losses(g, d, t["input2"], t["input"], t["input"])
    t.update(zip(("output", "score_real", "score_fake", "d_loss", "g_loss"), values))
    t.update(parameter_gradients(g, "grad.g."))
    t.update(parameter_gradients(d, "grad.d."))
    return t


@case("dcgan28_step", "three training steps of dcgan28_g and dcgan28_d. Step s: fake = G(z1.s) detached (train mode), D on real.s, then "
      "on fake, d_loss.s, D's Adam; then D frozen, g_loss.s on D(G(z2.s)), G's Adam. after.* : parameters and buffers after step 3, "
      "after1.* : after step 1 (batch norms and biases only, to find the step that went wrong)", width=8, latent=3, batch=2, steps=3, lr=2e-4, beta1=.5, beta2=.999, eps=1e-8,
      negative_slope=.2)
def _(draw):
    g, d = draw.fill_dcgan(dcgan28_g()), draw.fill_dcgan(dcgan28_d())
    t = {**state(g, "weight.g."), **state(d, "weight.d.")}
    d_optim, g_optim = (torch.optim.Adam(m.parameters(), lr=2e-4, betas=(.5, .999)) for m in (d, g))
    for step in (1, 2, 3):
        t[f"real.{step}"] = draw.uniform(2, 1, 28, 28, low=-1)
        t[f"z1.{step}"], t[f"z2.{step}"] = draw.normal(2, 3, 1, 1), draw.normal(2, 3, 1, 1)
        *_, t[f"d_loss.{step}"], t[f"g_loss.{step}"] = turn_losses(
            g, d, t[f"real.{step}"], t[f"z1.{step}"], t[f"z2.{step}"], d_optim, g_optim)
        if step == 1:
            t.update({k: v for k, v in {**state(g, "after1.g."), **state(d, "after1.d.")}.items() if v.dim() < 2})
    t.update(state(g, "after.g."))
    t.update(state(d, "after.d."))
    return t


class UNetBlock(nn.Module):
    def __init__(self, i, o, step):
        super().__init__()
        self.norm1, self.conv1, self.temb_proj = nn.GroupNorm(unet_groups(i), i, eps=1e-6), nn.Conv2d(i, o, 3, padding=1), nn.Linear(step, o)
        self.norm2, self.conv2 = nn.GroupNorm(unet_groups(o), o, eps=1e-6), nn.Conv2d(o, o, 3, padding=1)
        if i != o:
            self.nin_shortcut = nn.Conv2d(i, o, 1)

    def forward(self, x, step):
        h = self.conv1(F.silu(self.norm1(x))) + self.temb_proj(F.silu(step))[:, :, None, None]
        h = self.conv2(F.silu(self.norm2(h)))
        return h + (self.nin_shortcut(x) if hasattr(self, "nin_shortcut") else x)


class UNetAttention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.norm = nn.GroupNorm(unet_groups(c), c, eps=1e-6)
        self.q, self.k, self.v, self.proj_out = (nn.Conv2d(c, c, 1) for _ in range(4))

    def forward(self, x):
        h = self.norm(x)
        weights = torch.einsum("nchw,ncij->nhwij", self.q(h), self.k(h)) * x.shape[1] ** -.5
        weights = weights.flatten(3).softmax(3).view(weights.shape)
        return x + self.proj_out(torch.einsum("nhwij,ncij->nchw", weights, self.v(h)))


def unet_groups(channels):
    return max(g for g in (1, 2, 4, 8, 16, 32) if channels // 4 % g == 0)


class UNet(nn.Module):
    """After the code of Ho et al. (2020), diffusion_tf/models/unet.py, level by level; keys as in the PyTorch ports."""

    def __init__(self, c, width, levels, blocks, attention_level):
        super().__init__()
        self.width, self.blocks = width, blocks
        channels = [width] + [2 * width] * (levels - 1)
        self.temb = nn.Module()
        self.temb.dense = nn.ModuleList([nn.Linear(width, 4 * width), nn.Linear(4 * width, 4 * width)])
        self.conv_in = nn.Conv2d(c, width, 3, padding=1)
        self.down, self.up, self.mid = nn.ModuleList(), nn.ModuleList(), nn.Module()
        skips, at = [width], width
        for i, o in enumerate(channels):
            level = nn.Module()
            level.block, level.attn = nn.ModuleList(), nn.ModuleList()
            for _ in range(blocks):
                level.block.append(UNetBlock(at, o, 4 * width))
                at = o
                skips.append(at)
                if i == attention_level - 1:
                    level.attn.append(UNetAttention(at))
            if i < levels - 1:
                level.downsample = nn.Module()
                level.downsample.conv = nn.Conv2d(at, at, 3, stride=2)
                skips.append(at)
            self.down.append(level)
        self.mid.block_1, self.mid.attn_1, self.mid.block_2 = UNetBlock(at, at, 4 * width), UNetAttention(at), UNetBlock(at, at, 4 * width)
        for i, o in reversed(list(enumerate(channels))):
            level = nn.Module()
            level.block, level.attn = nn.ModuleList(), nn.ModuleList()
            for _ in range(blocks + 1):
                level.block.append(UNetBlock(at + skips.pop(), o, 4 * width))
                at = o
                if i == attention_level - 1:
                    level.attn.append(UNetAttention(at))
            if i > 0:
                level.upsample = nn.Module()
                level.upsample.conv = nn.Conv2d(at, at, 3, padding=1)
            self.up.insert(0, level)
        self.norm_out, self.conv_out = nn.GroupNorm(unet_groups(at), at, eps=1e-6), nn.Conv2d(at, c, 3, padding=1)

    def forward(self, x, t):
        """t counts from 0, as in the authors' code."""
        frequencies = torch.exp(torch.arange(self.width // 2, dtype=x.dtype) * -(np.log(10000) / (self.width // 2 - 1)))
        angles = t.to(x.dtype)[:, None] * frequencies[None]
        step = self.temb.dense[1](F.silu(self.temb.dense[0](torch.cat([angles.sin(), angles.cos()], 1))))
        hs = [self.conv_in(x)]
        for level in self.down:
            for j, block in enumerate(level.block):
                h = block(hs[-1], step)
                hs.append(level.attn[j](h) if len(level.attn) else h)
            if hasattr(level, "downsample"):
                hs.append(level.downsample.conv(F.pad(hs[-1], (0, 1, 0, 1))))
        h = self.mid.block_2(self.mid.attn_1(self.mid.block_1(hs[-1], step)), step)
        for level in reversed(self.up):
            for j, block in enumerate(level.block):
                h = block(torch.cat([h, hs.pop()], 1), step)
                h = level.attn[j](h) if len(level.attn) else h
            if hasattr(level, "upsample"):
                h = level.upsample.conv(F.interpolate(h, scale_factor=2, mode="nearest"))
        assert not hs
        return self.conv_out(F.silu(self.norm_out(h)))


@case("unet", "DDPM's U-Net after the authors' code; steps counts from 0, which is t - 1. The gradients of k.bias are left out: a softmax does not see them, they are 0", channels=2, width=4, levels=2, blocks=1, attention_level=2)
def _(draw):
    network, steps = draw.fill(UNet(2, 4, 2, 1, 2)), torch.tensor([0, 57, 999])
    t = one_pass(draw, Bound(network, steps), draw.normal(3, 2, 8, 8))
    return {**{key: value for key, value in t.items() if not key.startswith("grad.") or not key.endswith(".k.bias")}, "steps": steps}


class Bound(nn.Module):
    """A network of two inputs whose second stays the same; its names are the network's own."""

    def __init__(self, network, second):
        super().__init__()
        self.__dict__["network"], self.second = network, second

    def forward(self, x):
        return self.network(x, self.second)

    def state_dict(self, *_, **__):
        return self.network.state_dict()

    def named_parameters(self, *_, **__):
        return self.network.named_parameters()


def penalty_case(name, act, description, **hyper):
    @case(name, description + " xhat = eps real + (1 - eps) fake; gradient_norm = sqrt(sum over C,H,W of grad^2 + 1e-12) per sample; "
          "penalty = lambda mean (gradient_norm - 1)^2; loss = mean d(fake) - mean d(real) + penalty. grad.penalty.* and grad.loss.* "
          "are the weight gradients of each (0 where the graph does not reach)", dtype=torch.float64, **{"lambda": 10}, **hyper)
    def run(draw):
        critic = draw.fill(Net(nn.Conv2d(2, 4, 4, 2, 1), act(), nn.Conv2d(4, 1, 4)))
        t = state(critic, "weight.")
        t["real"], t["fake"] = draw.uniform(3, 2, 8, 8, low=-1), draw.uniform(3, 2, 8, 8, low=-1)
        t["eps"] = draw.uniform(3, 1, 1, 1)
        xhat = (t["eps"] * t["real"] + (1 - t["eps"]) * t["fake"]).requires_grad_()
        t["output"] = score = critic(xhat)
        gradient, = torch.autograd.grad(score.sum(), xhat, create_graph=True)
        t["gradient_norm"] = (gradient.flatten(1).square().sum(1) + 1e-12).sqrt()
        t["penalty"] = 10 * (t["gradient_norm"] - 1).square().mean()
        t["loss"] = critic(t["fake"]).mean() - critic(t["real"]).mean() + t["penalty"]
        for target in ("penalty", "loss"):
            values = torch.autograd.grad(t[target], list(critic.parameters()), retain_graph=True, allow_unused=True)
            for (key, p), value in zip(critic.named_parameters(), values):
                t[f"grad.{target}.{key}"] = torch.zeros_like(p) if value is None else value
        return t


penalty_case("wgan_gp_double_backward", lambda: nn.LeakyReLU(.2), "conv4s2, LReLU, conv4 to 1x1, float64.", activation="leaky_relu", negative_slope=.2)
penalty_case("wgan_gp_double_backward_softplus", nn.Softplus, "The same with softplus, whose second derivative reaches the first bias too.", activation="softplus")


@case("progan_fade", "G 5 -> 4x4x3 -> 8x8x2 and D back, a quarter faded in (alpha .25 after 35 images: 10 stable, 100 of fade). Weights N(0,1) times "
      "sqrt(2 / fan-in), 1 / sqrt(fan-in) in the layers to colours and to the score; LReLU .2; G's pixel norm on z and after every convolution; D's spread "
      "of the batch (groups of 4). real is blended as the fakes are. grad.d.* of d_loss = mean d(fake) - mean d(real) + 10 penalty + 1e-3 mean d(real)^2 "
      "with G(input) detached, grad.g.* of g_loss = -mean d(G(input))", alpha=.25, images=35, negative_slope=.2)
def _(draw):
    def layers(*plan):
        return {f"{name}.{key}": value for name, *shape in plan
                for key, value in (("weight", draw.normal(*shape)), ("bias", draw.normal(shape[0], scale=.2)))}

    alpha, act = .25, lambda x: F.leaky_relu(x, .2)
    norm = lambda x: x / (x.square().mean(1, keepdim=True) + 1e-8).sqrt()
    up, down = lambda x: F.interpolate(x, scale_factor=2), lambda x: F.avg_pool2d(x, 2)
    wg = layers(("block4.0", 48, 5), ("block4.4", 3, 3, 3, 3), ("to_colours4", 2, 3, 1, 1),
                ("block8.1", 2, 3, 3, 3), ("block8.4", 2, 2, 3, 3), ("to_colours8", 2, 2, 1, 1))
    wd = layers(("from_colours4.0", 3, 2, 1, 1), ("block4.1", 3, 4, 3, 3), ("block4.3", 3, 3, 4, 4), ("block4.6", 1, 3),
                ("from_colours8.0", 2, 2, 1, 1), ("block8.0", 2, 2, 3, 3), ("block8.2", 3, 2, 3, 3))

    def layer(weights, name, x, padding=0, gain=2):
        w, b = weights[name + ".weight"], weights[name + ".bias"]
        w = w * (gain / w[0].numel()) ** .5
        return F.linear(x, w, b) if w.dim() == 2 else F.conv2d(x, w, b, padding=padding)

    def g(z):
        x = norm(act(layer(wg, "block4.0", norm(z)).reshape(-1, 3, 4, 4)))
        x = norm(act(layer(wg, "block4.4", x, 1)))
        old = layer(wg, "to_colours4", x, gain=1)
        x = norm(act(layer(wg, "block8.1", up(x), 1)))
        x = norm(act(layer(wg, "block8.4", x, 1)))
        return alpha * layer(wg, "to_colours8", x, gain=1) + (1 - alpha) * up(old)

    def d(image):
        x = act(layer(wd, "block8.0", act(layer(wd, "from_colours8.0", image)), 1))
        x = down(act(layer(wd, "block8.2", x, 1)))
        x = alpha * x + (1 - alpha) * act(layer(wd, "from_colours4.0", down(image)))
        spread = (x.var(0, unbiased=False) + 1e-8).sqrt().mean()              # the batch is one group
        x = torch.cat([x, spread.expand(4, 1, 4, 4)], 1)
        x = act(layer(wd, "block4.3", act(layer(wd, "block4.1", x, 1))))
        return layer(wd, "block4.6", x.flatten(1), gain=1)

    images = torch.tensor(35)
    t = {"weight.g.images": images, "weight.d.images": images.clone(), **{f"weight.g.{k}": v.clone() for k, v in wg.items()},
         **{f"weight.d.{k}": v.clone() for k, v in wd.items()}, "input": draw.normal(4, 5), "data": draw.uniform(4, 2, 16, 16, low=-1), "eps": draw.uniform(4, 1, 1, 1)}
    for p in (*wg.values(), *wd.values()):
        p.requires_grad_()
    small = down(t["data"])
    t["real"] = real = alpha * small + (1 - alpha) * up(down(small))
    t["output"] = fake = g(t["input"])
    t["score"] = d(real)
    between = (t["eps"] * real + (1 - t["eps"]) * fake.detach()).requires_grad_()
    slope, = torch.autograd.grad(d(between).sum(), between, create_graph=True)
    penalty = ((slope.flatten(1).square().sum(1) + 1e-12).sqrt() - 1).square().mean()
    t["d_loss"] = d(fake.detach()).mean() - t["score"].mean() + 10 * penalty + 1e-3 * t["score"].square().mean()
    t["g_loss"] = -d(fake).mean()
    t.update({f"grad.d.{k}": v for k, v in zip(wd, torch.autograd.grad(t["d_loss"], list(wd.values()), retain_graph=True))})
    t.update({f"grad.g.{k}": v for k, v in zip(wg, torch.autograd.grad(t["g_loss"], list(wg.values())))})
    return t


@case("began_step", "G and D's decoder: code 3 -> 2x2x2, conv3 ELU twice, nearest up, conv3 ELU twice, conv3 to colours; D's encoder: conv3 ELU, conv3 ELU, conv3 s2 "
      "ELU with as many channels more, conv3 ELU twice, dense to the code. L(v) = mean |v - D(v)|. grad.d.* of d_loss = L(input2) - k L(G(input) detached), "
      "grad.g.* of g_loss = L(G(input)), D frozen; k_after = clip(k + gain (gamma L(real) - L(fake)), 0, 1)", k=.3, gamma=.5, gain=.1)
def _(draw):
    def decoder():
        conv = lambda a, b: nn.Conv2d(a, b, 3, padding=1)
        return nn.Sequential(nn.Linear(3, 8), nn.Unflatten(1, (2, 2, 2)), conv(2, 2), nn.ELU(), conv(2, 2), nn.ELU(),
                             nn.Upsample(scale_factor=2), conv(2, 2), nn.ELU(), conv(2, 2), nn.ELU(), conv(2, 1))

    class Decoder(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = decoder()

        def forward(self, x):
            return self.net(x)

    class Discriminator(nn.Module):
        def __init__(self):
            super().__init__()
            conv = lambda a, b, s=1: nn.Conv2d(a, b, 3, s, 1)
            self.encoder = nn.Sequential(conv(1, 2), nn.ELU(), conv(2, 2), nn.ELU(), conv(2, 4, 2), nn.ELU(), conv(4, 4), nn.ELU(), conv(4, 4), nn.ELU(),
                                         nn.Flatten(), nn.Linear(16, 3))
            self.decoder = Decoder()

        def forward(self, x):
            return self.decoder(self.encoder(x))

    g, d = draw.fill(Decoder()), draw.fill(Discriminator())
    t = {**state(g, "weight.g."), **state(d, "weight.d."), "input": draw.uniform(5, 3, low=-1), "input2": draw.uniform(5, 1, 4, 4, low=-1)}
    error = lambda v: (v - d(v)).abs().mean()
    fake, k = g(t["input"]), .3
    t["output"], t["rebuilt"] = fake, d(t["input2"])
    real_error = error(t["input2"])
    t["d_loss"] = real_error - k * error(fake.detach())
    t["d_loss"].backward()
    t.update(parameter_gradients(d, "grad.d."))
    t["g_loss"] = error(fake)
    t["g_loss"].backward()
    t.update(parameter_gradients(g, "grad.g."))
    t["k_after"] = (k + .1 * (.5 * real_error - t["g_loss"])).clamp(0, 1)
    return t


# ---- restoring pictures ------------------------------------------------------------------------------------------

@case("bicubic", "interpolate(mode='bicubic', antialias=True): a 12x10 picture to 3x4, to 24x20 and to 5x7")
def _(draw):
    t = {"input": draw.uniform(2, 2, 12, 10, low=-1)}
    for name, size in (("smaller", (3, 4)), ("larger", (24, 20)), ("uneven", (5, 7))):
        t[name] = F.interpolate(t["input"], size, mode="bicubic", antialias=True, align_corners=False)
    return t


class SrganBlock(nn.Module):
    def __init__(self, w):
        super().__init__()
        conv = lambda: nn.Conv2d(w, w, 3, padding=1, bias=False)
        self.net = nn.Sequential(conv(), nn.BatchNorm2d(w), nn.PReLU(w), conv(), nn.BatchNorm2d(w))

    def forward(self, x):
        return x + self.net(x)


@case("srgan_generator", "conv9 PReLU; two residual blocks, conv3 BN, long skip; two of conv3, pixel shuffle 2, PReLU; conv9; train mode. grad.* of the mean square", width=4, blocks=2, scale=4)
def _(draw):
    class Generator(nn.Module):
        def __init__(self, w=4):
            super().__init__()
            double = lambda: [nn.Conv2d(w, 4 * w, 3, padding=1), nn.PixelShuffle(2), nn.PReLU(w)]
            self.head = nn.Sequential(nn.Conv2d(3, w, 9, padding=4), nn.PReLU(w))
            self.body = nn.Sequential(SrganBlock(w), SrganBlock(w), nn.Conv2d(w, w, 3, padding=1, bias=False), nn.BatchNorm2d(w))
            self.tail = nn.Sequential(*double(), *double(), nn.Conv2d(w, 3, 9, padding=4))

        def forward(self, x):
            x = self.head(x)
            return self.tail(x + self.body(x))

    g = draw.fill(Generator())
    t = {**state(g, "weight."), "input": draw.uniform(2, 3, 5, 4, low=-1)}
    t["output"] = g(t["input"])
    t["output"].square().mean().backward()
    t.update(parameter_gradients(g, "grad."))
    return t


@case("srgan_discriminator", "conv3 s1 LReLU, then seven conv3 BN LReLU of which every second halves, dense 6, LReLU, dense 1; train mode. grad.* of the sum of the scores", width=2, hidden=6)
def _(draw):
    w, layers = 2, []
    for a, b, s in ((w, w, 2), (w, 2 * w, 1), (2 * w, 2 * w, 2), (2 * w, 4 * w, 1), (4 * w, 4 * w, 2), (4 * w, 8 * w, 1), (8 * w, 8 * w, 2)):
        layers += [nn.Conv2d(a, b, 3, s, 1, bias=False), nn.BatchNorm2d(b), nn.LeakyReLU(.2)]

    class Discriminator(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(nn.Conv2d(3, w, 3, padding=1), nn.LeakyReLU(.2), *layers, nn.Flatten(), nn.Linear(8 * w * 4, 6), nn.LeakyReLU(.2), nn.Linear(6, 1))

        def forward(self, x):
            return self.net(x)

    d = draw.fill(Discriminator())
    t = {**state(d, "weight."), "input": draw.uniform(3, 3, 32, 32, low=-1)}
    t["output"] = d(t["input"])
    t["output"].sum().backward()
    t.update(parameter_gradients(d, "grad."))
    return t


@case("context_network", "conv4s2 2 LReLU, conv4s2 4 BN LReLU, conv4s2 8 BN LReLU, conv4 to a code of 5, BN LReLU; from it DCGAN's generator to 16x16: convT4 4, convT4s2 2, BN ReLU between, "
      "convT4s2 3, tanh; no bias where BN follows; train mode. grad.* of the mean square", width=2, code=5)
def _(draw):
    class Decoder(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(nn.ConvTranspose2d(5, 4, 4, bias=False), nn.BatchNorm2d(4), nn.ReLU(),
                                     nn.ConvTranspose2d(4, 2, 4, 2, 1, bias=False), nn.BatchNorm2d(2), nn.ReLU(), nn.ConvTranspose2d(2, 3, 4, 2, 1), nn.Tanh())

        def forward(self, x):
            return self.net(x.reshape(x.shape[0], -1, 1, 1))

    class Network(nn.Module):
        def __init__(self):
            super().__init__()
            down = lambda a, b: [nn.Conv2d(a, b, 4, 2, 1, bias=False), nn.BatchNorm2d(b), nn.LeakyReLU(.2)]
            self.net = nn.Sequential(nn.Conv2d(3, 2, 4, 2, 1), nn.LeakyReLU(.2), *down(2, 4), *down(4, 8), nn.Conv2d(8, 5, 4, bias=False), nn.BatchNorm2d(5), nn.LeakyReLU(.2), nn.Flatten(), Decoder())

        def forward(self, x):
            return self.net(x)

    g = draw.fill(Network())
    t = {**state(g, "weight."), "input": draw.uniform(4, 3, 32, 32, low=-1)}
    t["output"] = g(t["input"])
    t["output"].square().mean().backward()
    t.update(parameter_gradients(g, "grad."))
    return t


# ---- run ---------------------------------------------------------------------------------------------------------

def as_text(value):
    return str(value).lower() if isinstance(value, bool) else repr(value) if isinstance(value, float) else str(value)


def compute(name):
    function, description, dtype, hyper = CASES[name]
    tensors = {k: v.detach().clone().contiguous() for k, v in function(Draw(name, dtype)).items()}
    metadata = {"case": name, "torch": torch.__version__, "description": description, **{k: as_text(v) for k, v in hyper.items()}}
    if dtype == torch.float32:
        exact = function(Draw(name, torch.float64))
        difference = max(float((exact[k].detach() - v.double()).abs().max()) for k, v in tensors.items())
        relative = max(float((exact[k].detach() - v.double()).abs().max() / exact[k].detach().abs().max().clamp(min=1e-30)) for k, v in tensors.items())
        metadata["max_abs_difference_from_float64"] = f"{difference:.1e}"
        metadata["max_difference_from_float64_over_largest_value"] = f"{relative:.1e}"      # per tensor, then the worst tensor
    assert all(torch.isfinite(v).all() for v in tensors.values()), name
    return tensors, metadata


def write_npy():
    """Files as numpy writes them. The reader accepts the first two and refuses the others by name."""
    folder = os.path.join(HERE, "npy")
    os.makedirs(folder, exist_ok=True)
    np.save(os.path.join(folder, "uint8_2x3x4.npy"), np.arange(24, dtype=np.uint8).reshape(2, 3, 4))
    np.save(os.path.join(folder, "float32_2x2.npy"), np.array([[0.5, -1.25], [3e38, 1e-40]], dtype=np.float32))
    np.save(os.path.join(folder, "float64_fortran.npy"), np.asfortranarray(np.arange(6, dtype=np.float64).reshape(2, 3)))
    np.save(os.path.join(folder, "float32_big_endian.npy"), np.array([1.0, -2.5, 1024.0], dtype=">f4"))


def main():
    torch.set_num_threads(1)
    names = [a for a in sys.argv[1:] if not a.startswith("-")]
    for name in names or CASES:
        tensors, metadata = compute(name)
        path = os.path.join(HERE, name + ".safetensors")
        if "--compare" in sys.argv:
            old, stored = read_safetensors(path)
            assert stored.keys() == tensors.keys(), name
            worst, key = max((float(np.abs(stored[k].astype("f8") - v.double().numpy()).max()), k) for k, v in tensors.items())
            print(f"{name}: {worst:.1e} in {key} (torch {old['torch']} stored, {torch.__version__} here)")
        else:
            write_safetensors(path, tensors, metadata)
    if len(sys.argv) == 1:
        write_npy()


if __name__ == "__main__":
    main()
