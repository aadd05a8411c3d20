"""Libraries that only some formats need, and that are installed with the program only if asked for."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from annotator.domain.errors import FormatError


def extra(module: str, name: str, what: str) -> ModuleType:
    """Import a module of an extra; raises FormatError, naming the extra, where it is not installed."""
    if find_spec(module.partition(".")[0]) is None:
        raise FormatError("To read {what}, install annotator[{name}].", what=what, name=name)
    return import_module(module)
