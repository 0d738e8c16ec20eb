"""The pictures of the README: one of every page, on a phone and at a desk, in light and dark, small, and shown."""

import struct
import zlib
from pathlib import Path

import pytest

from tests.shots.__main__ import DENSITIES, FOLDER, HEIGHTS, LARGEST, PAGES, THEMES, picture
from tests.shots.png import shrink

ROOT = Path(__file__).parents[2]
PICTURES = {picture(name, width, theme): width for name in PAGES for width in HEIGHTS for theme in THEMES}


def _png(width: int, rows: list[tuple[int, bytes]], kind: int = 2) -> bytes:
    """A picture of unfinished business: each row with its filter and its bytes as filtered."""
    lines = b"".join(bytes([filtered]) + row for filtered, row in rows)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, len(rows), 8, kind, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines)),
        (b"IEND", b""),
    )
    written = [
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def _pixels(png: bytes) -> list[bytes]:
    """The pixels of a picture with a palette, row by row."""
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found[png[at + 4 : at + 8]] = png[at + 8 : at + 8 + length]
        at += length + 12
    width, height = struct.unpack(">II", found[b"IHDR"][:8])
    content, palette = zlib.decompress(found[b"IDAT"]), found[b"PLTE"]
    return [
        palette[3 * content[row * (width + 1) + 1 + x] :][:3] for row in range(height) for x in range(width)
    ]


def test_a_picture_with_a_palette_shows_the_same_whatever_filter_its_rows_had() -> None:
    first, others = bytes((10, 20, 30, 14, 22, 30)), bytes((1, 2, 3, 4, 5, 6))
    shown = _pixels(shrink(_png(2, [(0, first), (1, others), (2, others), (3, others), (4, others)])))
    assert shown == [
        bytes(each)
        for each in (
            (10, 20, 30),
            (14, 22, 30),
            (1, 2, 3),
            (5, 7, 9),
            (2, 4, 6),
            (9, 12, 15),
            (2, 4, 6),
            (9, 13, 16),
            (3, 6, 9),
            (13, 18, 22),
        )
    ]


def test_a_picture_with_opaque_pixels_loses_their_fourth_byte() -> None:
    assert _pixels(shrink(_png(1, [(0, bytes((9, 8, 7, 255)))], kind=6))) == [bytes((9, 8, 7))]


def test_a_picture_of_many_colours_keeps_the_most_frequent_ones() -> None:
    row = bytes(value for n in range(300) for value in (n % 256, n // 256, 0)) + bytes((0, 0, 200)) * 9
    shown = _pixels(shrink(_png(309, [(0, row)])))
    assert len(set(shown)) <= 256
    assert shown[-1] == bytes((0, 0, 200))


def test_what_is_no_picture_of_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="not a PNG"):
        shrink(b"GIF89a")
    with pytest.raises(ValueError, match="colour type 0"):
        shrink(_png(1, [(0, b"\x01")], kind=0))


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_there_of_its_size_small_and_in_the_readme(name: str) -> None:
    file = FOLDER / name
    assert file.exists(), "run make shots"
    content = file.read_bytes()
    assert len(content) <= LARGEST
    width = PICTURES[name]
    size = struct.unpack(">II", content[16:24])
    assert size == (width * DENSITIES[width], HEIGHTS[width] * DENSITIES[width])
    assert f"deploy/shots/{name}" in (ROOT / "README.md").read_text()


def test_no_picture_is_left_over() -> None:
    assert {each.name for each in FOLDER.iterdir()} == set(PICTURES)
