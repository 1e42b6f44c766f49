"""Give the companies of a clause their roles: who did it, to whom, of whom; or leave the direction open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.statements.claim import Said
from extract.statements.clauses import Clause
from extract.statements.inflection import NOMINATIVE
from extract.statements.marks import ANY, OTHER, Marks, party_marks
from extract.statements.parties import Party
from extract.statements.persons import NAME
from extract.statements.scene import Scene
from extract.statements.values import Count
from extract.statements.vocabulary import word

_OFFICES = frozenset(("owns", "director_of"))
_BY_NOUN = _OFFICES | {"dealer_of"}
_SLAVIC = frozenset(("ru", "uk"))
AND = re.compile(r"[^;]{0,80}?(?:\band|\bbut|\bthen|(?<!\w)(?:и|а|но|та|й|і|але))\s+(?:\w+\s+){0,2}", re.DOTALL)
_NEUTER = re.compile(r"(?:ООО|АО|ОАО|ЗАО|ПАО|ТОО|НАО|ТОВ|АТ|ПрАТ|ОсОО)(?!\w)|.*(?:LLP|LLC|Ltd|S\.r\.l|GmbH|B\.V)")
_LINK = re.compile(
    r"\s*(?P<comma>,)?\s*(?P<and>and|as\s+well\s+as|и|а\s+также|та|й|і|а\s+також)?\s*"
    r"(?:the\s+|(?:компан|фирм|фірм|завод|предприят|підприємств)[а-яёії]*\s+)?"
)
_NEXT_BEGINS = re.compile(r"(?:[,;:]|\b(?:and|but|while)|(?<!\w)(?:и|а|но|что|та|але|що|і))\s+(?:\w+\s+)?$")
_LITTLE = re.compile(r"\s+(?:\w+\s+){0,2}")
_RIGHT_BEFORE = re.compile(r"[\s,]+(?:\w+ly\s+|not\s+|also\s+|then\s+|не\s+|также\s+|також\s+|тоже\s+)*")
_ELIDED = re.compile(
    r"(?:что|що)\s+(?:(?:не|ничего|никогда|уже|больше|ещё|еще|полностью|ніколи|нічого|вже|більше|повністю)\s+)*"
)


@dataclass
class Cast:
    """Who plays which role.

    ``others``: role -> further companies of a list; ``subject``: whom a pronoun may mean next.
    """

    fields: dict[str, Said] = field(default_factory=dict)
    others: dict[str, Sequence[Party]] = field(default_factory=dict)
    subject: Party | None = None


def cast(scene: Scene, clause: Clause, previous: Party | None) -> Cast:
    """Give each company the role its mark tells. ``previous``: the subject of the verb before."""
    casting = _Casting(scene, clause, previous)
    casting.place()
    return casting.cast


def said(party: Party) -> Said:
    """Give a company's name with its place."""
    return Said(party.name, party.start, party.end)


def may_be_person(scene: Scene, clause: Clause, party: Party) -> bool:
    """Tell a name that only a model takes for a company's, where owners and directors are spoken of."""
    as_printed = scene.text[party.start : party.end]
    return clause.frame.predicate in _OFFICES and party.guessed and NAME.fullmatch(as_printed) is not None


class _Casting:
    """Place the companies of one clause."""

    def __init__(self, scene: Scene, clause: Clause, previous: Party | None) -> None:
        self.scene, self.clause, self.roles = scene, clause, clause.frame.roles
        self.cast = Cast()
        self._previous = previous
        self._lists: dict[int, Sequence[Party]] = {}

    def place(self) -> None:
        """Fill the cast: certain roles first, then what is left for names that show no case."""
        marked = self._marked()
        if any(marks == {"goods"} for _, marks in marked) or self._goods_of_a_company(marked):
            self._open([party for party, _ in marked])
            return
        self._place_head()
        free = self._place_certain(marked)
        if self._gave_or_got(free):
            self._open([party for party, _ in free])
            return
        self._place_possible(free)
        if "nom" in self.roles and self.roles["nom"] not in self.cast.fields:
            self._by_pronoun()
        self._by_dative()
        nom = self.cast.fields.get(self.roles.get("nom", ""))
        parties = [party for party, _ in marked]
        self.cast.subject = next((p for p in parties if nom and p.start == nom.start), self.cast.subject)

    def _marked(self) -> list[tuple[Party, Marks]]:
        """Give the first company of each list with its marks."""
        s, c = self.scene, self.clause
        inside = [p for p in s.parties if c.covers(p.start) and not may_be_person(s, c, p) and not self._is_next(p)]
        marked: list[tuple[Party, Marks]] = []
        for first, *others in _lists(s.text, inside):
            left = min(c.left, first.start)
            marks = party_marks(s.text, left, first.start, first.end, c.trigger, s.language, first.cases)
            if self._owns_noun(first):
                marks = frozenset(("of",))
            elif self._leads(first, marks):
                marks = ANY
            barred = "nom" in marks and self._is_barred([first, *others][-1])
            marked.append((first, OTHER if barred else marks))
            self._lists[first.start] = others
        return [(p, ANY if self._may_be_undeclined(p, marks, marked) else marks) for p, marks in marked]

    def _owns_noun(self, party: Party) -> bool:
        """Tell a name right behind a noun, whose it is whatever its form: «дилером Acme», «директор ООО «Вяз»»."""
        c = self.clause
        by_noun = c.frame.predicate in _BY_NOUN and "of" in self.roles and "to" not in self.roles
        return by_noun and self.scene.language in _SLAVIC and self.scene.text[c.end : party.start].isspace()

    def _leads(self, party: Party, marks: Marks) -> bool:
        """Tell an undeclined name right before a verb of its gender, whatever noun stands before it."""
        text, c = self.scene.text, self.clause
        undeclined = self.scene.language in _SLAVIC and not party.cases and marks <= {"of", "direct", "to", "other"}
        return undeclined and self._agrees(party) and _RIGHT_BEFORE.fullmatch(text, party.end, c.start) is not None

    def _is_next(self, party: Party) -> bool:
        """Tell the subject of the next verb: «…, а ООО «Вяз» продало»."""
        text, c = self.scene.text, self.clause
        if party.start < c.end or not _LITTLE.fullmatch(text, party.end, c.right):
            return False
        return c.right < self.scene.end and _NEXT_BEGINS.search(text, c.end, party.start) is not None

    def _is_barred(self, party: Party) -> bool:
        """Tell that another clause begins between a company and the verb: “Acme said that …”."""
        s, c = self.scene, self.clause
        if party.end > c.start:
            return False
        between = c.between(s.text, party.end, c.start)
        if any(word(kind, s.language).search(between) for kind in ("barrier", "pronoun")):
            return True
        passive = "by" in self.roles and s.language == "en"
        return passive and not _RIGHT_BEFORE.fullmatch(between)

    def _may_be_undeclined(self, party: Party, marks: Marks, marked: Sequence[tuple[Party, Marks]]) -> bool:
        """Tell a name in its first form behind the verb that may stand there for any case: another is the subject."""
        if "nom" not in marks or party.start < self.clause.start or NOMINATIVE not in party.cases:
            return False
        subjects = any("nom" in others and other.end <= self.clause.start for other, others in marked)
        return subjects or "nom" not in self.roles

    def _goods_of_a_company(self, marked: Sequence[tuple[Party, Marks]]) -> bool:
        """Tell «500 дронов «Алтын Каната»»: whose the goods are says not who sent them."""
        if self.clause.frame.predicate != "supplied" or len({party.name for party, _ in marked}) < 2:
            return False
        return any(
            marks == {"of"} and any(0 <= party.start - _end(count) <= 2 for count in self.scene.counts)
            for party, marks in marked
        )

    def _open(self, parties: Sequence[Party]) -> None:
        self.cast.fields.clear()
        for role, party in zip(("party", "other_party"), parties, strict=False):
            self.cast.fields[role] = said(party)

    def _place_head(self) -> None:
        """Give the company before a bracket the role that “which”, «которому» tell."""
        bracket = self.clause.bracket
        if bracket is None or bracket.head is None or bracket.mark not in self.roles:
            return
        self.cast.fields[self.roles[bracket.mark]] = said(bracket.head)
        if bracket.mark == "nom":
            self.cast.subject = bracket.head

    def _place_certain(self, marked: Sequence[tuple[Party, Marks]]) -> list[tuple[Party, Marks]]:
        """Place the parties with one possible mark; give the others."""
        free = []
        for party, marks in sorted(marked, key=lambda pair: abs(pair[0].start - self.clause.start)):
            mark = self._only_mark(marks)
            if mark is None:
                free.append((party, marks))
            elif mark in self.roles:
                self._give(self.roles[mark], party)
        return free

    def _give(self, role: str, party: Party) -> None:
        fields = self.cast.fields
        if role in fields or any(given.start == party.start for given in fields.values()):
            return
        fields[role] = said(party)
        if self._lists.get(party.start):
            self.cast.others[role] = self._lists[party.start]

    def _only_mark(self, marks: Marks) -> str | None:
        """Give the one mark a party can bear; a nominative that could be an accusative is the subject."""
        if len(marks) == 1:
            return next(iter(marks))
        certain = "nom" in marks and not marks & {"to", "by"} and self.clause.frame.predicate != "owns"
        return "nom" if certain else None

    def _gave_or_got(self, free: Sequence[tuple[Party, Marks]]) -> bool:
        """Tell «были проданы ООО «Вяз»»: without a case nobody knows whether it sold or bought."""
        by, to = self.roles.get("by"), self.roles.get("to")
        wanted = {by, to} - {None} - self.cast.fields.keys()
        return len(wanted) > 1 and any(
            {"by", "to"} <= marks and party.start > self.clause.start for party, marks in free
        )

    def _place_possible(self, free: Sequence[tuple[Party, Marks]]) -> None:
        """Place names without case: before the verb the subject, behind it whoever is still wanted; else nobody."""
        roles = self.roles
        for party, marks in sorted(free, key=lambda pair: self._distance(pair[0])):
            before = party.start < self.clause.start
            order = ("nom", "possessive") if before else ("by", "to", "direct", "of")
            wanted = [roles[m] for m in order if m in marks and m in roles and roles[m] not in self.cast.fields]
            if not before and self._needs_subject(marks) and self._agrees(party):
                wanted = [roles["nom"]]
            if not before and "of" in roles and "nom" in marks and roles["of"] in self.cast.fields:
                wanted = wanted or [role for role in (roles.get("nom", ""),) if role and role not in self.cast.fields]
            if wanted:
                self._give(wanted[0], party)

    def _distance(self, party: Party) -> tuple[bool, int]:
        """Order names: those before the verb from it on, then those behind it as they stand."""
        start = self.clause.start
        return (False, start - party.start) if party.start < start else (True, party.start)

    def _needs_subject(self, marks: Marks) -> bool:
        nom = self.roles.get("nom")
        return nom is not None and nom not in self.cast.fields and "nom" in marks and "by" not in self.roles

    def _agrees(self, party: Party) -> bool:
        """Tell that the verb is in the gender of a legal form, so that the name behind it is its subject."""
        verb = self.scene.text[slice(*self.clause.trigger)]
        return self.scene.language != "en" and verb.endswith("ло") and _NEUTER.match(party.name) is not None

    def _by_pronoun(self) -> None:
        """Let the subject be one named before: by a pronoun, by “and”, by nothing at all behind «что»."""
        meant = self._antecedent()
        if meant is not None and all(given.start != meant.start for given in self.cast.fields.values()):
            self.cast.fields[self.roles["nom"]] = said(meant)
            self.cast.subject = meant

    def _by_dative(self) -> None:
        """Let «ему» be the only company that was named before it."""
        s, c = self.scene, self.clause
        pronoun = word("dative_pronoun", s.language).search(s.text, c.left, c.right)
        role = self.roles.get("to")
        if pronoun is None or role is None or role in self.cast.fields or c.frame.predicate in _OFFICES:
            return
        meant = self._meant(pronoun.start())
        if meant is not None and all(given.value != meant.name for given in self.cast.fields.values()):
            self.cast.fields[role] = said(meant)

    def _antecedent(self) -> Party | None:
        """Give the only company a pronoun before the verb can mean, or the subject that is handed on."""
        c, s = self.clause, self.scene
        if word("we", s.language).search(s.text, c.left, c.start):
            return self._speaker()
        latter = word("latter", s.language).search(s.text, c.reach, c.start)
        if latter is not None:
            return next((p for p in reversed(s.parties) if p.end <= latter.start()), None)
        pronouns = list(word("pronoun", s.language).finditer(s.text, c.left, c.start))
        if pronouns:
            return self._meant(pronouns[-1].start())
        elided = re.search(rf"(?<!\w){_ELIDED.pattern}$", s.text[c.reach : c.start])
        if elided is not None:
            return self._meant(c.reach + elided.start())
        if self._previous is not None and AND.fullmatch(s.text, c.reach, c.start):
            return self._previous
        return None

    def _speaker(self) -> Party | None:
        """Give who says “we”: the company named behind the quotation, or the one meant by “the company wrote”."""
        s = self.scene
        speech = word("speech", s.language).search(s.text, self.clause.end, s.end)
        if speech is None:
            return None
        start, end = speech.span("tail")
        named = {p.name: p for p in s.parties if start <= p.start < end}
        if not named:
            return s.memory.party if word("pronoun", s.language).search(s.text, start, end) else None
        return next(iter(named.values())) if len(named) == 1 else None

    def _meant(self, at: int) -> Party | None:
        before = {p.name: p for p in self.scene.parties if p.end <= at}
        if not before:
            return self.scene.memory.party
        return next(iter(before.values())) if len(before) == 1 else None


def _lists(text: str, parties: Sequence[Party]) -> list[list[Party]]:
    """Put companies that “and” joins together: A, B and C. A comma alone may part a name from its explanation."""
    lists: list[list[Party]] = []
    for party in parties:
        link = _LINK.fullmatch(text, lists[-1][-1].end, party.start) if lists else None
        if link is not None and _joins(link, len(lists[-1]), goes_on=_goes_on(text, party, parties)):
            lists[-1].append(party)
        else:
            lists.append([party])
    return lists


def _joins(link: re.Match[str], before: int, *, goes_on: bool) -> bool:
    """Tell a list from a new clause: a comma before “and” stands in lists of three."""
    if not link["and"]:
        return bool(link["comma"]) and goes_on
    return not link["comma"] or before > 1


def _goes_on(text: str, party: Party, parties: Sequence[Party]) -> bool:
    following = next((other for other in parties if other.start >= party.end), None)
    link = _LINK.fullmatch(text, party.end, following.start) if following else None
    if link is None or following is None:
        return False
    return bool(link["and"]) or (bool(link["comma"]) and _goes_on(text, following, parties))


def _end(count: Count) -> int:
    return count.product.end if count.product else count.said.end
