#!/usr/bin/env python3
"""What a private session leaves on the terminal, however it ends: no line of anybody's plan, neither
on the screen nor in the lines above it.

  traces.py PROGRAM FORMS      each way to end, on each kind of terminal, inside tmux
  traces.py --able-to-fail PROGRAM FORMS
                               a session that is not private must be found out
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

WORDS = "marmalade"  # what is typed, and must be nowhere afterwards
PATIENCE = 30
# A terminal, whether tmux gives it another screen, and how the session is shown.
TERMINALS = [("screen", "on", ""), ("screen", "off", ""), ("linux", "off", ""),
             ("vt100", "off", ""), ("linux", "off", "--plain")]
ENDS = ["quit", "hide", "stop", signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT]


class Pane:
    """A terminal of its own, with a shell that says when the program has ended."""

    def __init__(self, folder, terminal, screen, env, command):
        self.socket = os.path.join(folder, "tmux")
        conf = os.path.join(folder, "conf")
        with open(conf, "w") as f:
            f.write(f"set -g default-terminal {terminal}\n"
                    f"setw -g alternate-screen {screen}\nset -g status off\n")
        # A shell that can stop what it runs and go on with it; 147 says that it was stopped.
        script = (f"set -m; {command}; code=$?; if [ $code = 147 ]; then echo 'it was stopped';"
                  " read word; fg; code=$?; fi; echo 'it ended with' $code; exec cat")
        subprocess.run(["tmux", "-S", self.socket, "-f", conf, "new-session", "-d", "-x", "80",
                        "-y", "24", "bash", "-c", script], env=env, cwd=folder, check=True,
                       stderr=subprocess.DEVNULL)

    def tmux(self, *words):
        return subprocess.run(["tmux", "-S", self.socket, *words], capture_output=True, text=True,
                              check=False).stdout

    def shown(self):
        """The screen and all lines above it, and the other screen."""
        return self.tmux("capture-pane", "-p", "-J", "-S", "-") + \
            self.tmux("capture-pane", "-a", "-q", "-p")

    def wait(self, words, times=1):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            shown = self.shown()
            if any(shown.count(word) >= times for word in words):
                return shown
            time.sleep(0.02)
        raise AssertionError(f"{words} never came:\n{self.shown()}")

    def keys(self, *names):
        self.tmux("send-keys", *names)

    def close(self):
        self.tmux("kill-server")


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as f:
        return [int(word) for word in f.read().split()]


def worker(pane):
    """The process that holds the plan: the last of the line from the pane's shell."""
    pid = int(pane.tmux("display-message", "-p", "#{pane_pid}"))
    while children(pid):
        pid = children(pid)[0]
    return pid


def type_words(pane, plain):
    if plain:
        for line in ("3", WORDS + " on toast"):
            pane.wait(["Which section?"] if line == "3" else ["Answer:"])
            pane.keys(line, "Enter")
    else:
        pane.wait(["What is important to me"])
        pane.keys("3", "Enter")
        pane.wait(["What is important to you?"])
        pane.keys(WORDS + " on toast")
    pane.wait([WORDS])


def leave(pane, plain):
    pane.keys(*([".", "Enter", "quit", "Enter"] if plain else ["C-q"]))
    while "it ended with" not in pane.wait(["it ended with", "What is left"]):
        pane.keys("Enter")
        time.sleep(0.05)


def ask_to_stop(pane):
    pane.keys("Escape")
    pane.wait(["My support plan"])
    pane.keys("x")
    pane.wait(["More to do with the plan"])
    pane.keys(*["Down"] * 40, "Up", "Enter")


def come_back(pane, plain):
    pane.keys("Enter")
    if plain:
        pane.wait(["Press Enter to come back."])
        pane.keys("Enter")
    pane.wait(["Answer:" if plain else "My support plan"])


def stop(pane, plain):
    """To the shell, where nothing is to be seen, and back."""
    if plain:
        pane.keys("C-z")
    else:
        ask_to_stop(pane)
    shown = pane.wait(["it was stopped"])
    if WORDS in shown:
        return "what was typed is there while it is stopped:\n" + shown
    come_back(pane, plain)
    leave(pane, plain)
    return None


def end(pane, how, plain):
    if how == "quit":
        leave(pane, plain)
    elif how == "stop":
        return stop(pane, plain)
    elif how == "hide":
        pane.keys(*([".", "Enter", "hide", "Enter"] if plain else ["C-t"]))
        pane.wait(["Press Enter to come back."])
    else:
        return break_off(pane, how, plain)
    return None


def break_off(pane, how, plain):
    """What was typed and not read yet must not go to whoever has the terminal afterwards."""
    if plain:
        pane.keys(WORDS + " on a scone")
        pane.wait([WORDS + " on a scone"])
    os.kill(worker(pane), how)
    shown = pane.wait(["it ended with"])
    if "broke off" not in " ".join(shown.split()):
        return "it was not said what happened:\n" + shown
    # The shell's cat says each line once more, and so whatever was left to it.
    pane.keys("Enter", "that", "Enter")
    pane.wait(["that"], 2)
    return None


def run(program, forms, option, terminal, screen, mode, how):
    folder = tempfile.mkdtemp(prefix="traces-")
    env = {"PATH": os.environ["PATH"], "HOME": folder, "SUPPORTPLAN_FORMS": forms, "LC_ALL":
           "C.UTF-8", "SUPPORTPLAN_TODAY": "2026-11-21T14:02", "ASAN_OPTIONS": "handle_segv=0:handle_abort=0:detect_leaks=0"}
    subprocess.run([program, "new", "--form", "seven-questions", folder + "/plan.csv"], env=env,
                   check=True)
    pane = Pane(folder, terminal, screen, env, f"{program} {option} {mode} plan.csv")
    where = f"{option or 'at home'}, TERM={terminal}, another screen {screen}, {mode or 'screen'}, {how}"
    try:
        type_words(pane, bool(mode))
        fault = end(pane, how, bool(mode))
        shown = pane.shown()
        if WORDS in shown:
            fault = "what was typed is still there:\n" + shown
        return fault and f"{where}: {fault}"
    except AssertionError as e:
        return f"{where}: {e}"
    finally:
        pane.close()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    able = sys.argv[1] == "--able-to-fail"
    program, forms = (os.path.abspath(path) for path in sys.argv[-2:])
    if not shutil.which("tmux"):
        print("Not run: tmux is missing.")
        return 77
    if able:
        found = run(program, forms, "", "screen", "off", "", "quit")
        print(found)
        return 0 if found and "still there" in found else 1
    jobs = [(program, forms, "--private", *where, how) for where in TERMINALS for how in ENDS]
    jobs += [(program, forms, "", "linux", "off", "", how) for how in ENDS]
    with ThreadPoolExecutor(6) as pool:
        faults = [fault for fault in pool.map(lambda job: run(*job), jobs) if fault]
    print("\n".join(faults) or f"{len(jobs)} sessions ended, and left nothing.")
    return 1 if faults else 0


sys.exit(main())
