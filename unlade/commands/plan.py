"""To come."""

import click

command = click.Command("plan")
