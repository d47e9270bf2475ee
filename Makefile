# Two commands: `make run` and `make test`. Each sets up what is missing and then does its job.
PY := .venv/bin/python

.PHONY: run test slow bench pictures lock installer clean

run: .venv/ready resources/translations/de.mo
	@$(PY) scripts/run.py

test: .venv/ready resources/translations/de.mo
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2 --dist loadgroup $(TESTS)

# The long proofs: 50 x kill -9 during edits and during an import, flipped bits, 100,000 rows. Ten minutes.
slow: .venv/ready resources/translations/de.mo
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -m slow $(TESTS)

bench: .venv/ready resources/translations/de.mo
	@QT_QPA_PLATFORM=offscreen $(PY) -m benchmarks

# README's and the handbook's pictures, from the demo company.
pictures: .venv/ready resources/translations/de.mo
	@$(PY) scripts/pictures.py

installer: .venv/ready resources/translations/de.mo
	@$(PY) -m pip install --quiet --require-hashes -r requirements-installer.lock
	@$(PY) -m PyInstaller --noconfirm build_installer.spec
	@dist/VirtualCIO/VirtualCIO --self-test

lock:
	@sh scripts/lock.sh

.venv/ready: requirements.lock pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh

resources/translations/de.mo: .venv/ready $(wildcard resources/translations/de/*.po)
	@$(PY) scripts/compile_translations.py

clean:
	rm -rf .venv out build dist *.egg-info
