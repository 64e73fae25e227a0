"""The command `paper`."""

from docx import Document
from pypdf import PdfReader


def test_the_papers_are_listed(shell):
    kinds = [row["kind"] for row in shell.json("paper")]
    assert kinds[:4] == ["conversation", "governors", "case-study", "development-plan"]
    assert shell("paper") == 0
    assert "Two pages for a talk with the hub" in shell.out


def test_a_paper_is_written_with_the_questions_of_the_day(shell, tmp_path):
    shell("school", "Oak School")
    out = tmp_path / "pack.docx"
    told = shell.json("paper", "Conversation", out, "--ask", "May we borrow two microphones?")
    assert told == {"out": str(out), "bytes": out.stat().st_size}
    words = [paragraph.text for paragraph in Document(str(out)).paragraphs]
    assert "May we borrow two microphones?" in words
    assert shell.refuses("paper", "conversation", out).startswith("“pack.docx” is there already.")
    assert shell("paper", "conversation", out, "--overwrite") == 0
    assert shell.out.startswith(f"Wrote {out}.")


def test_a_paper_is_a_pdf_to_print_also_in_large_print(shell, tmp_path):
    small, large = tmp_path / "small.pdf", tmp_path / "large.pdf"
    assert shell("paper", "governors", small) == 0
    assert shell("paper", "governors", large, "--large") == 0
    words = [PdfReader(path).pages[0].extract_text().split()[:9] for path in (small, large)]
    assert words[0] == words[1]
    contents = [PdfReader(path).pages[0].get_contents().get_data() for path in (small, large)]
    assert b" 10.00 Tf" in contents[0]
    assert b" 17.00 Tf" in contents[1]


def test_a_paper_needs_a_place(shell):
    assert shell("paper", "governors") == 2
    assert "governors.docx" in shell.err


def test_what_cannot_be_written_is_told_plainly(shell, tmp_path):
    out = tmp_path / "p.docx"
    assert "AC-0001" in shell.refuses("paper", "case-study", out)
    assert "EV-2026-0009" in shell.refuses("paper", "case-study", out, "--about", "EV-2026-0009")
    assert "Did you mean" in shell.refuses("paper", "convrsation", out)
    assert "channel" in shell.refuses("paper", "report", out, "--channel", "pigeon")
    assert "No bundle has been withdrawn" in shell.refuses("paper", "letter", out)
    assert not out.exists()
