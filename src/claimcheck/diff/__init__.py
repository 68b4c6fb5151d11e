"""Two versions of a text: what changed in what it claims."""
