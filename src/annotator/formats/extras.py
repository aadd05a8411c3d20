"""Libraries that only some formats need, and that are installed with the program only if asked for."""

import logging
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from annotator.domain.errors import FormatError


def extra(module: str, name: str, what: str) -> ModuleType:
    """Import a module of an extra; it logs nothing, since what is wrong with a file is told in its sentence.

    Raises FormatError, naming the extra, where it is not installed.
    """
    package = module.partition(".")[0]
    if find_spec(package) is None:
        raise FormatError("To read {what}, install annotator[{name}].", what=what, name=name)
    logging.getLogger(package).setLevel(logging.CRITICAL)
    return import_module(module)
