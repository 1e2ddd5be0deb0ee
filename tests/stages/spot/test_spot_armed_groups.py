"""An armed group's description goes back to an armed actor, never to an office that was named later."""

from builders import only, read
from onrecord.stages.spot import spot_actors


def test_the_rebel_group_is_the_army_of_rebels_and_not_the_ombudsman() -> None:
    text = "The National Peasant Army freed two engineers, the Ombudsman's office said. The rebel group demands talks."
    report, passages, reading = read(text)
    actors = spot_actors(report, passages, reading)
    actor = only(a for a in actors if any("rebel group" in m.of(report.text) for m in a.mentions))
    assert actor.name == "National Peasant Army"
