"""The U-Net of denoising diffusion as a PyTorch user writes it, after the code of Ho et al. (2020); for peer.py's row `ddpm`."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F


def norm(channels):
    quarter = channels // 4
    return nn.GroupNorm(min(32, quarter & -quarter), channels, eps=1e-6)


class Block(nn.Module):
    def __init__(self, i, o, step):
        super().__init__()
        self.norm1, self.conv1, self.time = norm(i), nn.Conv2d(i, o, 3, padding=1), nn.Linear(step, o)
        self.norm2, self.conv2 = norm(o), nn.Conv2d(o, o, 3, padding=1)
        self.shortcut = nn.Conv2d(i, o, 1) if i != o else nn.Identity()

    def forward(self, x, step):
        h = self.conv1(F.silu(self.norm1(x))) + self.time(step)[:, :, None, None]
        return self.shortcut(x) + self.conv2(F.silu(self.norm2(h)))


class Attention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.norm, self.q, self.k, self.v, self.out = norm(c), *(nn.Conv2d(c, c, 1) for _ in range(4))

    def forward(self, x):
        h = self.norm(x)
        q, k, v = (layer(h).flatten(2) for layer in (self.q, self.k, self.v))
        weights = (torch.bmm(q.transpose(1, 2), k) * x.shape[1] ** -.5).softmax(2)
        return x + self.out(torch.bmm(v, weights.transpose(1, 2)).view_as(x))


class UNet(nn.Module):
    def __init__(self, channels, width, levels, blocks, attention_level):
        super().__init__()
        self.width = width
        self.time = nn.Sequential(nn.Linear(width, 4 * width), nn.SiLU(), nn.Linear(4 * width, 4 * width), nn.SiLU())
        self.first = nn.Conv2d(channels, width, 3, padding=1)
        self.down, self.up, skips, at = nn.ModuleList(), nn.ModuleList(), [width], width

        def level(i, count, change, skip):
            nonlocal at
            stages = nn.ModuleList()
            for _ in range(count):
                o = width if i == 0 else 2 * width
                stages.append(nn.ModuleList([Block(at + (skips.pop() if skip else 0), o, 4 * width), Attention(o) if i + 1 == attention_level else nn.Identity()]))
                at = o
                if not skip:
                    skips.append(at)
            if change is not None and not skip:
                skips.append(at)
            return nn.ModuleList([stages, change(at) if change else nn.Identity()])

        for i in range(levels):
            self.down.append(level(i, blocks, (lambda c: nn.Conv2d(c, c, 3, stride=2)) if i < levels - 1 else None, skip=False))
        self.middle = nn.ModuleList([Block(at, at, 4 * width), Attention(at), Block(at, at, 4 * width)])
        for i in reversed(range(levels)):
            self.up.append(level(i, blocks + 1, (lambda c: nn.Conv2d(c, c, 3, padding=1)) if i > 0 else None, skip=True))
        self.norm, self.last = norm(at), nn.Conv2d(at, channels, 3, padding=1)

    def forward(self, x, t):
        frequencies = torch.exp(torch.arange(self.width // 2) * (-math.log(10_000) / (self.width // 2 - 1)))
        angles = t[:, None] * frequencies.to(x.dtype)
        step = self.time(torch.cat([angles.sin(), angles.cos()], 1))
        h = self.first(x)
        skips = [h]
        for stages, halve in self.down:
            for block, attention in stages:
                h = attention(block(h, step))
                skips.append(h)
            if isinstance(halve, nn.Conv2d):
                h = halve(F.pad(h, (0, 1, 0, 1)))
                skips.append(h)
        h = self.middle[2](self.middle[1](self.middle[0](h, step)), step)
        for stages, after_doubling in self.up:
            for block, attention in stages:
                h = attention(block(torch.cat([h, skips.pop()], 1), step))
            if isinstance(after_doubling, nn.Conv2d):
                h = after_doubling(F.interpolate(h, scale_factor=2, mode="nearest"))
        return self.last(F.silu(self.norm(h)))
