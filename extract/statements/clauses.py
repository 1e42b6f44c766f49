"""Cut a sentence at its verbs, and keep apart what stands in brackets: “Acme, which …,”, «ООО «Вяз», созданное …,».

A clause in brackets says something of the company right before it; the clause around it goes on behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.statements.parties import Party
from extract.statements.scene import Scene
from extract.statements.vocabulary import Frame, frames, word

_PERMIT_REACH = 60
_OFFICES = frozenset(("owns", "director_of"))
_SLAVIC = frozenset(("ru", "uk"))
_RELATIVE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?:,|\s\()\s*(?:(?P<word>to|from|by|for|in)\s+)?(?P<relative>which|who|that|whom|whose)\s"),
    "ru": re.compile(r",\s+(?:(?P<word>у|от|из|в|с|со|к|для|через)\s+)?(?P<relative>котор[а-я]{2,3})(?!\w)"),
    "uk": re.compile(
        r",\s+(?:(?P<word>у|від|із|з|в|до|для|через)\s+)?(?P<relative>що|як(?:ий|а|е|і|ого|ої|ому|ій|им|ою|их|у))(?!\w)"
    ),
}
_RELATIVE_MARKS: tuple[tuple[str, str], ...] = (
    ("nom", r"which|who|that|що|котор(?:ый|ая|ое|ые)|як(?:ий|а|е|і)"),
    ("direct", r"whom|котор(?:ую|ого|ых)|як(?:у|ого|их)"),
    ("to", r"которому|якому"),
    ("by", r"которым|яким|якою"),
)
_CONJUNCTIONS = frozenset(("що", "that"))
"""Words that are no pronoun where no company stands before them."""
_BEHIND_WORD = dict.fromkeys(("to", "к", "до"), "to") | dict.fromkeys(("from", "у", "от", "із", "від"), "from")
_APPOSITION: Mapping[str, str] = {
    "en": r"(?:\s(?:of|from|in)\s[A-Z]\w+)?(?:\s?[,(]\s*(?:[\w’'-]+\s){0,5}?|\s)(?:\w+ly\s+|now\s+|then\s+)?",
    "ru": r"(?:\s(?:из|с|в)\s[А-ЯЁ][а-яё-]+)?(?:,\s+|\s\()(?:[а-яё-]+\s+){0,2}",
    "uk": r"(?:\s(?:із|з|у|в)\s[А-ЯІЇЄҐ][а-яіїєґ-]+)?(?:,\s+|\s\()(?:[а-яіїєґ-]+\s+){0,2}",
}
_BOUNDARY: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"[,;:](?!\d)|\b(?:and|but|while|that)\b"),
    "ru": re.compile(r"[,;:](?!\d)|(?<!\w)(?:и|а|но)(?!\w)"),
    "uk": re.compile(r"[,;:](?!\d)|(?<!\w)(?:і|й|та|а|але)(?!\w)"),
}
"""Where a clause may begin behind another's verb."""
_CLOSING = re.compile(r",(?!\d)|\)|;|\s[—–]\s")
_LIST_GOES_ON = re.compile(r",\s+(?:\w+\s+){0,2}$")
_FIRM = re.compile(r"\b(?:firm|company|trader|dealer|plant|distributor|supplier|компани[яиюей]+|фирм[аыуеой]+)$")
_JOINED = re.compile(r"\s+(?:and|и|та|і)\s+(?:the\s+)?")
"""Two offices of one company: “president and sole owner of Acme”."""
_NO_STOP = re.compile(r"[^,;:]*")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A stretch that speaks of ``head``, the company before it, which plays there the role of ``mark``."""

    start: int
    end: int
    head: Party | None
    mark: str | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb between its neighbours: where its words may be looked for.

    ``reach``: where the verb before it ended; ``inner``: brackets that are not its own.
    """

    frame: Frame
    reach: int
    left: int
    start: int
    end: int
    right: int
    inner: tuple[Bracket, ...] = ()
    bracket: Bracket | None = None

    @property
    def trigger(self) -> tuple[int, int]:
        """Give where the verb stands."""
        return self.start, self.end

    def covers(self, at: int) -> bool:
        """Tell whether a place belongs to this clause, not to another or to a bracket in it."""
        return self.left <= at < self.right and not any(one.start <= at < one.end for one in self.inner)

    def between(self, text: str, start: int, end: int) -> str:
        """Give the text between two places without the brackets in it."""
        pieces, at = [], start
        for one in self.inner:
            if at <= one.start and one.end <= end:
                pieces.append(text[at : one.start])
                at = one.end
        return " ".join([*pieces, text[at:end]])


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    end: int
    frames: Sequence[Frame]


def clauses(scene: Scene) -> list[Clause]:
    """Give the clauses of a sentence in the order of their verbs."""
    verbs = _verbs(scene)
    brackets = list(_relatives(scene))
    own: list[tuple[_Verb, Bracket | None]] = []
    for verb in verbs:
        around = next((one for one in reversed(brackets) if one.start <= verb.start < one.end), None)
        found = _participle(scene, verb) if any(frame.participle for frame in verb.frames) else None
        frames_left = [frame for frame in verb.frames if frame.participle is (found is not None)]
        if not frames_left:
            continue
        if found is not None:
            brackets.append(found)
            around = found
        own.append((replace(verb, frames=frames_left), around))
    return [clause for place in range(len(own)) if (clause := _clause(scene, own, place, brackets)) is not None]


def _clause(
    scene: Scene, own: Sequence[tuple[_Verb, Bracket | None]], place: int, brackets: Sequence[Bracket]
) -> Clause | None:
    verb, bracket = own[place]
    nominal = _is_nominal(verb)
    before = [other.end for other, around in own[:place] if around is bracket and not _is_nominal(other)]
    behind = [other.start for other, around in own[place + 1 :] if around is bracket and not _is_nominal(other)]
    reach = before[-1] if before else bracket.start if bracket else scene.start
    left = _begins(scene, reach, verb.start, brackets) if before else reach
    left = max(left, _owner(scene, verb.start)) if nominal else left
    right = behind[0] if behind else bracket.end if bracket else scene.end
    frame = _fitting(scene, verb, left, right)
    if frame is None:
        return None
    if frame.predicate in _OFFICES and behind and _JOINED.fullmatch(scene.text, verb.end, right):
        right = behind[1] if len(behind) > 1 else bracket.end if bracket else scene.end
    if scene.language == "kk" and frame.predicate not in _OFFICES:
        right = verb.end
    inner = tuple(
        one for one in sorted(brackets, key=lambda b: b.start) if one is not bracket and left <= one.start < right
    )
    return Clause(frame, reach, left, verb.start, verb.end, right, inner, bracket)


def _is_nominal(verb: _Verb) -> bool:
    return all(frame.nominal for frame in verb.frames)


def _owner(scene: Scene, at: int) -> int:
    """Give where what belongs to a noun begins: at the company whose “’s” stands before it, else at the noun itself."""
    owner = next((p for p in scene.parties if re.fullmatch(r"['’]s?\s(?:\w+\s)?", scene.text[p.end : at])), None)
    return owner.start if owner else at


def _begins(scene: Scene, left: int, right: int, brackets: Sequence[Bracket]) -> int:
    """Find where a clause begins behind the verb before it: at a comma, “and”, «что»; none inside a name or a list."""
    pattern = _BOUNDARY.get(scene.language)
    if pattern is None:
        return left
    taken = [*_taken(scene), *((one.start, one.end + 1) for one in brackets)]
    free = [m for m in pattern.finditer(scene.text, left, right) if not any(a <= m.start() < b for a, b in taken)]
    return free[-1].start() if free else left


def _verbs(scene: Scene) -> list[_Verb]:
    """Find the verbs; where several frames share one, all of them; none inside a name or another verb."""
    found: dict[int, tuple[int, list[Frame]]] = {}
    for frame in frames(scene.language):
        for match in frame.pattern.finditer(scene.text, scene.start, scene.end):
            start = match.end() - len(match.group().lstrip())
            if any(party.start <= start and match.end() <= party.end for party in scene.parties):
                continue  # 进出口 and 控股 are parts of names
            end, sharing = found.get(start, (match.end(), []))
            if match.end() >= end:  # the longest says most: «находится под санкциями» is no place
                found[start] = (match.end(), [*(sharing if match.end() == end else ()), frame])
    kept: list[_Verb] = []
    for start in sorted(found):
        end, sharing = found[start]
        if not kept or start >= kept[-1].end:
            kept.append(_Verb(start, end, sharing))
    return kept


def _relatives(scene: Scene) -> Iterator[Bracket]:
    pattern = _RELATIVE.get(scene.language)
    for match in pattern.finditer(scene.text, scene.start, scene.end) if pattern else ():
        mark = _BEHIND_WORD.get(match["word"]) if match["word"] else _mark_of(match["relative"])
        head = _head(scene, match.start())
        if head is not None or match["relative"] not in _CONJUNCTIONS:
            yield Bracket(match.start(), _closing(scene, match.end()), head, mark)


def _mark_of(relative: str) -> str | None:
    return next((mark for mark, forms in _RELATIVE_MARKS if re.fullmatch(forms, relative)), None)


def _participle(scene: Scene, verb: _Verb) -> Bracket | None:
    """Find whom a participle is of: the company before it, or behind it in «созданное в Омске ООО «Вяз»»."""
    for party in reversed([party for party in scene.parties if party.end <= verb.start]):
        if re.fullmatch(_APPOSITION[scene.language], scene.text[party.end : verb.start]):
            return Bracket(party.end, _closing(scene, verb.end), party, "nom")
    following = next((party for party in scene.parties if party.start >= verb.end), None)
    if scene.language not in _SLAVIC or following is None:
        return None
    if not _NO_STOP.fullmatch(scene.text, verb.end, following.start):
        return None
    return Bracket(verb.start, following.start, following, "nom")


def _head(scene: Scene, at: int) -> Party | None:
    return next((party for party in scene.parties if party.end == at), None)


def _closing(scene: Scene, start: int) -> int:
    """Find the comma that closes a bracket: no part of a name, a sum or a list of names."""
    taken = _taken(scene)
    for match in _CLOSING.finditer(scene.text, start, scene.end):
        if any(a <= match.start() < b for a, b in taken) or _in_list(scene, match.start()):
            continue
        return match.start()
    return scene.end


def _taken(scene: Scene) -> list[tuple[int, int]]:
    """Give the stretches inside which no comma parts anything."""
    figures = [(said.start, said.end) for said in (*(money.said for money in scene.sums), *scene.times)]
    return [*((party.start, party.end) for party in scene.parties), *figures]


def _in_list(scene: Scene, comma: int) -> bool:
    """Tell a comma of a list of names, or the one behind “a transport firm, Acme”."""
    goes_on = [party for party in scene.parties if _LIST_GOES_ON.match(scene.text, comma, party.start)]
    if any(party.end == comma for party in scene.parties):
        return bool(goes_on)
    apposed = any(party.start == comma + 2 for party in goes_on)
    return apposed and _FIRM.search(scene.text, scene.start, comma) is not None


def _fitting(scene: Scene, verb: _Verb, left: int, right: int) -> Frame | None:
    """Give the frame whose object is spoken of, of those that share a verb."""
    sharing = verb.frames
    spoken = _object(scene, left, verb, right)
    exact = next((frame for frame in sharing if frame.object == spoken), None)
    if exact is not None:
        return exact
    rest = [frame for frame in sharing if frame.object in ("", "goods") and spoken != "permit"]
    if spoken == "money":
        rest = [frame for frame in rest if len(sharing) == 1 or frame.object == ""]
    return rest[0] if rest else next((f for f in sharing if not f.object), None)


def _object(scene: Scene, left: int, verb: _Verb, right: int) -> str:
    """Tell what the verb does something with: permits, money or goods. A Kazakh verb ends its clause."""
    right = verb.end if scene.language == "kk" else right
    begin = verb.start if scene.language not in _SLAVIC else left
    permit = word("permit", scene.language).search(scene.text, begin, right)
    if permit is not None and permit.start() - verb.end < _PERMIT_REACH:
        return "permit"
    places = [(c.said.start, "goods") for c in scene.counts] + [(m.said.start, "money") for m in scene.sums]
    behind = sorted(place for place in places if verb.end <= place[0] < right)
    if behind:
        return behind[0][1]
    before = sorted(place for place in places if left <= place[0] < verb.end)
    return before[-1][1] if before else "goods"
