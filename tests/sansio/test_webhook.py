from __future__ import annotations

import base64
from email.message import Message
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triopenai._base.errors import InvalidWebhookSignatureError
from triopenai._sansio.webhook import body_of, check_signature, secret_bytes, sign

KEY = b"a key of some bytes"
NOW = 1_700_000_000
BODY = b'{"type": "response.completed"}'


def headers_for(body: bytes = BODY, *, key: bytes = KEY, at: int = NOW) -> dict[str, str]:
    return {
        "webhook-id": "wh_1",
        "webhook-timestamp": str(at),
        "webhook-signature": sign(body, key=key, webhook_id="wh_1", timestamp=str(at)),
    }


def check(body: bytes, headers, *, tolerance: float | None = 300, now: float = NOW) -> None:
    check_signature(body, headers, key=KEY, tolerance=tolerance, now=now)


def test_sign_agrees_with_the_published_example():
    # The test vector of the Standard Webhooks libraries.
    signature = sign(
        b'{"test": 2432232314}',
        key=secret_bytes("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        webhook_id="msg_p5jXN8AQM9LWM0D4loKWxJek",
        timestamp="1614265330",
    )
    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize(
    "convert",
    [
        dict,
        MappingProxyType,
        lambda headers: {name.upper(): value for name, value in headers.items()},
        lambda headers: {name.title().encode(): value.encode() for name, value in headers.items()},
        lambda headers: list(headers.items()),
        lambda headers: iter(headers.items()),
        lambda headers: [(name.encode(), value.encode()) for name, value in headers.items()],
    ],
    ids=["dict", "proxy", "upper", "bytes", "pairs", "iterator", "raw pairs"],
)
def test_check_takes_headers_of_any_kind(convert):
    check(BODY, convert(headers_for()))


def test_check_takes_a_message_of_the_standard_library():
    message = Message()
    for name, value in headers_for().items():
        message[name.title()] = value
    check(BODY, message.items())


@given(st.binary(max_size=64))
def test_check_accepts_what_was_signed(body: bytes):
    check(body, headers_for(body))


@given(st.binary(max_size=64), st.integers(0, 511))
def test_check_refuses_every_flipped_bit(body: bytes, at: int):
    if at >= 8 * len(body):
        return
    changed = bytearray(body)
    changed[at // 8] ^= 1 << at % 8
    with pytest.raises(InvalidWebhookSignatureError, match="no signature"):
        check(bytes(changed), headers_for(body))


def test_check_takes_one_good_signature_of_several():
    headers = headers_for()
    headers["webhook-signature"] = f"v1,AAAA v2,x {headers['webhook-signature']} nonsense"
    check(BODY, headers)


@pytest.mark.parametrize("name", ["webhook-id", "webhook-signature"])
def test_check_refuses_what_a_server_could_not_decode(name: str):
    undecoded = b"v1,\xff".decode(errors="surrogateescape")
    with pytest.raises(InvalidWebhookSignatureError, match="no signature"):
        check(BODY, {**headers_for(), name: undecoded})
    with pytest.raises(InvalidWebhookSignatureError, match="no signature"):
        check(body_of(undecoded), headers_for())


def test_check_takes_a_signature_without_its_version():
    headers = headers_for()
    headers["webhook-signature"] = headers["webhook-signature"].removeprefix("v1,")
    check(BODY, headers)


@pytest.mark.parametrize("signature", ["", "v1,", "v1", "é", "v1a,AAAA", "v1,AAAA v1,BBBB"])
def test_check_refuses_other_signatures(signature: str):
    with pytest.raises(InvalidWebhookSignatureError, match="no signature"):
        check(BODY, {**headers_for(), "webhook-signature": signature})


def test_check_refuses_a_wrong_secret_without_telling_any():
    with pytest.raises(InvalidWebhookSignatureError) as caught:
        check(BODY, headers_for(key=b"another"))
    assert KEY.decode() not in str(caught.value)


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_check_names_the_missing_header(name: str):
    headers = headers_for()
    del headers[name]
    with pytest.raises(InvalidWebhookSignatureError, match=f"no {name} header"):
        check(BODY, headers)


@pytest.mark.parametrize("timestamp", ["", "soon", "1.5", "-1", "١٢٣", "1" * 5000])
def test_check_refuses_a_timestamp_that_is_no_number(timestamp: str):
    with pytest.raises(InvalidWebhookSignatureError, match="no number of seconds"):
        check(BODY, {**headers_for(), "webhook-timestamp": timestamp})


@pytest.mark.parametrize(
    ("now", "message"), [(NOW + 300, None), (NOW + 301, "301 seconds old"), (NOW - 301, "in the future")]
)
def test_check_holds_the_timestamp_against_the_clock(now: float, message: str | None):
    if message is None:
        check(BODY, headers_for(), now=now)
        return
    with pytest.raises(InvalidWebhookSignatureError, match=message):
        check(BODY, headers_for(), now=now)


def test_check_tolerates_any_age_where_none_is_given():
    check(BODY, headers_for(), tolerance=None, now=0)


def test_check_tells_an_old_forgery_nothing_of_its_age():
    with pytest.raises(InvalidWebhookSignatureError, match="no signature"):
        check(b"{}", headers_for(), now=NOW + 1000)


def test_secret_is_base64_after_the_prefix_and_text_otherwise():
    assert secret_bytes("whsec_" + base64.b64encode(KEY).decode()) == KEY
    assert secret_bytes("plain text") == b"plain text"


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_***", "whsec_a"])
def test_secret_that_cannot_be_one_is_refused(secret: str):
    with pytest.raises(ValueError, match="webhook secret") as caught:
        secret_bytes(secret)
    assert "***" not in str(caught.value)


def test_body_is_text_or_bytes():
    assert body_of("é") == "é".encode()
    assert body_of(bytearray(b"x")) == body_of(memoryview(b"x")) == b"x"
    with pytest.raises(TypeError, match="as it was received, text or bytes, not dict"):
        body_of({})
