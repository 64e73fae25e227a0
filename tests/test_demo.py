from pathlib import Path

import pytest

from evidence.bundle.verify import verify_bundle
from evidence.library import Library
from evidence.views.coverage import coverage
from rubric.load import shipped_framework
from studio.demo import load_script, run_demo
from studio.errors import StudioError


@pytest.fixture(scope="module")
def the_demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "library"
    said: list[str] = []
    return folder, run_demo(folder, said.append), "\n".join(said)


def test_the_demo_does_the_whole_job(the_demo):
    folder, bundle, said = the_demo
    assert verify_bundle(bundle).valid
    library = Library.open(folder)
    assert len(library.sounds()) == len(load_script().sounds)
    counted = coverage(library.entries(), shipped_framework())
    assert counted.criteria["MT1"]["gold"] == 1
    assert counted.criteria["MT3"]["gold"] == 1
    for words in (str(folder), str(bundle), "MT1", "Receipt", "Sealed"):
        assert words in said


def test_every_tidy_of_the_demo_is_sure(the_demo):
    assert "not sure" not in the_demo[2]


def test_the_demo_touches_no_library_that_is_there(the_demo):
    folder: Path = the_demo[0]
    with pytest.raises(StudioError):
        run_demo(folder, print)
