"""Settings from `claimcheck.toml` or `[tool.claimcheck]` in `pyproject.toml`."""
