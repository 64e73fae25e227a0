from studio.ui.widgets.steps_done import lines_of

CUT = "cut 1.3 s from the start and 2.4 s from the end"


def test_with_nothing_done_it_says_what_to_press():
    assert lines_of([], 78) == ["What you did: nothing yet. Press T to tidy it."]


def test_a_phrase_is_never_parted_from_its_number():
    lines = lines_of([CUT, "fade in over 5 ms", "fade out over 60 ms"], 78)
    assert lines == [f"What you did:   1 {CUT}", "2 fade in over 5 ms   3 fade out over 60 ms"]


def test_the_newest_steps_stay_in_sight():
    lines = lines_of([CUT] * 9 + ["play it backwards"], 78)
    assert len(lines) == 3
    assert lines[0].startswith("What you did: 7 steps before")
    assert lines[-1].endswith("10 play it backwards")


def test_a_window_far_too_narrow_shows_the_newest_all_the_same():
    assert lines_of([CUT, "reverse"], 5)[-1] == "2 reverse"
