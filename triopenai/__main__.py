"""``python -m triopenai``: see ``python -m triopenai --help``."""

from __future__ import annotations

import sys

from triopenai._cli.command import main

if __name__ == "__main__":
    sys.exit(main())
