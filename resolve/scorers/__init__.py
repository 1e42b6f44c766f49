"""All reasons, in the order they are told. A new reason is a file here and a line below."""

from resolve.scorers.contract import Reason, Role
from resolve.scorers.core import core
from resolve.scorers.country import country
from resolve.scorers.extra_words import extra_words
from resolve.scorers.identifier import identifier
from resolve.scorers.legal_form import form_country, legal_form
from resolve.scorers.letters import letters
from resolve.scorers.near_words import homophones, near_words
from resolve.scorers.numbers import numbers
from resolve.scorers.places import places, trades
from resolve.scorers.shared_words import shared_words
from resolve.scorers.sides import sides
from resolve.scorers.translation import translation

BIAS = -1.2
REASONS = (
    #      reason        weight  what it may do when it speaks against
    Reason(identifier, 9.0, Role.PARTS),
    Reason(core, 1.5),
    Reason(shared_words, 4.0),
    Reason(letters, 1.0),
    Reason(numbers, 2.5, Role.PARTS),
    Reason(sides, 2.0, Role.PARTS),
    Reason(form_country, 1.5, Role.PARTS),
    Reason(extra_words, 3.0, Role.PARTS),
    Reason(homophones, 2.0, Role.PARTS),
    Reason(places, 1.8, Role.PARTS),
    Reason(trades, 0.7, Role.DOUBTS),
    Reason(near_words, 2.0, Role.DOUBTS),
    Reason(translation, 0.5, Role.DOUBTS),
    Reason(legal_form, 0.5, Role.PARTS),
    Reason(country, 1.0, Role.DOUBTS),
)
