"""The maker of the sample letters: `python -m samples.make` rewrites them, byte for byte."""
