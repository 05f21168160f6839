"""Tries to find out who wrote or rated what without a name, from the files of sessions as anybody gets them.

    python3 linking-attack.py FOLDER...

The journal is opened for the truth only, after all guesses are made. Ends with 1 when an attack does better than chance.
"""

import collections
import csv
import glob
import itertools
import json
import math
import os
import re
import sys

MARGIN = 4  # standard deviations; with a dozen attacks a false alarm is one in a thousand


class Score:
    """How often an attack was right, and how often chance would have been."""

    def __init__(self):
        self.tries, self.right, self.chance, self.variance = 0, 0, 0.0, 0.0

    def add(self, right, chance):
        self.tries += 1
        self.right += right
        self.chance += chance
        self.variance += chance * (1 - chance)

    @property
    def holds(self):
        return self.right <= self.chance + MARGIN * math.sqrt(self.variance) + 1


def truth(folder):
    """Authors by the words they wrote first and later, and values by step run, thing's words and person."""
    authors, texts, marks = {}, {}, {}
    with open(f"{folder}/journal.jsonl", encoding="utf-8") as file:
        for line in file:
            event = json.loads(line)
            kind, body = event["spine"]["type"], event["body"]
            if kind == "entryAdded" and body.get("author"):
                texts[body["id"]] = body["fields"].get("text", "")
                authors[(body["run"]["take"], texts[body["id"]])] = body["author"]
            if kind == "ballotHandedIn":
                run, person = body["run"], body["unit"].split(":", 1)[1]
                for mark in body["marks"]:
                    thing = texts.get(mark["thing"].split(":", 1)[1], mark["thing"])
                    marks[(f"{run['take']}.{run['activity']}", thing, person)] = mark.get("value")
    return authors, marks


def tables(folder):
    found = {}
    for path in glob.glob(f"{folder}/tables/*.csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            found[os.path.basename(path)[:-4]] = list(csv.DictReader(file))
    return found


def guesses_of_authors(record, sheets, people):
    """Yields attack, (take, first words), guess, and of how many people that is a guess."""
    groups = collections.defaultdict(dict)
    for row in sheets["work"]:
        groups[row["take"]].setdefault(row["group_id"], []).append(row["person_id"])
    for outcome in record["outcomes"]:
        hidden = [entry for entry in outcome["entries"] if entry["author"]["kind"] == "withheld"]
        for rank, entry in enumerate(hidden):
            key = (entry["place"]["take"], entry["first"].get("text", ""))
            share = len(hidden) / len(people)
            yield "order of entries", key, people[min(int(rank / share), len(people) - 1)], len(people)
            yield "order of entries, by turns", key, people[rank % len(people)], len(people)
            told = json.dumps({name: value for name, value in entry.items() if name not in ("text", "fields", "first", "rewordings")})
            for person in people:
                if re.search(rf"[^a-z0-9]{person}[^a-z0-9]", told):
                    yield "ids and paths", key, person, len(people)
            number = re.search(r"([0-9]+)$", entry["id"])
            if number:
                yield "number in the id", key, people[(int(number.group(1)) - 1) % len(people)], len(people)
            named = (entry.get("group") or {}).get("id") or entry["owner"].get("id") or ""
            members = groups[str(entry["place"]["take"])].get(named.removeprefix("group:"))
            if members:
                # Who is in it is known; a group of five and more is as far as it may lead.
                yield "group", key, members[rank % len(members)], min(len(members), 5)
        by_words = {entry["text"]: (entry["place"]["take"], entry["first"].get("text", "")) for entry in hidden}
        for source in [queue["reached"] for queue in record["queues"]] + [
            ballot["things"] for other in record["outcomes"] for ballot in other["ballots"]
        ]:
            known = [by_words[thing["label"]] for thing in source if thing["label"] in by_words]
            for rank, key in enumerate(known):
                yield "order of things", key, people[min(rank * len(people) // len(known), len(people) - 1)], len(people)
        for other in record["outcomes"]:
            for ballot in other["ballots"]:
                marked = collections.defaultdict(set)
                for mark in ballot["marks"]:
                    if mark["by"]["kind"] == "person":
                        marked[mark["thing"]["label"]].add(mark["by"]["id"])
                voters = set().union(*marked.values()) if marked else set()
                for words, by in marked.items():
                    missing = sorted(voters - by)
                    if words in by_words and len(missing) == 1:
                        yield "who did not mark it", by_words[words], missing[0], len(people)


def guesses_of_values(record, sheets, people):
    """Yields attack, (ballot, words, person), guess, and the chance that a guess by the figures alone is right."""
    present = lambda take: {row["person_id"] for row in sheets["work"] if row["take"] == str(take)}
    for outcome in record["outcomes"]:
        shown = {}
        for ballot in outcome["ballots"]:
            if ballot["namesShown"]:
                continue
            values = collections.defaultdict(collections.Counter)
            for mark in ballot["marks"]:
                if mark["value"] is not None:
                    values[mark["thing"]["label"]][mark["value"]] += 1
            for row in ballot["statistics"]:
                words, counts = row["thing"]["label"], collections.Counter(row["counts"])
                if 0 < sum(counts.values()) < 5:
                    yield "cells of few", (ballot["id"], words, None), None, 0
                shown[(ballot["id"], words)] = counts or values[words]
            for rank, mark in enumerate(m for m in ballot["marks"] if m["value"] is not None):
                words, total = mark["thing"]["label"], sum(values[mark["thing"]["label"]].values())
                chance = max(values[words].values()) / total
                yield "order of marks", (ballot["id"], words, people[rank % len(people)]), mark["value"], chance
        arrived = {row["person_id"] for row in sheets["movements"]}
        for (first, words), (second, other) in itertools.permutations(shown, 2):
            if words != other or first == second:
                continue
            more, less = shown[(first, words)], shown[(second, words)]
            left = more - less
            if less and sum(left.values()) == 1 and sum((less - more).values()) == 0:
                for person in arrived:
                    yield "differences between rounds", (first, words, person), next(iter(left)), max(more.values()) / sum(more.values())


scores = collections.defaultdict(Score)
leaks = 0
for folder in sys.argv[1:]:
    with open(f"{folder}/outcome.json", encoding="utf-8") as file:
        record = json.load(file)
    sheets = tables(folder)
    people = [person["id"] for person in record["attendance"]]
    of_authors = list(guesses_of_authors(record, sheets, people))
    of_values = list(guesses_of_values(record, sheets, people))
    authors, marks = truth(folder)
    for attack, key, guess, among in of_authors:
        if key in authors:
            scores[attack].add(authors[key] == guess, 1 / among)
    for attack, key, guess, chance in of_values:
        if guess is None:
            leaks += 1
        elif key in marks and marks[key] is not None:
            scores[attack].add(marks[key] == guess, chance)

for attack, score in sorted(scores.items()):
    said = "as chance" if score.holds else "BETTER THAN CHANCE"
    print(f"{attack}: {score.right} of {score.tries}, by chance {score.chance:.1f}: {said}")
if leaks:
    print(f"cells of fewer than five are shown: {leaks}")
if not scores:
    print("there was nothing to attack")
sys.exit(0 if scores and not leaks and all(score.holds for score in scores.values()) else 1)
