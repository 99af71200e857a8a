"""Golden numbers for StyleGAN2's generator (Karras et al., 2020, arXiv:1912.04958), by PyTorch in float64: each sample has weights of its own, as the paper writes it,
and doubling puts zeros between pixels. Pictures, path lengths, and the gradient of their penalty.

Run: /usr/bin/python3 tests/golden/make_styles.py
"""
import math
import os

import torch
import torch.nn.functional as F

from make_golden import write_safetensors

HERE = os.path.dirname(os.path.abspath(__file__))
Z, WIDTHS, COLOURS, BASE, N = 5, [6, 4, 3], 3, (2, 3), 3
LEVELS = len(WIDTHS) - 1
TAPS = torch.tensor([1, 3, 3, 1], dtype=torch.float64) / 8


def blur(x, before, after, gain):
    kernel = (gain * TAPS[:, None] * TAPS[None, :])[None, None].expand(x.shape[1], 1, 4, 4)
    return F.conv2d(F.pad(x, (before, after, before, after)), kernel, groups=x.shape[1])


def zeros_between(x):
    y = x.new_zeros(x.shape[0], x.shape[1], 2 * x.shape[2], 2 * x.shape[3])
    y[:, :, ::2, ::2] = x
    return y


def modulated(x, style, w, prefix, demodulate, up=False):
    s = style @ (w[prefix + "affine.weight"] / math.sqrt(Z)).T + w[prefix + "affine.bias"] + 1
    weight = w[prefix + "conv.weight"]
    out, channels, k, _ = weight.shape
    own = weight[None] / math.sqrt(channels * k * k) * s[:, None, :, None, None]
    if demodulate:
        own = own / (own.square().sum((2, 3, 4), keepdim=True) + 1e-8).sqrt()
    rows = []
    for i in range(x.shape[0]):
        if up:                                # a transposed convolution of stride 2 is a plain one, its kernel turned, of zeros between: one more on two sides
            spread = F.pad(zeros_between(x[i:i + 1]), (k - 1, k - 2, k - 1, k - 2))
            y = F.conv2d(spread, own[i].flip(2, 3))
            rows.append(blur(y, 1, 1, 4))
        else:
            rows.append(F.conv2d(x[i:i + 1], own[i], padding=k // 2))
    return torch.cat(rows)


def lrelu(x):
    return F.leaky_relu(x, 0.2) * math.sqrt(2)


def mapped(z, w):
    x = z / (z.square().mean(1, keepdim=True) + 1e-8).sqrt()
    for layer in (0, 2):
        x = lrelu(x @ (w[f"mapping.{layer}.weight"] * 0.01 / math.sqrt(Z)).T + 0.01 * w[f"mapping.{layer}.bias"])
    return x


def draw(styles, w):
    x, picture = w["basis"].expand(styles.shape[0], -1, -1, -1), None
    for level in range(LEVELS + 1):
        for i in ([0] if level == 0 else [2 * level - 1, 2 * level]):
            y = modulated(x, styles[:, i], w, f"layer{i}.conv.", True, up=i % 2 == 1)
            x = lrelu(y + w[f"layer{i}.bias"].reshape(1, -1, 1, 1))
        colours = modulated(x, styles[:, 2 * level + 1], w, f"to_colours{level}.", False) + w[f"colour_bias{level}"]
        picture = colours if picture is None else blur(zeros_between(picture), 2, 1, 4) + colours
    return picture


torch.manual_seed(5)
shapes = {"basis": (1, WIDTHS[0], *BASE)}
shapes |= {f"colour_bias{level}": (1, COLOURS, 1, 1) for level in range(LEVELS + 1)}
for layer in (0, 2):
    shapes |= {f"mapping.{layer}.weight": (Z, Z), f"mapping.{layer}.bias": (Z,)}
for i in range(2 * LEVELS + 1):
    level = (i + 1) // 2
    inside = WIDTHS[level - 1] if i % 2 == 1 else WIDTHS[level]
    shapes |= {f"layer{i}.noise_strength": (), f"layer{i}.bias": (WIDTHS[level],), f"layer{i}.conv.affine.weight": (inside, Z), f"layer{i}.conv.affine.bias": (inside,),
               f"layer{i}.conv.conv.weight": (WIDTHS[level], inside, 3, 3)}
for level, width in enumerate(WIDTHS):
    shapes |= {f"to_colours{level}.affine.weight": (width, Z), f"to_colours{level}.affine.bias": (width,), f"to_colours{level}.conv.weight": (COLOURS, width, 1, 1)}
w = {key: torch.randn(shape).double() * (100 if key.startswith("mapping") and key.endswith("weight") else 1) for key, shape in shapes.items()}
z = torch.randn(N, Z).double()

style = mapped(z, w)
styles = style[:, None].expand(N, 2 * LEVELS + 2, Z).detach().clone().requires_grad_()
basis = w["basis"].requires_grad_()
picture = draw(styles, w)
direction = torch.randn(picture.shape).double()
gradient, = torch.autograd.grad((picture * direction).sum(), styles, create_graph=True)
lengths = gradient.square().sum(2).mean(1).sqrt()
of_basis, = torch.autograd.grad((lengths - 1).square().mean(), basis)

tensors = {"input": z, "style": style, "output": picture, "direction": direction, "lengths": lengths, "grad.basis": of_basis}
tensors |= {"weight." + key: value for key, value in w.items()} | {"weight.average_style": torch.zeros(Z), "weight.path_length": torch.zeros(())}
write_safetensors(os.path.join(HERE, "style_generator.safetensors"), {key: value.detach().float() for key, value in tensors.items()},
                  {"description": "StyleGAN2's generator with weights of its own for each sample, torch float64 " + torch.__version__,
                   "max_difference_from_float64_over_largest_value": "1e-06"})
