"""From reports to text: one module per output format."""
