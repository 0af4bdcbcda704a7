"""A measuring ground: letters written with their truth, aged in tiers, the same for the same seed.

A family writes a letter through a `Writer` (writer.py), Typst sets it (typeset.py), the places of
its marks become the truth (truth.py), and a tier makes the file that somebody would have of it.
"""
