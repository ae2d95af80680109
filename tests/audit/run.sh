#!/bin/sh
# What is too long for every run of the tests; stops at the first failure.
set -eu
cd "$(dirname "$0")/../.."
work=target/audit
rm -rf "$work"
mkdir -p "$work/long"

python3 tests/audit/licences.py

echo 'debug and release give the same bytes'
cargo run --quiet -- build --out "$work/debug" >"$work/debug.txt"
cargo run --quiet --release -- build --out "$work/release" >"$work/release.txt"
diff -r "$work/debug" "$work/release"

# On what the release profile builds now.
echo 'learners in Firefox and WebKit'
sh tests/debian.sh audit
npm run --silent engines

echo 'an entry above 4 GB, and one whose place is above 4 GB, are read by others'
truncate -s 4400M "$work/long/a.mp4"
echo '<!doctype html><title>Z</title>' >"$work/long/z.html"
cargo bench --quiet --bench packaging -- pack "$work/long" "$work/long.zip"
python3 - "$work/long.zip" <<'PYTHON'
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    sizes = [(entry.filename, entry.file_size, entry.flag_bits) for entry in archive.infolist()]
assert sizes == [("a.mp4", 4400 * 1024 * 1024, 0), ("z.html", 32, 0)], sizes
PYTHON
unzip -tq "$work/long.zip"
rm -rf "$work"
