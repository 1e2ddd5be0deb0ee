"""Puts events together: trigger, parts, mood, setting, codes."""

from collections.abc import Sequence

from onrecord.model.actor import Actor, ActorIndex
from onrecord.model.claim import Claim, Party
from onrecord.model.event import AcledCode, Event, EventCode, OtherPart, PloverCode, Responsibility
from onrecord.model.ids import EventId, make_id
from onrecord.model.place import Place
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.when import When
from onrecord.stages.code.blame import responsibility
from onrecord.stages.code.carry import carry_acting, share_sides
from onrecord.stages.code.charged import Charger
from onrecord.stages.code.day import DayFinder
from onrecord.stages.code.draft import Draft
from onrecord.stages.code.ground import Ground
from onrecord.stages.code.hazard import Hazards
from onrecord.stages.code.inside import Insider
from onrecord.stages.code.kinds import Kinds
from onrecord.stages.code.lexicon import Lexicon
from onrecord.stages.code.means import MeansFinder
from onrecord.stages.code.mended import mended
from onrecord.stages.code.mood import MoodReader
from onrecord.stages.code.own_word import own_words
from onrecord.stages.code.parts import PartFinder
from onrecord.stages.code.past import is_background
from onrecord.stages.code.peoples import states_of
from onrecord.stages.code.planted import retype_bombings
from onrecord.stages.code.site import SiteFinder
from onrecord.stages.code.slots import SlotFinder
from onrecord.stages.code.time_owner import tells_of_occurring
from onrecord.stages.code.tree import Tree
from onrecord.stages.code.trigger import Trigger, find_triggers
from onrecord.stages.code.turned import without_turned
from onrecord.stages.code.unreal import Unreal
from onrecord.stages.code.weigh import Weigher

_TOLD = {"VBD", "VBZ", "VBP", "VBN"}
_ASKING = ("who", "what")  # whom no noun before stands for: "it was not clear who fired"
_DEFINITE = {"the", "this", "that", "these", "those", "such"}


class Builder:
    """Builds the events of one report."""

    def __init__(
        self,
        report: Report,
        passages: Sequence[Passage],
        reading: Reading,
        lexicon: Lexicon,
        *,
        actors: Sequence[Actor],
        places: Sequence[Place],
        times: Sequence[When],
        claims: Sequence[Claim],
    ) -> None:
        self.report = report
        self.passages = passages
        self.lexicon = lexicon
        self.tree = Tree(mended(reading))
        self.actors = {actor.id: actor for actor in actors}
        self.claims = {claim.id: claim for claim in claims}
        named = ActorIndex(actors)
        kinds = Kinds(self.tree, lexicon, actors=named, places=places)
        self.ground = Ground(self.tree, claims)
        self.day = DayFinder(self.ground, report, lexicon, times=times)
        self.site = SiteFinder(self.ground, kinds, places=places)
        dated = frozenset(i for when in times if when.span is not None for i in range(*self.ground.words_at(when.span)))
        self.slots = SlotFinder(self.tree, lexicon, dated=dated, frames=reading.frames)
        self.parts = PartFinder(
            self.tree, self.slots, lexicon,
            text=report.text, actors=named, kinds=kinds, states=states_of(actors),
        )  # fmt: skip
        self.mood = MoodReader(self.tree, lexicon)
        self.means = MeansFinder(self.tree, lexicon)
        self.weigher = Weigher(self.tree, lexicon)
        self.insider = Insider(self.tree, lexicon, dated=dated)
        self.hazards = Hazards(self.tree, lexicon)
        self.unreal = Unreal(self.tree, lexicon, passages)
        self.charger = Charger(self.tree, self.slots, lexicon)
        self.definite: frozenset[EventId] = frozenset()
        self.of_day: frozenset[EventId] = frozenset()
        self.recalled: frozenset[EventId] = frozenset()

    def events(self) -> list[Event]:
        """Return the events in order of the text, `same_as` still open."""
        drafts = [self._draft(trigger) for trigger in find_triggers(self.tree, self.slots, self.lexicon)]
        for draft in drafts:
            self.means.narrow(draft)
        drafts = own_words(self._joined(drafts), self.tree, self.slots, self.lexicon)
        retype_bombings(drafts, self.tree)
        self.charger.charge(drafts)
        carry_acting(drafts, self.tree, self.parts, lexicon=self.lexicon)
        share_sides(drafts, self.tree)
        unreal = [draft for draft in drafts if draft.mood.modality != "asserted"]
        events = [self._event(draft, apart=_parties([d for d in unreal if d is not draft])) for draft in drafts]
        events = without_turned(events, self.actors.values(), self.claims)
        pairs = list(zip(events, drafts, strict=True))
        self.definite = frozenset(event.id for event, draft in pairs if self._is_definite(draft))
        self.of_day = frozenset(event.id for event, draft in pairs if self._is_of_day(draft))
        self.recalled = frozenset(event.id for event, draft in pairs if self._is_recalled(draft))
        return events

    def _joined(self, drafts: list[Draft]) -> list[Draft]:
        by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            by_sentence.setdefault(self.tree.sentence(draft.number).start, []).append(draft)
        kept: list[Draft] = []
        for together in by_sentence.values():
            acts = self.means.join(self.hazards.retyped(together))
            kept += self.unreal.keep(self.insider.keep(self.weigher.keep(acts)))
        return kept

    def _draft(self, trigger: Trigger) -> Draft:
        draft = Draft(
            trigger=trigger,
            type=trigger.entry.type,
            mood=self.mood.of(trigger),
            heads=self.parts.heads(trigger),
            mode=trigger.entry.mode,
        )
        acting = [i for i in self._without_speakers(draft) if not self._is_cited(i)]
        draft.heads["acting"] = [i for i in acting if self.tree.lower(i) not in _ASKING]
        draft.heads["affected"] = [i for i in draft.heads.get("affected", ()) if not self._is_happening(i)]
        draft.background = is_background(draft, self.tree, self.lexicon)
        return draft

    def _without_speakers(self, draft: Draft) -> list[int]:
        """Return who acted, less whoever only says so: "three raids killed nine, the governor told reporters".

        Who "claimed the attack" or "denied killing" him is told to have acted.
        """
        is_own = self.tree.dep(draft.number) == "xcomp" and self.tree.has(draft.number, "to")  # "claimed to have hit"
        if draft.trigger.is_noun or is_own or self.tree.words[draft.number].tag not in _TOLD:
            return list(draft.heads.get("acting", ()))
        claim = self.ground.claim(self.tree.reading.span(draft.trigger.start, draft.trigger.end))
        said = () if claim is None else self.claims[claim].speakers
        spoken = [party.span for party in said if party.span is not None]
        return [i for i in draft.heads.get("acting", ()) if not any(s.covers(self.tree.words[i].span) for s in spoken)]

    def _is_happening(self, number: int) -> bool:
        """Return whether a word names an act of violence and nobody it befell: "repelled three attacks"."""
        entries = [pair for form in self.tree.forms(number) for pair in self.lexicon.nouns.get(form, ())]
        kinds = {self.lexicon.types[entry.type]["kin"] for phrase, entry in entries if len(phrase) == 1}
        return "violence" in kinds and not self.parts.kinds.is_party(number)

    def _is_cited(self, number: int) -> bool:
        """Return whether a word only names on whose word it is told: "according to the monitor, and forced ..."."""
        below = self.tree.children(number, "case")
        return any(self.tree.lower(i) == "according" for i in below)

    def _is_definite(self, draft: Draft) -> bool:
        named = [draft.number]
        head = self.tree.head(draft.number)
        if head is not None and self.tree.case(draft.number) == "of" and not self.tree.is_verb(head):
            named.append(head)  # "this barbaric act of mass murder"
        beside = [i for noun in named for i in self.tree.children(noun, "det")]
        is_body = self.tree.forms(draft.number) & set(self.lexicon.signs["bodies"])
        return draft.trigger.is_noun and not is_body and any(self.tree.lower(i) in _DEFINITE for i in beside)

    def _is_of_day(self, draft: Draft) -> bool:
        """Return whether a noun is named by its day: "Wednesday's attack"."""
        return any(i in self.slots.dated for i in self.tree.children(draft.number, "nmod:poss"))

    def _is_recalled(self, draft: Draft) -> bool:
        """Return whether it is only said of an event told before when or where it was: "the attack took place in"."""
        verb = self.tree.head(draft.number)
        if verb is None or not self._is_definite(draft) or not self.tree.dep(draft.number).startswith("nsubj"):
            return False
        return tells_of_occurring(verb, self.tree, self.lexicon)

    def _event(self, draft: Draft, *, apart: frozenset[int]) -> Event:
        span = self.tree.reading.span(draft.trigger.start, draft.trigger.end)
        acting = tuple(self.parts.party(head) for head in draft.heads.get("acting", ()))
        hit = draft.heads.get("affected", [])
        people = [head for head in hit if not self._is_target(head, draft)]
        targets = [head for head in hit if head not in people]
        affected = tuple(self.parts.party(head) for head in people)
        others = self.parts.others({**draft.heads, "target": [*targets, *draft.heads.get("target", [])]})
        claim = self.ground.claim(span)
        return Event(
            id=EventId(make_id("ev", self.report.id, draft.type, span.start, span.end)),
            type=EventCode(draft.type),
            span=span,
            words=span.of(self.report.text),
            acting=acting,
            affected=affected,
            others=others,
            when=self.day.when(draft),
            where=self.site.where(draft, apart=apart),
            stage=draft.mood.stage,
            modality=draft.mood.modality,
            claim=claim,
            same_as=None,
            plover=self._plover(draft, others),
            acled=self._acled(draft),
            responsibility=self._responsibility(draft, acting, None if claim is None else self.claims.get(claim)),
            background=draft.background,
        )

    def _responsibility(self, draft: Draft, acting: Sequence[Party], claim: Claim | None) -> tuple[Responsibility, ...]:
        """Return who is held responsible: who is told to have acted, and who denies it."""
        basis = "suspected" if self._is_suspected(draft) else draft.basis
        if draft.mood.modality == "negated":
            basis = "denied"
        denying = [self.parts.party(head) for head in draft.charged]
        told = responsibility(acting, kind=draft.type, basis=basis, claim=claim, actors=self.actors)
        return told + responsibility(denying, kind=draft.type, basis="denied", claim=claim, actors=self.actors)

    def _is_target(self, head: int, draft: Draft) -> bool:
        violent = self.lexicon.types[draft.type]["kin"] in {"violence", "coercion"} or draft.type == "disruption"
        if draft.type in {"sanction", "restriction"} and self.parts.kinds.is_party(head):
            return False  # "sanctions on Belarus"
        if draft.type == "weapons_seized" and self.parts.kinds.is_weapon(head):
            return True
        return violent and self.parts.kinds.is_thing(head) and not self.parts.kinds.is_person(head)

    def _is_suspected(self, draft: Draft) -> bool:
        signs = set(self.lexicon.signs["blame"]["suspected"])
        heads = draft.heads.get("acting", ())
        return any(self.tree.lower(i) in signs for head in heads for i in self.tree.children(head, "amod", "advmod"))

    def _plover(self, draft: Draft, others: Sequence[OtherPart]) -> PloverCode | None:
        """Return PLOVER's event and mode; what is only announced is an AGREE or a THREATEN."""
        row = self.lexicon.types[draft.type]
        if row["plover"] is None:
            return None
        event, mode = row["plover"]
        if draft.trigger.entry.has_mode or draft.mode is not None:
            mode = draft.mode
        if draft.mood.modality == "planned" and row.get("planned", event) != event:
            return PloverCode(event=row["planned"], mode=None)
        return PloverCode(event=event, mode=mode)

    def _acled(self, draft: Draft) -> AcledCode | None:
        row = self.lexicon.types[draft.type]["acled"]
        return None if row is None else AcledCode(event_type=row[0], sub_event_type=row[1])


def _parties(drafts: Sequence[Draft]) -> frozenset[int]:
    return frozenset(i for draft in drafts for part in ("acting", "affected") for i in draft.heads.get(part, ()))
