"""`python -m lifecycle` is the command `lifecycle`."""

from __future__ import annotations

import sys

from lifecycle.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
