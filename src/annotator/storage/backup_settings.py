"""Where backups are kept, and how much room they may take: one answer for the window and the command line."""

import json
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from annotator.domain.errors import ProjectError, reason_of

_MOST_BYTES = 2 << 30


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """most_bytes is for one project."""

    folder: Path
    most_bytes: int


def backup_settings() -> BackupSettings:
    """Return what backups.toml among the person's settings says, if it is there and sound."""
    chosen: dict[str, object] = {}
    with suppress(OSError, ValueError):
        chosen = tomllib.loads(_file().read_text("utf-8"))
    folder, most = chosen.get("folder"), chosen.get("most_bytes")
    return BackupSettings(
        Path(folder) if isinstance(folder, str) and Path(folder).is_absolute() else _own_folder(),
        most if isinstance(most, int) and most > 0 else _MOST_BYTES,
    )


def use_folder(folder: Path) -> None:
    """Have backups made in another folder from now on. Raises ProjectError."""
    file, part = _file(), _file().with_suffix(".part")
    quoted = json.dumps(
        str(folder.absolute()), ensure_ascii=False
    )  # a string of TOML is written like one of JSON
    lines = [f"folder = {quoted}", f"most_bytes = {backup_settings().most_bytes}", ""]
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_text("\n".join(lines), "utf-8")
        part.replace(file)
    except OSError as error:
        raise ProjectError("{path} cannot be made: {reason}.", path=file, reason=reason_of(error)) from error


def _own_folder() -> Path:
    return user_data_path("Annotator", appauthor=False) / "backups"


def _file() -> Path:
    return user_config_path("Annotator", appauthor=False) / "backups.toml"
