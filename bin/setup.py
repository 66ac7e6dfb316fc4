"""Makes .venv with the pinned requirements, or says in one sentence why it cannot.

Standard library only, and readable by Pythons that are too old, so that they can be told.
"""

import fcntl
import hashlib
import importlib.util
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements.txt"
STAMP = VENV / ".requirements"
LOG = VENV / "setup.log"

OLDEST, NEWEST = (3, 11), (3, 13)
ROOM = 1 << 30  # bytes; the packages take about half of it
WRONG_VERSION, NO_VENV = 3, 4

COMPILER = (
    "sudo apt install build-essential python3-dev" if sys.platform.startswith("linux") else "xcode-select --install"
)
# What pip says, and what it means; the first that fits is told.
REASONS = (
    (
        r"No space left on device|Errno 28",
        "the disk is full: free some space and start again",
    ),
    (
        (
            r"Python\.h: No such file|error: command '\S*(?:gcc|g\+\+|cc|clang)\S*'|unable to execute '\S*cc'"
            r"|No such file or directory: '?\S*(?:gcc|cc)\b|No C compiler|xcode-select|[Uu]nknown compiler"
        ),
        f"a package has to be compiled and there is no C compiler: run `{COMPILER}` and start again",
    ),
    (
        (
            r"name resolution|nodename nor servname|Network is unreachable|NewConnectionError|ConnectTimeout"
            r"|ReadTimeout|Connection refused|No route to host|ProxyError|timed out|Max retries exceeded"
        ),
        "the package index cannot be reached: connect this machine to the network and start again",
    ),
    (
        r"SSLError|CERTIFICATE_VERIFY_FAILED",
        "the package index has a certificate that this machine does not trust: mend its certificates and start again",
    ),
    (
        r"Permission denied",
        f"this user may not write {VENV}: run it as the user who owns the directory, or remove it",
    ),
)


def main(arguments: list) -> int:
    if "--is-fresh" in arguments:
        return 0 if is_fresh() else 1
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        print(f"Kitchen needs Python 3.11, 3.12 or 3.13, and {sys.executable} is {platform.python_version()}.")
        return WRONG_VERSION
    if "--suits" in arguments:
        return 0 if can_make_venv() else NO_VENV
    with Path(__file__).open() as own_file:
        # Two starts at once: the second waits, and finds the work done.
        fcntl.flock(own_file, fcntl.LOCK_EX)
        fault = None if is_fresh() else set_up()
    if fault:
        print(fault, file=sys.stderr)
    return 1 if fault else 0


def wanted() -> str:
    """What the stamp says when .venv is up to date."""
    return f"{sys.version_info[0]}.{sys.version_info[1]} {hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()}"


def is_fresh() -> bool:
    return STAMP.is_file() and STAMP.read_text() == wanted() and works()


def works() -> bool:
    """Whether .venv has a Python of this version that has pip; one that was moved or broken off has not."""
    if not PYTHON.exists():
        return False
    if Path(sys.prefix) == VENV:
        return importlib.util.find_spec("pip") is not None
    question = "import sys, pip; print(*sys.version_info[:2], sep='.')"
    answer = subprocess.run([str(PYTHON), "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == f"{sys.version_info[0]}.{sys.version_info[1]}"


def can_make_venv() -> bool:
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def set_up() -> "str | None":
    """Make .venv and install; a sentence when that fails, else None."""
    free = shutil.disk_usage(ROOT).free
    if free < ROOM:
        return f"There is too little disk space: {free >> 20} MB are free here, and setting up takes {ROOM >> 20} MB."
    if not works():
        if not can_make_venv():
            return (
                f"{sys.executable} cannot make an environment, as its modules venv and ensurepip are missing: "
                "run `sudo apt install python3-venv` (Debian and Ubuntu) and start again."
            )
        print(f"Making .venv with Python {platform.python_version()}.", flush=True)
        fault = run([sys.executable, "-m", "venv", "--clear", str(VENV)], "The environment .venv could not be made")
        if fault:
            return fault
    print("Installing the packages of requirements.txt; this is done once and takes about a minute.", flush=True)
    install = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--requirement", str(REQUIREMENTS)]
    fault = run(install, "The packages could not be installed")
    if not fault:
        STAMP.write_text(wanted())
    return fault


def run(command: list, what_failed: str) -> "str | None":
    """Run it with its words going to the log; a sentence when it fails, else None."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if VENV.is_dir():
        LOG.write_text(done.stdout)
    return f"{what_failed}: {reason(done.stdout)}." if done.returncode else None


def reason(output: str) -> str:
    for pattern, sentence in REASONS:
        if re.search(pattern, output):
            return sentence
    missing = re.search(r"No matching distribution found for (\S+)", output)
    if missing:
        return f"there is no {missing[1]} for Python {platform.python_version()} on {platform.platform()}"
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["it gave no reason"]
    complaints = [line[len("ERROR: ") :] for line in lines if line.startswith("ERROR: ")] or lines[-1:]
    return f"{complaints[-1].rstrip('.')} ({LOG} has the rest)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
