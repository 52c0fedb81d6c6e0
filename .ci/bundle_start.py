"""Starts Paradak from the one file it is in, with this Python's own library and no other."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Paradak needs Python 3.11 or newer; this one is " + sys.version.split()[0])

sys.dont_write_bytecode = True
sys.pycache_prefix = None  # a variable may name a folder where somebody compiled something else

import os


def _is_pythons_own(place):
    """Whether a part of the standard library lies there; the compiled part has its own folder."""
    library = os.path.dirname(os.__file__)
    compiled = os.path.basename(place) in {"lib-dynload", "DLLs"}
    return place == library or compiled or (os.name == "nt" and place == os.path.dirname(library))


sys.path[1:] = filter(_is_pythons_own, sys.path[1:])

from tui.__main__ import main

sys.exit(main())
