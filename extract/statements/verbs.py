"""Read a verb with what hangs on it: who, to whom, what, how much, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.statements.claim import Claim, Said
from extract.statements.colour import colours
from extract.statements.countries import Country
from extract.statements.inflection import NOMINATIVE
from extract.statements.marks import ANY, Marks, country_marks, party_marks
from extract.statements.parties import Party
from extract.statements.persons import NAME
from extract.statements.scene import Scene
from extract.statements.values import Count, Money, goods_of
from extract.statements.vocabulary import Frame, frames, word

_KAZAKH_NAME = "[А-ЯЁІҚӘӨҒҰҮҢҺ][а-яёіқәөғұүңһ]+?"
_BEFORE_VERB = frozenset(("kk", "zh"))
_LOCATION = {
    "en": re.compile(r"\b(?:in|at)\s+(?:the\s+(?:city|town)\s+of\s+)?([A-Z][\w’-]+(?:[ -][A-Z][\w’-]+)?)"),
    "ru": re.compile(r"(?<!\w)(?:в|во)\s+(?:городе\s+|г\.\s?)?([А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+)?)"),
    "kk": re.compile(rf"(?<!\w)({_KAZAKH_NAME})(?:\sқаласында|[дт][ае](?!\w))"),
    "zh": re.compile(r"在([\u4e00-\u9fff]{2,8}?)(?=注册|成立|设立|登记)"),
    "uk": re.compile(r"(?<!\w)(?:у|в)\s+(?:місті\s+|м\.\s?)?([А-ЯІЇЄҐ][а-яіїєґ]+(?:[ -][А-ЯІЇЄҐ][а-яіїєґ]+)?)"),
}
_WITH_PLACE = frozenset(("registered", "based_in"))
_OFFICES = frozenset(("owns", "director_of"))
_TRADE = frozenset(("supplied", "imported", "exported", "licensed"))
_MONEY = frozenset(("supplied", "paid", "licensed", "imported", "exported"))
_AND = re.compile(r".{0,60}?(?:\band|(?<!\w)и|(?<!\w)та)\s+(?:\w+\s+)?", re.DOTALL)
_SHARE = re.compile(r"(?P<share>\d{1,3}(?:[.,]\d+)?)\s?(?:%|percent|per cent|процент\w*|відсотк\w*|пайыз\w*)")
_PERMIT_REACH = 60
_NEUTER = re.compile(r"(?:ООО|АО|ОАО|ЗАО|ПАО|ТОО|НАО|ТОВ|ОсОО)(?!\w)|.*(?:LLP|LLC|Ltd|S\.r\.l|GmbH|B\.V)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb between its neighbours: where its words may be looked for."""

    frame: Frame
    left: int
    start: int
    end: int
    right: int

    @property
    def trigger(self) -> tuple[int, int]:
        """Give where the verb stands."""
        return self.start, self.end


def claims(scene: Scene) -> Iterator[tuple[Claim, Party | None]]:
    """Read every verb of a sentence that the tables know; with each claim the company that is its subject."""
    previous: Party | None = None
    persons: set[int] = set()
    for clause in _clauses(scene):
        reader = _Reader(scene, clause, previous, persons)
        for claim in reader.claims():
            previous = reader.subject
            yield claim, reader.subject


def _clauses(scene: Scene) -> list[Clause]:
    """Cut a sentence at its verbs. Of frames that share a verb the one whose object is spoken of counts."""
    found: dict[int, tuple[int, list[Frame]]] = {}
    for frame in frames(scene.language):
        for match in frame.pattern.finditer(scene.text, scene.start, scene.end):
            start = match.end() - len(match.group().lstrip())
            if any(party.start <= start and match.end() <= party.end for party in scene.parties):
                continue  # 进出口 and 控股 are parts of names
            end, sharing = found.get(start, (match.end(), []))
            found[start] = (max(end, match.end()), [*sharing, frame])
    starts = _apart(sorted(found), {start: found[start][0] for start in found})
    clauses: list[Clause] = []
    for place, start in enumerate(starts):
        end, sharing = found[start]
        left = clauses[-1].end if clauses else scene.start
        right = starts[place + 1] if place + 1 < len(starts) else scene.end
        frame_found = _fitting(scene, sharing, left, start, end, right)
        if scene.language == "kk" and frame_found is not None and frame_found.predicate not in _OFFICES:
            right = end
        if frame_found is not None:
            clauses.append(Clause(frame_found, left, start, end, right))
    return clauses


def _apart(starts: list[int], ends: dict[int, int]) -> list[int]:
    """Leave out verbs inside a longer match: “sold” of “was sold”."""
    kept: list[int] = []
    for start in starts:
        if not kept or start >= ends[kept[-1]]:
            kept.append(start)
    return kept


def _fitting(scene: Scene, sharing: Sequence[Frame], left: int, start: int, end: int, right: int) -> Frame | None:
    spoken = _object(scene, left, start, end, right)
    exact = next((frame for frame in sharing if frame.object == spoken), None)
    if exact is not None:
        return exact
    rest = [frame for frame in sharing if frame.object in ("", "goods") and spoken != "permit"]
    if spoken == "money":
        rest = [frame for frame in rest if len(sharing) == 1 or frame.object == ""]
    return rest[0] if rest else next((f for f in sharing if not f.object), None)


def _object(scene: Scene, left: int, start: int, end: int, right: int) -> str:
    """Tell what the verb does something with: permits, money or goods. A Kazakh verb ends its clause."""
    right = end if scene.language == "kk" else right
    permit = word("permit", scene.language).search(scene.text, start, right)
    if permit is not None and permit.start() - end < _PERMIT_REACH:
        return "permit"
    places = [(c.said.start, "goods") for c in scene.counts] + [(m.said.start, "money") for m in scene.sums]
    behind = sorted(place for place in places if end <= place[0] < right)
    if behind:
        return behind[0][1]
    before = sorted(place for place in places if left <= place[0] < end)
    return before[-1][1] if before else "goods"


class _Reader:
    """Fill the fields of one clause."""

    def __init__(self, scene: Scene, clause: Clause, previous: Party | None, used: set[int]) -> None:
        self.scene, self.clause, self.frame = scene, clause, clause.frame
        self.fields: dict[str, Said] = {}
        self.subject: Party | None = None
        self.countries: dict[str, list[Country]] = {}
        self._previous, self._used = previous, used

    def claims(self) -> Iterator[Claim]:
        self._parties()
        self._countries()
        if self.frame.predicate in _OFFICES:
            self._person()
        self._measures()
        self._place()
        self._time()
        if not any(need <= self.fields.keys() for need in self.frame.needs):
            return
        self.fields.update(colours(self.scene, self.clause.left, self.clause.trigger))
        self.fields["predicate"] = Said(self.frame.predicate, *self.clause.trigger)
        self.fields["quote"] = self.scene.quote
        more = self.countries.get("in", [])[1:] if self.frame.predicate == "stopped_sales" else []
        yield Claim(dict(self.fields))
        for country in more:
            yield Claim({**self.fields, "country": Said(country.code, country.start, country.end)})

    def _parties(self) -> None:
        """Give each company the role its mark tells. Two for one role, or goods named by a company: no direction."""
        marked = self._marked()
        if any(marks == {"goods"} for _, marks in marked) or self._goods_of_a_company(marked):
            self._open([party for party, _ in marked])
            return
        free = self._place_certain(marked)
        self._place_possible(free)
        if "nom" in self.frame.roles and self.frame.roles["nom"] not in self.fields:
            self._by_pronoun()
        nom = self.fields.get(self.frame.roles.get("nom", ""))
        self.subject = next((p for p, _ in marked if nom is not None and p.start == nom.start), self.subject)

    def _marked(self) -> list[tuple[Party, Marks]]:
        s, c = self.scene, self.clause
        inside = [p for p in s.parties if c.left <= p.start < c.right and not self._may_be_person(p)]
        behind_relative = [
            p for p in s.parties if p.end <= c.left and re.fullmatch(r",?\s*(?:which|who)\s*", s.text[p.end : c.start])
        ]
        marked = [
            (p, party_marks(s.text, min(c.left, p.start), p.start, p.end, c.trigger, s.language, p.cases))
            for p in [*behind_relative, *inside]
        ]
        return [(p, ANY if self._may_be_undeclined(p, marks, marked) else marks) for p, marks in marked]

    def _may_be_person(self, party: Party) -> bool:
        """Tell a name that only a model takes for a company's, where owners and directors are spoken of."""
        as_printed = self.scene.text[party.start : party.end]
        return self.frame.predicate in _OFFICES and party.guessed and NAME.fullmatch(as_printed) is not None

    def _may_be_undeclined(self, party: Party, marks: Marks, marked: Sequence[tuple[Party, Marks]]) -> bool:
        """Tell a name in its first form behind the verb that may stand there for any case: another is the subject."""
        if "nom" not in marks or party.start < self.clause.start or NOMINATIVE not in party.cases:
            return False
        subjects = any("nom" in others and other.end <= self.clause.start for other, others in marked)
        return subjects or "nom" not in self.frame.roles

    def _goods_of_a_company(self, marked: Sequence[tuple[Party, Marks]]) -> bool:
        """Tell «500 дронов «Алтын Каната»»: whose the goods are says not who sent them."""
        if self.frame.predicate != "supplied" or len({party.name for party, _ in marked}) < 2:
            return False
        return any(
            marks == {"of"} and any(0 <= party.start - _end(count) <= 2 for count in self.scene.counts)
            for party, marks in marked
        )

    def _open(self, parties: Sequence[Party]) -> None:
        for field, party in zip(("party", "other_party"), parties, strict=False):
            self.fields[field] = _said(party)

    def _place_certain(self, marked: Sequence[tuple[Party, Marks]]) -> list[tuple[Party, Marks]]:
        """Place the parties with one possible mark; give the others."""
        free = []
        near = sorted(marked, key=lambda pair: abs(pair[0].start - self.clause.start))
        for party, marks in near:
            mark = self._only_mark(marks)
            if mark is None:
                free.append((party, marks))
                continue
            role = self.frame.roles.get(mark)
            if role is not None and role not in self.fields and not self._is_said(party):
                self.fields[role] = _said(party)
        return free

    def _only_mark(self, marks: Marks) -> str | None:
        """Give the one mark a party can bear; a nominative that could be an accusative is the subject."""
        if len(marks) == 1:
            return next(iter(marks))
        certain = "nom" in marks and not marks & {"to", "by"} and self.frame.predicate != "owns"
        return "nom" if certain else None

    def _is_said(self, party: Party) -> bool:
        return any(said.start == party.start for said in self.fields.values())

    def _place_possible(self, free: Sequence[tuple[Party, Marks]]) -> None:
        """Place names without case: before the verb the subject, behind it whoever is still wanted; else nobody."""
        roles = self.frame.roles
        for party, marks in sorted(free, key=lambda pair: pair[0].start):
            before = party.start < self.clause.start
            order = ("nom", "possessive") if before else ("by", "to", "direct", "of")
            wanted = [roles[m] for m in order if m in marks and m in roles and roles[m] not in self.fields]
            if not before and self._needs_subject(marks) and self._agrees(party):
                wanted = [roles["nom"]]
            if wanted and not self._is_said(party):
                self.fields[wanted[0]] = _said(party)

    def _needs_subject(self, marks: Marks) -> bool:
        nom = self.frame.roles.get("nom")
        return nom is not None and nom not in self.fields and "nom" in marks and "by" not in self.frame.roles

    def _agrees(self, party: Party) -> bool:
        """Tell that the verb is in the gender of a legal form, so that the name behind it is its subject."""
        verb = self.scene.text[slice(*self.clause.trigger)]
        return self.scene.language != "en" and verb.endswith("ло") and _NEUTER.match(party.name) is not None

    def _by_pronoun(self) -> None:
        """Let the subject be one named before: by a pronoun, by “and”, behind a relative clause."""
        meant = self._antecedent()
        if meant is not None and not self._is_said(meant):
            self.fields[self.frame.roles["nom"]] = _said(meant)
            self.subject = meant

    def _antecedent(self) -> Party | None:
        """Give the only company a pronoun before the verb can mean, or the subject that is handed on."""
        c, s = self.clause, self.scene
        pronouns = list(word("pronoun", s.language).finditer(s.text, c.left, c.start))
        if pronouns:
            before = [p for p in s.parties if p.end <= pronouns[-1].start()]
            if not before:
                return s.memory.party
            return before[-1] if len({p.name for p in before}) == 1 else None
        if self._previous is None:
            return None
        handed_on = _AND.fullmatch(s.text, c.left, c.start) or self._ends_relative(self._previous)
        return self._previous if handed_on else None

    def _ends_relative(self, party: Party) -> bool:
        """Tell that the clause goes on with its subject behind “Acme, which …,”."""
        s, c = self.scene, self.clause
        begun = re.match(r",\s+(?:which|who|котор\w+)\b", s.text[party.end : c.left])
        return begun is not None and re.search(r",\s*$", s.text[c.left : c.start]) is not None

    def _countries(self) -> None:
        s, c = self.scene, self.clause
        found = [country for country in s.countries if c.left <= country.start < c.right]
        for country in found:
            for mark in country_marks(s.text, s.start, country.start, country.end, s.language, country.cases):
                real = self._last_mark if mark == "and" else mark
                real = "in" if real == "to" and self.frame.predicate == "stopped_sales" else real
                self._last_mark = real
                self.countries.setdefault(real, []).append(country)
        self._country("to", "to_country")
        self._country("from", "from_country")
        if self.frame.of_country and not self.fields.keys() & {"subject", "object"} & {self.frame.roles.get("nom")}:
            nominative = [x for x in self.countries.get("nom", []) if x.start < c.start] or self._country_again()
            if nominative:
                self.fields["country"] = Said(nominative[-1].code, nominative[-1].start, nominative[-1].end)
        elif self.frame.predicate not in ("owns", "director_of"):
            self._country("in", "country")

    _last_mark = "other"

    def _country_again(self) -> list[Country]:
        again = self.scene.said("country_again", self.clause.left, self.clause.start)
        meant = self.scene.memory.country
        return [meant] if again is not None and meant is not None else []

    def _country(self, mark: str, field: str) -> None:
        for country in self.countries.get(mark, [])[:1]:
            self.fields[field] = Said(country.code, country.start, country.end)

    def _person(self) -> None:
        """Find who holds the office or the share, beside the company it is of."""
        s, c = self.scene, self.clause
        taken = [(p.start, p.end) for p in s.parties if not self._may_be_person(p)]
        left = self._behind_possessive() if s.language == "kk" else c.left
        persons = [p for p in s.memory.persons.find(s.text, left, c.right, taken) if p.start not in self._used]
        if "subject" in self.fields and self.frame.predicate == "owns":
            return
        if not persons:
            self._person_by_relative()
            return
        nearest = min(persons, key=lambda said: min(abs(said.start - c.end), abs(c.start - said.end)))
        self.fields["person"] = nearest
        self._used.add(nearest.start)
        s.memory.persons.remember(str(nearest.value))
        if "object" not in self.fields:
            self._possessed()

    def _behind_possessive(self) -> int:
        """Give where persons may begin: «Компанияны», which has a capital at the head of its sentence, is none."""
        possessive = self.scene.said("possessive", self.clause.left, self.clause.start)
        return possessive.end if possessive else self.clause.left

    def _person_by_relative(self) -> None:
        s, c = self.scene, self.clause
        if not re.search(r",\s+(?:who|котор\w+)\s+(?:\w+\s+)?$", s.text[c.left : c.start]):
            return
        taken = [(p.start, p.end) for p in s.parties if not self._may_be_person(p)]
        earlier = s.memory.persons.find(s.text, s.start, c.start, taken)
        if earlier:
            self.fields["person"] = earlier[-1]

    def _possessed(self) -> None:
        """Find the company an office is of: “its director”, «директором» behind «Его учредителем», “Acme’s owner”."""
        s, c = self.scene, self.clause
        before = [
            p for p in s.parties if p.end <= c.start and re.fullmatch(r"['’]s\s+(?:\w+\s+)?", s.text[p.end : c.start])
        ]
        possessive = s.said("possessive", s.start, c.right)
        if before:
            self.fields["object"] = _said(before[-1])
        elif possessive is not None:
            self._possessor(possessive)

    def _possessor(self, possessive: Said) -> None:
        """Let “its” and «компании» mean the one company the sentence has named before, else the last sentence's."""
        s = self.scene
        named = [p for p in s.parties if p.end <= possessive.start]
        meant = (named[-1] if len({p.name for p in named}) == 1 else None) if named else s.memory.party
        if meant is not None and not self._is_said(meant):
            self.fields["object"] = _said(meant)
            self.subject = meant

    def _measures(self) -> None:
        s, c, predicate = self.scene, self.clause, self.frame.predicate
        if predicate in _MONEY:
            self._money([m for m in s.sums if c.left <= m.said.start < c.right])
        if predicate in _TRADE:
            self._count([n for n in s.counts if c.left <= n.said.start < c.right])
        if predicate in _OFFICES:
            self._share()
        if predicate in _TRADE | {"dealer_of"} and "product" not in self.fields:
            product = goods_of(s.text, c.end, c.right) if s.language == "en" else self._goods_behind()
            if product is not None:
                self.fields["product"] = product

    def _goods_behind(self) -> Said | None:
        """Take «дронов Rotorwing» behind «дилером»."""
        s, c = self.scene, self.clause
        match = re.compile(
            r"\s+([а-яёіїє]{4,}(?:\s[а-яёіїє]{4,})?(?:\s[A-Z][\w-]+){0,2})(?=\s(?:в|на|у|из)\s|[.,])"
        ).match(s.text, c.end, c.right)
        return Said(match[1], *match.span(1)) if match else None

    def _money(self, sums: Sequence[Money]) -> None:
        for money in _behind_first(sums, self.clause):
            self.fields["amount"] = money.said
            self.fields["amount_currency"] = Said(money.currency, money.said.start, money.said.end)
            if money.bound is not None:
                self.fields["amount_bound"] = money.bound
            if money.usd is not None:
                self.fields["amount_usd"] = money.usd

    def _count(self, counts: Sequence[Count]) -> None:
        for count in _behind_first(counts, self.clause):
            self.fields["quantity"] = count.said
            for field, said in (
                ("quantity_unit", count.unit),
                ("quantity_bound", count.bound),
                ("product", count.product),
            ):
                if said is not None:
                    self.fields[field] = self._before_verb(said)

    def _before_verb(self, said: Said) -> Said:
        """Cut words off where the verb begins: «дрон жеткізді»."""
        start = self.clause.start
        if not said.start < start < said.end:
            return said
        words = self.scene.text[said.start : start].rstrip()
        return Said(words, said.start, said.start + len(words))

    def _share(self) -> None:
        match = _SHARE.search(self.scene.text, self.clause.left, self.clause.right)
        if match is not None:
            self.fields["share"] = Said(float(match["share"].replace(",", ".")), *match.span())

    def _place(self) -> None:
        s, c = self.scene, self.clause
        if self.frame.predicate not in _WITH_PLACE or s.language not in _LOCATION:
            return
        around = (c.left, c.end) if s.language in _BEFORE_VERB else (c.end, c.right)
        for match in _LOCATION[s.language].finditer(s.text, *around):
            is_country = any(country.start == match.start(1) for country in s.countries)
            is_time = any(time.start <= match.start(1) < time.end for time in s.times)
            if not is_country and not is_time:
                self.fields["location"] = Said(match[1], *match.span(1))
                return

    def _time(self) -> None:
        s, c = self.scene, self.clause
        inside = [time for time in s.times if c.left <= time.start < c.right]
        if inside:
            self.fields["date"] = min(inside, key=lambda t: min(abs(t.start - c.end), abs(c.start - t.end)))
            return
        same, last = s.said("same_year", c.left, c.right), s.said("last_year", c.left, c.right)
        if same is not None and s.memory.year is not None:
            self.fields["date"] = Said(str(s.memory.year.value)[:4], same.start, same.end)
        elif last is not None and s.memory.document_date is not None:
            self.fields["date"] = Said(str(int(s.memory.document_date[:4]) - 1), last.start, last.end)
        elif last is not None:
            self.fields["time_said"] = last


_Measured = TypeVar("_Measured", Money, Count)


def _behind_first(found: Sequence[_Measured], clause: Clause) -> Sequence[_Measured]:
    """Give the first figure behind the verb, else the last before it."""
    behind = [one for one in found if one.said.start >= clause.start]
    return behind[:1] or found[-1:]


def _said(party: Party) -> Said:
    return Said(party.name, party.start, party.end)


def _end(count: Count) -> int:
    return count.product.end if count.product else count.said.end
