"""What labels are called in formats that part their lines at spaces."""

from collections.abc import Iterable


def without_space(label: str) -> str:
    return "_".join(label.split())


class LabelNames(dict[str, str]):
    """Names by labels, with underscores for space: each another, also of a label that turns up later.

    Those that can be called as they are keep their names.
    """

    def __init__(self, labels: Iterable[str]) -> None:
        known = dict.fromkeys(labels)
        super().__init__({label: label for label in known if without_space(label) == label})
        self.update({label: self[label] for label in known})

    def __missing__(self, label: str) -> str:
        name, taken = without_space(label), set(self.values())
        while name in taken:
            name += "_"
        self[label] = name
        return name

    def others(self) -> dict[str, str]:
        """Return the labels that are called otherwise, by their names."""
        return {name: label for label, name in self.items() if name != label}
