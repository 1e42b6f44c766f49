"""The command ``unlade``: a thin list of commands, each loaded when it is wanted."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from importlib import import_module

import click

import unlade
from unlade import faults
from unlade.terminal import forgive_encodings, say

SECTIONS = {
    "Build a case": ("run", "plan", "status", "retry"),
    "Look and share": ("search", "show", "serve", "export"),
    "Look at single files and names": ("read", "try", "match", "link"),
    "Set up and measure": ("doctor", "eval"),
}
_COMMANDS = [name for names in SECTIONS.values() for name in names]
_MODULES = {"try": "try_", "eval": "eval_"}


class Commands(click.Group):
    """Commands by name, imported when called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of the help."""
        return _COMMANDS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Import one command."""
        if cmd_name not in _COMMANDS:
            near = get_close_matches(cmd_name, _COMMANDS, 1)
            ctx.fail(f"No such command {cmd_name!r}." + (f" Did you mean {near[0]!r}?" if near else ""))
        module = import_module(f"unlade.commands.{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the commands under the headings of SECTIONS."""
        for title, names in SECTIONS.items():
            commands = [self.get_command(ctx, name) for name in names]
            with formatter.section(title):
                rows = zip(names, commands, strict=True)
                formatter.write_dl([(name, command.get_short_help_str(70)) for name, command in rows])


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(unlade.__version__, "-V", "--version", prog_name="unlade")
@click.pass_context
def cli(context: click.Context) -> None:
    """Turn a dump of customs and trade documents into one SQLite file to search, question and quote from.

    \b
    Example:
      unlade run documents/ -o case.db
      unlade search case.db Vozdushnaya
      unlade serve case.db
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main() -> None:
    """Run the command line and end the process with its exit code."""
    forgive_encodings()
    sys.exit(_answer())


def _answer() -> int:
    try:
        unlade.check_rooms()
        return cli.main(prog_name="unlade", standalone_mode=False) or faults.OK
    except click.ClickException as error:
        _show(error)
        return faults.USAGE
    except faults.Stop as stop:
        stop.show()
        return stop.code
    except (click.Abort, KeyboardInterrupt):
        return faults.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, less) has enough: nothing to report, and nothing more to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return faults.OK
    except Exception as error:  # the one place where any fault becomes a sentence
        meant = faults.explain(error)
        meant.show()
        return meant.code


def _show(error: click.ClickException) -> None:
    """Print a mistake in the command itself; a file name in it may hold what a terminal must not see."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        say(*context.get_usage().splitlines(), f"Try '{context.command_path} --help'.")
    say(f"Error: {error.format_message()}")
