"""The ledger and the corpus that belong to a document: the nearest ones from its folder upwards."""

from __future__ import annotations

from pathlib import Path


def find_upwards(name: str, document: str) -> Path | None:
    """The nearest file or folder of that name, from the document's folder up to the root of its git repository.

    Outside of a repository the search ends at the current directory; outside of that, with the document's own folder.
    """
    here = Path.cwd()
    folder = here if document == "-" else Path(document).absolute().parent
    for place in _folders(folder, here):
        if (place / name).exists():
            found = place / name
            return found.relative_to(here) if found.is_relative_to(here) else found
    return None


def _folders(folder: Path, here: Path) -> list[Path]:
    above = [folder, *folder.parents]
    last = next((place for place in above if (place / ".git").exists()), here if here in above else folder)
    return above[: above.index(last) + 1]
