# Commands of the project; each installs what it needs and does nothing where that is there already.

.PHONY: check test audit campaign figures bench bless player node debian openedx

# Under a minute once warm: before each commit.
check: node
	cargo fmt --check
	cargo clippy --all-targets --quiet -- -D warnings
	cargo test --lib
	cargo test --test it arrows
	npm run --silent current
	npm run --silent types
	npm run --silent lint

# Everything that must pass: Rust, the player in Node, packages in a browser.
test: node debian openedx
	cargo fmt --check
	cargo clippy --all-targets --quiet -- -D warnings
	npm run --silent current
	npm run --silent types
	npm run --silent lint
	cargo test
	npm run --silent test
	cargo run --release --quiet -- build
	cargo run --release --quiet -- -C tests/e2e/workspace build -o target/e2e
	npm run --silent e2e

# What takes longer: before an issue is called resolved.
audit: test
	sh tests/audit/run.sh

# Journeys of learners crossed with faults, in Node and in Chromium: ten times what the tests run.
campaign: node debian
	npm run --silent campaign -- --journeys 20000
	cargo build --release --quiet
	npm run --silent campaign -- --chromium --journeys 2000

# Characters of state, calls, bytes and milliseconds that we answer for; what make test built.
figures: node
	node player/build.mjs figures

# Medians of ratios, side by side in one run; it judges nothing.
bench: debian target/bench/venv/bin/bundle.py
	cargo bench --bench packaging

target/bench/venv/bin/bundle.py:
	python3 -m venv target/bench/venv
	target/bench/venv/bin/pip install --quiet scocli==1.3.1

# Writes expected files anew; then read the diff as if someone else had written it.
bless: node debian openedx
	BLESS=1 SNAPSHOTS=overwrite cargo test

# Bundles of the player, which are committed.
player: node
	npm run --silent build
	npm run --silent types
	npm run --silent lint

node: node_modules/.package-lock.json

node_modules/.package-lock.json: package-lock.json package.json
	npm ci --ignore-scripts
	touch $@

debian:
	sh tests/debian.sh

# The cmi5 block of Open edX, which takes in every package in the tests.
openedx: target/openedx/venv/installed

target/openedx/venv/installed: tests/openedx/requirements.txt | debian
	python3 -m venv --clear target/openedx/venv
	target/openedx/venv/bin/pip install --quiet --no-deps --requirement tests/openedx/requirements.txt
	touch $@
