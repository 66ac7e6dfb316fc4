"""bin/setup and bin/setup.py: which Python is taken, and what is said when the environment cannot be made."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.operations.processes import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The least that bin/setup needs, with requirements of nothing."""
    shutil.copytree(ROOT / "bin", tmp_path / "bin")
    (tmp_path / "requirements.txt").write_text("# nothing\n")
    return tmp_path


@pytest.fixture
def script(project: Path) -> ModuleType:
    """bin/setup.py as a module, at work in that project."""
    spec = importlib.util.spec_from_file_location("kitchen_setup", project / "bin" / "setup.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def set_up(project: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    env = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **environment}
    return subprocess.run(["/bin/sh", "bin/setup"], cwd=project, env=env, capture_output=True, text=True, check=False)


def pretend(directory: Path, name: str, script: str) -> None:
    directory.mkdir(exist_ok=True)
    (directory / name).write_text(f"#!/bin/sh\n{script}\n")
    (directory / name).chmod(0o755)


def only(project: Path, name: str, script: str) -> dict[str, str]:
    """An environment in which this is the only Python there is."""
    directory = project / "programs"
    pretend(directory, name, script)
    for tool in ("dirname", "sh"):
        (directory / tool).symlink_to(shutil.which(tool) or f"/bin/{tool}")
    return {"PATH": str(directory)}


def test_an_environment_is_made_once(project: Path) -> None:
    first = set_up(project, PYTHON=sys.executable)
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("Making .venv with Python 3.")
    assert (project / ".venv" / "bin" / "python").exists()
    assert set_up(project).stdout == ""
    requirements = project / "requirements.txt"
    requirements.write_text("./no-such-directory\n")
    for _ in range(2):  # what failed is tried again
        refused = set_up(project)
        assert refused.returncode == 1
        assert refused.stdout.startswith("Installing the packages")
        assert refused.stderr.startswith("The packages could not be installed: ")
        assert refused.stderr.count("\n") == 1
    requirements.write_text("# something else\n")
    assert set_up(project).returncode == 0
    (project / ".venv" / "bin" / "python").unlink()  # as when the Python it was made of was removed
    assert set_up(project, PYTHON=sys.executable).stdout.startswith("Making .venv")


def test_a_python_that_is_too_old(project: Path) -> None:
    says = 'case "$*" in *--suits) exit 3;; *) echo 3.9.2;; esac'
    refused = set_up(project, **only(project, "python3", says))
    assert refused.returncode == 1
    assert refused.stderr.startswith("Kitchen needs Python 3.11, 3.12 or 3.13; this machine has 3.9.2. Install one")


def test_no_python_at_all(project: Path) -> None:
    refused = set_up(project, **only(project, "nothing", "exit 1"))
    assert refused.returncode == 1
    assert "and found none. Install one (Debian and Ubuntu: sudo apt install python3 python3-venv" in refused.stderr


def test_a_python_without_venv(project: Path, script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "can_make_venv", lambda: False)
    assert script.main(["--suits"]) == script.NO_VENV
    told = script.set_up()
    assert "its modules venv and ensurepip are missing: run `sudo apt install python3-venv`" in told


def test_a_python_with_venv_is_preferred(project: Path) -> None:
    """The newest lacks it, an older one has it."""
    directory = project / "programs"
    pretend(directory, "python3.13", "exit 4")
    pretend(directory, "python3.12", 'case "$*" in *--suits) exit 0;; *) echo taken;; esac')
    assert set_up(project, PATH=f"{directory}:{os.environ['PATH']}").stdout == "taken\n"


def test_no_room(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "ROOM", 1 << 60)
    assert script.set_up().startswith("There is too little disk space:")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("error: command 'gcc' failed: No such file or directory", "there is no C compiler: run `"),
        ("error: command '/usr/bin/x86_64-linux-gnu-gcc' failed with exit code 1", "there is no C compiler: run `"),
        ("fatal error: Python.h: No such file or directory", "there is no C compiler: run `"),
        (
            "NewConnectionError: Temporary failure in name resolution\nERROR: No matching distribution found for odd",
            "the package index cannot be reached: connect this machine to the network",
        ),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "the disk is full"),
        ("ERROR: No matching distribution found for odd==1.0", "there is no odd==1.0 for"),
        ("ERROR: Something nobody has seen\nWARNING: And this", "Something nobody has seen ("),
        ("", "it gave no reason"),
    ],
)  # fmt: skip
def test_what_pip_says_is_told(script: ModuleType, said: str, told: str) -> None:
    assert told in script.reason(said)
