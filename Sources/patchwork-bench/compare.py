#!/usr/bin/env python3
"""Patchwork's convolution beside PyTorch's, in one run.

    pip install 'torch==2.13.0+cpu' numpy
    swift build -c release --product patchwork-bench
    python3 Sources/patchwork-bench/compare.py [--only NAME] [--dtype f32] [--rounds 3] [--markdown]

The programs take turns. PyTorch counts with the best of NCHW and NHWC, of 1 and 2 threads, and of the
default allocator and one that keeps freed pages; a figure is the median of the rounds' medians.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

# name: input, kernel, stride, padding, groups; the same as BenchCase.swift.
CASES = {
    "alexnet1": ((1, 3, 227, 227), (96, 3, 11, 11), 4, 0, 1),
    "vectorized": ((4, 3, 12, 10), (128, 3, 3, 3), 2, 1, 1),
    "denoiser": ((1000, 1, 32, 32), (1, 1, 3, 3), 1, 1, 1),
    "lenet1": ((64, 1, 28, 28), (6, 1, 5, 5), 1, 2, 1),
    "lenet2": ((64, 6, 14, 14), (16, 6, 5, 5), 1, 0, 1),
    "lhk": ((2, 5, 10, 11), (4, 5, 2, 3), 1, 0, 1),
    "tiny": ((1, 1, 28, 28), (8, 1, 3, 3), 1, 0, 1),
    "stem": ((1, 3, 224, 224), (64, 3, 7, 7), 2, 3, 1),
    "res56": ((1, 64, 56, 56), (64, 64, 3, 3), 1, 1, 1),
    "res28": ((8, 128, 28, 28), (128, 128, 3, 3), 1, 1, 1),
    "res7": ((1, 512, 7, 7), (512, 512, 3, 3), 1, 1, 1),
    "pointwise": ((1, 256, 56, 56), (64, 256, 1, 1), 1, 0, 1),
    "depthwise": ((1, 128, 56, 56), (128, 1, 3, 3), 1, 1, 128),
    "vgg": ((1, 64, 224, 224), (64, 64, 3, 3), 1, 1, 1),
}
KEEP_PAGES = {"MALLOC_MMAP_THRESHOLD_": "4294967296", "MALLOC_TRIM_THRESHOLD_": "4294967296"}


def median_time(call, seconds=0.25):
    """The median of a call's times over about so many seconds, at least five calls."""
    call()
    times, start = [], time.perf_counter()
    while len(times) < 5 or time.perf_counter() - start < seconds:
        begin = time.perf_counter()
        call()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def serve_torch():
    """Answers requests, a line each, with PyTorch's best time for a case."""
    import torch

    for line in sys.stdin:
        name, dtype, direction = line.split()
        shape, kernel, stride, padding, groups = CASES[name]
        kind = torch.float32 if dtype == "f32" else torch.float64
        best = float("inf")
        for threads in (1, 2):
            torch.set_num_threads(threads)
            for layout in (torch.contiguous_format, torch.channels_last):
                x = torch.randn(shape, dtype=kind).to(memory_format=layout)
                k = torch.randn(kernel, dtype=kind).to(memory_format=layout)
                bias = torch.randn(kernel[0], dtype=kind)
                options = (stride, padding, 1, groups)
                if direction == "forward":
                    with torch.no_grad():
                        seconds = median_time(lambda: torch.conv2d(x, k, bias, *options))
                else:
                    for leaf in (x, k, bias):
                        leaf.requires_grad_(True)
                    y = torch.conv2d(x, k, bias, *options)
                    upstream = torch.randn_like(y)
                    seconds = median_time(
                        lambda: torch.autograd.grad(y, (x, k, bias), upstream, retain_graph=True)
                    )
                best = min(best, seconds)
        print(best, flush=True)


class Torch:
    """A PyTorch process of its own, with an environment of its own."""

    def __init__(self, environment):
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, env={**os.environ, **environment})

    def time(self, *request):
        self.process.stdin.write(" ".join(request) + "\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


def patchwork(bench, name, dtype, direction):
    """Patchwork's line for a case."""
    out = subprocess.run(
        [bench, "--only", name, "--dtype", dtype, "--pass", direction, "--json"],
        check=True, capture_output=True, text=True).stdout
    return json.loads(out.splitlines()[-1])


def readable(seconds):
    return f"{seconds * 1e6:.0f} µs" if seconds < 1e-3 else f"{seconds * 1e3:.2f} ms"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", choices=CASES, action="append")
    parser.add_argument("--dtype", choices=("f32", "f64"), action="append")
    parser.add_argument("--pass", choices=("forward", "backward"), action="append", dest="passes")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bench", default=".build/release/patchwork-bench")
    parser.add_argument("--markdown", action="store_true", help="print the README's table")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        return serve_torch()
    peers = [Torch({}), Torch(KEEP_PAGES)]
    rows = [("case", "type", "pass", "Patchwork", "PyTorch", "times as fast", "of peak", "error")]
    ratios = []
    for name in arguments.only or CASES:
        for dtype in arguments.dtype or ("f32", "f64"):
            for direction in arguments.passes or ("forward",):
                ours, theirs = [], []
                for _ in range(arguments.rounds):
                    ours.append(patchwork(arguments.bench, name, dtype, direction))
                    theirs.append(min(peer.time(name, dtype, direction) for peer in peers))
                mine = statistics.median(line["seconds"] for line in ours)
                other = statistics.median(theirs)
                ratios.append(other / mine)
                peak = statistics.median(line["peak"] for line in ours)
                rows.append((
                    name, dtype, direction, readable(mine), readable(other), f"{other / mine:.2f}",
                    f"{peak:.0%}", f"{ours[-1]['error']:.0e}"))
                if not arguments.markdown:
                    print("  ".join(f"{cell:>12}" for cell in rows[-1]), flush=True)
    if arguments.markdown:
        print("| " + " | ".join(rows[0]) + " |")
        print("| " + " | ".join("---" for _ in rows[0]) + " |")
        for row in rows[1:]:
            print("| " + " | ".join(row) + " |")
    print(f"\ngeometric mean of the ratios: {statistics.geometric_mean(ratios):.2f}")


if __name__ == "__main__":
    main()
