def test_a_class_has_its_size_and_brings_it(shell):
    assert shell.json("reader") == shell.json("reader")
    assert shell.json("reader")["size"] == "studio"
    assert shell.json("reader", "--here", "y1")["size"] == "little"
    told = shell.json("reader", "--class", "Y1", "middle")
    assert (told["size"], told["here"], told["classes"]["Y1"]) == ("middle", "Y1", "middle")
    assert shell("reader", "studio") == 0
    assert "Size of reader: studio. Y1 is here." in shell.out


def test_slips_are_told_in_words(shell):
    assert "little" in shell.refuses("reader", "litle")
    assert "EYFS" in shell.refuses("reader", "--here", "Y99")


def test_a_size_for_this_once_is_checked_before_the_screen_opens(shell):
    assert "no size of reader" in shell.refuses("--size", "easy")
