"""The keywords of every event, for type checkers. Generated: do not edit."""
