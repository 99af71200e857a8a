#!/usr/bin/python3
"""Small pickles for Adversa.Core.Tests/Pickle and Adversa.Data.Tests/Cifar. Run from anywhere: writes tests/golden/pickles.
Python 3.11, numpy 1.24."""
import pathlib
import pickle
import struct

import numpy

out = pathlib.Path(__file__).parent / "pickles"
out.mkdir(exist_ok=True)

plain = {"none": None, "yes": True, "no": False, "small": 7, "word": 300, "negative": -70000, "large": 2**40, "real": 0.125,
         "text": "ñ 你好", "list": [1, [2, 3]], "tuple": (1, 2, 3, 4), "bytes": b"\x00\xff", "empty": [(), {}, []]}
for protocol in (2, 3, 4):
    (out / f"plain-{protocol}.pkl").write_bytes(pickle.dumps(plain, protocol))
    arrays = {"u1": numpy.arange(6, dtype=numpy.uint8).reshape(2, 3), "i8": numpy.array([-1, 2**40]), "f4": numpy.array([[0.5], [-2]], numpy.float32)}
    (out / f"arrays-{protocol}.pkl").write_bytes(pickle.dumps(arrays, protocol))
(out / "plain-5.pkl").write_bytes(pickle.dumps(plain, 5))


def string(data):                   # as Python 2 writes str
    return (b"U" + bytes([len(data)]) if len(data) < 256 else b"T" + struct.pack("<i", len(data))) + data


def array(data, rows):              # as numpy in Python 2 pickles a uint8 array [rows, 3072]
    return (b"cnumpy.core.multiarray\n_reconstruct\nq\x01cnumpy\nndarray\nq\x02K\x00\x85q\x03U\x01bq\x04\x87q\x05Rq\x06(K\x01K" + bytes([rows]) + b"M\x00\x0c\x86q\x07"
            b"cnumpy\ndtype\nq\x08U\x02u1q\tK\x00K\x01\x87q\nRq\x0b(K\x03U\x01|q\x0cNNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tq\rb\x89" + string(data) + b"tq\x0eb")


def batch(first, labels):
    pixels = b"".join(bytes((first + row + i * 7) % 256 for i in range(3072)) for row in range(len(labels)))
    items = string(b"batch_label") + string(b"a batch") + string(b"labels") + b"](" + b"".join(b"K" + bytes([l]) for l in labels) + b"e" + string(b"data") + array(pixels, len(labels))
    return b"\x80\x02}q\x00(" + items + b"u."


folder = out / "cifar-10-batches-py"
folder.mkdir(exist_ok=True)
for number in range(1, 6):
    (folder / f"data_batch_{number}").write_bytes(batch(number, [number, 9 - number]))
(folder / "test_batch").write_bytes(batch(50, [3, 0, 9]))
names = [b"airplane", b"automobile", b"bird", b"cat", b"deer", b"dog", b"frog", b"horse", b"ship", b"truck"]
(folder / "batches.meta").write_bytes(b"\x80\x02}q\x00(" + string(b"num_cases_per_batch") + b"M\x10'" + string(b"label_names") + b"](" + b"".join(string(n) for n in names) + b"eu.")
assert pickle.loads((folder / "test_batch").read_bytes(), encoding="latin1")["data"].shape == (3, 3072)
