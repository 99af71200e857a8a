#!/usr/bin/python3
"""VGG-19's features of a picture, with weights in closed form: prints the numbers of Vgg19Tests. Needs torch; run by hand."""
import torch
import torch.nn as nn

PLAN = [64, 64, "M", 128, 128, "M", 256, 256, 256, 256, "M", 512, 512, 512, 512, "M", 512, 512, 512, 512]

layers, channels = [], 3                     # torchvision's features.0 to features.35
for width in PLAN:
    if width == "M":
        layers.append(nn.MaxPool2d(2, 2))
    else:
        layers += [nn.Conv2d(channels, width, 3, padding=1), nn.ReLU()]
        channels = width
net = nn.Sequential(*layers)
with torch.no_grad():
    for place, layer in enumerate(net):
        if isinstance(layer, nn.Conv2d):
            count = layer.weight.numel()
            scale = 2.4 / (layer.in_channels * 9) ** 0.5
            v = (torch.arange(count, dtype=torch.int64) + place * 104729) * 2654435761 & 0xFFFFFFFF
            v = (v ^ v >> 15) * 2246822519 & 0xFFFFFFFF          # equidistributed weights would cancel: mix their bits
            v = v ^ v >> 13
            layer.weight.copy_((v.double() / 2 ** 31 - 1).mul(scale).float().reshape(layer.weight.shape))
            layer.bias.fill_(0.01 * (place % 5))
x = torch.arange(3 * 32 * 32).mul(13).remainder(255).double().div(127).sub(1).float().reshape(1, 3, 32, 32)
mean, deviation = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
with torch.no_grad():
    y = net(((x * 0.5 + 0.5) - mean[None, :, None, None]) / deviation[None, :, None, None]) / 12.75
print(list(y.shape), "mean", repr(y.mean().item()), "of squares", repr(y.square().mean().item()))
print([repr(v.item()) for v in y.flatten()[[0, 7, 500, 1023, 2047]]])
