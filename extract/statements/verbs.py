"""Read a verb with what hangs on it: who, to whom, what, how much, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from extract.statements.casting import AND, cast, may_be_person, said
from extract.statements.claim import Claim, Said
from extract.statements.clauses import Clause, clauses
from extract.statements.colour import colours
from extract.statements.countries import Country
from extract.statements.marks import country_marks
from extract.statements.parties import Party
from extract.statements.person_cases import in_first_form
from extract.statements.scene import Scene
from extract.statements.values import Count, Money, goods_of
from extract.statements.vocabulary import word

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
_BY_NOUN = _OFFICES | {"dealer_of"}
_TRADE = frozenset(("supplied", "imported", "exported", "licensed"))
_FLOWS = frozenset(("imported", "exported"))
"""What one company exports to another it supplies."""
_MONEY = frozenset(("supplied", "paid", "licensed", "imported", "exported"))
_GENITIVE_OFFICE = re.compile(r"(?:ора|еля|льца|ника|ара|івника|сновника|іціара)$")
_DASH = re.compile(r"\s+[—–]\s")
_JOINED = re.compile(r"\s+(?:and|и|та|і)\s")
_ANOTHER_SHARE = re.compile(
    r"(?P<share>\d{1,3}(?:[.,]\d+)?)\s?(?:%|процент\w*|відсотк\w*)\s*[—–-]\s*(?:у\s+)?(?:[а-яёіїє]+\s){0,4}$"
)
_SHARE = re.compile(r"(?P<share>\d{1,3}(?:[.,]\d+)?)\s?(?:%|percent|per cent|процент\w*|відсотк\w*|пайыз\w*)")


def claims(scene: Scene) -> Iterator[tuple[Claim, Party | None]]:
    """Read every verb of a sentence that the tables know; with each claim the company that is its subject."""
    previous: Party | None = None
    persons: set[int] = set()
    for clause in clauses(scene):
        reader = _Reader(scene, clause, previous, persons)
        for claim in reader.claims():
            previous = reader.subject
            yield claim, reader.subject


class _Reader:
    """Fill the fields of one clause."""

    def __init__(self, scene: Scene, clause: Clause, previous: Party | None, used: set[int]) -> None:
        self.scene, self.clause, self.frame = scene, clause, clause.frame
        self.fields: dict[str, Said] = {}
        self.subject: Party | None = None
        self.countries: dict[str, list[Country]] = {}
        self._others: Mapping[str, Sequence[Party]] = {}
        self._previous, self._used = previous, used

    def claims(self) -> Iterator[Claim]:
        self._parties()
        self._countries()
        if self.frame.predicate in _OFFICES:
            self._person()
        elif self.frame.predicate in _BY_NOUN:
            self._possessed()
        self._measures()
        self._place()
        self._time()
        self.fields.update(colours(self.scene, self.clause.left, self.clause.trigger, self._nominal_right()))
        if not any(need <= self.fields.keys() for need in self.frame.needs):
            return
        if "person" in self.fields and _JOINED.match(self.scene.text, self.clause.end) is None:
            self._used.add(self.fields["person"].start)
        traded = self.frame.predicate in _FLOWS and {"subject", "object"} <= self.fields.keys()
        self.fields["predicate"] = Said("supplied" if traded else self.frame.predicate, *self.clause.trigger)
        self.fields["quote"] = self.scene.quote
        more = self.countries.get("in", [])[1:] if self.frame.predicate == "stopped_sales" else []
        yield Claim(dict(self.fields))
        for country in more:
            yield Claim({**self.fields, "country": Said(country.code, country.start, country.end)})
        yield from self._other_owners()
        for role, others in self._others.items():
            yield from (Claim({**self.fields, role: said(other)}) for other in others)

    def _other_owners(self) -> Iterator[Claim]:
        """Read who owns the rest: «51 % принадлежит …, 49 % — ООО «Вяз»»."""
        s, c = self.scene, self.clause
        if self.frame.predicate != "owns" or "object" not in self.fields:
            return
        for party in s.parties:
            share = _ANOTHER_SHARE.search(s.text[c.end : party.start]) if c.end < party.start < c.right else None
            if share is not None:
                at = c.end + share.start("share"), c.end + share.end("share")
                whose = {name: told for name, told in self.fields.items() if name not in ("person", "share")}
                number = float(share["share"].replace(",", "."))
                yield Claim({**whose, "subject": said(party), "share": Said(number, *at)})

    def _nominal_right(self) -> int:
        """Give how far a denial may stand behind: «официальным дилером … никогда не был»."""
        return self.clause.right if self.frame.predicate in _BY_NOUN else self.clause.end

    def _parties(self) -> None:
        roles = cast(self.scene, self.clause, self._previous)
        self.fields, self.subject, self._others = roles.fields, roles.subject, roles.others

    def _is_given(self, party: Party) -> bool:
        return any(given.start == party.start for given in self.fields.values())

    def _countries(self) -> None:
        s, c = self.scene, self.clause
        found = [country for country in s.countries if c.covers(country.start)]
        for country in found:
            for mark in country_marks(s.text, s.start, country, s.language):
                real = self._last_mark if mark == "and" else mark
                real = "in" if real in ("to", "of") and self.frame.predicate == "stopped_sales" else real
                self._last_mark = real
                self.countries.setdefault(real, []).append(country)
        self._country("to", "to_country")
        self._country("from", "from_country")
        if self.frame.of_country and not self.fields.keys() & {"subject", "object"} & {self.frame.roles.get("nom")}:
            nominative = (
                [x for x in self.countries.get("nom", []) if x.start < c.start]
                or self._country_again()
                or self._country_handed_on()
            )
            if nominative:
                self.fields["country"] = Said(nominative[-1].code, nominative[-1].start, nominative[-1].end)
        elif self.frame.predicate not in ("owns", "director_of"):
            self._country("in", "country")

    _last_mark = "other"

    def _country_again(self) -> list[Country]:
        again = self.scene.said("country_again", self.clause.left, self.clause.start)
        meant = self.scene.memory.country
        return [meant] if again is not None and meant is not None else []

    def _country_handed_on(self) -> list[Country]:
        """Give the country that is the subject of the verb before: “Acmeland imported … and exported …”."""
        s, c = self.scene, self.clause
        if c.reach == s.start or not AND.fullmatch(s.text, c.reach, c.start):
            return []
        before = [x for x in s.countries if x.end <= c.reach]
        marked = [x for x in before if "nom" in country_marks(s.text, s.start, x, s.language)]
        return marked[-1:]

    def _country(self, mark: str, field: str) -> None:
        for country in self.countries.get(mark, [])[:1]:
            self.fields[field] = Said(country.code, country.start, country.end)

    def _person(self) -> None:
        """Find who holds the office or the share, beside the company it is of."""
        s, c = self.scene, self.clause
        taken = [(p.start, p.end) for p in s.parties if not may_be_person(s, c, p)]
        left = self._behind_possessive() if s.language == "kk" else c.left
        found = [p for p in s.memory.persons.find(s.text, left, c.right, taken) if p.start not in self._used]
        persons = [p for p in found if not word("kin", s.language).search(s.text[left : p.start])]
        if "subject" in self.fields and self.frame.predicate == "owns":
            self._possessed()
            return
        persons = persons or self._person_again()
        if not persons:
            self._person_by_relative()
            return
        nearest = min(persons, key=lambda said: min(abs(said.start - c.end), abs(c.start - said.end)))
        nearest = replace(nearest, value=in_first_form(str(nearest.value), of_genitive=self._is_genitive()))
        self.fields["person"] = nearest
        s.memory.persons.remember(str(nearest.value))
        self._possessed()

    def _is_genitive(self) -> bool:
        """Tell «директора ООО «Вяз» Ивана Белова»: the office is in the genitive, and so is who holds it."""
        return _GENITIVE_OFFICE.search(self.scene.text[slice(*self.clause.trigger)]) is not None

    def _person_again(self) -> list[Said]:
        """Give whom «ему» and “he” mean: the person that was spoken of last."""
        pronoun = self.scene.said("person_pronoun", self.clause.left, self.clause.right)
        last = self.scene.memory.persons.last
        return [Said(last, pronoun.start, pronoun.end)] if pronoun is not None and last is not None else []

    def _behind_possessive(self) -> int:
        """Give where persons may begin: «Компанияны», which has a capital at the head of its sentence, is none."""
        possessive = self.scene.said("possessive", self.clause.left, self.clause.start)
        return possessive.end if possessive else self.clause.left

    def _person_by_relative(self) -> None:
        s, c = self.scene, self.clause
        if not re.search(r",\s+(?:who|котор\w+)\s+(?:\w+\s+)?$", s.text[c.left : c.start]):
            return
        taken = [(p.start, p.end) for p in s.parties if not may_be_person(s, c, p)]
        earlier = s.memory.persons.find(s.text, s.start, c.start, taken)
        if earlier:
            self.fields["person"] = earlier[-1]

    def _possessed(self) -> None:
        """Find the company an office is of: “its director”, «директором» behind «Его учредителем», “Acme’s owner”."""
        s, c = self.scene, self.clause
        if "object" in self.fields:
            return
        before = [
            p for p in s.parties if p.end <= c.start and re.fullmatch(r"['’]s?\s+(?:\w+\s+)?", s.text[p.end : c.start])
        ]
        possessive = s.said("possessive", s.start, c.right)
        if before:
            self.fields["object"] = said(before[-1])
        elif possessive is not None:
            self._possessor(possessive)
        elif self._previous is not None and _SHARE.search(s.text, c.left, c.right):
            self.fields["object"] = said(self._previous)
        elif c.start == s.start and s.memory.party is not None and _DASH.match(s.text, c.end):
            self.fields["object"] = said(s.memory.party)

    def _possessor(self, possessive: Said) -> None:
        """Let “its” and «компании» mean the one company the sentence has named before, else the last sentence's."""
        s = self.scene
        given = {said.value for said in self.fields.values()}
        named = [p for p in s.parties if p.end <= possessive.start and p.name not in given]
        meant = (named[-1] if len({p.name for p in named}) == 1 else None) if named else s.memory.party
        if meant is not None and not self._is_given(meant):
            self.fields["object"] = said(meant)
            self.subject = meant

    def _measures(self) -> None:
        s, c, predicate = self.scene, self.clause, self.frame.predicate
        if predicate in _MONEY:
            self._money([m for m in s.sums if c.covers(m.said.start)])
        if predicate in _TRADE:
            self._count([n for n in s.counts if c.covers(n.said.start)])
        if predicate in _OFFICES:
            self._share()
        if predicate in _TRADE | {"dealer_of"} and "product" not in self.fields:
            product = goods_of(s.text, c.end, c.right) if s.language == "en" else self._goods_behind()
            product = product or (s.said("goods", c.left, c.right) if predicate == "supplied" else None)
            if product is not None and not any(p.start <= product.start and product.end <= p.end for p in s.parties):
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
            for name, told in (
                ("quantity_unit", count.unit),
                ("quantity_bound", count.bound),
                ("product", count.product),
            ):
                if told is not None:
                    self.fields[name] = self._before_verb(told)

    def _before_verb(self, said: Said) -> Said:
        """Cut words off where the verb begins: «дрон жеткізді»."""
        start = self.clause.start
        if not said.start < start < said.end:
            return said
        words = self.scene.text[said.start : start].rstrip()
        return Said(words, said.start, said.start + len(words))

    def _share(self) -> None:
        found = _SHARE.finditer(self.scene.text, self.clause.left, self.clause.right)
        match = next((share for share in found if self.clause.covers(share.start())), None)
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
        inside = [time for time in s.times if c.covers(time.start)]
        if inside:
            self.fields["date"] = min(inside, key=lambda t: min(abs(t.start - c.end), abs(c.start - t.end)))
            return
        if len(s.times) == 1 and s.times[0].end <= c.reach and AND.fullmatch(s.text, c.reach, c.start):
            self.fields["date"] = s.times[0]
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
