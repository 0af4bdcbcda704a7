"""`python -m pipeline`: the same as `kenmerk`."""

from __future__ import annotations

from pipeline.cli import main

if __name__ == "__main__":  # a worker process imports this module without running it
    main()
