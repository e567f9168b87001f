#!/usr/bin/env python3
"""Looks at the machine code of the loops that multiply and add: does any keep its sums on the stack?

    swift build -c release --product patchwork-bench
    python3 Sources/patchwork-bench/spills.py [--loops 12] [BINARY]

Prints the innermost loops with the most vector multiply-adds, and how many vectors each loads from
the stack or stores there in a round. A tile whose sums all lie in registers has none. Exits with 1 if
a loop of eight multiply-adds or more has one. Needs objdump (binutils); x86-64 only.
"""
import argparse
import re
import subprocess
import sys

INSTRUCTION = re.compile(r"^\s*([0-9a-f]+):\s+(\S+)\s*(.*)$")
FUNCTION = re.compile(r"^[0-9a-f]+ <(.+)>:$")


def functions(binary):
    """Every function that multiplies and adds: its name and its instructions."""
    process = subprocess.Popen(
        ["objdump", "-d", "--no-show-raw-insn", binary], stdout=subprocess.PIPE, text=True)
    name, body = None, []
    for line in process.stdout:
        if match := FUNCTION.match(line):
            if any("fmadd" in operation for _, operation, _ in body):
                yield name, body
            name, body = match[1], []
        elif match := INSTRUCTION.match(line):
            body.append((int(match[1], 16), match[2], match[3]))
    if any("fmadd" in operation for _, operation, _ in body):
        yield name, body


def loops(body):
    """The innermost loops: what lies between a jump back and its target, without such a jump inside."""
    places = {address: place for place, (address, _, _) in enumerate(body)}
    spans = []
    for place, (address, operation, operands) in enumerate(body):
        target = re.match(r"([0-9a-f]+)", operands) if operation.startswith("j") else None
        start = places.get(int(target[1], 16)) if target else None
        if start is not None and start <= place:
            spans.append((start, place))
    for span in spans:
        if not any(other != span and span[0] <= other[0] and other[1] <= span[1] for other in spans):
            yield body[span[0] : span[1] + 1]


def is_multiply_add(operation):
    return operation.startswith("vf") and "add" in operation and operation.endswith(("ps", "pd"))


def is_spill(operation, operands):
    return operation.startswith("vmov") and "(%rsp" in operands


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("binary", nargs="?", default=".build/release/patchwork-bench")
    parser.add_argument("--loops", type=int, default=12)
    arguments = parser.parse_args()
    found = []
    for name, body in functions(arguments.binary):
        for loop in loops(body):
            sums = sum(is_multiply_add(operation) for _, operation, _ in loop)
            spills = sum(is_spill(operation, operands) for _, operation, operands in loop)
            found.append((sums, spills, len(loop), name))
    found.sort(key=lambda loop: (-loop[0], loop[3]))
    print(f"{'multiply-adds':>13} {'on the stack':>13} {'instructions':>13}  function")
    for sums, spills, length, name in found[: arguments.loops]:
        print(f"{sums:>13} {spills:>13} {length:>13}  {name[:100]}")
    bad = [loop for loop in found if loop[0] >= 8 and loop[1]]
    print(f"\n{len(found)} loops multiply and add; {len(bad)} of eight multiply-adds or more spill")
    for sums, spills, length, name in bad:
        print(f"{sums:>13} {spills:>13} {length:>13}  {name[:100]}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
