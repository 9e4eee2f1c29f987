"""Makes small messages of Outlook (.msg) for the tests: a compound file with a stream for each property."""

import struct
from collections.abc import Mapping

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def fixed(**values: int) -> bytes:
    """Return a stream of properties of a fixed length; a name such as ``p0039_0040`` gives code and type."""
    data = bytes(32)
    for name, value in values.items():
        code, kind = (int(part, 16) for part in name[1:].split("_"))
        data += struct.pack("<HHIQ", kind, code, 6, value)
    return data


def msg(streams: Mapping[str, bytes | str]) -> bytes:
    """Return a compound file; a text is stored in UTF-16, and a name with a slash stands in a folder.

    All streams are small ones, of less than 4096 bytes.
    """
    contents = {name: value.encode("utf-16-le") if isinstance(value, str) else value for name, value in streams.items()}
    folders = list(dict.fromkeys(name.partition("/")[0] for name in contents if "/" in name))
    tree: list[tuple[str, int, bytes | None, list[int]]] = [("Root Entry", 5, None, [])]
    for folder in folders:
        tree.append((folder, 1, None, []))
        tree[0][3].append(len(tree) - 1)
    for name, data in contents.items():
        folder, _, file = name.rpartition("/")
        tree.append((file, 2, data, []))
        tree[folders.index(folder) + 1 if folder else 0][3].append(len(tree) - 1)
    small, chains, places = b"", [], {}
    for index, (_, _, data, _) in enumerate(tree):
        if data:
            assert len(data) < _CUTOFF
            places[index] = first = len(small) // _SMALL
            small += data.ljust(-(-len(data) // _SMALL) * _SMALL, b"\0")
            chains += [*range(first + 1, len(small) // _SMALL), _END]
    tree[0] = (*tree[0][:2], small, tree[0][3])
    # The sectors: the directory, the chains of the small stream, that stream, and the chains of all sectors.
    parts = [(len(tree) + 3) // 4, -(-len(chains) // 128), -(-len(small) // _SECTOR), 1]
    starts = [sum(parts[:index]) for index in range(4)]
    places[0] = starts[2]
    fat = [
        at + 1 if at + 1 < start + length else _END
        for start, length in zip(starts[:3], parts[:3], strict=True)
        for at in range(start, start + length)
    ]
    fat += [_FAT] + [_FREE] * (127 - len(fat))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    numbers = (0x3E, 3, 0xFFFE, 9, 6, 0, parts[3], 0, 0, _CUTOFF, starts[1], parts[1], _END, 0, starts[3])
    header += struct.pack("<HHHHH6xIIIIIIIIII", *numbers)
    directory = b"".join(_entry(tree, index, places.get(index, _END)) for index in range(len(tree)))
    content = (directory, struct.pack(f"<{len(chains)}I", *chains), small, struct.pack("<128I", *fat))
    padded = (part.ljust(length * _SECTOR, b"\xff") for part, length in zip(content, parts, strict=True))
    return header.ljust(_SECTOR, b"\xff") + b"".join(padded)


def _entry(tree: list[tuple[str, int, bytes | None, list[int]]], index: int, place: int) -> bytes:
    """Return the 128 bytes of an entry; the entries of a folder are a list, each to the right of the one before."""
    name, kind, data, children = tree[index]
    encoded = name.encode("utf-16-le")
    siblings = next((one[3] for one in tree if index in one[3]), [])
    siblings = sorted(siblings, key=lambda at: (len(tree[at][0]), tree[at][0].upper()))
    at = siblings.index(index) if index in siblings else -1
    right = siblings[at + 1] if 0 <= at < len(siblings) - 1 else _FREE
    ordered = sorted(children, key=lambda at: (len(tree[at][0]), tree[at][0].upper()))
    head = encoded.ljust(64, b"\0") + struct.pack(
        "<HBBIII", len(encoded) + 2, kind, 1, _FREE, right, (ordered or [_FREE])[0]
    )
    return head + bytes(36) + struct.pack("<IQ", place, len(data or b""))
