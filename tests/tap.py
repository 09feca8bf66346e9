"""Cases of a test that is told in lines, one by one: each has a stage of its own, which collects what
was found wrong in `faults` and is closed at the end. ONLY=NAME in the environment runs one."""
import os


def run(cases, stage):
    only = os.environ.get("ONLY")
    cases = [case for case in cases if not only or case.__name__ == only]
    print("1..%d" % len(cases))
    for number, case in enumerate(cases, 1):
        on = stage()
        case(on)
        on.close()
        for fault in on.faults[:5]:
            print("# " + fault.replace("\n", "\n# "))
        print("%s %d %s" % ("not ok" if on.faults else "ok", number, case.__name__), flush=True)
