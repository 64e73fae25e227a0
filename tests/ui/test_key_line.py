from studio.ui.widgets.key_line import packed

KEYS = [("Space", "play"), ("T", "tidy"), ("K", "keep"), ("Esc", "back")]


def test_keys_that_fit_share_a_line():
    assert packed(KEYS, 80) == [KEYS]


def test_no_key_is_cut_in_two():
    assert packed(KEYS, 18) == [KEYS[:1], KEYS[1:3], KEYS[3:]]


def test_a_key_wider_than_the_line_has_it_alone():
    assert packed([("Enter", "a very long word")], 5) == [[("Enter", "a very long word")]]


def test_no_keys_is_one_empty_line():
    assert packed([], 80) == [[]]
