"""When a value counts as right.

Exact: equal after Unicode NFC and with white space collapsed. Lenient depends on what the value is:

- words (organisation, person, role, address, place, subject, enclosure, cell): the same digits in
  the same order, and a rapidfuzz ratio of at least 90 between the casefolded texts without
  punctuation. So one misread letter in ten is forgiven, and no misread digit;
- a description of a budget line: a rapidfuzz token set ratio of at least 75 (the letter gives no
  single right wording: 'netwerkregisseur' and 'inzet netwerkregisseur' are both in order);
- codes (dates, ids, references, postcodes, telephone numbers, e-mail addresses, amounts): nothing
  but white space is forgiven.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from scipy.optimize import linear_sum_assignment

WORDS_ALIKE = 90.0
DESCRIPTIONS_ALIKE = 75.0
NO_LENIENCE = {
    "date",
    "replies_to",
    "references.ours",
    "references.yours",
    "organisation_id",
    "postcode",
    "email",
    "phone",
}


def spaced(text: str) -> str:
    """Unicode NFC, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def folded(text: str) -> str:
    """Casefolded, without punctuation, white space collapsed."""
    return " ".join(re.sub(r"[\W_]+", " ", spaced(text).casefold()).split())


def exact(truth: str, said: str) -> bool:
    return spaced(truth) == spaced(said)


def lenient_words(truth: str, said: str) -> bool:
    if re.findall(r"\d", truth) != re.findall(r"\d", said):
        return False
    return exact(truth, said) or fuzz.ratio(folded(truth), folded(said)) >= WORDS_ALIKE


def lenient_code(truth: str, said: str) -> bool:
    return "".join(spaced(truth).split()) == "".join(spaced(said).split())


def lenient_description(truth: str | None, said: str | None) -> bool:
    if truth is None or said is None:
        return truth is said
    return exact(truth, said) or (
        fuzz.token_set_ratio(folded(truth), folded(said)) >= DESCRIPTIONS_ALIKE
    )


def lenient(path: str, truth: str, said: str) -> bool:
    """Lenient as befits the leaf that the path ends in."""
    strict = path in NO_LENIENCE or path.rpartition(".")[2] in NO_LENIENCE
    return lenient_code(truth, said) if strict else lenient_words(truth, said)


def best_pairs(scores: NDArray[np.float64], least: float) -> list[tuple[int, int]]:
    """The pairing of rows with columns that has the highest sum; pairs below `least` are none."""
    if not scores.size:
        return []
    wanted = np.where(scores >= least, scores, 0.0)
    rows, columns = linear_sum_assignment(wanted, maximize=True)
    pairs: Iterable[tuple[int, int]] = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(row, column) for row, column in pairs if scores[row, column] >= least]


def aligned(scores: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Rows with columns in their order, so that the sum of their scores is highest.

    Pairs with a score of 0 are none.
    """
    rows, columns = scores.shape
    best = np.zeros((rows + 1, columns + 1))
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i, j] = max(best[i + 1, j], best[i, j + 1], scores[i, j] + best[i + 1, j + 1])
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if scores[i, j] > 0 and best[i, j] == scores[i, j] + best[i + 1, j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i, j] == best[i + 1, j]:
            i += 1
        else:
            j += 1
    return pairs
