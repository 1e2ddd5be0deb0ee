"""What holds for the actors of any text: mentions in order, each word run one actor, the same ids twice."""

from copy import deepcopy

import pytest

from builders import read
from onrecord.model.actor import Actor
from onrecord.stages.spot import spot_actors

TEXTS = [
    "General Oskar Brandt, the army's chief of staff, said his soldiers had killed 60 fighters. The Northern Front, an "
    "armed group, denied it. The group accused Israel and the IDF. Mayor Ana Sol fled; she is in Chad.",
    "THE FMLN ATTACKED THE BARRACKS. GENERAL TOMAS ARRIETA SAID HIS TROOPS WOULD RESPOND.",
    "Da’esh claimed it — “we did it,” they said. (AFP) 😀 Ночью они пришли.",
    "— … —",
    "By Ada Quill",
]

any_text = pytest.mark.parametrize("text", TEXTS)


def actors_of(text: str) -> tuple[Actor, ...]:
    report, passages, reading = read(text)
    before = deepcopy((report, passages, reading))
    actors = spot_actors(report, passages, reading)
    assert (report, passages, reading) == before
    return actors


@any_text
def test_spot_gives_the_same_actors_twice(text: str) -> None:
    assert actors_of(text) == actors_of(text)


@any_text
def test_spot_gives_each_actor_its_own_id_and_mentions(text: str) -> None:
    actors = actors_of(text)
    assert len({actor.id for actor in actors}) == len(actors)
    spans = [span for actor in actors for span in actor.mentions]
    assert len(spans) == len(set(spans))
    assert all(actor.mentions for actor in actors)


@any_text
def test_spot_orders_actors_and_mentions_by_the_text(text: str) -> None:
    actors = actors_of(text)
    assert [actor.mentions[0] for actor in actors] == sorted(actor.mentions[0] for actor in actors)
    assert all(list(actor.mentions) == sorted(actor.mentions) for actor in actors)


@any_text
def test_spot_mentions_words_without_space_around_them(text: str) -> None:
    for span in (span for actor in actors_of(text) for span in actor.mentions):
        assert span.of(text) == span.of(text).strip() != ""


@any_text
def test_spot_names_actors_in_one_line(text: str) -> None:
    assert all(actor.name == " ".join(actor.name.split()) for actor in actors_of(text))
