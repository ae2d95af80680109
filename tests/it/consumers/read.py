"""What each platform takes from a package, read as its own code reads it, in a few lines of ours.

    read.py ZIP...   prints one JSON object a package; null: the platform finds no manifest of its own
"""

import json
import sys
import xml.etree.ElementTree as Tree
import zipfile
from decimal import Decimal
from xml.parsers import expat

CMI5 = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
TINCAN = "{http://projecttincan.com/tincan.xsd}"


def moodle(package):
    """mod_tincanlaunch: PHP's parser folds names to capitals and knows no namespaces; places count."""
    if "tincan.xml" not in package.namelist():
        return None
    root = folded(package.read("tincan.xml"))
    # The first child of the root, and its first child, whatever they are called.
    activity = root["children"][0]["children"][0]
    found = {"id": activity["attributes"]["ID"], "launch": None}
    for child in activity["children"]:
        if child["name"] == "LAUNCH":
            found["launch"] = child["text"]
    return found


def folded(text):
    """Elements with capital names; a piece of text that PHP holds for false is dropped."""
    parser, open_elements = expat.ParserCreate(), [{"children": []}]

    def start(name, attributes):
        capitals = {key.upper(): value for key, value in attributes.items()}
        open_elements.append({"name": name.upper(), "attributes": capitals, "text": "", "children": []})

    def piece(text):
        if text.strip() not in ("", "0"):
            open_elements[-1]["text"] += text

    def end(_name):
        closed = open_elements.pop()
        open_elements[-1]["children"].append(closed)

    parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = start, piece, end
    parser.Parse(text, True)
    return open_elements[0]["children"][0]


def ilias(package):
    """ILIAS: cmi5.xml before tincan.xml; the first unit or activity, the first text of each kind."""
    names = package.namelist()
    if "cmi5.xml" in names:
        root = Tree.fromstring(package.read("cmi5.xml"))
        unit = root.find(f".//{CMI5}au")
        move_on = unit.get("moveOn", "NotApplicable")
        return {
            "manifest": "cmi5.xml",
            "title": root.find(f".//{CMI5}title/{CMI5}langstring").text,
            "description": root.find(f".//{CMI5}description/{CMI5}langstring").text,
            "id": unit.get("id"),
            "launch": unit.find(f"{CMI5}url").text,
            "move_on": "Passed" if move_on == "CompletedAndPassed" else move_on,
            "mastery": unit.get("masteryScore", "0.7"),
        }
    if "tincan.xml" not in names:
        return None
    activity = Tree.fromstring(package.read("tincan.xml")).find(f".//{TINCAN}activity")
    return {
        "manifest": "tincan.xml",
        "title": activity.find(f"{TINCAN}name").text,
        "description": activity.find(f"{TINCAN}description").text,
        "id": activity.get("id"),
        "launch": activity.find(f"{TINCAN}launch").text,
    }


def catapult(package):
    """CATAPULT, which mod_cmi5launch hands packages to: every part, in every language."""
    if "cmi5.xml" not in package.namelist():
        return None
    root = Tree.fromstring(package.read("cmi5.xml"))
    objectives = root.findall(f"{CMI5}objectives/{CMI5}objective")
    return {
        "course": part(root.find(f"{CMI5}course")),
        "objectives": [part(one) for one in objectives],
        "units": [unit(one) for one in root.iter(f"{CMI5}au")],
    }


def part(element):
    texts = {}
    for kind in ("title", "description"):
        texts[kind] = {text.get("lang"): text.text for text in element.find(f"{CMI5}{kind}")}
    return {"id": element.get("id"), **texts}


def unit(element):
    mastery = element.get("masteryScore")
    return {
        **part(element),
        "objectives": [one.get("idref") for one in element.iter(f"{CMI5}objective")],
        "url": element.find(f"{CMI5}url").text.strip(),
        "move_on": element.get("moveOn"),
        "mastery": None if mastery is None else float(Decimal(mastery)),
        "method": element.get("launchMethod"),
        "kind": element.get("activityType"),
    }


for name in sys.argv[1:]:
    with zipfile.ZipFile(name) as zipped:
        print(json.dumps({reader.__name__: reader(zipped) for reader in (moodle, ilias, catapult)}))
