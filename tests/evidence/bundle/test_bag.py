import zipfile

import bagit
import pytest

from evidence.bundle.bag import BagInfo, manifest_text
from evidence.bundle.verdict import ReadingFault


def test_the_library_of_congress_validator_accepts_our_bag(sealed, tmp_path):
    with zipfile.ZipFile(sealed.path) as archive:
        archive.extractall(tmp_path / "out")
    bag = bagit.Bag(str(tmp_path / "out" / "oak_2026-07-10_v1"))
    assert bag.validate()
    assert bag.info["Source-Organization"] == "Oak School"
    assert bag.algorithms == ["sha512"]


def test_a_manifest_is_in_the_order_of_its_paths():
    assert manifest_text({"data/b": "2" * 128, "data/a": "1" * 128}) == (
        b"1" * 128 + b"  data/a\n" + b"2" * 128 + b"  data/b\n"
    )


def test_bag_info_comes_back_as_it_was_written(sealed):
    from tests.evidence.bundle.conftest import SEALED

    info = BagInfo("oak_v1", "St Mary's: a \u0141\u00f3d\u017a school", SEALED, 12, 3)
    assert BagInfo.parse(info.text()) == info


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b"Payload-Oxum: 12.3", b"Payload-Oxum: 12"),
        lambda data: data.replace(b"+00:00", b""),
        lambda data: data.replace(b"oak_v1", b"../oak"),
        lambda data: data.replace(b"2026-07-10", b"0001-01-01"),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data[:40],
        lambda data: b"\xff" + data,
        lambda data: b"",
    ],
)
def test_damaged_bag_info_is_changed(damage):
    from tests.evidence.bundle.conftest import SEALED

    with pytest.raises(ReadingFault):
        BagInfo.parse(damage(BagInfo("oak_v1", "Oak", SEALED, 12, 3).text()))
