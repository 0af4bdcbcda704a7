"""How fast and how well pages are read, beside others: `make bench` (see README.md in this folder)."""
