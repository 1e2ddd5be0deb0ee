"""Which words stand between quotation marks, where marks are mixed, doubled, missing or apostrophes."""

import pytest

from builders import passage_of, report_of
from onrecord.stages.attribute.quotes import mode_of, quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('He said "we go" today.', ['"we go"'], id="straight"),
        pytest.param("He said “we go” today.", ["“we go”"], id="curly"),
        pytest.param("He said 'we go' today.", ["'we go'"], id="single"),
        pytest.param("He said ‘we go’ today.", ["‘we go’"], id="curly-single"),
        pytest.param("He said «we go» today.", ["«we go»"], id="guillemets"),
        pytest.param("He said „we go” today.", ["„we go”"], id="low"),
        pytest.param("'We go,” he said.", ["'We go,”"], id="single-closed-by-double"),
        pytest.param("“We go. It is time.", ["“We go. It is time."], id="never-closed"),
        pytest.param("The army's men and the rebels' guns.", [], id="apostrophes"),
        pytest.param("'The rebels' guns are gone,' he said.", ["'The rebels' guns are gone,'"], id="apostrophe-inside"),
        pytest.param(
            "“They're gone,” he said, “all of 'em.”", ["“They're gone,”", "“all of 'em.”"], id="elision-inside"
        ),
        pytest.param("In the '90s the town was calm.", [], id="decade"),
        pytest.param('He held it with an ""iron fist"" for years.', ['""iron fist""'], id="doubled"),
        pytest.param("''We go,'' he said.", ["''We go,''"], id="two-singles"),
        pytest.param("Nothing is quoted here.", [], id="none"),
        pytest.param("“One,” he said. “Two.”", ["“One,”", "“Two.”"], id="two"),
        pytest.param("A (“so-called”) truce.", ["“so-called”"], id="bracketed"),
    ],
)
def test_quoted_finds_the_marked_words(text: str, expected: list[str]) -> None:
    report = report_of(text)
    assert [span.of(text) for span in quoted(report, passage_of(report))] == expected


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“We go now.”", "direct"),
        ("that they “go now”", "mixed"),
        ("that they go now", "indirect"),
        ("“We go” … “now.”", "direct"),
    ],
)
def test_mode_of_tells_how_much_is_quoted(text: str, mode: str) -> None:
    report = report_of(text)
    passage = passage_of(report)
    assert mode_of(report, [passage.span], quoted(report, passage)) == mode
