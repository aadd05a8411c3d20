"""The commands backup, restore and rescue."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.arguments import take_project

if TYPE_CHECKING:
    from annotator.domain.place import Place


def take_backup(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument(
        "out",
        metavar="OUT",
        type=Path,
        nargs="?",
        help="a new file; else one more of the project's backups",
    )


def backup_command(*, project: "Place", out: Path | None) -> None:
    """Copy a project, also while it is open elsewhere, and look the copy through."""
    from annotator.cli.output import progress_of, say
    from annotator.services import backing_up
    from annotator.services.projects import open_project

    with open_project(project) as opened, progress_of("Backing up") as progress:
        if out:
            backing_up.back_up_to(opened, out, progress)
            say(f"Backed up {project} to {out}.")
        else:
            say(f"Backed up {project} to {backing_up.back_up(opened, progress=progress).path}.")


def take_restore(parser: ArgumentParser) -> None:
    parser.add_argument("backup", metavar="BACKUP", type=Path, help="the backup, which stays as it is")
    parser.add_argument("project", metavar="PROJECT", type=Path, help="the project to make, under a new name")


def restore_command(*, backup: Path, project: Path) -> None:
    """Make a new project of a backup."""
    from annotator.cli.output import progress_of, say
    from annotator.services.backing_up import restore

    with progress_of("Restoring") as progress:
        restore(backup, project, progress)
    say(f"Restored {backup} as {project}.")


def take_rescue(parser: ArgumentParser) -> None:
    parser.add_argument("broken", metavar="BROKEN", type=Path, help="the damaged file, which stays as it is")
    parser.add_argument("new", metavar="NEW", type=Path, help="the project to make")


def rescue_command(*, broken: Path, new: Path) -> None:
    """Save what can be read of a damaged file as a new project, and say what could not be."""
    from annotator.cli.output import counted, progress_of, say
    from annotator.services.rescuing import rescue

    with progress_of("Rescuing") as progress:
        report = rescue(broken, new, progress)
    say(
        f"Rescued {counted(report.articles, 'article')} and {counted(report.annotations, 'annotation')} "
        f"of {broken} as {new}."
    )
    for loss in report.losses:
        say(f"  {loss}")
