"""Writes small ONNX files byte by byte, and what numpy makes of them: `python3 make_onnx.py` writes to onnx/. Needs numpy alone.

network.onnx  image [N, 3, 8, 8] -> features [N, 4]; a convolution, ReLU, the mean over the plane
two.onnx      the same with the plane's maximum beside it: outputs `features` and `largest`
tokens.onnx   image [N, 3, H, W], any size -> tokens [N, 5, 3], of which the first is the picture's
text.onnx     ids [N, 16] of int64; flat.onnx: floats [N, 192]: no pictures
"""
import os
import struct
import numpy as np

FLOAT, INT64 = 1, 7
here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "onnx")
rng = np.random.default_rng(0)


def varint(n):
    out = b""
    while True:
        n, low = n >> 7, n & 127
        out += bytes([low | (128 if n else 0)])
        if not n:
            return out


def number(field, value):
    return varint(field << 3) + varint(value)


def text(field, value):
    value = value if isinstance(value, bytes) else value.encode()
    return varint(field << 3 | 2) + varint(len(value)) + value


def shape(dims):
    return b"".join(text(1, number(1, d) if isinstance(d, int) else text(2, d)) for d in dims)


def value(name, kind, dims):
    return text(1, name) + text(2, text(1, number(1, kind) + text(2, shape(dims))))


def tensor(name, array):
    kind = FLOAT if array.dtype == np.float32 else INT64
    return b"".join(number(1, d) for d in array.shape) + number(2, kind) + text(8, name) + text(9, array.tobytes())


def ints(name, values):
    return text(5, text(1, name) + b"".join(number(8, v) for v in values) + number(20, 7))


def whole(name, v):
    return text(5, text(1, name) + number(3, v) + number(20, 2))


def node(op, inputs, outputs, *attributes):
    return text(1, b"".join(text(1, i) for i in inputs) + b"".join(text(2, o) for o in outputs) + text(4, op) + b"".join(attributes))


def write(name, nodes, weights, inputs, outputs):
    graph = b"".join(nodes) + text(2, "adversa") + b"".join(text(5, tensor(*w)) for w in weights) \
        + b"".join(text(11, value(*i)) for i in inputs) + b"".join(text(12, value(*o)) for o in outputs)
    with open(os.path.join(here, name), "wb") as file:
        file.write(number(1, 8) + text(2, "adversa") + text(7, graph) + text(8, text(1, "") + number(2, 13)))


def resized(pictures, side):
    """Bilinear with half-pixel centres, the triangle as wide as a pixel of the smaller picture: Pillow's, without rounding."""
    def matrix(length):
        scale = length / side
        wide = max(1.0, scale)
        m = np.zeros((side, length))
        for i in range(side):
            centre = (i + 0.5) * scale
            for j in range(length):
                m[i, j] = max(0.0, 1 - abs((j + 0.5 - centre) / wide))
        return m / m.sum(1, keepdims=True)
    return np.einsum("ih,nchw,jw->ncij", matrix(pictures.shape[2]), pictures, matrix(pictures.shape[3]))


def seen(pictures, side):
    octets = np.clip(np.floor((pictures.astype(np.float64) + 1) * 127.5 + 0.5), 0, 255) / 255
    mean, deviation = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])
    return (resized(octets, side) - mean[:, None, None]) / deviation[:, None, None]


os.makedirs(here, exist_ok=True)
weight, bias = rng.normal(size=(4, 3, 3, 3)).astype(np.float32), rng.normal(size=4).astype(np.float32)
image = ("image", FLOAT, ["N", 3, 8, 8])
body = [node("Conv", ["image", "w", "b"], ["c"], ints("kernel_shape", [3, 3])), node("Relu", ["c"], ["r"]),
        node("GlobalAveragePool", ["r"], ["p"]), node("Flatten", ["p"], ["features"], whole("axis", 1))]
more = [node("GlobalMaxPool", ["r"], ["q"]), node("Flatten", ["q"], ["largest"], whole("axis", 1))]
write("network.onnx", body, [("w", weight), ("b", bias)], [image], [("features", FLOAT, ["N", 4])])
write("two.onnx", body + more, [("w", weight), ("b", bias)], [image], [("features", FLOAT, ["N", 4]), ("largest", FLOAT, ["N", 4])])
write("tokens.onnx", [node("GlobalAveragePool", ["image"], ["p"]), node("Reshape", ["p", "s"], ["t"]), node("Concat", ["t", "t", "t", "t", "t"], ["tokens"], whole("axis", 1))],
      [("s", np.array([-1, 1, 3], np.int64))], [("image", FLOAT, ["N", 3, "H", "W"])], [("tokens", FLOAT, ["N", 5, 3])])
write("text.onnx", [node("Identity", ["ids"], ["same"])], [], [("ids", INT64, ["N", 16])], [("same", INT64, ["N", 16])])
write("flat.onnx", [node("Identity", ["x"], ["same"])], [], [("x", FLOAT, ["N", 192])], [("same", FLOAT, ["N", 192])])

pictures = rng.uniform(-1, 1, (3, 3, 12, 12)).astype(np.float32)
x = seen(pictures, 8)
planes = np.zeros((3, 4, 6, 6))
for n in range(3):
    for o in range(4):
        for i in range(6):
            for j in range(6):
                planes[n, o, i, j] = max(0.0, (x[n, :, i:i + 3, j:j + 3] * weight[o]).sum() + bias[o])
np.save(os.path.join(here, "pictures.npy"), pictures)
np.save(os.path.join(here, "features.npy"), planes.mean((2, 3)).astype(np.float32))
np.save(os.path.join(here, "largest.npy"), planes.max((2, 3)).astype(np.float32))
