"""Reads every file of a session's folder as other programs do, and says what is wrong with them.

    python3 read_session.py FOLDER...

Needs jsonschema, pandas, icalendar and frictionless, and xmllint. Ends with 1 and a line for each mistake.
"""

import csv
import json
import logging
import os
import re
import subprocess
import sys

import frictionless
import icalendar
import jsonschema
import pandas

logging.disable(logging.WARNING)
mistakes = []


def check(holds, said):
    if not holds:
        mistakes.append(said)


def read_json(folder):
    def refuse(word):
        raise SystemExit(f"outcome.json holds {word}, which is no JSON")

    with open(f"{folder}/schema/outcome.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    with open(f"{folder}/outcome.json", encoding="utf-8") as file:
        record = json.load(file, parse_constant=refuse)
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    for error in validator(schema).iter_errors(record):
        path = "/".join(str(part) for part in error.absolute_path)
        mistakes.append(f"outcome.json, {path}: {error.message[:200]}")
    return record


def read_xml(folder):
    command = ["xmllint", "--noout", "--nonet", "--schema", f"{folder}/schema/outcome.xsd", f"{folder}/outcome.xml"]
    ran = subprocess.run(command, capture_output=True, text=True)
    check(ran.returncode == 0, f"outcome.xml: {ran.stderr[:400]}")


def read_tables(folder, record):
    number = re.compile(r"-?[0-9]+([.][0-9]+)?$")
    with open(f"{folder}/datapackage.json", encoding="utf-8") as file:
        described = json.load(file)["resources"]
    names = {resource["path"] for resource in described}
    check(names == {f"tables/{name}" for name in os.listdir(f"{folder}/tables")}, "tables without a description")
    for resource in described:
        path, fields = resource["path"], [field["name"] for field in resource["schema"]["fields"]]
        with open(f"{folder}/{path}", "rb") as file:
            check(file.read(3) == b"\xef\xbb\xbf", f"{path}: no mark of UTF-8")
        with open(f"{folder}/{path}", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        check(rows[0] == fields, f"{path}: other columns than described")
        for row in rows:
            check(len(row) == len(fields), f"{path}: {row}")
            for cell in row:
                starts = re.match(r"[\s]*[=+@\-\uff1d\uff0b\uff20\uff0d]|[\t\r]", cell)
                check(not starts or number.match(cell), f"{path} starts a formula: {cell!r}")
        table = pandas.read_csv(f"{folder}/{path}", keep_default_na=False)
        check(list(table.columns) == fields and len(table) == len(rows) - 1, f"{path}: pandas reads it otherwise")
        own = record["session"]["id"] or "not-started"
        check(fields[0] == "session" and set(table["session"]) <= {own}, f"{path}: rows of another session")
    items = sum(len(outcome["entries"]) for outcome in record["outcomes"])
    check(len(pandas.read_csv(f"{folder}/tables/items.csv")) == items, "tables/items.csv lacks items")


def read_package(folder):
    report = frictionless.validate(f"{folder}/datapackage.json")
    for path, title, message in report.flatten(["name", "title", "message"])[:20]:
        mistakes.append(f"datapackage.json, {path}: {title}: {message[:300]}")


def read_calendar(folder, record):
    path = f"{folder}/actions.ics"
    check(os.path.exists(path) == bool(record["actions"]), "actions.ics is there without actions, or is missing")
    if not os.path.exists(path):
        return
    with open(path, "rb") as file:
        text = file.read()
    check(all(len(line) <= 75 for line in text.split(b"\r\n")), "actions.ics has long lines")
    todos = icalendar.Calendar.from_ical(text).walk("VTODO")
    check(len(todos) == len(record["actions"]), "actions.ics lacks actions")
    check(len({str(todo["UID"]) for todo in todos}) == len(todos), "actions.ics has two to-dos of one UID")
    for todo, action in zip(todos, record["actions"]):
        check("DTSTAMP" in todo and not todo.errors, f"actions.ics: {todo.errors}")
        check(todo["STATUS"] == ("NEEDS-ACTION" if action["counts"] else "CANCELLED"), f"status of {action['id']}")


for folder in sys.argv[1:]:
    record = read_json(folder)
    read_xml(folder)
    read_tables(folder, record)
    read_package(folder)
    read_calendar(folder, record)
print("\n".join(mistakes[:40]))
sys.exit(1 if mistakes else 0)
