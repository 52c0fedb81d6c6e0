"""Writes Paradak as one file for a stick; by default dist/paradak.pyz.

It holds what the wheel holds, the libraries as they are locked, in pure Python, and all of it
compiled for this Python; any other compiles what it needs at every start. Nothing is packed: what
packs differs from system to system. The same sources and the same Python give the same bytes.
"""

import re
import sys
import zipfile
from base64 import urlsafe_b64encode
from hashlib import sha256
from importlib.metadata import PackagePath, distribution
from io import SEEK_END, BytesIO
from pathlib import Path
from py_compile import PycInvalidationMode
from py_compile import compile as compile_file
from tempfile import TemporaryDirectory

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parents[1]
LIBRARIES = ("platformdirs", "pyyaml", "rich", "textual", "typing-extensions")
"""What of the lock is ever imported; a tour through every screen proves that it is enough."""
START = "__main__.py"
FIRST_LINE = b"#!/usr/bin/env python3\n"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
PLAIN_FILE, UNIX = 0o100644, 3


def main(target: Path) -> None:
    """Writes the file, and the line that `sha256sum` writes of it."""
    files: dict[str, bytes] = {}
    for name in LIBRARIES:
        files |= library(name)
    files |= program()
    files |= compiled(files)
    files[START] = (ROOT / ".ci" / "bundle_start.py").read_bytes()
    files["built-with.txt"] = "Python {}.{}\n".format(*sys.version_info).encode()
    data = packed(files)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    sys.stdout.write(f"{sha256(data).hexdigest()}  {target.name}\n")


def program() -> dict[str, bytes]:
    """What of the wheel is needed to run, by name, and its licence."""
    with TemporaryDirectory() as folder:
        (wheel,) = WheelBuilder(str(ROOT)).build(directory=folder, versions=["standard"])
        with zipfile.ZipFile(wheel) as built:
            names = [name for name in built.namelist() if name.startswith("tui/")]
            files = {name: built.read(name) for name in names}
    return files | {"licenses/paradak/LICENSE": (ROOT / "LICENSE").read_bytes()}


def library(name: str) -> dict[str, bytes]:
    """The sources and the licences of an installed library, by name."""
    found = distribution(name)
    lock = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
    if not re.search(rf"^{name}=={re.escape(found.version)} ", lock, re.MULTILINE):
        sys.exit(f"{name} {found.version} is not what is locked; run: make clean bundle")
    files = {}
    for file in found.files or ():
        if file.suffix == ".py":
            files[file.as_posix()] = installed(file)
        elif "licenses" in file.parts:
            files[f"licenses/{name}/{file.name}"] = installed(file)
    return files


def installed(file: PackagePath) -> bytes:
    """The file as it was when it was installed."""
    data = Path(str(file.locate())).read_bytes()
    checksum = urlsafe_b64encode(sha256(data).digest()).rstrip(b"=").decode()
    if not file.hash or file.hash.value != checksum:
        sys.exit(f"{file} was changed since it was installed; run: make clean bundle")
    return data


def compiled(files: dict[str, bytes]) -> dict[str, bytes]:
    """The bytecode of all sources, by name; it knows no folder, and is never checked with them.

    Python writes a text otherwise if this process holds the same one already. So it holds them all
    beforehand: single letters, the name of the file, and what stands in it.
    """
    for number in range(256):
        sys.intern(chr(number))
    done = {}
    with TemporaryDirectory() as folder:
        source, bytecode = Path(folder, "source"), Path(folder, "bytecode")
        for name, data in files.items():
            if name.endswith(".py"):
                source.write_bytes(data)
                held = sys.intern(name), compile(data, name, "exec", dont_inherit=True)
                unchecked = PycInvalidationMode.UNCHECKED_HASH
                compile_file(str(source), str(bytecode), held[0], True, 0, unchecked)
                done[f"{name}c"] = bytecode.read_bytes()
    return done


def packed(files: dict[str, bytes]) -> bytes:
    """A zip that Python runs, and that says nothing of when, where and by whom it was made."""
    archive = BytesIO(FIRST_LINE)
    archive.seek(0, SEEK_END)
    with zipfile.ZipFile(archive, "w") as target:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system, entry.external_attr = UNIX, PLAIN_FILE << 16
            target.writestr(entry, files[name])
    return archive.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "dist" / "paradak.pyz")
