"""pix2pix, CycleGAN and SRGAN as a PyTorch user writes them, with the networks of the presets for two cores; for peer.py's rows of their names.

Each turn makes its fakes anew with the weights of the moment, as Adversa's turns do: the discriminator's without a graph. So both sides compute the same.
"""
import random

import torch
import torch.nn as nn
import torch.nn.functional as F


def norm(channels):
    return nn.InstanceNorm2d(channels)


class UNet(nn.Module):
    """Halved `levels` times and doubled again, each map joined to its equal; dropout in the innermost three on the way up."""

    def __init__(self, width=16, levels=4):
        super().__init__()
        wide = [width * min(1 << level, 8) for level in range(levels)]
        inner = levels - 1
        self.down = nn.ModuleList(nn.Sequential(
            *([nn.LeakyReLU(.2)] if level else []),
            nn.Conv2d(wide[level - 1] if level else 3, wide[level], 4, 2, 1, bias=level in (0, inner)),
            *([] if level in (0, inner) else [norm(wide[level])])) for level in range(levels))
        self.up = nn.ModuleList(nn.Sequential(
            nn.ReLU(), nn.ConvTranspose2d(wide[level] * (1 if level == inner else 2), wide[level - 1] if level else 3, 4, 2, 1, bias=level == 0),
            nn.Tanh() if level == 0 else norm(wide[level - 1])) for level in range(levels))
        self.levels = levels

    def forward(self, x):
        maps = []
        for down in self.down:
            x = down(x)
            maps.append(x)
        for level in reversed(range(self.levels)):
            x = self.up[level](x if level == self.levels - 1 else torch.cat([maps[level], x], 1))
            if 0 < level and level >= self.levels - 3:
                x = F.dropout(x, .5)
        return x


def patches(channels, width=16, halvings=1):
    layers, last = [nn.Conv2d(channels, width, 4, 2, 1), nn.LeakyReLU(.2)], width
    for level in range(1, halvings + 1):
        wide = width * min(1 << level, 8)
        layers += [nn.Conv2d(last, wide, 4, 2 if level < halvings else 1, 1, bias=False), norm(wide), nn.LeakyReLU(.2)]
        last = wide
    return nn.Sequential(*layers, nn.Conv2d(last, 1, 4, 1, 1))


class Plus(nn.Module):
    """x + f(x)."""

    def __init__(self, *layers):
        super().__init__()
        self.change = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.change(x)


def resnet(width=16, blocks=3):
    w = width
    block = lambda: Plus(nn.ReflectionPad2d(1), nn.Conv2d(4 * w, 4 * w, 3, bias=False), norm(4 * w), nn.ReLU(),
                         nn.ReflectionPad2d(1), nn.Conv2d(4 * w, 4 * w, 3, bias=False), norm(4 * w))
    return nn.Sequential(
        nn.ReflectionPad2d(3), nn.Conv2d(3, w, 7, bias=False), norm(w), nn.ReLU(),
        nn.Conv2d(w, 2 * w, 3, 2, 1, bias=False), norm(2 * w), nn.ReLU(),
        nn.Conv2d(2 * w, 4 * w, 3, 2, 1, bias=False), norm(4 * w), nn.ReLU(),
        *[block() for _ in range(blocks)],
        nn.ConvTranspose2d(4 * w, 2 * w, 3, 2, 1, output_padding=1, bias=False), norm(2 * w), nn.ReLU(),
        nn.ConvTranspose2d(2 * w, w, 3, 2, 1, output_padding=1, bias=False), norm(w), nn.ReLU(),
        nn.ReflectionPad2d(3), nn.Conv2d(w, 3, 7), nn.Tanh())


class SrResNet(nn.Module):
    def __init__(self, width=32, blocks=4, doublings=2):
        super().__init__()
        w = width
        conv = lambda: nn.Conv2d(w, w, 3, padding=1, bias=False)
        self.head = nn.Sequential(nn.Conv2d(3, w, 9, padding=4), nn.PReLU(w))
        self.body = nn.Sequential(*[Plus(conv(), nn.BatchNorm2d(w), nn.PReLU(w), conv(), nn.BatchNorm2d(w)) for _ in range(blocks)], conv(), nn.BatchNorm2d(w))
        self.tail = nn.Sequential(*[layer for _ in range(doublings) for layer in (nn.Conv2d(w, 4 * w, 3, padding=1), nn.PixelShuffle(2), nn.PReLU(w))],
                                  nn.Conv2d(w, 3, 9, padding=4))

    def forward(self, x):
        first = self.head(x)
        return self.tail(first + self.body(first))


def srgan_judge(side=32, width=16, hidden=256):
    layers, last = [nn.Conv2d(3, width, 3, padding=1), nn.LeakyReLU(.2)], width
    for wide, stride in ((1, 2), (2, 1), (2, 2), (4, 1), (4, 2), (8, 1), (8, 2)):
        layers += [nn.Conv2d(last, wide * width, 3, stride, 1, bias=False), nn.BatchNorm2d(wide * width), nn.LeakyReLU(.2)]
        last = wide * width
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(last * (side // 16) ** 2, hidden), nn.LeakyReLU(.2), nn.Linear(hidden, 1))


class Turns:
    """Players that move one after another: a frozen rest in the column tricks, none in plain."""

    def __init__(self, column, batch, side):
        self.column, self.batch, self.count, self.losses = column, batch, 0, []
        self.reals = [(torch.rand(batch, 3, side, side) * 2 - 1, torch.rand(batch, 3, side, side) * 2 - 1) for _ in range(8)]

    def next(self):
        self.count += 1
        return self.reals[self.count % len(self.reals)]

    def fake(self, network, x):
        with torch.set_grad_enabled(self.column != "tricks"):
            return network(x).detach()

    def move(self, optim, loss, frozen=()):
        """loss is a function: parameters are frozen before its graph is built."""
        tricks = self.column == "tricks"
        for module in frozen:
            module.requires_grad_(not tricks)
        optim.zero_grad(set_to_none=tricks)
        value = loss()
        value.backward()
        optim.step()
        for module in frozen:
            module.requires_grad_(True)
        self.losses.append(value)


class Pix2pix(Turns):
    def __init__(self, column, optimizer):
        super().__init__(column, 4, 32)
        self.g, self.d = UNet(), patches(6)
        self.modules = [self.g, self.d]
        self.d_optim, self.g_optim = (optimizer(module, column, 2e-4, (.5, .999)) for module in (self.d, self.g))

    def step(self):
        self.losses = []
        real, given = self.next()
        judge = lambda x: self.d(torch.cat([given, x], 1))
        fake = self.fake(self.g, given)
        self.move(self.d_optim, lambda: .5 * (F.softplus(-judge(real)).mean() + F.softplus(judge(fake)).mean()))

        def loss():
            made = self.g(given)
            return F.softplus(-judge(made)).mean() + 100 * (real - made).abs().mean()
        self.move(self.g_optim, loss, [self.d])


class Pool:
    """Fifty past fakes: each new one is shown itself, or by a half chance takes the place of one that is shown instead."""

    def __init__(self):
        self.kept = []

    def __call__(self, fakes):
        shown = []
        for fake in fakes:
            if len(self.kept) < 50:
                self.kept.append(fake)
            elif random.random() < .5:
                i = random.randrange(50)
                fake, self.kept[i] = self.kept[i], fake
            shown.append(fake)
        return torch.stack(shown)


class Cyclegan(Turns):
    def __init__(self, column, optimizer):
        super().__init__(column, 4, 32)
        random.seed(1)
        self.there, self.back, self.d, self.d_back = resnet(), resnet(), patches(3), patches(3)
        self.modules = [self.there, self.back, self.d, self.d_back]
        self.pools = Pool(), Pool()
        self.g_optim, self.d_optim, self.d_back_optim = (
            optimizer(module, column, 2e-4, (.5, .999)) for module in (nn.ModuleList([self.there, self.back]), self.d, self.d_back))

    def step(self):
        self.losses = []
        b, a = self.next()

        def one_way(way, home, judge, given, wanted):
            made = way(given)
            return (judge(made) - 1).square().mean() + 10 * (home(made) - given).abs().mean() + 5 * (way(wanted) - wanted).abs().mean()
        self.move(self.g_optim, lambda: one_way(self.there, self.back, self.d, a, b) + one_way(self.back, self.there, self.d_back, b, a), [self.d, self.d_back])
        for judge, optim, pool, way, real, given in ((self.d, self.d_optim, self.pools[0], self.there, b, a), (self.d_back, self.d_back_optim, self.pools[1], self.back, a, b)):
            fake = pool(self.fake(way, given))
            self.move(optim, lambda: .5 * ((judge(real) - 1).square().mean() + judge(fake).square().mean()))


class Srgan(Turns):
    """The second stage: squared error and the discriminator's word; the generator moves first."""

    def __init__(self, column, optimizer):
        super().__init__(column, 16, 32)
        self.g, self.d = SrResNet(), srgan_judge()
        self.modules = [self.g, self.d]
        self.g_optim, self.d_optim = optimizer(self.g, column, 1e-3, (.9, .999)), optimizer(self.d, column, 1e-4, (.9, .999))

    def step(self):
        self.losses = []
        small = lambda x: F.interpolate(x, scale_factor=.25, mode="bicubic", antialias=True, align_corners=False).clamp(-1, 1)
        real, _ = self.next()

        def loss():
            made = self.g(small(real))
            return (made - real).square().mean() + 1e-3 * F.softplus(-self.d(made)).mean()
        self.move(self.g_optim, loss, [self.d])
        real, _ = self.next()
        fake = self.fake(self.g, small(real))
        self.move(self.d_optim, lambda: F.softplus(-self.d(real)).mean() + F.softplus(self.d(fake)).mean())


class SrganInference:
    """Four pictures of 64x64 become 256x256."""

    def __init__(self, column):
        self.batch, self.column, self.losses = 4, column, []
        self.net = SrResNet().eval()
        self.given = torch.rand(4, 3, 64, 64) * 2 - 1

    def step(self):
        with torch.no_grad():
            self.made = self.net(self.given).clamp(-1, 1)
