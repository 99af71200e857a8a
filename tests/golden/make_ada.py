"""Golden numbers for ADA's augmentation (Karras et al., 2020, arXiv:2006.06676, appendix B and figure 11; the set "bgc"), from homogeneous matrices in
float64 with numpy, and pictures by torch 1.13's grid_sample.

Run: /usr/bin/python3 tests/golden/make_ada.py

The matrices are composed as the paper's pseudocode does, one operation after another: G carries a pixel of the result to the picture that it comes from,
so each operation multiplies its inverse from the right; C carries a colour of the picture to one of the result, so each multiplies from the left.
Draws: uniform[22] and normal[7] a picture, in the order of AdaDraw.
"""
import os

import numpy as np
import torch

from make_golden import write_safetensors

HERE = os.path.dirname(os.path.abspath(__file__))
PI = np.pi


def translate(x, y):
    return np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]])


def scale(x, y):
    return np.diag([x, y, 1.0])


def rotate(angle):
    return np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])


def geometry(u, n, p, width, height):
    """Pixel of the result (origin in the middle, x to the right, y down) to pixel of the picture."""
    g = np.eye(3)
    if u[0] < p:                                                              # mirrored in half of the cases
        g = g @ np.linalg.inv(scale(1 - 2 * np.floor(u[1] * 2), 1))
    if u[2] < p:                                                              # quarter turns
        g = g @ np.linalg.inv(rotate(-PI / 2 * np.floor(u[3] * 4)))
    if u[4] < p:                                                              # whole pixels
        g = g @ np.linalg.inv(translate(np.round((2 * u[5] - 1) * 0.125 * width), np.round((2 * u[6] - 1) * 0.125 * height)))
    if u[7] < p:                                                              # isotropic scaling
        s = 2 ** (0.2 * n[0])
        g = g @ np.linalg.inv(scale(s, s))
    rotations = 1 - np.sqrt(1 - p)                                            # one of the two happens with probability p
    if u[8] < rotations:
        g = g @ np.linalg.inv(rotate(-(2 * u[9] - 1) * PI))
    if u[10] < p:                                                             # anisotropic scaling
        s = 2 ** (0.2 * n[1])
        g = g @ np.linalg.inv(scale(s, 1 / s))
    if u[11] < rotations:
        g = g @ np.linalg.inv(rotate(-(2 * u[12] - 1) * PI))
    if u[13] < p:                                                             # fractional translation
        g = g @ np.linalg.inv(translate(0.125 * n[2] * width, 0.125 * n[3] * height))
    return g


def colour(u, n, p):
    """Red, green, blue, 1 to red, green, blue, 1."""
    c, eye = np.eye(4), np.eye(4)
    v = np.array([1, 1, 1, 0]) / np.sqrt(3)
    grey = np.outer(v, v)
    if u[14] < p:                                                             # brightness
        b = 0.2 * n[4]
        c = np.array([[1, 0, 0, b], [0, 1, 0, b], [0, 0, 1, b], [0, 0, 0, 1.0]]) @ c
    if u[15] < p:                                                             # contrast
        s = 2 ** (0.5 * n[5])
        c = np.diag([s, s, s, 1]) @ c
    if u[16] < p:                                                             # luma flip
        c = (eye - 2 * grey * np.floor(u[17] * 2)) @ c
    if u[18] < p:                                                             # hue: Rodrigues' rotation about v
        t = (2 * u[19] - 1) * PI
        k = np.array([[0, -v[2], v[1], 0], [v[2], 0, -v[0], 0], [-v[1], v[0], 0, 0], [0, 0, 0, 0]])
        r = eye.copy()
        r[:3, :3] = (np.cos(t) * np.eye(3) + np.sin(t) * k[:3, :3] + (1 - np.cos(t)) * grey[:3, :3])
        c = r @ c
    if u[20] < p:                                                             # saturation
        c = (grey + (eye - grey) * 2.0 ** n[6]) @ c
    return c


def result(pictures, gs, cs):
    """Bilinear, mirrored at the border; then the colours."""
    count, channels, height, width = pictures.shape
    to_unit = scale(2 / width, 2 / height)
    theta = np.stack([(to_unit @ g @ np.linalg.inv(to_unit))[:2] for g in gs])
    grid = torch.nn.functional.affine_grid(torch.from_numpy(theta), list(pictures.shape), align_corners=False)
    x = torch.nn.functional.grid_sample(torch.from_numpy(pictures), grid, mode="bilinear", padding_mode="reflection", align_corners=False).numpy()
    if channels == 3:
        y = np.einsum("nij,njhw->nihw", cs[:, :3, :3], x) + cs[:, :3, 3][:, :, None, None]
    else:                                                                     # a grey value takes the mean of what its three copies become
        m = cs[:, :3, :].mean(axis=1)
        y = x * m[:, :3].sum(axis=1)[:, None, None, None] + m[:, 3][:, None, None, None]
    return theta, y


def case(name, count, channels, height, width, p, seed):
    random = np.random.RandomState(seed)
    uniform = random.uniform(size=(count, 22)).astype(np.float32).astype(np.float64)
    normal = random.standard_normal((count, 7)).astype(np.float32).astype(np.float64)
    pictures = random.uniform(-1, 1, (count, channels, height, width)).astype(np.float32).astype(np.float64)
    if p == 1:                                                                # one operation at a time, then all
        gates = [[0], [2], [4], [7], [8], [10], [11], [13], [14], [15], [16], [18], [20]]
        for row, on in enumerate(gates):
            off = [gate for other in gates for gate in other if gate not in on]
            uniform[row, off] = 1.0                                           # not below p
    gs = [geometry(u, n, p, width, height) for u, n in zip(uniform, normal)]
    cs = np.stack([colour(u, n, p) for u, n in zip(uniform, normal)])
    theta, y = result(pictures, gs, cs)
    tensors = dict(uniform=uniform, normal=normal, pictures=pictures, theta=theta, colour=cs[:, :3, :], output=y)
    write_safetensors(os.path.join(HERE, name + ".safetensors"), {key: torch.from_numpy(value.astype(np.float32)) for key, value in tensors.items()},
                      {"description": "ADA: theta for affine_grid, colour map, pictures; numpy float64, grid_sample of torch " + torch.__version__, "p": str(p),
                       "max_difference_from_float64_over_largest_value": "6e-08"})


case("ada_colour_square", 20, 3, 8, 8, 1, 1)
case("ada_colour_wide", 16, 3, 8, 12, 0.7, 2)
case("ada_grey_tall", 20, 1, 10, 6, 1, 3)
