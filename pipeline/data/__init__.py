"""What the registers and the vocabulary read, and the command that makes it."""
