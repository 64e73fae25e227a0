"""The written part of a bundle: the page, the summaries, the data, the log and the slip."""

from collections.abc import Sequence
from dataclasses import asdict

from evidence.bundle.award import Award
from evidence.bundle.bundled import BundledEntry
from evidence.bundle.contents import Contents
from evidence.bundle.credits import credit_lines
from evidence.bundle.data import SCHEMA_FILE, json_bytes, schema_bytes, told
from evidence.bundle.page import page_blocks
from evidence.bundle.printed import pdf_bytes
from evidence.bundle.receipt import slip_text
from evidence.bundle.schema import Facts
from evidence.bundle.table import table_text
from evidence.bundle.workbook import workbook_bytes
from rubric.framework import Framework
from studio.wording import count, date_in_words

PAGE = "data/OPEN-ME-FIRST.html"


def add_texts(
    contents: Contents,
    facts: Facts,
    framework: Framework,
    bundled: Sequence[BundledEntry],
    log: bytes,
    award: Award,
) -> None:
    """Write everything but the sounds and files into the contents."""
    entries = [one.entry for one in bundled]
    pieces = f"{count(len(entries), 'piece')} of evidence"
    contents.add("data/log.jsonl", log)
    contents.add("data/framework.json", json_bytes(asdict(framework)))
    contents.add("data/summary.csv", table_text(entries))
    contents.add("data/summary.pdf", pdf_bytes(facts, framework, bundled, award))
    contents.add("data/summary.xlsx", workbook_bytes(facts, framework, entries, award))
    contents.add("data/bundle.json", json_bytes(told(facts, framework, bundled, award)))
    contents.add(f"data/{SCHEMA_FILE}", schema_bytes())
    if thanks := credit_lines(award.credits_for(entries)):
        contents.add("data/credits.txt", ("\n".join(thanks) + "\n").encode("utf-8", "replace"))
    slip = slip_text(school=facts.school, date=date_in_words(facts.sealed.date()), entries=pieces)
    contents.add("data/receipt.txt", slip)
    contents.add(PAGE, page_blocks(facts, framework, bundled, contents, award))
