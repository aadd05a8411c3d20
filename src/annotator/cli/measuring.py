"""The command that measures: how far annotators agree."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from annotator.cli.arguments import take_json, take_project, text
from annotator.domain.measures import Tokenizer


def take_agreement(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument(
        "--tokenizer",
        type=Tokenizer,
        choices=[*Tokenizer],
        default=Tokenizer.ARABIC,
        help="what the tokens of alpha and kappa are: words and punctuation of Arabic, or what stands "
        "between spaces; arabic",
    )
    parser.add_argument(
        "--annotators", metavar="A,B,…", type=_names, default=[], help="only these; all of the project"
    )
    take_json(parser)


def agreement_command(*, project: Path, tokenizer: Tokenizer, annotators: list[str], as_json: bool) -> None:
    """Measure how far annotators agree on the articles that at least two of them have submitted."""
    from annotator.cli.output import print_json, progress_of
    from annotator.services import agreement_json
    from annotator.services.measuring import agreement
    from annotator.services.projects import open_project

    with open_project(project) as opened, progress_of("Comparing") as progress:
        found = agreement(opened, annotators=annotators, tokenizer=tokenizer, progress=progress)
    if as_json:
        print_json(agreement_json.as_json(found))
        return
    from annotator.cli.agreement_tables import print_tables

    print_tables(found)


def _names(argument: str) -> list[str]:
    names = [name.strip() for name in text(argument).split(",")]
    if not all(names):
        raise ArgumentTypeError(f"there is a name missing in {argument!r}")
    return names
