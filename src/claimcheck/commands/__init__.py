"""What the commands do once their options are read: each returns its exit code."""
