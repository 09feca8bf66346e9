#!/usr/bin/env python3
"""Is the program built so that a fault of ours ends it, and no more?

Usage: hardened.py PROGRAM [--sanitized]
       hardened.py --able-to-fail

Reads what readelf (binutils) says of it, and what the kernel says while it runs. With sanitizers the checks of the C library are theirs.
"""
import re
import subprocess
import sys


def told(*words):
    return subprocess.run(["readelf", "-W", *words], capture_output=True, text=True,
                          check=True).stdout


def amiss(headers, dynamic, symbols, sanitized):
    """What is not as it should be."""
    stack = re.search(r"GNU_STACK .* (\S+) +0x\S+$", headers, re.M)
    wanted = {
        "it is at the same place in memory each time": re.search(r"Type: +DYN", headers),
        "its stack can be run": stack and "E" not in stack.group(1),
        "its tables can be written": "GNU_RELRO" in headers,
        "its tables are filled in late": re.search(r"BIND_NOW|Flags:.*\bNOW\b", dynamic),
    }
    if not sanitized:
        wanted["its stack is not watched"] = "__stack_chk_fail" in symbols
        wanted["its copies are not watched"] = re.search(r"__(memcpy|snprintf|vsnprintf)_chk",
                                                         symbols)
    return [what for what, good in wanted.items() if not good]


def keeps_core(program):
    """Whether a core file could be written of it, while it runs."""
    with subprocess.Popen([program, "--plain"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as running:
        running.stdout.read(1)
        with open("/proc/%d/limits" % running.pid, encoding="utf-8") as limits:
            most = re.search(r"^Max core file size +(\S+)", limits.read(), re.M).group(1)
        running.stdin.close()
        running.stdout.read()
    return most != "0"


def able_to_fail():
    good = ("Type: DYN\n GNU_STACK 0x0 0x0 0x0 0x0 0x0 RW  0x10\n GNU_RELRO", "BIND_NOW",
            "__stack_chk_fail __memcpy_chk")
    bad = ("Type: EXEC\n GNU_STACK 0x0 0x0 0x0 0x0 0x0 RWE 0x10\n", "", "")
    sys.exit(amiss(*good, False) != [] or len(amiss(*bad, False)) != 6)


if sys.argv[1] == "--able-to-fail":
    able_to_fail()
program = sys.argv[1]
faults = amiss(told("-h", "-l", program), told("-d", program), told("--dyn-syms", program),
               "--sanitized" in sys.argv)
if keeps_core(program):
    faults.append("a core file of it can be written")
sys.exit("\n".join(faults) or 0)
