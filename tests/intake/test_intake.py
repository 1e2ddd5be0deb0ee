"""Bytes in: encodings, what is kept of a text, what is refused and how it is said."""

import codecs
from datetime import date

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputUnreadable
from onrecord.intake import MAX_BYTES, take_in

NEWS = "Shells fell on Orvane on Monday, the governor said. “At least 12 people died,” he said – and one café burnt."
PLAIN = "Shells fell on Orvane on Monday, the governor said. At least 12 people died, and one more was hurt."
RUSSIAN = "Губернатор области сообщил, что в результате обстрела погибли двенадцать человек. Ещё трое ранены."
UKRAINIAN = "Голова області повідомив, що внаслідок обстрілу загинули дванадцять людей. Ще троє поранені."
ARABIC = "قالت وزارة الصحة إن اثني عشر شخصا على الأقل قتلوا يوم الاثنين في قصف استهدف سوق المدينة القديمة."
CHINESE = "省政府星期一表示，炮击造成至少十二人死亡，另有三人受伤。市场被摧毁。"
JAPANESE = "知事は月曜日、砲撃で少なくとも12人が死亡したと述べた。市場も破壊された。"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (NEWS, "utf-8"),
        (NEWS, "utf-8-sig"),
        (NEWS, "utf-16"),
        (NEWS, "utf-16-le"),
        (NEWS, "utf-16-be"),
        (NEWS, "utf-32"),
        (NEWS, "utf-32-le"),
        (NEWS, "cp1252"),
        (NEWS, "mac_roman"),
        (PLAIN, "ascii"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "cp1251"),
        (f"{RUSSIAN} {RUSSIAN} {RUSSIAN} {RUSSIAN}", "koi8-r"),
        (UKRAINIAN, "cp1251"),
        (ARABIC, "cp1256"),
        (ARABIC, "utf-16"),
        (CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "iso2022_jp"),
    ],
)
def test_take_in_decodes(text: str, codec: str) -> None:
    assert take_in(text.encode(codec), name="r.txt").text == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ((NEWS * 3).encode() + b"\xe2\x80 and so on", NEWS * 3 + "\ufffd and so on"),
        (NEWS.encode("utf-16") + b"x", NEWS + "\ufffd"),
        ((NEWS * 9).encode() + "“told”".encode("cp1252"), NEWS * 9 + "\ufffdtold\ufffd"),
    ],
    ids=["cut short", "half a character", "two encodings"],
)
def test_take_in_shows_a_few_broken_bytes_and_reads_the_rest(data: bytes, text: str) -> None:
    assert take_in(data, name="r.txt").text == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("one\u2028two\u2029three\x85four\x0cfive".encode(), "one\ntwo\nthree\nfour\nfive"),
        ("13\u00a0killed and 1\u202f200 hurt".encode(), "13 killed and 1 200 hurt"),
        ("civ\u00adilians of Or\u200bvane\ufeff".encode(), "civilians of Orvane"),
        (
            b"one\x07two three four five six seven eight nine ten " * 3,
            "one two three four five six seven eight nine ten " * 3,
        ),
        ("می\u200cروند \u200fو".encode(), "می\u200cروند \u200fو"),
        (b"   kept as it stands  \n", "   kept as it stands  \n"),
        ("cafe\u0301".encode(), "cafe\u0301"),
    ],
    ids=["line ends", "rare line ends", "no-break spaces", "unseen marks", "control", "joiners", "margins", "no NFC"],
)
def test_take_in_keeps_the_text_but_for_what_shows_nothing(data: bytes, text: str) -> None:
    assert take_in(data, name="r.txt").text == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "r: empty; give a file that holds a report"),
        (b" \r\n\t ", "r: empty; give a file that holds a report"),
        (codecs.BOM_UTF8, "r: empty; give a file that holds a report"),
        ("\u200b\u00ad\n".encode(), "r: empty; give a file that holds a report"),
        (b"%PDF-1.7\n%\xe2\xe3", "r: binary (PDF); give text or HTML"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "r: binary (PNG image); give text or HTML"),
        (b"PK\x03\x04\x14\x00\x06\x00", "r: binary (ZIP or office document); give text or HTML"),
        (bytes(range(256)) * 40, "r: binary (control characters); give text or HTML"),
        (bytes(4096), "r: binary (control characters); give text or HTML"),
        (b"a" * MAX_BYTES, "r: 50 MB or more; give one report a file"),
        (bytes(range(128, 256)) * 3, "r: text in no known encoding; save it as UTF-8 and read it again"),
        (
            b"<html><body></body></html>",
            "r: a web page with no article in it; give the article's own page or its text",
        ),
        (
            b"<html><head><title>x</title></head><body><nav><a href=/>Home</a></nav><script>var x = 'no words here'</script>"
            b"<ul><li><a href=a>Ten dead in blast in the north</a></li></ul></body></html>",
            "r: a web page with no article in it; give the article's own page or its text",
        ),
    ],
    ids=[
        "no bytes",
        "blank",
        "mark only",
        "unseen only",
        "pdf",
        "png",
        "zip",
        "noise",
        "zeros",
        "huge",
        "no encoding",
        "bare page",
        "links only",
    ],
)
def test_take_in_refuses_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(InputUnreadable) as caught:
        take_in(data, name="r")
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (NEWS, "en"),
        (PLAIN.upper(), "en"),
        ("Kharkiv Sumy Donetsk Luhansk", None),
        (RUSSIAN, "ru"),
        (UKRAINIAN, "uk"),
        (ARABIC, "ar"),
        (CHINESE, "zh"),
        (JAPANESE, "ja"),
        ("وزارت صحت کا کہنا ہے کہ گولہ باری میں کم از کم بارہ افراد ہلاک ہوئے ہیں۔ بڑے", "ur"),
        (
            "Au moins douze personnes ont été tuées lundi dans le bombardement du marché de la ville, selon la police.",
            "fr",
        ),
        (
            "Al menos doce personas murieron el lunes en un ataque contra el mercado de la ciudad, según la policía.",
            "es",
        ),
        ("Mindestens zwölf Menschen sind am Montag bei einem Angriff auf den Markt der Stadt getötet worden.", "de"),
        ("12 40 7", None),
    ],
)
def test_take_in_tells_the_language(text: str, language: str | None) -> None:
    assert take_in(text.encode(), name="r.txt").language == language


def test_take_in_gives_text_no_title_or_day_of_its_own() -> None:
    report = take_in(NEWS.encode(), name="r.txt")
    assert (report.title, report.byline, report.outlet, report.url, report.published) == (None,) * 5
    assert report.blocks == ()


def test_take_in_believes_what_it_is_told() -> None:
    report = take_in(NEWS.encode(), name="r.txt", published=date(2024, 3, 5), outlet="The Orvane Herald")
    assert report.published is not None
    assert (report.published.start, report.published.end, report.published.span) == ("2024-03-05", "2024-03-05", None)
    assert (report.published.basis, report.outlet, report.path) == ("stated", "The Orvane Herald", "r.txt")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_take_in_gives_the_same_report_twice_or_the_same_refusal(text: str) -> None:
    def outcome() -> object:
        try:
            return take_in(text.encode(), name="r")
        except InputUnreadable as refusal:
            return str(refusal)

    first = outcome()
    assert first == outcome()
    assert isinstance(first, str) or ("\r" not in first.text and "\x00" not in first.text)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_take_in_reads_or_refuses_any_bytes(data: bytes) -> None:
    try:
        text = take_in(data, name="r").text
    except InputUnreadable as refusal:
        text = str(refusal).replace("\n", "")
        event(str(refusal))
    assert text.strip()
    assert "\ud800" not in text
