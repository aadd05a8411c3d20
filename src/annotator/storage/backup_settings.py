"""Where backups are kept, and how much room they may take: one answer for the window and the command line."""

import json
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from annotator.domain.errors import FileError, reason_of

MOST_BYTES = 2 << 30


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """most_bytes is for one project."""

    folder: Path
    most_bytes: int = MOST_BYTES


def backup_settings() -> BackupSettings:
    """Return what was chosen, else a folder among the person's data; what is damaged counts as none."""
    chosen: dict[str, object] = {}
    with suppress(OSError, ValueError):
        chosen = tomllib.loads(_file().read_text("utf-8"))
    folder, most = chosen.get("folder"), chosen.get("most_bytes")
    return BackupSettings(
        Path(folder) if isinstance(folder, str) and Path(folder).is_absolute() else own_folder(),
        most if isinstance(most, int) and most > 0 else MOST_BYTES,
    )


def keep_backup_settings(settings: BackupSettings) -> None:
    """Raises FileError."""
    file = _file()
    # JSON's strings and numbers are TOML's too.
    text = f"folder = {json.dumps(str(settings.folder))}\nmost_bytes = {settings.most_bytes}\n"
    part = file.with_suffix(".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, "utf-8")
        part.replace(file)
    except OSError as error:
        raise FileError("{path} cannot be written: {reason}.", path=file, reason=reason_of(error)) from error


def own_folder() -> Path:
    return user_data_path("Annotator", appauthor=False) / "backups"


def _file() -> Path:
    return user_config_path("Annotator", appauthor=False) / "backups.toml"
