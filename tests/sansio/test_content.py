from __future__ import annotations

import gzip
import tracemalloc
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._sansio.content import PIECE, ContentDecoder, ContentError

if TYPE_CHECKING:
    from collections.abc import Callable


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


ENCODE: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
}


def decode(codings: str, data: bytes, cuts: tuple[int, ...] = ()) -> bytes:
    decoder = ContentDecoder(codings)
    edges = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    output = b""
    for start, end in pairwise(edges):
        decoder.feed(data[start:end])
        while piece := decoder.take():
            output += piece
    decoder.finish()
    return output


@given(
    st.sampled_from(sorted(ENCODE)),
    st.binary(max_size=2000) | st.binary(max_size=5).map(lambda b: b * 3000),
    st.lists(st.integers(0, 10_000), max_size=20).map(tuple),
)
def test_decoder_undoes_each_coding_however_the_bytes_are_split(coding, data, cuts):
    encoded = ENCODE[coding](data)
    assert decode(coding, encoded) == data
    assert decode(coding.upper(), encoded, cuts) == data
    assert decode(coding, encoded, tuple(range(len(encoded)))) == data


@given(st.binary(max_size=500), st.lists(st.integers(0, 1000), max_size=9).map(tuple))
def test_decoder_takes_deflate_without_its_wrapper(data, cuts):
    assert decode("deflate", raw_deflate(data), cuts) == data


@given(st.binary(max_size=500), st.lists(st.integers(0, 1000), max_size=9).map(tuple))
def test_decoder_undoes_layers_in_reverse(data, cuts):
    assert decode("deflate, gzip", gzip.compress(zlib.compress(data)), cuts) == data


def test_decoder_reads_several_gzip_members_and_drops_padding():
    data = gzip.compress(b"one") + gzip.compress(b"two")
    for padding in (b"", b"\0" * 20):
        assert decode("gzip", data + padding) == b"onetwo"
        assert decode("gzip", data + padding, tuple(range(200))) == b"onetwo"


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_decoder_tells_a_body_cut_short(coding):
    encoded = ENCODE[coding](b"some text that is long enough" * 20)
    for end in range(1, len(encoded)):
        with pytest.raises(ContentError, match=f"ended inside its {coding}"):
            decode(coding, encoded[:end])


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_decoder_refuses_what_is_not_encoded(coding):
    with pytest.raises(ContentError, match=f"not valid {coding}"):
        decode(coding, b'{"plain": "json"}')


def test_decoder_refuses_damaged_data():
    encoded = bytearray(gzip.compress(b"x" * 1000))
    encoded[-5] ^= 0xFF
    with pytest.raises(ContentError, match="not valid gzip"):
        decode("gzip", bytes(encoded))


@pytest.mark.parametrize("codings", ["br", "gzip, zstd", "compress", ", ".join(["gzip"] * 5)])
def test_decoder_refuses_codings_that_nobody_asked_for(codings):
    with pytest.raises(ContentError, match="not asked for"):
        ContentDecoder(codings)


@pytest.mark.parametrize("codings", ["", "identity", " , identity"])
def test_decoder_has_nothing_to_undo_for_identity(codings):
    assert not ContentDecoder(codings).layered


@pytest.mark.parametrize("codings", ["gzip", "deflate", "gzip, deflate"])
def test_decoder_takes_an_empty_body_for_empty(codings):
    assert decode(codings, b"") == b""


def test_decoder_gives_a_bomb_in_bounded_pieces():
    bomb = gzip.compress(b"\0" * 50_000_000)
    decoder = ContentDecoder("gzip")
    tracemalloc.start()
    decoder.feed(bomb)
    size = 0
    while piece := decoder.take():
        assert len(piece) <= PIECE
        size += len(piece)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    decoder.finish()
    assert size == 50_000_000
    assert peak < 3_000_000
