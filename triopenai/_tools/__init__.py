"""The generator and the repository's checks; imported by nothing, and not in the wheel."""
