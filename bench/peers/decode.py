#!/usr/bin/env python3
"""The torchvision side of `bench/run decode`: photographs from files to uint8 [3, N, N].

    decode.py make FOLDER ZIP...        write FOLDER/originals/all (the ZIPs' JPEGs) and FOLDER/varied/all (2,000 JPEGs made from
                                        them: sides 178 to 1024, any proportion up to 16:9, quality 75 to 95, a tenth progressive)
    decode.py dump FOLDER N FILE        the pixels of all pictures of FOLDER, in ImageFolder's order, raw, to FILE
    decode.py serve FOLDER N CORES      chooses the best num_workers of 0..CORES, says it, then answers `go` lines

ImageFolder, Resize(N), CenterCrop(N), PILToTensor; batches of 64. A training script would add ToTensor's division, which our
side does elsewhere: it is left out on both sides. Run it bound to CORES cores; torch itself uses one thread in each process.
"""
import json
import os
import random
import sys
import time
import zipfile
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"

import torch                                                                  # noqa: E402
from PIL import Image                                                         # noqa: E402
from torchvision import datasets, transforms                                  # noqa: E402

torch.set_num_threads(1)
BATCH, MADE = 64, 2000


def make(folder, zips):
    originals, varied = folder / "originals" / "all", folder / "varied" / "all"
    for place in (originals, varied):
        place.mkdir(parents=True)
    number = 0
    for path in zips:
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                if name.lower().endswith((".jpg", ".jpeg")):
                    (originals / f"{number:05}.jpg").write_bytes(archive.read(name))
                    number += 1
    draw, photos = random.Random(1), sorted(originals.iterdir())
    for i in range(MADE):
        image = Image.open(photos[i % len(photos)]).convert("RGB")
        width = draw.randint(178, 1024)
        height = min(1024, max(178, int(width * draw.uniform(9 / 16, 16 / 9))))
        scale = max(width / image.width, height / image.height)
        image = image.resize((max(width, round(image.width * scale)), max(height, round(image.height * scale))), Image.BICUBIC)
        left, top = draw.randint(0, image.width - width), draw.randint(0, image.height - height)
        image.crop((left, top, left + width, top + height)).save(
            varied / f"{i:05}.jpg", quality=draw.randint(75, 95), subsampling=draw.choice([0, 2, 2, 2]), progressive=draw.random() < 0.1)


def photographs(folder, size):
    return datasets.ImageFolder(str(folder), transforms.Compose([transforms.Resize(size), transforms.CenterCrop(size), transforms.PILToTensor()]))


def dump(folder, size, path):
    with open(path, "wb") as file:
        for image, _ in photographs(folder, size):
            file.write(image.numpy().tobytes())


def loader(pictures, workers):
    return torch.utils.data.DataLoader(pictures, batch_size=BATCH, num_workers=workers, persistent_workers=workers > 0)


def ticks(pid):
    with open(f"/proc/{pid}/stat") as file:
        return sum(map(int, file.read().rsplit(")", 1)[1].split()[11:13])) / os.sysconf("SC_CLK_TCK")


def measure(batches):
    def cpu():
        workers = getattr(getattr(batches, "_iterator", None), "_workers", [])
        return ticks("self") + sum(ticks(w.pid) for w in workers)

    cpu_start, start, images = cpu(), time.perf_counter(), 0
    for batch, _ in batches:
        images += batch.shape[0]
    seconds = time.perf_counter() - start
    return {"images": images, "seconds": seconds, "cpu_seconds": cpu() - cpu_start}


def serve(folder, size, cores):
    pictures = photographs(folder, size)
    part = torch.utils.data.Subset(pictures, range(0, len(pictures), 5))
    tried = {}
    for workers in range(cores + 1):
        batches = loader(part, workers)
        measure(batches)
        tried[workers] = min(measure(batches)["seconds"] for _ in range(2))
    best = min(tried, key=tried.get)
    batches = loader(pictures, best)
    measure(batches)
    print(json.dumps({"workers": best, "tried": tried, "torchvision": __import__("torchvision").__version__}), flush=True)
    for line in iter(sys.stdin.readline, ""):
        if line.strip() != "go":
            return
        print(json.dumps(measure(batches)), flush=True)


if __name__ == "__main__":
    action, where = sys.argv[1], Path(sys.argv[2])
    if action == "make":
        make(where, sys.argv[3:])
    elif action == "dump":
        dump(where, int(sys.argv[3]), sys.argv[4])
    else:
        serve(where, int(sys.argv[3]), int(sys.argv[4]))
