#!/usr/bin/env python3
"""Small picture files of every kind that is read, and the pixels that Pillow and torchvision make of them.

    /usr/bin/python3 tests/golden/make_pictures.py            write tests/golden/pictures
    /usr/bin/python3 tests/golden/make_pictures.py --compare  only say whether the same would come out
    /usr/bin/python3 tests/golden/make_pictures.py --odd DIR  the hashes of DIR/INDEX.tsv's pictures, to tests/golden/pictures/odd.tsv

pictures/NAME are the files. pictures/pixels.tsv has a line for each case: file, size, channels, fit, tolerance, then the bytes
[C, H, W]: a SHA-256 when they must be equal to the bit (tolerance 0), else base64.
What Pillow has no word for (16 bits, alpha) is computed here by the formulas of docs/data/pictures.md.
Made with Debian 12: Pillow 9.4.0, torchvision 0.14.1, numpy 1.24.2.
"""
import base64
import hashlib
import io
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps
from torchvision import transforms
from torchvision.transforms import InterpolationMode

HERE = Path(__file__).parent / "pictures"
RNG = np.random.RandomState(7)
FILES, CASES = {}, []


def photo(width, height, channels=3):
    """Waves with a little noise: edges, colours, nothing that compresses to nothing."""
    y, x = np.mgrid[0:height, 0:width]
    planes = [127 + 90 * np.sin(x / (2.3 + c) + c) * np.cos(y / (3.1 - c / 2)) + RNG.randint(-20, 21, (height, width)) for c in range(channels)]
    return np.clip(np.stack(planes, -1), 0, 255).astype(np.uint8).squeeze()


def saved(image, format, **options):
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, depth, colour, rows, extra=b"", interlace=0):
    """rows: the bytes of each row, without filters (every filter is used in turn, by hand)."""
    bits = depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    step, above, packed = max(1, bits // 8), None, b""
    for number, row in enumerate(rows):
        row = bytes(row)
        kind = 0 if interlace else number % 5
        if above is None or len(above) != len(row):
            above = bytes(len(row))
        left, corner = bytes(step) + row[:-step] if len(row) > step else bytes(len(row)), bytes(step) + above[:-step] if len(row) > step else bytes(len(row))
        guess = [lambda a, b, c: 0, lambda a, b, c: a, lambda a, b, c: b, lambda a, b, c: (a + b) // 2, paeth][kind]
        packed += bytes([kind]) + bytes((v - guess(a, b, c)) & 255 for v, a, b, c in zip(row, left, above, corner))
        above = row
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    body = zlib.compress(packed)
    half = len(body) // 2
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", body[:half]) + chunk(b"IDAT", body[half:]) + chunk(b"IEND", b"")


def paeth(a, b, c):
    p = a + b - c
    return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]


def adam7(pixels, depth):
    """Rows of the seven passes of a grey picture."""
    for x, y, dx, dy in [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]:
        part = pixels[y::dy, x::dx]
        if part.size:
            yield from packed_bits(part, depth)


def packed_bits(values, depth):
    for row in values:
        bits = "".join(format(v, f"0{depth}b") for v in row)
        bits += "0" * (-len(bits) % 8)
        yield bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def on_black(image):
    """RGB as Pillow says, alpha composed on black."""
    image = ImageOps.exif_transpose(image)
    if image.mode in ("RGBA", "LA", "PA") or image.info.get("transparency") is not None:
        image = Image.alpha_composite(Image.new("RGBA", image.size, (0, 0, 0, 255)), image.convert("RGBA"))
    return image.convert("RGB")


def case(name, image=None, size=None, channels=3, fit="Crop", tolerance=0, file=None):
    """image: the right pixels, RGB and upright; None asks Pillow."""
    if file is not None:
        FILES[name] = file
    if image is None:
        image = on_black(Image.open(io.BytesIO(FILES[name])))
    if channels == 1:
        image = image.convert("L")
    size = size or min(image.size)
    if fit == "Crop":
        image = transforms.CenterCrop(size)(transforms.Resize(size, InterpolationMode.BILINEAR)(image))
    elif fit == "Squash":
        image = image.resize((size, size), Image.BILINEAR)
    else:
        longer = max(image.size)
        small = [max(1, (2 * size * side + longer) // (2 * longer)) for side in image.size]
        whole = Image.new(image.mode, (size, size))
        whole.paste(image.resize(small, Image.BILINEAR), ((size - small[0]) // 2, (size - small[1]) // 2))
        image = whole
    pixels = np.asarray(image)
    planes = pixels[None] if channels == 1 else pixels.transpose(2, 0, 1)
    data = np.ascontiguousarray(planes).tobytes()
    CASES.append((name, size, channels, fit, tolerance, base64.b64encode(data).decode() if tolerance else hashlib.sha256(data).hexdigest()))


def pngs():
    rgb, grey = photo(13, 9), photo(13, 9, 1)
    case("rgb.png", file=png(13, 9, 8, 2, [r.tobytes() for r in rgb]))
    case("rgb.png", channels=1)
    case("grey.png", file=png(13, 9, 8, 0, [r.tobytes() for r in grey]))
    case("grey.png", channels=1)
    for depth in (1, 2, 4):
        values = RNG.randint(0, 1 << depth, (9, 13))
        case(f"grey{depth}.png", file=png(13, 9, depth, 0, packed_bits(values, depth)))
        case(f"grey{depth}-interlaced.png", file=png(13, 9, depth, 0, adam7(values, depth), interlace=1))
    case("grey-interlaced.png", file=png(13, 9, 8, 0, adam7(grey, 8), interlace=1))
    case("one-pixel-interlaced.png", file=png(1, 1, 8, 0, adam7(grey[:1, :1], 8), interlace=1))
    colours = RNG.randint(0, 256, 3 * 11).astype(np.uint8).tobytes()
    for depth, most in ((1, 2), (2, 4), (4, 11), (8, 14)):                     # 8: beyond the palette, which Pillow reads as grey
        values = RNG.randint(0, most, (9, 13))
        case(f"palette{depth}.png", file=png(13, 9, depth, 3, packed_bits(values, depth), chunk(b"PLTE", colours)))
    faded = chunk(b"PLTE", colours) + chunk(b"tRNS", bytes([0, 60, 128, 200, 255]))
    case("palette-alpha.png", file=png(13, 9, 8, 3, packed_bits(RNG.randint(0, 11, (9, 13)), 8), faded))
    case("palette-alpha.png", channels=1)
    key = rgb[3, 4]
    rgb[5:7, 2:9] = key
    case("rgb-key.png", file=png(13, 9, 8, 2, [r.tobytes() for r in rgb], chunk(b"tRNS", struct.pack(">HHH", *map(int, key)))))
    grey[2:5, 3:8] = 77
    case("grey-key.png", file=png(13, 9, 8, 0, [r.tobytes() for r in grey], chunk(b"tRNS", struct.pack(">H", 77))))
    alpha = RNG.randint(0, 256, (9, 13, 1)).astype(np.uint8)
    case("rgba.png", file=png(13, 9, 8, 6, [r.tobytes() for r in np.concatenate([rgb, alpha], -1)]))
    case("grey-alpha.png", file=png(13, 9, 8, 4, [r.tobytes() for r in np.concatenate([grey[..., None], alpha], -1)]))
    wide(lambda colour, values: png(13, 9, 16, colour, [r.astype(">u2").tobytes() for r in values]))
    for orientation in range(1, 9):
        exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" + struct.pack("<I", orientation) + bytes(4)
        case(f"turned{orientation}.png", file=png(13, 9, 8, 2, [r.tobytes() for r in rgb], chunk(b"eXIf", exif)))
    case("turned6.png", size=6)
    case("turned5.png", size=6, fit="Squash")
    xmp = b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta><rdf:Description tiff:Orientation=\"8\"/></x:xmpmeta>"
    case("turned-xmp.png", file=png(13, 9, 8, 2, [r.tobytes() for r in rgb], chunk(b"iTXt", xmp)))


def wide(make, ending="png"):
    """16 bits: round(value * 255 / 65535), after alpha."""
    def eight(values, alpha):
        full = values.astype(object) * alpha * 255
        return ((2 * full + 65535 ** 2) // (2 * 65535 ** 2)).astype(np.uint8)

    values, alpha = RNG.randint(0, 65536, (9, 13, 3)), RNG.randint(0, 65536, (9, 13, 1))
    image = lambda pixels: Image.fromarray(np.broadcast_to(pixels, (9, 13, 3)).copy())
    case(f"grey16.{ending}", image(eight(values[..., :1], 65535)), file=make(0, values[..., :1]))
    case(f"rgb16.{ending}", image(eight(values, 65535)), file=make(2, values))
    case(f"rgb16.{ending}", image(eight(values, 65535)), channels=1)
    case(f"grey-alpha16.{ending}", image(eight(values[..., :1], alpha)), file=make(4, np.concatenate([values[..., :1], alpha], -1)))
    case(f"rgba16.{ending}", image(eight(values, alpha)), file=make(6, np.concatenate([values, alpha], -1)))


def tiff(pixels, colour, tags=(), body=None, bits=8):
    """A page in one strip; pixels: [H, W, S]; tags: (tag, shorts), more than the usual ones."""
    height, width, samples = pixels.shape
    body = body or pixels.astype("<u2" if bits == 16 else np.uint8).tobytes()
    entries = {256: [width], 257: [height], 258: [bits] * samples, 259: [1], 262: [colour], 273: [8], 277: [samples], 279: [len(body)], **dict(tags)}
    directory = 8 + len(body)
    beyond, more, rows = directory + 6 + 12 * len(entries), b"", b""
    for tag, values in sorted(entries.items()):
        data = struct.pack(f"<{len(values)}H", *values)
        place = struct.pack("<I", beyond + len(more)) if len(data) > 4 else data.ljust(4, b"\0")
        more += data if len(data) > 4 else b""
        rows += struct.pack("<HHI", tag, 3, len(values)) + place
    return b"II*\0" + struct.pack("<I", directory) + body + struct.pack("<H", len(entries)) + rows + bytes(4) + more


def bmp(width, height, bits, rows, palette=b"", compression=0, masks=b"", top_down=False, colours=0):
    head = struct.pack("<IiiHHIIiiII", 40, width, -height if top_down else height, 1, bits, compression, 0, 0, 0, colours, 0)
    if len(masks) == 16:
        head = struct.pack("<I", 108) + head[4:] + masks + bytes(52)
        masks = b""
    start = 14 + len(head) + len(masks) + len(palette)
    body = rows if isinstance(rows, bytes) else b"".join(bytes(r) + bytes(-len(bytes(r)) % 4) for r in rows)
    return b"BM" + struct.pack("<IHHI", start + len(body), 0, 0, start) + head + masks + palette + body


def bmps():
    rgb = photo(13, 9)
    palette = RNG.randint(0, 256, (16, 4)).astype(np.uint8)
    case("rgb24.bmp", file=bmp(13, 9, 24, [r[:, ::-1].tobytes() for r in rgb[::-1]]))
    case("top-down.bmp", file=bmp(13, 9, 24, [r[:, ::-1].tobytes() for r in rgb], top_down=True))
    four = np.concatenate([rgb[..., ::-1], RNG.randint(0, 256, (9, 13, 1)).astype(np.uint8)], -1)
    case("rgb32.bmp", file=bmp(13, 9, 32, [r.tobytes() for r in four]))
    case("rgba32.bmp", file=bmp(13, 9, 32, [r.tobytes() for r in four], compression=3, masks=struct.pack("<IIII", 0xFF0000, 0xFF00, 0xFF, 0xFF000000)))
    sixteen = RNG.randint(0, 65536, (9, 13)).astype("<u2")
    case("rgb555.bmp", file=bmp(13, 9, 16, [r.tobytes() for r in sixteen]))
    case("rgb565.bmp", file=bmp(13, 9, 16, [r.tobytes() for r in sixteen], compression=3, masks=struct.pack("<III", 0xF800, 0x7E0, 0x1F)))
    for bits, colours in ((1, 2), (4, 16), (8, 16)):
        values = RNG.randint(0, colours, (9, 13))
        case(f"palette{bits}.bmp", file=bmp(13, 9, bits, packed_bits(values, bits), palette[:colours].tobytes(), colours=colours))
    case("grey8.bmp", file=saved(Image.fromarray(photo(13, 9, 1)), "BMP"))
    case("grey8.bmp", channels=1)
    rows = [[n] * 5 + [n + 3] * 8 for n in range(6)] + [[1, 2, 3, 4, 5] + [9] * 8] + [[0] * 13] + [[0] * 4 + [7] * 9]
    runs = b"".join(bytes([5, n, 8, n + 3]) + b"\0\0" for n in range(6)) + bytes([0, 5, 1, 2, 3, 4, 5, 0, 8, 9, 0, 0, 0, 2, 4, 1, 9, 7, 0, 1])
    right = Image.fromarray(palette[np.array(rows[::-1])][..., 2::-1])         # Pillow takes the jump's target from two bytes too late
    case("runs8.bmp", right, file=bmp(13, 9, 8, runs, palette.tobytes(), compression=1, colours=16))
    runs = b"".join(bytes([13, 16 * n + 15 - n]) + b"\0\0" for n in range(8)) + bytes([0, 4, 0x12, 0x34, 9, 0x56, 0, 0, 0, 1])
    case("runs4.bmp", file=bmp(13, 9, 4, runs, palette.tobytes(), compression=2, colours=16))


def pnms():
    rgb, grey, bits = photo(13, 9), photo(13, 9, 1), RNG.randint(0, 2, (9, 13))
    text = lambda values, most: "\n".join(" ".join(str(v * most // 255) for v in row.ravel()) for row in values).encode()
    case("raw.pbm", file=b"P4\n# a comment\n13 9\n" + b"".join(packed_bits(bits, 1)))
    case("plain.pbm", file=b"P1 13 9\n" + "\n".join("".join(map(str, row)) for row in bits).encode())
    case("raw.pgm", file=b"P5\n13 9\n255\n" + grey.tobytes())
    case("raw.pgm", channels=1)
    case("plain.pgm", file=b"P2 13 9 # most\n200\n# all\n" + text(grey, 200))
    case("raw.ppm", file=b"P6 13 9 255 " + rgb.tobytes())
    case("raw6.ppm", file=b"P6 13 9 6 " + (rgb % 8).tobytes())                # some values lie above the largest
    case("plain.ppm", file=b"P3 13 9 77\n" + text(rgb.astype(int), 77))
    words = RNG.randint(0, 65536, (9, 13))
    eight = np.stack([((words * 255 * 2 + 65535) // (2 * 65535)).astype(np.uint8)] * 3, -1)
    case("raw16.pgm", Image.fromarray(eight), file=b"P5 13 9 65535\n" + words.astype(">u2").tobytes())
    case("raw16.ppm", file=b"P6 13 9 65535\n" + RNG.randint(0, 65536, (9, 13, 3)).astype(">u2").tobytes())


def gifs():
    image = Image.fromarray(photo(13, 9)).quantize(16)
    case("plain.gif", file=saved(image, "GIF", interlace=0))
    case("interlaced.gif", file=saved(image, "GIF", interlace=1))
    case("key.gif", file=saved(image, "GIF", transparency=3))
    case("animated.gif", file=saved(image, "GIF", save_all=True, append_images=[image.transpose(Image.Transpose.ROTATE_180)], transparency=5))
    grey = Image.fromarray(photo(70, 50, 1))                                    # enough for codes of 12 bits and a new start
    case("long.gif", file=saved(grey, "GIF"))
    small = bytearray(saved(image, "GIF", interlace=0))
    small[6:10] = struct.pack("<HH", 17, 15)                                   # a screen larger than its picture
    case("on-a-screen.gif", file=bytes(small))


def webps():
    rgb = photo(13, 9)
    alpha = np.concatenate([rgb, RNG.randint(0, 256, (9, 13, 1)).astype(np.uint8)], -1)
    case("lossless.webp", file=saved(Image.fromarray(rgb), "WEBP", lossless=True))
    case("lossless-alpha.webp", file=saved(Image.fromarray(alpha), "WEBP", lossless=True))
    case("lossy.webp", file=saved(Image.fromarray(photo(24, 16)), "WEBP", quality=80), tolerance=2)
    case("lossy-alpha.webp", file=saved(Image.fromarray(alpha), "WEBP", quality=80), tolerance=2)
    large = np.zeros((70, 300, 4), np.uint8)                                   # sides beyond a byte
    large[..., 3], large[20:40, 100:220, :3] = 200, (250, 120, 30)
    case("large-alpha.webp", file=saved(Image.fromarray(large), "WEBP", quality=60), size=16, fit="Squash", tolerance=2)
    exif = Image.Exif()
    exif[0x0112] = 6
    case("turned6.webp", file=saved(Image.fromarray(rgb), "WEBP", lossless=True, exif=exif))
    frames = [Image.fromarray(np.roll(alpha, n, 0)) for n in range(3)]
    case("animated.webp", file=saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True))
    frames = [Image.fromarray(photo(16, 16)) for n in range(2)]
    case("animated-lossy.webp", file=saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], quality=70), tolerance=2)


def jpegs():
    image = Image.fromarray(photo(29, 21))
    case("444.jpg", file=saved(image, "JPEG", subsampling=0), tolerance=2)
    case("420.jpg", file=saved(image, "JPEG", subsampling=2), tolerance=2)
    case("420.jpg", channels=1, tolerance=2)
    case("progressive.jpg", file=saved(image, "JPEG", progressive=True), tolerance=2)
    case("grey.jpg", file=saved(image.convert("L"), "JPEG"), tolerance=2)
    case("ink.jpg", file=saved(Image.fromarray(photo(13, 9, 4), "CMYK"), "JPEG"), tolerance=2)
    exif = Image.Exif()
    exif[0x0112] = 7
    case("turned7.jpg", file=saved(image, "JPEG", exif=exif), tolerance=2)
    y, x = np.mgrid[0:150, 0:240]
    soft = np.stack([127 + 120 * np.sin(x / (19 + 7 * c)) * np.cos(y / (23 - 5 * c)) for c in range(3)], -1).astype(np.uint8)
    case("large.jpg", file=saved(Image.fromarray(soft), "JPEG", quality=70), size=48, tolerance=2)
    whole = saved(image, "JPEG")
    case("without-end.jpg", Image.open(io.BytesIO(whole)), file=whole[:-2], tolerance=2)      # Pillow reads it only when the last bits fall well
    case("padded.jpg", file=whole[:-2] + bytes(3) + whole[-2:] + b"tail", tolerance=2)


def fits():
    FILES["wide.png"] = saved(Image.fromarray(photo(61, 23)), "PNG")
    FILES["tall.png"] = saved(Image.fromarray(photo(17, 50)), "PNG")
    for name in ("wide.png", "tall.png"):
        for fit in ("Crop", "Pad", "Squash"):
            for size in (8, 19, 64):
                case(name, size=size, fit=fit)
        case(name, size=11, channels=1)


def tiffs():
    rgb, alpha = photo(13, 9), RNG.randint(0, 256, (9, 13, 1)).astype(np.uint8)
    case("lzw.tif", file=saved(Image.fromarray(rgb), "TIFF", compression="tiff_lzw"))
    case("lzw.tif", channels=1)
    case("jpeg.tif", file=saved(Image.fromarray(photo(32, 32)), "TIFF", compression="jpeg", quality=90), tolerance=2)
    case("ink.tif", file=saved(Image.fromarray(photo(13, 9, 4), "CMYK"), "TIFF"))
    case("palette.tif", file=saved(Image.fromarray(rgb).quantize(16), "TIFF"))
    case("fax.tif", file=saved(Image.fromarray(RNG.randint(0, 2, (9, 13)).astype(bool)), "TIFF", compression="group4"))
    case("inverted.tif", file=tiff(photo(13, 9, 1)[..., None], 0))
    case("grey4.tif", file=tiff(np.zeros((9, 13, 1)), 1, body=b"".join(packed_bits(RNG.randint(0, 16, (9, 13)), 4)), bits=4))
    case("turned6.tif", Image.fromarray(np.rot90(rgb, -1).copy()), file=tiff(rgb, 2, [(274, [6])]))       # Pillow 9.4 turns twice
    case("pages.tif", file=saved(Image.fromarray(rgb), "TIFF", save_all=True, append_images=[Image.fromarray(photo(13, 9)) for _ in range(2)]))
    case("rgba.tif", file=tiff(np.concatenate([rgb, alpha], -1), 2, [(338, [2])]))
    faded = (rgb.astype(int) * alpha + 127) // 255                             # over black it is what it stands for; libvips divides first
    case("associated.tif", Image.fromarray(faded.astype(np.uint8)), file=tiff(np.concatenate([faded, alpha], -1), 2, [(338, [1])]), tolerance=1)
    case("unused.tif", Image.fromarray(rgb), file=tiff(np.concatenate([rgb, alpha], -1), 2, [(338, [0])]))
    colours = {0: (1, []), 2: (2, []), 4: (1, [(338, [2])]), 6: (2, [(338, [2])])}
    wide(lambda colour, values: tiff(values, *colours[colour], bits=16), "tif")


def avifs():
    """Written by libvips 8.18 from the PNG files without loss: the pixels are those of the PNG, of 10 bits the upper ones."""
    for name in ("rgb", "rgba", "grey"):
        case(f"{name}.avif", on_black(Image.open(io.BytesIO(FILES[f"{name}.png"]))))
    case("turned.avif", on_black(Image.open(io.BytesIO(FILES["rgb.png"]))).transpose(Image.Transpose.ROTATE_90))       # with a box irot put in


# With loss, of a kind that is not read, of 16 bits, or turned twice by Pillow 9.4.
ODD_TIFFS = ("jpeg", "_jpg.tif", "webp.tif", "lzma", "12bit", "16bit", "planar", "wrong_bits", "orientation_")


def odd(folder):
    """SHA-256 of the middle square at its own size, RGB, [C, H, W]; lossy files and 16 bits are left out, and two bitmaps whose
    jumps Pillow reads two bytes too late."""
    rows = [line.split("\t") for line in (folder / "INDEX.tsv").read_text().splitlines()[1:]]
    lines = []
    for path, kind, mode, status in ((r[0], r[3], r[4], r[7]) for r in rows):
        if status != "decodes" or kind not in ("PNG", "BMP", "PPM", "GIF", "TIFF") or mode in ("I", "I;16", "LAB", "F") or path.endswith("rletrns.bmp") or any(word in path for word in ODD_TIFFS) or png_depth(folder / path) == 16:
            continue
        image = on_black(Image.open(folder / path))
        pixels = np.asarray(transforms.CenterCrop(min(image.size))(image)).transpose(2, 0, 1)
        lines.append(f"{path}\t{min(image.size)}\t{hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).hexdigest()}\n")
    (HERE / "odd.tsv").write_text("".join(lines))
    print(f"{len(lines)} pictures")


def png_depth(path):
    head = path.read_bytes()[:25]
    return head[24] if head.startswith(b"\x89PNG") else 8


def main():
    if sys.argv[1:2] == ["--odd"]:
        return odd(Path(sys.argv[2]))
    for part in (pngs, bmps, pnms, gifs, webps, jpegs, fits, tiffs, avifs):
        part()
    table = "file\tsize\tchannels\tfit\ttolerance\tpixels\n" + "".join("\t".join(map(str, row)) + "\n" for row in CASES)
    FILES["pixels.tsv"] = table.encode()
    if "--compare" in sys.argv:
        differ = [name for name, data in FILES.items() if not (HERE / name).exists() or (HERE / name).read_bytes() != data]
        print("differ:", ", ".join(differ) or "none")
        return
    HERE.mkdir(exist_ok=True)
    for name, data in FILES.items():
        (HERE / name).write_bytes(data)
    print(f"{len(CASES)} cases, {len(FILES)} files, {sum(map(len, FILES.values()))} bytes")


main()
