"""The settings that hold where the program was started."""

from __future__ import annotations

import os
from pathlib import Path

from claimcheck.config import Config, load_config


def settings(**flags: object) -> Config:
    """The settings that hold here, under the flags that were given."""
    return load_config(Path.cwd(), environment=os.environ, flags={name: flag for name, flag in flags.items() if flag})
