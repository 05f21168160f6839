"""Asks of rehearsed sessions what a reviewer asks weeks later, and answers from the files alone: from tables/, and again
from outcome.json. Both must say the same, and what names something must lead to it.

    ten-questions.py SESSION...
"""
import csv
import json
import pathlib
import sys


class Session:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.record = json.loads((self.folder / "outcome.json").read_text())
        self.wrong = []

    def table(self, name):
        # What a spreadsheet would take for a formula has an apostrophe before it.
        with open(self.folder / "tables" / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
            return [
                {column: cell[1:] if cell.startswith("'") else cell for column, cell in row.items()}
                for row in csv.DictReader(file)]

    def all(self, part):
        return [thing for outcome in self.record["outcomes"] for thing in outcome[part]]

    def same(self, question, from_tables, from_record):
        if from_tables != from_record:
            self.wrong.append(f"{question}: the tables say {from_tables}, outcome.json says {from_record}")
        print(f"  {question}")
        for answer in from_tables[:6]:
            print("    " + "; ".join(str(part) for part in answer if part not in ("", None)))
        if len(from_tables) > 6:
            print(f"    and {len(from_tables) - 6} more")

    def holds(self, true, words):
        if not true:
            self.wrong.append(words)


def text(value):
    return "" if value is None else str(value)


def flag(value):
    return {True: "true", False: "false", None: ""}[value]


def labels(things):
    return "; ".join(thing["label"] or "" for thing in things)


def decided(session):
    rows, decisions = session.table("decisions"), session.all("decisions")
    session.same(
        "What was decided, by which rule?",
        [(row["result"], row["about"], row["rule"], row["counts"]) for row in rows],
        [(one["result"], labels(one["about"]), one["rule"], flag(one["counts"])) for one in decisions])
    session.same(
        "Who could decide, who was there, who answered?",
        [(row["part"], row["entitled"], row["present"], row["answered"]) for row in rows],
        [((one["part"] or {}).get("name") or "", text(one["entitled"]), text(one["present"]), text(one["answered"]))
         for one in decisions])
    electors = session.table("electorate")
    for row in rows:
        named = sum(elector["decision_id"] == row["decision_id"] for elector in electors)
        session.holds(
            named == int(row["entitled"]), f"{row['decision_id']}: {row['entitled']} were entitled, {named} are listed")
    session.same(
        "Who did not go along, and why?",
        [(row["decision_id"], row["by"], row["value"], row["reason"]) for row in session.table("dissent")],
        [(one["id"], text(no["by"]["name"]), no["value"], text(no["reason"]))
         for one in decisions for no in one["dissent"]])
    session.same(
        "Which objections and concerns were there, and what became of them?",
        [(row["kind"], row["text"], row["status"]) for row in session.table("objections")],
        [(kind, text(raised["text"]), text(raised["status"])) for one in decisions
         for kind, many in [("objection", one["objections"]), ("concern", one["concerns"])] for raised in many])


def checked(session):
    rows, checkpoints = session.table("checkpoints"), session.record["checkpoints"]
    session.same(
        "What did each checkpoint come to, who decided, what was overruled and why?",
        [(row["question"], row["advice"], row["verdict"], row["overruled"], row["reason"]) for row in rows],
        [(one["question"], text(one["advice"]), text(one["verdict"]), flag(one["overruled"]), text(one["reason"]))
         for one in checkpoints])
    for row in rows:
        session.holds(row["overruled"] == "false" or row["reason"], f"{row['checkpoint_id']} was overruled without a reason")

    def flat(readings):
        return [one for reading in readings for one in [reading] + flat(reading["children"])]

    session.same(
        "What did each criterion measure at that moment?",
        [(row["sentence"], row["result"], row["value"]) for row in session.table("criteria")],
        [(one["sentence"], one["result"], text(one["value"])) for checkpoint in checkpoints
         for one in flat(checkpoint["criteria"])])


def owed(session):
    rows = session.table("actions")
    session.same(
        "Who owes what, until when, and from which decision does it come?",
        [(row["text"], row["owner"], row["due"], row["measure"], row["follows_id"]) for row in rows],
        [(one["text"], text(one["owner"]), text(one["due"]), text(one["measure"]), text((one["follows"] or {}).get("id")))
         for one in session.record["actions"]])
    sources = {row["decision_id"] for row in session.table("decisions")}
    sources |= {row["checkpoint_id"] for row in session.table("checkpoints")}
    for row in rows:
        session.holds(
            not row["follows_id"] or row["follows_id"] in sources,
            f"{row['action_id']} comes from {row['follows_id']}, which is nowhere")


def people(session):
    came = {row["person_id"] for row in session.table("movements") if row["kind"] == "arrived"}
    rows = session.table("attendance")
    session.same(
        "How many took part, and how many from the start?",
        [(sum(row["present_at_start"] == "true" or row["person_id"] in came for row in rows),
          sum(row["present_at_start"] == "true" for row in rows))],
        [(sum(one["presentAtStart"] or any(move["kind"] == "arrived" for move in one["movements"])
              for one in session.record["attendance"]),
          sum(one["presentAtStart"] for one in session.record["attendance"]))])


def course(session):
    session.same(
        "What took how long against the plan?",
        [(row["title"], row["planned_s"], row["used_s"], row["status"]) for row in session.table("timing")],
        [(one["place"]["title"], text(one["planned"]), text(one["used"]), one["status"])
         for one in session.record["timing"]["takes"]])
    session.same(
        "Where was the plan left, and why?",
        [(row["kind"], row["subject"], row["reason"]) for row in session.table("deviations")],
        [(one["kind"], one["subject"], text(one["reason"])) for one in session.record["deviations"]])


def main():
    wrong = []
    for folder in sys.argv[1:]:
        session = Session(folder)
        print(session.folder.name)
        for ask in [decided, checked, owed, people, course]:
            ask(session)
        wrong += [f"{session.folder.name}: {one}" for one in session.wrong]
    for one in wrong:
        print(one)
    print(f"{len(sys.argv) - 1} sessions asked, {len(wrong)} answers that do not hold")
    return 1 if wrong or len(sys.argv) < 2 else 0


sys.exit(main())
