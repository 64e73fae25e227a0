import pytest

from studio.audio.recipe import STEP_KINDS, RecipeFault, Step

ROOM = " ".join(["-70.5"] * 24)


def test_what_was_found_is_written_behind_and_read_back():
    for text in ("hush 12", f"hush 12 {ROOM}", "loudness -18", "loudness -18 3.25"):
        assert str(Step.parse(text)) == text


def test_nobody_is_told_to_write_what_is_found():
    assert STEP_KINDS["hush"].usage == "hush [DB]"
    assert STEP_KINDS["loudness"].usage == "loudness LUFS"


@pytest.mark.parametrize(
    "text", ["hush 12 -70", f"hush 12 {ROOM} -70", "loudness", "loudness -18 3 4", "loudness -18 x"]
)
def test_figures_are_all_there_or_none(text):
    with pytest.raises(RecipeFault) as refused:
        Step.parse(text)
    assert refused.value.what.endswith(".")
    assert refused.value.fix.endswith(".")


def test_the_words_say_only_what_was_asked():
    kind = STEP_KINDS["hush"]
    assert kind.words((12.0, *[-70.0] * 24), 3.0) == kind.words((12.0,), 3.0) == "hush the room by 12.0 dB"
