# The two commands that matter: `make run` and `make test`. Both do their own set-up.
.DEFAULT_GOAL := help
.PHONY: help run test lint corpus score bench accept data samples picture model wheel lock clean

INBOX ?= samples
OUT ?= out
CORPUS ?= out/corpus
LETTERS ?= 500
# One scan in so many is read: with 8 every other letter is read as a scan of one kind.
SCANS ?= 8
WORST ?= 0
CORPORA ?= ../shared/corpora
REAL ?= ../shared/real
# Further options of the score: SCORE=--full, SCORE=--accept
SCORE ?=
BENCH ?=
PYTHON := .venv/bin/python
LOCK := uv pip compile pyproject.toml --universal --extra nlp --extra fast --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock' --quiet

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## read the letters in INBOX (samples) into OUT (out) and show them
	@.ci/setup run
	@$(PYTHON) -m pipeline run "$(INBOX)" --out "$(OUT)" --table

test: lint ## lint, types and all tests
	@$(PYTHON) -m pytest

lint: ## ruff and mypy --strict
	@.ci/setup dev
	@$(PYTHON) -m ruff check pipeline tests samples models
	@$(PYTHON) -m mypy

corpus: ## write the LETTERS (500) of the measuring ground in all tiers into CORPUS (out/corpus)
	@.ci/setup dev
	@$(PYTHON) -m tests.corpus "$(CORPUS)" --letters $(LETTERS)

score: ## read the corpus, score it against its truth and the committed figures; WORST=20 shows the worst letters
	@.ci/setup dev
	@[ -d "$(CORPUS)/text" ] || $(PYTHON) -m tests.corpus "$(CORPUS)" --letters $(LETTERS)
	@$(PYTHON) -m tests.score "$(CORPUS)" --scans $(SCANS) --worst $(WORST) --real $(REAL) $(SCORE)

bench: ## reading pages beside OCRmyPDF and others, and how long a letter takes; BENCH=--full for 40 pages a tier
	@.ci/setup dev
	@[ -d "$(CORPUS)/office" ] || $(PYTHON) -m tests.corpus "$(CORPUS)" --letters $(LETTERS)
	@$(PYTHON) -m tests.benchmarks "$(CORPUS)" $(BENCH)

accept: ## write the records of the samples and the tables of the README anew; look at the difference
	@.ci/setup dev
	@$(PYTHON) -m pytest tests/test_samples.py tests/test_docs.py --accept

data: ## make the registers anew from REFERENCE, the folder with their sources
	@.ci/setup dev
	@$(PYTHON) -m pipeline.data.build $(REFERENCE)

samples: ## make the sample letters anew
	@.ci/setup dev
	@$(PYTHON) -m samples.make

picture: ## draw the picture of the README anew
	@.ci/setup dev
	@$(PYTHON) -m samples.make.picture

model: ## make models/ anew: the spaCy pipeline from CORPORA (../shared/corpora) and our letters, 6 minutes; the calibration from CORPUS, 5 minutes
	@.ci/setup dev
	@[ -d "$(CORPUS)/office" ] || $(PYTHON) -m tests.corpus "$(CORPUS)" --letters $(LETTERS)
	@$(PYTHON) -m models.make --corpora $(CORPORA)
	@$(PYTHON) -m models.calibration --corpus "$(CORPUS)"

wheel: ## build the package into dist/
	@.ci/setup dev
	@$(PYTHON) -m build --no-isolation

lock: ## resolve the dependencies anew (needs uv)
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove what was made, the environment too
	rm -rf .venv out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
