"""The keywords of every method, for type checkers. Generated: do not edit."""
