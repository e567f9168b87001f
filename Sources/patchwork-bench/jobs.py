#!/usr/bin/env python3
"""The sources' two trainings: Patchwork's scripts beside NumPy and PyTorch, in one run.

    pip install 'torch==2.13.0+cpu' numpy
    swift build -c release
    python3 Sources/patchwork-bench/jobs.py [--rounds 3] [--job denoiser] [--without numpy]

An epoch is the difference of a long and a short run of the script, divided by the epochs between them:
starting, loading and drawing are not in it. The programs take turns; a figure is the median of the
rounds. NumPy does what the sources' code does: the denoiser's patches by strides and a product
(dokuDoku), LeNet's by index matrices and `np.add.at` (3outeille's CNNumpy). The digits that ship are
LeNet's images, as in `samples/lenet.pw`; its epoch is given for 60,000 images.
"""
import argparse
import os
import statistics
import subprocess
import sys
import time

# How a job's threads are set for NumPy: OpenBLAS finds the processor itself.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "OPENBLAS_CORETYPE"}
DENOISER_IMAGES = 1000
LENET_BATCH = 100
# samples/lenet.pw trains on 1,497 digits: 14 whole batches a pass.
LENET_IMAGES = 1400


# NumPy, one picture a step, as the denoiser's post describes it.


def patches(picture, pad):
    """Each output's 3x3 patch as a row."""
    import numpy as np

    padded = np.pad(picture, pad)
    rows, columns = padded.shape[0] - 2, padded.shape[1] - 2
    view = np.lib.stride_tricks.as_strided(padded, (rows, columns, 3, 3), padded.strides * 2)
    return view.reshape(rows * columns, 9), (rows, columns)


def numpy_denoiser():
    """Seconds of an epoch."""
    import numpy as np

    random = np.random.default_rng(0)
    clean = random.random((DENOISER_IMAGES, 32, 32))
    kernels = [random.uniform(-0.577, 0.577, (3, 3)) for _ in range(3)]
    biases = [0.0] * 3
    start = time.perf_counter()
    chance = random.random(clean.shape)
    noisy = np.where(chance < 0.05, 0, np.where(chance < 0.1, 1, clean))
    for picture, wanted in zip(noisy, clean):
        value, columns, sums = picture, [], []
        for layer in range(3):
            matrix, shape = patches(value, 1)
            columns.append(matrix)
            sums.append((matrix @ kernels[layer].reshape(-1)).reshape(shape) + biases[layer])
            value = np.maximum(sums[-1], 0)
        difference = sums[-1] - wanted
        np.mean(difference**2)
        upstream = 2 * difference / difference.size
        steps = []
        for layer in reversed(range(3)):
            steps.append((columns[layer].T @ upstream.reshape(-1), upstream.sum()))
            if layer:
                full, shape = patches(upstream, 2)
                full = (full @ np.flip(kernels[layer]).reshape(-1)).reshape(shape)
                upstream = full[1:-1, 1:-1] * (sums[layer - 1] > 0)
        for layer, (kernel, bias) in zip(reversed(range(3)), steps):
            kernels[layer] -= 1e-3 * kernel.reshape(3, 3)
            biases[layer] -= 1e-3 * bias
    return time.perf_counter() - start


# NumPy, batches of 100, as CNNumpy computes LeNet-5.


def indices(channels, extent, window, step):
    """CNNumpy's three index matrices: channel, row and column of every cell of the patch matrix."""
    import numpy as np

    out = (extent - window) // step + 1
    tap_rows = np.tile(np.repeat(np.arange(window), window), channels)
    tap_columns = np.tile(np.arange(window), window * channels)
    rows = tap_rows[:, None] + step * np.repeat(np.arange(out), out)
    columns = tap_columns[:, None] + step * np.tile(np.arange(out), out)
    return np.repeat(np.arange(channels), window * window)[:, None], rows, columns


class NumpyWindow:
    """What a convolution and a pool share: the patch matrix of a batch, and its sum back."""

    def columns(self, x, window, step):
        import numpy as np

        self.shape = x.shape
        self.indices = indices(x.shape[1], x.shape[2], window, step)
        return np.concatenate(x[(slice(None), *self.indices)], axis=-1)

    def image(self, columns):
        import numpy as np

        image = np.zeros(self.shape)
        np.add.at(
            image, (slice(None), *self.indices), np.array(np.hsplit(columns, self.shape[0])))
        return image


class NumpyConvolution(NumpyWindow):
    def __init__(self, random, outputs, channels):
        self.parameters = [random.standard_normal((outputs, channels, 5, 5)) * 0.1]
        self.parameters.append(random.standard_normal(outputs) * 0.1)

    def forward(self, x):
        import numpy as np

        kernel, bias = self.parameters
        self.matrix = self.columns(x, 5, 1)
        sums = kernel.reshape(len(kernel), -1) @ self.matrix + bias[:, None]
        side = x.shape[2] - 4
        return np.array(np.hsplit(sums, len(x))).reshape(len(x), len(kernel), side, side)

    def backward(self, upstream):
        import numpy as np

        kernel = self.parameters[0]
        flat = upstream.reshape(len(upstream), len(kernel), -1)
        flat = np.concatenate(flat, axis=-1)
        self.gradients = [(flat @ self.matrix.T).reshape(kernel.shape), upstream.sum((0, 2, 3))]
        return self.image(kernel.reshape(len(kernel), -1).T @ flat)


class NumpyAveragePool(NumpyWindow):
    parameters = gradients = ()

    def forward(self, x):
        import numpy as np

        matrix = self.columns(x, 2, 2).reshape(x.shape[1], 4, -1)
        side = x.shape[2] // 2
        means = np.array(np.hsplit(matrix.mean(axis=1), len(x)))
        return means.reshape(len(x), x.shape[1], side, side)

    def backward(self, upstream):
        import numpy as np

        flat = upstream.reshape(*upstream.shape[:2], -1) / 4
        return self.image(np.repeat(np.concatenate(flat, axis=-1), 4, axis=0))


class NumpyDense:
    def __init__(self, random, inputs, outputs):
        self.parameters = [random.standard_normal((inputs, outputs)) * 0.1]
        self.parameters.append(random.standard_normal(outputs) * 0.1)

    def forward(self, x):
        self.x = x
        return x @ self.parameters[0] + self.parameters[1]

    def backward(self, upstream):
        self.gradients = [self.x.T @ upstream, upstream.sum(0)]
        return upstream @ self.parameters[0].T


class NumpyTanh:
    parameters = gradients = ()

    def forward(self, x):
        import numpy as np

        self.y = np.tanh(x)
        return self.y

    def backward(self, upstream):
        return upstream * (1 - self.y**2)


class NumpyFlatten:
    parameters = gradients = ()

    def forward(self, x):
        self.shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, upstream):
        return upstream.reshape(self.shape)


def numpy_lenet():
    """Seconds of an epoch of 60,000, from five batches."""
    import numpy as np

    random = np.random.default_rng(0)
    layers = [
        NumpyConvolution(random, 6, 1), NumpyTanh(), NumpyAveragePool(),
        NumpyConvolution(random, 16, 6), NumpyTanh(), NumpyAveragePool(), NumpyFlatten(),
        NumpyDense(random, 400, 120), NumpyTanh(), NumpyDense(random, 120, 84), NumpyTanh(),
        NumpyDense(random, 84, 10)]
    memory = [[(np.zeros_like(p), np.zeros_like(p)) for p in layer.parameters] for layer in layers]
    batches = 5
    images = random.random((batches * LENET_BATCH, 1, 32, 32))
    labels = np.eye(10)[random.integers(0, 10, len(images))]
    start = time.perf_counter()
    for step in range(1, batches + 1):
        batch = slice((step - 1) * LENET_BATCH, step * LENET_BATCH)
        value = images[batch]
        for layer in layers:
            value = layer.forward(value)
        share = np.exp(value - value.max(1, keepdims=True))
        share /= share.sum(1, keepdims=True)
        upstream = (share - labels[batch]) / LENET_BATCH
        for layer in reversed(layers):
            upstream = layer.backward(upstream)
        for layer, remembered in zip(layers, memory):
            for p, gradient, (m, v) in zip(layer.parameters, layer.gradients, remembered):
                m += 0.1 * (gradient - m)
                v += 0.001 * (gradient**2 - v)
                scale = np.sqrt(v / (1 - 0.999**step)) + 1e-8
                p -= 1e-3 * m / (1 - 0.9**step) / scale
    return (time.perf_counter() - start) / len(images) * 60_000


# PyTorch, the best of one and of two threads.


def torch_denoiser(threads, kind):
    """Seconds of an epoch."""
    import torch
    import torch.nn.functional as F

    torch.set_num_threads(threads)
    kind = getattr(torch, kind)
    clean = torch.rand(DENOISER_IMAGES, 1, 32, 32, dtype=kind)
    kernels = [(torch.randn(1, 1, 3, 3, dtype=kind) * 0.3).requires_grad_() for _ in range(3)]
    biases = [torch.zeros(1, dtype=kind, requires_grad=True) for _ in range(3)]
    optimizer = torch.optim.SGD(kernels + biases, lr=1e-3)
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        chance = torch.rand_like(clean)
        noisy = torch.where(chance < 0.05, 0.0, torch.where(chance < 0.1, 1.0, clean))
        for i in range(DENOISER_IMAGES):
            h = F.relu(F.conv2d(noisy[i : i + 1], kernels[0], biases[0], padding=1))
            h = F.relu(F.conv2d(h, kernels[1], biases[1], padding=1))
            y = F.conv2d(h, kernels[2], biases[2], padding=1)
            loss = F.mse_loss(y, clean[i : i + 1])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        best = min(best, time.perf_counter() - start)
    return best


def torch_lenet(threads, kind):
    """Seconds of an epoch of 60,000."""
    import torch
    from torch import nn

    torch.set_num_threads(threads)
    kind = getattr(torch, kind)
    model = nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(),
        nn.AvgPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84),
        nn.Tanh(), nn.Linear(84, 10)).to(kind)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    images = torch.rand(LENET_IMAGES, 1, 32, 32, dtype=kind)
    labels = torch.randint(0, 10, (LENET_IMAGES,))
    best = float("inf")
    for _ in range(4):
        start = time.perf_counter()
        order = torch.randperm(LENET_IMAGES)
        seen, known = images[order], labels[order]
        for first in range(0, LENET_IMAGES, LENET_BATCH):
            batch = slice(first, first + LENET_BATCH)
            loss = nn.functional.cross_entropy(model(seen[batch]), known[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        best = min(best, time.perf_counter() - start)
    return best / LENET_IMAGES * 60_000


# Patchwork, from its scripts.


def script_epoch(program, script, parameter, short, long):
    """Seconds of an epoch: what the epochs between two lengths of a script take."""

    def run(epochs):
        start = time.perf_counter()
        subprocess.run(
            [program, script, f"{parameter}={epochs}"], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    first = run(short)
    return (run(long) - first) / (long - short)


def patchwork_denoiser(program):
    return script_epoch(program, "samples/denoise.pw", "epochs", 5, 85)


def patchwork_lenet(program):
    return script_epoch(program, "samples/lenet.pw", "passes", 5, 15) / LENET_IMAGES * 60_000


PEERS = {"numpy_denoiser": numpy_denoiser, "numpy_lenet": numpy_lenet,
         "torch_denoiser": torch_denoiser, "torch_lenet": torch_lenet}


def peer(function, *arguments):
    """Seconds as a process of its own measures them."""
    out = subprocess.run(
        [sys.executable, __file__, "--serve", function, *map(str, arguments)], check=True,
        capture_output=True, text=True, env=ENVIRONMENT).stdout
    return float(out)


def torch_best(function, kind):
    return min(peer(function, threads, kind) for threads in (1, 2))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--job", choices=("denoiser", "lenet"), action="append")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", choices=("numpy", "torch"), action="append", default=[])
    parser.add_argument("--program", default=".build/release/patchwork")
    parser.add_argument("--serve", nargs="+", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        function, *rest = arguments.serve
        print(PEERS[function](*((int(rest[0]), rest[1]) if rest else ())))
        return
    jobs = {
        "denoiser": ("an epoch of 1,000 images in f64", patchwork_denoiser, "float64"),
        "lenet": ("an epoch of 60,000 images in f32; NumPy in f64", patchwork_lenet, "float32"),
    }
    for job in arguments.job or jobs:
        title, ours, kind = jobs[job]
        times = {"patchwork": [], "numpy": [], "torch": []}
        for _ in range(arguments.rounds):
            times["patchwork"].append(ours(arguments.program))
            if "numpy" not in arguments.without:
                times["numpy"].append(peer(f"numpy_{job}"))
            if "torch" not in arguments.without:
                times["torch"].append(torch_best(f"torch_{job}", kind))
        medians = {name: statistics.median(values) for name, values in times.items() if values}
        print(f"{job}: {title}")
        for name, seconds in medians.items():
            ratio = f"  ({seconds / medians['patchwork']:.2f} times ours)"
            print(f"  {name:<10}{seconds:8.4f} s{ratio if name != 'patchwork' else ''}")


if __name__ == "__main__":
    main()
