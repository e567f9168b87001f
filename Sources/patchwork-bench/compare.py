#!/usr/bin/env python3
"""Patchwork's convolution beside PyTorch's and NumPy's, in one run.

    pip install 'torch==2.13.0+cpu' numpy
    swift build -c release --product patchwork-bench
    python3 Sources/patchwork-bench/compare.py [--only NAME] [--dtype f32] [--rounds 3]
    python3 Sources/patchwork-bench/compare.py --pass forward --pass backward --readme README.md

The programs take turns. PyTorch counts with the best of NCHW and NHWC, of 1 and 2 threads, and of the
default allocator and one that keeps freed pages; NumPy computes the forward pass by im2col and one
product. A figure is the median of the rounds' medians. An error is the largest distance from f64, of
gradients as a part of the largest cell; both have normal pixels and weights of He's deviation.
"""
import argparse
import json
import math
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


def torch_error(results, references, direction):
    """The largest distance of the results from those in f64."""
    worst = 0.0
    for result, reference in zip(results, references):
        distance = (result.double() - reference).abs().max().item()
        worst = max(worst, distance if direction == "forward" else distance / reference.abs().max().item())
    return worst


def serve_torch():
    """Answers requests, a line each, with PyTorch's best time for a case and its error there."""
    import torch

    for line in sys.stdin:
        name, dtype, direction = line.split()
        shape, kernel, stride, padding, groups = CASES[name]
        kind = torch.float32 if dtype == "f32" else torch.float64
        options = (stride, padding, 1, groups)
        deviation = (2 / math.prod(kernel[1:])) ** 0.5
        # Numbers that f32 holds, so that f64 computes the same sums.
        leaves = [
            torch.randn(shape).double(), (torch.randn(kernel) * deviation).double(),
            torch.randn(kernel[0]).double()]
        upstream = torch.randn_like(torch.conv2d(*leaves, *options)).float().double()

        def call(operands, direction, layout):
            """What is timed: a function that returns results."""
            x, k, bias = (
                o.to(kind).to(memory_format=layout) if o.dim() == 4 else o.to(kind)
                for o in operands)
            if direction == "forward":
                return lambda: (torch.conv2d(x, k, bias, *options),)
            for leaf in (x, k, bias):
                leaf.requires_grad_(True)
            y = torch.conv2d(x, k, bias, *options)
            u = upstream.to(kind)
            return lambda: torch.autograd.grad(y, (x, k, bias), u, retain_graph=True)

        best, error = float("inf"), 0.0
        exact = [o.clone().requires_grad_(True) for o in leaves]
        y = torch.conv2d(*exact, *options)
        references = (
            (y.detach(),) if direction == "forward" else torch.autograd.grad(y, exact, upstream))
        for threads in (1, 2):
            torch.set_num_threads(threads)
            for layout in (torch.contiguous_format, torch.channels_last):
                timed = call(leaves, direction, layout)
                with torch.set_grad_enabled(direction == "backward"):
                    seconds = median_time(timed)
                    if seconds < best:
                        best, error = seconds, torch_error(timed(), references, direction)
        print(best, error, flush=True)


def serve_numpy():
    """Answers requests, a line each, with the time of im2col and a product in NumPy."""
    import numpy as np

    random = np.random.default_rng(1)
    for line in sys.stdin:
        name, dtype, _ = line.split()
        (n, c, rows, columns), kernel, stride, padding, groups = CASES[name]
        kind = np.float32 if dtype == "f32" else np.float64
        x = random.standard_normal((n, c, rows, columns)).astype(kind)
        k = random.standard_normal(kernel).astype(kind)
        bias = random.standard_normal((1, kernel[0], 1)).astype(kind)
        outputs, depth = kernel[0] // groups, math.prod(kernel[1:])

        def forward():
            padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
            windows = np.lib.stride_tricks.sliding_window_view(padded, kernel[2:], axis=(2, 3))
            windows = windows[:, :, ::stride, ::stride].transpose(0, 1, 4, 5, 2, 3)
            matrix = windows.reshape(n, groups, depth, -1)
            product = k.reshape(groups, outputs, depth) @ matrix
            return product.reshape(n, kernel[0], -1) + bias

        print(median_time(forward), 0, flush=True)


class Peer:
    """A process of its own, with an environment of its own, that times cases."""

    def __init__(self, serve, environment):
        environment = {**os.environ, **environment}
        # OpenBLAS finds the processor itself; some machines name an older one.
        environment.pop("OPENBLAS_CORETYPE", None)
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--serve", serve], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, env=environment)

    def time(self, *request):
        """Seconds, and the error."""
        self.process.stdin.write(" ".join(request) + "\n")
        self.process.stdin.flush()
        seconds, error = self.process.stdout.readline().split()
        return float(seconds), float(error)


def patchwork(bench, name, dtype, direction):
    """Patchwork's line for a case."""
    out = subprocess.run(
        [bench, "--only", name, "--dtype", dtype, "--pass", direction, "--json"],
        check=True, capture_output=True, text=True).stdout
    return json.loads(out.splitlines()[-1])


def readable(seconds):
    return f"{seconds * 1e6:.0f} µs" if seconds < 1e-3 else f"{seconds * 1e3:.2f} ms"


def described(name):
    """A case's operands and options, as the README has them."""
    shape, kernel, stride, padding, groups = CASES[name]
    text = "x".join(map(str, shape)) + ", " + "x".join(map(str, kernel))
    for option, value, default in (("stride", stride, 1), ("pad", padding, 0), ("groups", groups, 1)):
        text += f" {option}={value}" if value != default else ""
    return text


def readme_table(cells):
    """The README's lines: our time, and how many times as fast as PyTorch's best."""
    lines = ["| case | x and kernel | f32 forward | f32 backward | f64 forward | f64 backward |",
             "| --- | --- | --- | --- | --- | --- |"]
    for name in CASES:
        row = [name, described(name)]
        for dtype in ("f32", "f64"):
            for direction in ("forward", "backward"):
                seconds, ratio = cells[name, dtype, direction]
                row.append(f"{readable(seconds)} ({ratio:.2f})")
        lines.append("| " + " | ".join(row) + " |")
    return lines


def write_table(path, table):
    """Puts the table in place of the one that the file has."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    first = lines.index(table[0])
    end = first
    while lines[end].startswith("|"):
        end += 1
    lines[first:end] = table
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", choices=CASES, action="append")
    parser.add_argument("--dtype", choices=("f32", "f64"), action="append")
    parser.add_argument("--pass", choices=("forward", "backward"), action="append", dest="passes")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bench", default=".build/release/patchwork-bench")
    parser.add_argument("--readme", metavar="FILE", help="write the table of all cases into it")
    parser.add_argument("--serve", choices=("torch", "numpy"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        return serve_torch() if arguments.serve == "torch" else serve_numpy()
    torches = [Peer("torch", {}), Peer("torch", KEEP_PAGES)]
    numpy = Peer("numpy", KEEP_PAGES)
    columns = ("case", "type", "pass", "algorithm", "Patchwork", "PyTorch", "ratio", "NumPy",
               "of peak", "extra KiB", "error", "PyTorch's")
    print("  ".join(f"{column:>10}" for column in columns))
    cells = {}
    for name in arguments.only or CASES:
        for dtype in arguments.dtype or ("f32", "f64"):
            for direction in arguments.passes or ("forward",):
                ours, theirs, numpys = [], [], []
                for _ in range(arguments.rounds):
                    ours.append(patchwork(arguments.bench, name, dtype, direction))
                    theirs.append(min(peer.time(name, dtype, direction) for peer in torches))
                    if direction == "forward":
                        numpys.append(numpy.time(name, dtype, direction)[0])
                mine = statistics.median(line["seconds"] for line in ours)
                other = statistics.median(seconds for seconds, _ in theirs)
                cells[name, dtype, direction] = (mine, other / mine)
                peak = statistics.median(line["peak"] for line in ours)
                row = (
                    name, dtype, direction, ours[-1]["algorithm"], readable(mine), readable(other),
                    f"{other / mine:.2f}", readable(statistics.median(numpys)) if numpys else "",
                    f"{peak:.0%}", ours[-1]["extra_bytes"] // 1024, f"{ours[-1]['error']:.0e}",
                    f"{theirs[-1][1]:.0e}")
                print("  ".join(f"{cell:>10}" for cell in row), flush=True)
    ratios = [ratio for _, ratio in cells.values()]
    print(f"\nPyTorch's time over Patchwork's: geometric mean {statistics.geometric_mean(ratios):.2f}, "
          f"least {min(ratios):.2f}, of {len(ratios)} cases")
    if arguments.readme:
        if len(cells) < 4 * len(CASES):
            sys.exit("the README's table has all cases, types and passes: add --pass backward, or drop --only")
        write_table(arguments.readme, readme_table(cells))


if __name__ == "__main__":
    main()
