"""Is this a Dutch word? The word list of OpenTaal, as a filter that is wrong once in 70 times.

    python -m pipeline.ocr.dictionary FOLDER      # the folder of the word list; writes words.bloom

A Bloom filter of 400,000 bytes: a word of the list is always known, 1.4 % of other strings are
known too, which is little against what it tells. The word list is © OpenTaal, opentaal.org
(Revised BSD License or CC BY 3.0).
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Final

LISTS: Final = ("basiswoorden-gekeurd.txt", "flexies-ongekeurd.txt")
FILE: Final = "words.bloom"
BITS: Final = 3_200_000
PROBES: Final = 6
SHORTEST: Final = 4  # letters; of three letters too much is a word
_AROUND: Final = re.compile(r"^[\W_]+|[\W_]+$")


def bare(text: str) -> str:
    """A word without what stands around it: '(Gemeente),' is 'Gemeente'."""
    return _AROUND.sub("", text)


@lru_cache(maxsize=16_384)
def is_known(word: str) -> bool:
    """Whether it stands in the word list, whatever its capitals; False for less than 4 letters."""
    if len(word) < SHORTEST:
        return False
    bits = _bits()
    return all(bits[place >> 3] >> (place & 7) & 1 for place in _places(word.lower()))


@cache
def _bits() -> bytes:
    return resources.files("pipeline.ocr").joinpath(FILE).read_bytes()


def _places(word: str) -> Iterator[int]:
    """The bits of a word."""
    digest = hashlib.blake2b(word.encode(), digest_size=16).digest()
    first, step = int.from_bytes(digest[:8], "big"), int.from_bytes(digest[8:], "big") | 1
    return ((first + step * probe) % BITS for probe in range(PROBES))


def _packed(words: Iterable[str]) -> bytes:
    bits = bytearray(BITS // 8)
    for word in words:
        for place in _places(word.lower()):
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def main(folder: Path) -> None:
    """Pack the lists in a folder."""
    lines = (line for name in LISTS for line in (folder / name).read_text("utf-8").splitlines())
    words = sorted({line.strip() for line in lines if len(line.strip()) >= SHORTEST})
    Path(__file__).with_name(FILE).write_bytes(_packed(words))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
