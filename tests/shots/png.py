"""Makes a picture of a page smaller: a palette of at most 256 colours instead of three bytes a pixel.

Pages hold few colours; letters' edges hold the rest. Read and written after the PNG specification (third edition):
chunks in section 5, filters in section 9.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOST_COLOURS = 256
_CHANNELS = {2: 3, 6: 4}  # colour type: bytes a pixel


def shrink(png: bytes) -> bytes:
    """Return the same picture with a palette; raises ValueError for anything but 8-bit RGB or RGBA."""
    width, height, rows = _read(png)
    colours = Counter(bytes(row[at : at + 3]) for row in rows for at in range(0, len(row), 3))
    nearest = _choose(colours)
    palette = sorted(set(nearest.values()))
    index = {colour: palette.index(kept) for colour, kept in nearest.items()}
    lines = bytearray()
    for row in rows:
        lines.append(0)
        lines += bytes(index[bytes(row[at : at + 3])] for at in range(0, len(row), 3))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(bytes(lines), 9)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)


def _choose(colours: Counter[bytes]) -> dict[bytes, bytes]:
    """Map every colour to one of the most frequent, the nearest to it."""
    kept = [colour for colour, _ in colours.most_common(_MOST_COLOURS)]
    near = {colour: colour for colour in kept}
    for colour in colours:
        if colour not in near:
            near[colour] = min(kept, key=lambda other: _distance(colour, other))
    return near


def _distance(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _read(png: bytes) -> tuple[int, int, list[bytearray]]:
    """Return width, height and the rows as RGB."""
    found = dict.fromkeys((b"IHDR", b"IDAT"), b"")
    for name, content in _chunks(png):
        found[name] = found.get(name, b"") + content
    width, height, depth, kind, _, _, laced = struct.unpack(">IIBBBBB", found[b"IHDR"])
    if depth != 8 or kind not in _CHANNELS or laced:
        raise ValueError(f"not an 8-bit RGB picture: depth {depth}, colour type {kind}")
    channels = _CHANNELS[kind]
    rows = _unfilter(zlib.decompress(found[b"IDAT"]), width * channels, channels)
    if channels == 4:  # pages are opaque
        for row in rows:
            del row[3::4]
    return width, height, rows


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not png.startswith(_SIGNATURE):
        raise ValueError("not a PNG")
    at = len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _unfilter(content: bytes, length: int, step: int) -> list[bytearray]:
    rows: list[bytearray] = []
    above = bytearray(length)
    for at in range(0, len(content), length + 1):
        row = bytearray(content[at + 1 : at + 1 + length])
        _undo(content[at], row, above, step)
        rows.append(row)
        above = row
    return rows


def _undo(kind: int, row: bytearray, above: bytearray, step: int) -> None:
    if kind == 0:
        return
    for at in range(len(row)):
        left = row[at - step] if at >= step else 0
        corner = above[at - step] if at >= step else 0
        up = above[at]
        guess = (0, left, up, (left + up) // 2, 0)[kind] if kind < 4 else _paeth(left, up, corner)
        row[at] = (row[at] + guess) & 255


def _paeth(left: int, up: int, corner: int) -> int:
    """The predictor of section 9.4: whichever of the three is nearest to left + up - corner."""
    guess = left + up - corner
    a, b, c = abs(guess - left), abs(guess - up), abs(guess - corner)
    if a <= b and a <= c:
        return left
    return up if b <= c else corner
