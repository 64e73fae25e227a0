"""The bank of questions for lessons."""

import pytest

from lessons.question import QuestionFault, load_questions, questions_for, shipped_questions
from rubric.load import shipped_framework


def test_each_criterion_on_teaching_has_questions_of_both_kinds():
    for code in ("TLA1", "TLA2", "TLA3", "TLA4", "PDBW2"):
        topics = questions_for(code.lower())
        assert topics
        assert all(topic.find_out and topic.go_deeper for topic in topics)
    assert questions_for("LM9") == ()


def test_every_question_is_one_and_every_criterion_is_there():
    framework = shipped_framework()
    for topic in shipped_questions():
        for code in topic.criteria:
            framework.criterion(code)
        for question in (*topic.find_out, *topic.go_deeper):
            assert "?" in question


def test_a_slip_in_the_file_is_told_with_its_place(tmp_path):
    file = tmp_path / "questions.toml"
    file.write_text(
        '[[topics]]\ntitle = "A"\ncriteria = ["TLA1"]\nfind_out = ["Why?"]\ngo_deper = ["And?"]\n'
    )
    with pytest.raises(QuestionFault) as caught:
        load_questions(file)
    assert "go_deeper" in str(caught.value)
