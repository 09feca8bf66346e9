#!/usr/bin/env python3
"""What is locked here opens with age, and what age locks opens here.

    age.py AGECAT

age asks for a passphrase on a terminal, so it is given one.
"""
import os
import pty
import resource
import shutil
import subprocess
import sys
import tempfile

SIZES = [0, 1, 65535, 65536, 65537, 131072, 200000]
PASSPHRASE = 'four plain words here'


def age(args, answers):
    """Run age on a terminal of its own; whether it went well."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp('age', ['age'] + args)
    said = b''
    while True:
        try:
            more = os.read(terminal, 1000)
        except OSError:
            more = b''
        if not more:
            break
        said += more
        if answers and said.rstrip().endswith(b':'):
            os.write(terminal, answers.pop(0).encode() + b'\n')
            said = b''
    os.close(terminal)
    return os.waitpid(pid, 0)[1] == 0


def agecat(program, args, data):
    run = subprocess.run([program] + args, input=data, capture_output=True, timeout=60)
    return run.returncode, run.stdout


def words(size):
    return bytes(i * 7 % 251 for i in range(size))


def write(path, data):
    with open(path, 'wb') as file:
        file.write(data)


def read(path):
    """What a file holds: age makes none for no bytes."""
    if not os.path.exists(path):
        return b''
    with open(path, 'rb') as file:
        return file.read()


def ours_to_age(program, folder, size):
    status, locked = agecat(program, ['lock', PASSPHRASE, '10'], words(size))
    out = os.path.join(folder, 'out')
    write(os.path.join(folder, 'in.age'), locked)
    return status == 0 and age(['-d', '-o', out, os.path.join(folder, 'in.age')],
                               [PASSPHRASE]) and read(out) == words(size)


def age_to_ours(program, folder, size):
    plain, locked = os.path.join(folder, 'plain'), os.path.join(folder, 'locked')
    write(plain, words(size))
    if not age(['-p', '-o', locked, plain], [PASSPHRASE, PASSPHRASE]):
        return False
    return agecat(program, ['open', PASSPHRASE], read(locked)) == (0, words(size))


def another_passphrase(program, folder, size):
    """age refuses ours with another passphrase: else the first test says nothing."""
    _, locked = agecat(program, ['lock', PASSPHRASE, '10'], words(size))
    write(os.path.join(folder, 'in.age'), locked)
    return not age(['-d', '-o', os.path.join(folder, 'out'), os.path.join(folder, 'in.age')],
                   ['another'])


def on_a_small_machine(program, args, data):
    """With 300 MB of memory and no more."""
    def small():
        resource.setrlimit(resource.RLIMIT_AS, (300000 << 10, 300000 << 10))
    run = subprocess.run([program] + args, input=data, capture_output=True, timeout=60,
                         preexec_fn=small)
    return run.returncode, run.stdout, run.stderr.decode()


def ours_opens_with_little_memory(program, _folder, work):
    _, locked = agecat(program, ['lock', PASSPHRASE, str(work)], words(100))
    return on_a_small_machine(program, ['open', PASSPHRASE], locked)[:2] == (0, words(100))


def what_needs_more_is_told(program, _folder, work):
    """1 KiB for each of 2 to the power of the work: 1 GiB for 20."""
    _, locked = agecat(program, ['lock', PASSPHRASE, '10'], words(100))
    harder = locked.replace(b' 10\n', b' %d\n' % work, 1)
    status, out, said = on_a_small_machine(program, ['open', PASSPHRASE], harder)
    return status > 0 and out == b'' and 'has not enough memory' in said


def main():
    if not shutil.which('age'):
        print('1..0 # SKIP age is not installed')
        return 0
    tries = [(what, size) for what in (ours_to_age, age_to_ours) for size in SIZES]
    tries.append((another_passphrase, 1))
    starts = on_a_small_machine(sys.argv[1], ['open', PASSPHRASE], b'')[0] > 0
    if starts:
        tries += [(ours_opens_with_little_memory, work) for work in (16, 17)]
        tries.append((what_needs_more_is_told, 20))
    else:
        print('# a program with a sanitizer does not start with 300 MB of memory')
    print(f'1..{len(tries)}')
    for number, (what, size) in enumerate(tries, 1):
        with tempfile.TemporaryDirectory() as folder:
            well = what(sys.argv[1], folder, size)
        print(f'{"ok" if well else "not ok"} {number} {what.__name__} {size}')
    return 0


sys.exit(main())
