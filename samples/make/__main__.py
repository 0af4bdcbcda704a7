"""`python -m samples.make [NAME…]`: rewrite the sample letters with their truth and notes."""

from __future__ import annotations

import sys
from pathlib import Path

from samples.make.letters import MAKERS

SAMPLES = Path(__file__).parents[1]


def main(wanted: list[str]) -> int:
    """Make the letters named, or all of them; 2 where a name is unknown."""
    unknown = sorted(set(wanted) - set(MAKERS))
    if unknown:
        print(
            f"no such sample: {', '.join(unknown)}; there are {', '.join(MAKERS)}", file=sys.stderr
        )
        return 2
    for name in wanted or MAKERS:
        folder = SAMPLES / name
        folder.mkdir(exist_ok=True)
        MAKERS[name](folder)
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
