"""Words as data: one YAML file per subject, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, ClassVar

import yaml

_Safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[misc, valid-type]  # libyaml's loader where it is there, else the slow one of the same make
    """Reads "no", "on" and "yes" as the words they are, not as truth values."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in _Safe.yaml_implicit_resolvers.items()
    }


@cache
def load(name: str) -> Any:
    """The content of `lexicon/NAME.yaml`. Callers must not change it."""
    text = resources.files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)
