"""The set-up holds together: locks, versions, the commands the README names."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import tui

ROOT = Path(__file__).parents[1]
LOCKS = [
    ROOT / ".ci" / name
    for name in ("requirements.txt", "requirements-build.txt", "requirements-dev.txt")
]
READMES = sorted([ROOT / "README.md", *ROOT.glob("docs/README.*.md")])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKED_LINE = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9a-z.]+)(?: ; [a-z_]+ [!=]= '[A-Za-z0-9]+')?"
    r"(?P<hashes>(?: --hash=sha256:[0-9a-f]{64}){2,})"
)


def locked_lines(text: str) -> list[str]:
    return re.sub(r" \\\n\s*", " ", text).splitlines()


def pins(lock: Path) -> dict[str, str]:
    matches = map(LOCKED_LINE.fullmatch, locked_lines(lock.read_text(encoding="utf-8")))
    return {match["name"]: match["version"] for match in matches if match}


def for_a_build() -> dict[str, str]:
    """What a build finds, which comes after what the program needs."""
    return pins(ROOT / ".ci" / "requirements.txt") | pins(ROOT / ".ci" / "requirements-build.txt")


def requirements(words: list[str]) -> list[Requirement]:
    return [Requirement(word) for word in words]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_only_pins_and_at_least_two_hashes_each(lock: Path) -> None:
    lines = locked_lines(lock.read_text(encoding="utf-8"))
    assert lines
    assert [line for line in lines if not LOCKED_LINE.fullmatch(line)] == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://index.example/simple",
        "# made by: a command --find-links /home/me/wheels",
        "rich @ file:///home/me/rich.whl --hash=sha256:" + "0" * 64,
        "rich==15.0.0",
        "rich==15.0.0 --hash=sha256:" + "0" * 64,
    ],
)
def test_a_place_or_a_missing_hash_would_be_noticed(line: str) -> None:
    assert not LOCKED_LINE.fullmatch(line)


def test_the_locks_agree() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in pins(lock).items():
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements", PROJECT["project"]["dependencies"]),
        ("requirements-build", PROJECT["dependency-groups"]["build"]),
        ("requirements-dev", PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_what_the_project_asks_for_is_locked(lock: str, wanted: list[str]) -> None:
    locked = pins(ROOT / ".ci" / f"{lock}.txt")
    for requirement in requirements(wanted):
        assert requirement.specifier.contains(locked[requirement.name]), requirement


def test_what_a_build_asks_for_is_locked() -> None:
    locked = for_a_build()
    for requirement in requirements(PROJECT["build-system"]["requires"]):
        assert requirement.specifier.contains(locked[requirement.name]), requirement


def test_textual_is_pinned_exactly() -> None:
    textual = pins(ROOT / ".ci" / "requirements.txt")["textual"]
    assert f"textual=={textual}" in PROJECT["project"]["dependencies"]


def test_the_newest_heading_of_the_changelog_is_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[?([^\s\]]+)", text, re.MULTILINE)
    assert newest
    assert newest[1] == tui.__version__


@pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.name)
def test_make_knows_every_target_a_readme_names(readme: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    code = re.findall(r"```.*?```|`[^`\n]+`", readme.read_text(encoding="utf-8"), re.DOTALL)
    named = set(re.findall(r"\bmake ([a-z]+)", "\n".join(code)))
    assert {"run", "test"} <= named
    assert named - targets == set()


def run_system_packages(folder: Path, **programs: str) -> subprocess.CompletedProcess[str]:
    """Run the script where nothing but a shell's basics and the given programs exist."""
    for name in ("cat", "dirname", "sed", "sh"):
        (folder / name).symlink_to(shutil.which(name) or name)
    for name, body in programs.items():
        program = folder / name.replace("_", "-")
        program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        program.chmod(0o755)
    return subprocess.run(
        [ROOT / ".ci" / "system-packages.sh"],
        env={**os.environ, "PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_root_the_missing_packages_are_named(tmp_path: Path) -> None:
    dpkg = 'for name; do :; done; [ "$name" != tmux ] || echo installed'
    result = run_system_packages(tmp_path, dpkg_query=dpkg, id="echo 1000")
    assert result.returncode == 1
    assert "apt-get install --no-install-recommends strace poppler-utils" in result.stderr
    assert "tmux" not in result.stderr


def test_where_debian_is_not_the_missing_commands_are_named(tmp_path: Path) -> None:
    result = run_system_packages(tmp_path, tmux=":")
    assert result.returncode == 1
    assert "strace (strace) pdftotext (poppler-utils)" in result.stderr
    assert "tmux" not in result.stderr


def test_where_nothing_is_missing_nothing_is_said(tmp_path: Path) -> None:
    result = run_system_packages(tmp_path, dpkg_query="echo installed")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_as_root_on_debian_only_what_is_missing_is_installed(tmp_path: Path) -> None:
    dpkg = 'for name; do :; done; [ "$name" != tmux ] || echo installed'
    log = tmp_path / "log"
    result = run_system_packages(
        tmp_path, dpkg_query=dpkg, id="echo 0", apt_get=f'echo "$DEBIAN_FRONTEND $*" >> {log}'
    )
    assert result.returncode == 0
    update, install = log.read_text(encoding="utf-8").splitlines()
    assert update.endswith("update")
    assert install.startswith("noninteractive ")
    assert "--no-install-recommends strace poppler-utils" in install
    assert "tmux" not in install
