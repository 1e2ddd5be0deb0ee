"""What happened to whom, by whom: events out of a reading.

"Rebels shelled the market in Goma on Monday, killing 12 people, police said." -> one event at `shelled`:
shelling, acting `Rebels`, target `the market in Goma`, affected `12 people`, on that Monday, told by police.
"""

from collections.abc import Sequence

from onrecord.model.actor import Actor
from onrecord.model.claim import Claim
from onrecord.model.event import Event
from onrecord.model.place import Place
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.when import When
from onrecord.stages.code.build import Builder
from onrecord.stages.code.deaths import whose_deaths
from onrecord.stages.code.lexicon import Lexicon, load_lexicon
from onrecord.stages.code.same import tie
from onrecord.stages.code.spoken import by_speakers
from onrecord.stages.code.totals import up_to_the_count

__all__ = ["MAKER", "code", "up_to_the_count"]

MAKER = "code/13"


def code(
    report: Report,
    passages: Sequence[Passage],
    reading: Reading,
    *,
    actors: Sequence[Actor],
    places: Sequence[Place],
    times: Sequence[When],
    claims: Sequence[Claim],
    lexicon: Lexicon | None = None,
) -> tuple[Event, ...]:
    """Return the events of `report` in order of the text.

    Every event stands at the shortest words that name it. One happening told twice is two rows,
    the later with `same_as`. An event whose type the vocabulary does not know is not given.

    Args:
        report: The report.
        passages: Its passages, in order.
        reading: What the language model saw in them.
        actors: Who the report names; parts point to them.
        places: The places it names.
        times: Its time expressions.
        claims: Who says what; an event inside a claim's content points to the innermost.
        lexicon: The event vocabulary; the shipped one if left out.
    """
    lexicon = lexicon or load_lexicon()
    builder = Builder(report, passages, reading, lexicon, actors=actors, places=places, times=times, claims=claims)
    events = whose_deaths(tuple(by_speakers(builder.events(), claims)), claims, lexicon)
    return tie(
        events,
        lexicon,
        definite=builder.definite,
        recalled=builder.recalled,
        of_day=builder.of_day,
        passages=passages,
        places=places,
    )
