import json
from pathlib import Path

from click.testing import CliRunner

from dateline.views.cli import cli

REQUIRED = {"id", "date", "actor", "event"}
FIELDS = REQUIRED | {
    "has_event", "enddate", "recipient", "event_loc", "event_text", "quad_code", "event_scale", "mode", "context", "text_info", "cite_info",
    "coder", "comment",
}  # fmt: skip
OURS = {"status", "sources", "size", "date_basis", "published", "confidence"}
STORY = "Kenyan soldiers arrested two Somali traders near Garissa on Monday, the army said. Uganda will visit Rwanda."


def test_each_claim_is_one_event_with_the_fields_of_the_manual(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"text": STORY, "published": "2021-07-07", "url": "https://example.org/1"}) + "\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["code", "--format", "plover", str(file)])
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(events) == 2
    for event in events:
        assert REQUIRED <= event.keys() <= FIELDS | OURS
    first = events[0]
    assert (first["date"], first["event"], first["mode"], first["quad_code"]) == ("2021-07-05", ["COERCE"], ["arrest"], 4)
    assert [(one["code"], one["sector"]) for one in first["actor"]] == [("KEN", ["MIL"])]
    assert (first["event_loc"]["cc3"], first["size"]["arrested"]) == ("KEN", {"low": 2, "high": 2})
    assert (first["cite_info"]["url"], first["published"]) == ("https://example.org/1", ["2021-07-07", "2021-07-07"])
    assert STORY[first["text_info"]["start"] : first["text_info"]["end"]].startswith("Kenyan soldiers")
    assert events[1]["date"] is None  # the day of publication is not taken for it
