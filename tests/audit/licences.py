"""Holds every crate of Cargo.lock to the licences, bans and sources of deny.toml; exits 1 on the first breach."""

import json
import re
import subprocess
import sys
import tomllib

with open("deny.toml", "rb") as file:
    RULES = tomllib.load(file)
ALLOWED = set(RULES["licenses"]["allow"])
METADATA = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", "x86_64-unknown-linux-gnu"]
BANNED = {rule["crate"]: rule["reason"] for rule in RULES["bans"]["deny"]}
REGISTRIES = {"registry+" + address for address in RULES["sources"]["allow-registry"]}


def accepted(expression):
    """Whether an SPDX expression can be met with allowed licences alone."""
    words = re.findall(r"\(|\)|[^\s()]+", expression.replace("/", " OR "))
    position = 0

    def alternatives():
        nonlocal position
        fine = conjunction()
        while position < len(words) and words[position] == "OR":
            position += 1
            fine = conjunction() or fine
        return fine

    def conjunction():
        nonlocal position
        fine = single()
        while position < len(words) and words[position] == "AND":
            position += 1
            fine = single() and fine
        return fine

    def single():
        nonlocal position
        word = words[position]
        position += 1
        if word == "(":
            fine = alternatives()
            position += 1
            return fine
        if position < len(words) and words[position] == "WITH":
            word += " WITH " + words[position + 1]
            position += 2
        return word in ALLOWED

    return alternatives()


def breaches(package):
    """What is wrong with a package that comes from elsewhere."""
    if package["source"] is None:
        return
    if package["source"] not in REGISTRIES:
        yield f"comes from {package['source']}"
    if package["name"] in BANNED:
        yield BANNED[package["name"]]
    if not accepted(package["license"] or "none"):
        yield f"is under {package['license']}"


assert accepted("(MIT OR GPL-3.0) AND ISC") and not accepted("MIT AND GPL-3.0") and not accepted("GPL-3.0/AGPL-3.0")
packages = json.loads(subprocess.check_output(METADATA))["packages"]
found = [f"{package['name']} {package['version']}: {why}" for package in packages for why in breaches(package)]
print("\n".join(found) or f"{len(packages)} crates keep to deny.toml")
sys.exit(bool(found))
