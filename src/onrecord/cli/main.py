"""The command `onrecord` itself: finds the sub-command asked for, and says errors in one line."""

import logging
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

import click

from onrecord import __version__
from onrecord.errors import OnRecordError

COMMANDS: Mapping[str, str] = {
    "read": "onrecord.cli.read:read",
    "add": "onrecord.cli.add:add",
    "tallies": "onrecord.cli.views:tallies",
    "series": "onrecord.cli.views:series",
    "disputes": "onrecord.cli.views:disputes",
    "timeline": "onrecord.cli.views:timeline",
    "negotiation": "onrecord.cli.views:negotiation",
    "speakers": "onrecord.cli.views:speakers",
    "search": "onrecord.cli.views:search",
    "show": "onrecord.cli.views:show",
    "judge": "onrecord.cli.judge:judge",
    "export": "onrecord.cli.export:export",
    "verify": "onrecord.cli.verify:verify",
    "backup": "onrecord.cli.upkeep:backup",
    "migrate": "onrecord.cli.upkeep:migrate",
    "places": "onrecord.cli.places:places",
    "eval": "onrecord.cli.eval:evaluate",
}
"""Every sub-command and where it lives, in the order of the help. Imported only when asked for: each starts fast."""


class Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of `COMMANDS`, in their order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, `None` if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="onrecord")
@click.option("--verbose", is_flag=True, help="Say on standard error what goes on inside, faults with their traceback.")
def onrecord(verbose: bool) -> None:
    """Read news reports on armed conflict and keep, for each, an evidence-grade record.

    Who says what, in which words, how many, where and when: every row leads back to the words.
    """
    if verbose:
        logging.basicConfig(level=logging.INFO, format="%(name)s: %(message)s")
    else:
        logging.getLogger("onrecord").addHandler(logging.NullHandler())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 all done, 1 other errors, 2 the run cannot go on, 3 an input was skipped."""
    try:
        onrecord.main(args=arguments, prog_name="onrecord", standalone_mode=False)
    except OnRecordError as error:
        sys.exit(_said(str(error), error.exit_status))
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except click.Abort:
        sys.exit(_said("stopped by the keyboard; what was written stays", 130))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output is gone: nobody is left to tell
        sys.exit(141)


def _said(message: str, status: int) -> int:
    click.echo(f"onrecord: {message}", err=True)
    return status
