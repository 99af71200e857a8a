"""Golden pictures for augmentation: torch 1.13.1 (grid_sample) and torchvision 0.14.1 (adjust_*).

Run: /usr/bin/python3 tests/golden/make_augment.py
"""
import math
import os

import numpy as np
import torch
import torchvision
import torchvision.transforms.functional as F

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "augment")
height, width = 9, 12
picture = torch.from_numpy(np.random.default_rng(5).uniform(-1, 1, (3, height, width)))


def save(name, value):
    np.save(os.path.join(here, name + ".npy"), value.numpy().astype(np.float32))


def resample(right, down, factor, turns):
    """Bilinear, the border repeated; the picture grows by factor, turns counter-clockwise and moves."""
    y, x = torch.meshgrid(torch.arange(height, dtype=torch.float64), torch.arange(width, dtype=torch.float64), indexing="ij")
    cx, cy = (width - 1) / 2, (height - 1) / 2
    u, v = (x - cx - right) / factor, (y - cy - down) / factor
    c, s = math.cos(2 * math.pi * turns), math.sin(2 * math.pi * turns)
    fx, fy = cx + c * u - s * v, cy + s * u + c * v
    grid = torch.stack([2 * fx / (width - 1) - 1, 2 * fy / (height - 1) - 1], dim=-1)[None]
    return torch.nn.functional.grid_sample(picture[None], grid, mode="bilinear", padding_mode="border", align_corners=True)[0]


def colour(adjust, factor):
    return adjust((picture + 1) / 2, factor) * 2 - 1


save("picture", picture)
save("shift", resample(2.3, -1.7, 1, 0))
save("scale", resample(0, 0, 1.35, 0))
save("rotate", resample(0, 0, 1, 40 / 360))
save("affine", resample(-1.25, 0.6, 0.8, -100 / 360))
save("brighter", colour(F.adjust_brightness, 1.4))
save("darker", colour(F.adjust_brightness, 0.3))
save("contrast", colour(F.adjust_contrast, 1.7))
save("flat", colour(F.adjust_contrast, 0.2))
save("vivid", colour(F.adjust_saturation, 1.8))
save("pale", colour(F.adjust_saturation, 0.25))
print(torch.__version__, torchvision.__version__)
