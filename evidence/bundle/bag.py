"""The bag (RFC 8493): which files there are, and the digest of each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from evidence.bundle.digest import Digest
from evidence.bundle.names import fault_in_path
from evidence.bundle.verdict import Fault, ReadingFault, shown

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAG_MANIFEST = "manifest-sha512.txt", "tagmanifest-sha512.txt"
MANIFESTS = (MANIFEST, TAG_MANIFEST)
TAG_FILES = ("VERIFY.txt", "bag-info.txt", "bagit.txt", *MANIFESTS)
PAYLOAD = "data/"
_LINE = re.compile(r"([0-9a-f]{128})  (\S[^\r\n]*)", re.ASCII)
_BROKEN = "It is not written as it was sealed."


def manifest_text(hashes: Mapping[str, str]) -> bytes:
    """Path -> SHA-512 as a manifest, in the order of the paths."""
    return "".join(f"{sha512}  {path}\n" for path, sha512 in sorted(hashes.items())).encode("utf-8")


@dataclass(frozen=True, slots=True)
class BagInfo:
    """What a bag says of itself."""

    name: str
    """The one folder that everything lies in."""
    school: str
    sealed: datetime
    payload_bytes: int
    payload_files: int

    def text(self) -> bytes:
        """The tag file `bag-info.txt`."""
        rows = {
            "Source-Organization": " ".join(self.school.split()),
            "External-Identifier": self.name,
            "Bagging-Date": self.sealed.date().isoformat(),
            "Sealed": self.sealed.isoformat(),
            "Payload-Oxum": f"{self.payload_bytes}.{self.payload_files}",
            "Bag-Software-Agent": "Soundingboard",
        }
        return "".join(f"{label}: {value}\n" for label, value in rows.items()).encode("utf-8")

    @classmethod
    def parse(cls, data: bytes) -> "BagInfo":
        """Read what `text` wrote.

        Raises
        ------
        ReadingFault
            If it is not what `text` writes.
        """
        try:
            rows = dict(line.split(": ", 1) for line in data.decode("utf-8").splitlines())
            size, files = rows["Payload-Oxum"].split(".")
            sealed = datetime.fromisoformat(rows["Sealed"])
            info = cls(
                rows["External-Identifier"], rows["Source-Organization"], sealed, int(size), int(files)
            )
        except (ValueError, KeyError) as error:
            raise ReadingFault("changed", _BROKEN) from error
        datable = sealed.tzinfo is not None and 1980 <= sealed.year < 2107  # the years that a zip can tell
        if not datable or fault_in_path(info.name) or info.text() != data:
            raise ReadingFault("changed", _BROKEN)
        return info


def bag_faults(digests: Mapping[str, Digest], read: Callable[[str], bytes]) -> list[Fault]:
    """Compare the files there are with the files that were sealed.

    `read` gives the content of a tag file that is in `digests`.
    """
    faults = [
        Fault("missing", name, "A bundle always has this file.") for name in TAG_FILES if name not in digests
    ]
    found = {name: digest.sha512 for name, digest in digests.items()}
    payload = {name: sha512 for name, sha512 in found.items() if name.startswith(PAYLOAD)}
    tags = {name: sha512 for name, sha512 in found.items() if name in TAG_FILES and name != TAG_MANIFEST}
    for manifest, files in ((TAG_MANIFEST, tags), (MANIFEST, payload)):
        if manifest in found:
            faults += _manifest_faults(manifest, read(manifest), files)
    if "bagit.txt" in found and read("bagit.txt") != DECLARATION:
        faults.append(Fault("changed", "bagit.txt", _BROKEN))
    faults += [
        Fault("unsafe", name, "It would make a program fetch files from elsewhere.")
        if name == "fetch.txt"
        else Fault("unexpected", shown(name), "It was not there when the bundle was sealed.")
        for name in sorted(found.keys() - payload.keys() - set(TAG_FILES))
    ]
    return sorted(set(faults))


def _manifest_faults(manifest: str, data: bytes, found: Mapping[str, str]) -> list[Fault]:
    lines = data.decode("utf-8", "replace").split("\n")
    matches = [match for line in lines if (match := _LINE.fullmatch(line))]
    sealed = {match[2]: match[1] for match in matches}
    faults = [] if manifest_text(sealed) == data else [Fault("changed", manifest, _BROKEN)]
    for path in sorted(sealed.keys() | found.keys()):
        if path in sealed and (danger := fault_in_path(path)):
            faults.append(Fault("unsafe", shown(path), danger))
        elif path not in found:
            faults.append(Fault("missing", shown(path), "It was there when the bundle was sealed."))
        elif path not in sealed:
            faults.append(Fault("unexpected", shown(path), "It was not there when the bundle was sealed."))
        elif sealed[path] != found[path]:
            faults.append(Fault("changed", shown(path), "It is not the same as when the bundle was sealed."))
    return faults
