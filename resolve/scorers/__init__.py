"""All reasons, in the order they are told. A new reason is a file here and a line below."""

from resolve.scorers.contract import Reason, Role
from resolve.scorers.core import core
from resolve.scorers.country import country
from resolve.scorers.extra_words import extra_words
from resolve.scorers.identifier import identifier
from resolve.scorers.initials import initials
from resolve.scorers.legal_form import form_country, legal_form
from resolve.scorers.letters import letters
from resolve.scorers.near_words import homophones, near_words
from resolve.scorers.numbers import numbers
from resolve.scorers.places import places, trades
from resolve.scorers.shared_words import shared_words
from resolve.scorers.sides import groups, houses, sides
from resolve.scorers.translation import described, translation

REASONS = (
    #      reason, what it may do when it speaks against
    Reason(identifier, Role.PARTS),
    Reason(core),
    Reason(shared_words),
    Reason(letters),
    Reason(numbers, Role.PARTS),
    Reason(sides, Role.PARTS),
    Reason(groups, Role.PARTS, outweighed=0.95),
    Reason(houses, Role.DOUBTS, outweighed=0.7),
    Reason(form_country, Role.PARTS),
    Reason(extra_words, Role.PARTS, outweighed=0.85),
    Reason(homophones, Role.PARTS),
    Reason(places, Role.PARTS, outweighed=0.95),
    Reason(trades, Role.DOUBTS, outweighed=0.95),
    Reason(near_words, Role.DOUBTS, outweighed=0.92),
    Reason(translation, Role.DOUBTS),
    Reason(described, Role.DOUBTS),
    Reason(initials, Role.DOUBTS),
    Reason(legal_form, Role.PARTS),
    Reason(country, Role.DOUBTS),
)

PARTING = frozenset(reason.scorer.__name__ for reason in REASONS if reason.role is Role.PARTS and reason.outweighed > 1)
"""Reasons that nothing outweighs: names they part never meet in one entity."""
