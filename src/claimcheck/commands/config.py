"""`claimcheck config`: each setting and where it was set."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from claimcheck.config import DEFAULT, SETTINGS, Config, PathRule
from claimcheck.renderers.visible import visible


def show(config: Config) -> None:
    """Prints a line for each setting, and below it its rules by path."""
    for setting in SETTINGS:
        origin = config.origin(setting.name)
        value = setting.unset if origin == DEFAULT else _written(getattr(config, setting.name), setting.nothing)
        sys.stdout.write(f"{setting.name} = {visible(value) or '(none)'}  [{visible(origin)}]\n")
    for rule in config.ignore:
        sys.stdout.write(f"  {visible(rule.path)}: {', '.join(rule.codes) or 'every code'} ({visible(rule.reason)})\n")


def _written(value: object, nothing: str) -> str:
    if isinstance(value, Path):
        return os.path.relpath(value)
    if isinstance(value, tuple):
        return ", ".join(item.path if isinstance(item, PathRule) else str(item) for item in value)
    return nothing if value is None else str(value)
