"""One value held against another, field by field: what is the same, what agrees, what conflicts, what is not said."""
