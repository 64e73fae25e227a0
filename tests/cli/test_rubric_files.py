from rubric.own import template


def test_the_shipped_frameworks_are_listed(shell):
    found = {each["id"]: each for each in shell.json("rubric", "frameworks")}
    assert list(found) == ["lsms-mqm-2015", "music-mark-membership", "national-plan-areas", "three-i"]
    assert found["lsms-mqm-2015"]["criteria"] == 29
    assert found["music-mark-membership"]["rules"][0]["at_least"] == 1
    assert shell("rubric", "frameworks") == 0


def test_another_framework_is_listed_and_shown(shell):
    rows = shell.json("rubric", "list", "--framework", "music-mark-membership")
    assert [(row["criterion"], row["level"]) for row in rows] == [("N1", "met"), ("N2", "met"), ("N3", "met")]
    assert shell("rubric", "list", "--framework", "music-mark-membership") == 0
    assert "1 of N1, N2, N3" in shell.out
    assert shell.json("rubric", "show", "OUT1", "--framework", "three-i")["levels"]["secure"]
    assert "three-i" in shell.refuses("rubric", "list", "--framework", "three-e")


def test_the_template_comes_back_as_a_framework_of_ones_own(shell, tmp_path):
    sheet = tmp_path / "Oak Hub.csv"
    assert shell("rubric", "template", sheet) == 0
    assert shell.json("rubric", "import", sheet)["id"] == "oak-hub"
    assert shell.json("rubric", "frameworks")[-1]["title"] == "Oak Hub"
    assert len(shell.json("rubric", "list", "--framework", "oak-hub")) == 6
    out = tmp_path / "again.csv"
    assert shell("rubric", "template", out, "--framework", "oak-hub") == 0
    assert shell.json("rubric", "import", out, "--id", "twin")["criteria"] == 2


def test_a_framework_is_only_replaced_when_asked(shell, tmp_path):
    sheet = tmp_path / "oak.csv"
    sheet.write_bytes(template())
    shell("rubric", "import", sheet)
    assert "--replace" in shell.refuses("rubric", "import", sheet)
    assert shell("rubric", "import", sheet, "--replace") == 0
    shell.refuses("rubric", "import", sheet, "--id", "three-i")
    shell.refuses("rubric", "import", sheet, "--id", "../../x")
    shell.refuses("rubric", "template", sheet)


def test_a_fault_in_a_spreadsheet_names_its_place_and_nothing_is_kept(shell, tmp_path):
    sheet = tmp_path / "oak.csv"
    sheet.write_bytes(template().replace(b"best_fit", b"worst_fit"))
    assert "oak.csv, line 5, column mode" in shell.refuses("rubric", "import", sheet)
    shell.refuses("rubric", "import", tmp_path / "none.csv")
    assert len(shell.json("rubric", "frameworks")) == 4


def test_the_official_wording_stands_over_ours_in_this_library(shell, tmp_path):
    table = tmp_path / "words.tsv"
    table.write_text("criterion\tlevel\tdescriptor\nMT1\tgold\tEvery year group edits.\n", encoding="utf-8")
    ours = shell.json("rubric", "show", "MT1")["levels"]
    assert shell.json("rubric", "wording", table) == {"texts": 1}
    assert shell.json("rubric", "show", "MT1")["levels"] == ours | {"gold": "Every year group edits."}
    assert len(shell.json("rubric", "list")) == 87
    assert shell("rubric", "wording", "--ours") == 0
    assert shell.json("rubric", "show", "MT1")["levels"] == ours
    assert shell("rubric", "wording") == 2


def test_a_workbook_is_a_template_too(shell, tmp_path):
    sheet = tmp_path / "hub.xlsx"
    assert shell("rubric", "template", sheet) == 0
    assert shell.json("rubric", "import", sheet)["criteria"] == 2
    assert shell("rubric", "template", tmp_path / "hub.ods") == 2
