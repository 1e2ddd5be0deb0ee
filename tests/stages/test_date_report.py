import pytest

from builders import passages_of, report_of
from onrecord.model.report import Passage
from onrecord.stages.date_report import publication_date


def dated(text: str, *, kinds: dict[int, str] | None = None) -> str | None:
    report = report_of(text, published=None)
    passages = passages_of(report)
    for number, kind in (kinds or {}).items():
        old = passages[number]
        passages = (*passages[:number], Passage(id=old.id, kind=kind, span=old.span), *passages[number + 1 :])  # type: ignore[arg-type]
    when = publication_date(report, passages)
    if when is not None:
        assert when.span is not None
        assert when.span.of(report.text) == when.words
        assert when.basis == "context"
    return None if when is None else when.start


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Shells fell on Kosti.\nPublished 3 March 2021", "2021-03-03"),
        ("Published: Wed, 3 March 2021 10:15 GMT\nShells fell on Kosti.", "2021-03-03"),
        ("Last updated on March 3, 2021\nShells fell on Kosti after the truce of 4 May 2020.", "2021-03-03"),
        ("BEIRUT, 14 May 1989 (AFP) - Shelling went on in the hills.", "1989-05-14"),
        ("KHARTOUM, May 3, 2023 (Reuters) - Fighting went on.", "2023-05-03"),
        ("SAN SALVADOR, 30 APRIL 1990 (ACAN-EFE) -- FOUR SOLDIERS DIED.", "1990-04-30"),
        ("SAN SALVADOR, 30 APR 90 (ACAN-EFE) -- FOUR SOLDIERS DIED.", "1990-04-30"),
        ("   CLANDESTINE, 8 JAN 89 (RADIO SELVA) -- [TEXT] FOUR SOLDIERS DIED.", "1989-01-08"),
        (
            "AMBUSH REPORTED\nRADIO SELVA IN SPANISH TO ORLIM 0130 GMT 8 JAN 89\nFOUR SOLDIERS DIED ON 6 JANUARY.",
            "1989-01-08",
        ),
        ("PA0801013089 Orlim Radio Selva in Spanish 0130 GMT 8 Jan 89\n[Text] Four soldiers died.", "1989-01-08"),
        (
            "Strike enters third day\nBy a staff reporter, Maruba, 5 September 2022\nSoldiers fired on Sunday.",
            "2022-09-05",
        ),
        ("Ministry of Defence update, 18 October 2022\nFourteen missiles were fired in 24 hours.", "2022-10-18"),
        ("Toll rises to 14\n5 March 2023, Hill Gazette\nFive more died of their wounds overnight.", "2023-03-05"),
        ("Truce talks stall\nCAIRO/DEIR AL-BALAH, Jan 12, 2025\nStrikes went on as envoys met.", "2025-01-12"),
        ("Oslo, 12 September 2022\nWe condemn the shelling of the market.", "2022-09-12"),
        ("Port Sudan — 12 June 2024 — Two convoys crossed.", "2024-06-12"),
        ("Floods cut road to Pibor\nTuesday 5 September 2017\nThe road is closed.", "2017-09-05"),
        ("Floods cut road to Pibor\nBy Ama Dolo, 5 September 2017\nThe road is closed.", "2017-09-05"),
        ("Houses are seen in Orvane, Wednesday, December 20, 2023. The town was overrun on October 7.", "2023-12-20"),
        ("Mourners carry a coffin in Lviv, Ukraine, Friday, March 11, 2022.\nShelling killed four.", "2022-03-11"),
        ("Mabuo: flash update 3\nAs of 18:00, 21 June 2025\nNine people died on Friday.", "2025-06-21"),
        ("Flood report\n(as of 10 May 2024, 14:00 hrs local time)\nNine people died on Friday.", "2024-05-10"),
        ("2024-02-09\nA convoy was hit near Djibo.", "2024-02-09"),
    ],
)
def test_publication_date_takes_the_reports_own_word(text: str, day: str) -> None:
    assert dated(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "The treaty of 3 March 1995 ended the war.",
        "The massacre at Orlim, 3 March 1995\nNothing was left of the village.",
        "On Wednesday, December 20, 2023, four people were killed in Orvane.",
        "Houses are seen in Orvane, Monday, December 20, 2023.",
        "FILE - Soldiers stand guard in Mosul, Saturday, June 14, 2014.",
        "Soldiers stand guard in Mosul, Saturday, June 14, 2014.\nOn 3 May 2019 the city was quiet.",
        "Shelling killed four in the town on Friday.",
        "On 12 May 14 (a third of them children) died in Orvane.",
        "Nine people had died as of 3 March 2021.",
        "The war began on 15 April 2023 in Khartoum (see map).",
        "",
    ],
)
def test_publication_date_is_unknown_where_only_history_is_dated(text: str) -> None:
    assert dated(text) is None


def test_publication_date_of_two_captions_that_agree() -> None:
    text = "Smoke rising over Rafah on 20 December 2023\nMen carry a stretcher in Rafah on 20 December 2023\nFighting went on."
    assert dated(text, kinds={0: "caption", 1: "caption"}) == "2023-12-20"
