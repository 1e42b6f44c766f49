"""An invented company and the many ways in which clerks spell it."""

from __future__ import annotations

from dataclasses import dataclass

LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form: abbreviated and in full in Russian, as Latin suffix and as transliterated prefix."""

    short: str
    full: str
    suffix: str
    prefix: str


FORMS = {
    "ooo": Form("ООО", "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ", "LLC", "OOO"),
    "too": Form("ТОО", "ТОВАРИЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ", "LLP", "TOO"),
    "ao": Form("АО", "АКЦИОНЕРНОЕ ОБЩЕСТВО", "JSC", "AO"),
    "fund": Form("Фонд", "НЕКОММЕРЧЕСКАЯ ОРГАНИЗАЦИЯ ФОНД", "Foundation", "Fond"),
}


@dataclass(frozen=True, slots=True)
class Company:
    """``russian`` and ``kazakh`` are empty where the company never appears under such a name."""

    latin: str
    form: str
    country: str
    russian: str = ""
    kazakh: str = ""
    chinese: str = ""
    identifier: str = ""
    register_number: str = ""
    registered: str = ""
    address: str = ""
    director: str = ""

    @property
    def key(self) -> str:
        """Name the company for the truth tables: one key for all spellings."""
        return self.identifier or f"{self.country}:{self.latin}"

    @property
    def number(self) -> str:
        return self.identifier.partition(":")[2]

    @property
    def official(self) -> str:
        """Print the name as its own register does."""
        return f"{FORMS[self.form].short} «{self.russian}»" if self.russian else self.english

    @property
    def english(self) -> str:
        suffix = FORMS[self.form].suffix if self.form in FORMS else self.form
        return f"{self.latin} {suffix}"


def spellings(company: Company) -> tuple[str, ...]:
    """List the spellings of customs clerks, the usual one first."""
    if not company.russian:
        return latin_spellings(company)
    form, name = FORMS[company.form], company.russian.upper()
    return (
        f'{form.short} "{name}"',
        f"{form.short} «{company.russian}»",
        f"{form.short} {name}",
        f'{form.full} "{name}"',
        company.english,
        f"{form.prefix} {company.latin.upper()}",
        f'{form.prefix} "{other_romanisation(company.latin).upper()}"',
        f'{form.short}"{mixed_script(name)}"',
        f"{name}, {form.short}",
    )


def latin_spellings(company: Company) -> tuple[str, ...]:
    bare = company.form.replace(".", "").replace(",", "")
    return (company.english.upper(), company.english, f"{company.latin} {bare}")


def other_romanisation(latin: str) -> str:
    """Respell as passports do: ya becomes ia, yu becomes iu."""
    for usual, passport in (("ya", "ia"), ("yu", "iu"), ("Ya", "Ia"), ("Yu", "Iu")):
        latin = latin.replace(usual, passport)
    return latin


def mixed_script(name: str) -> str:
    """Replace every second look-alike letter by its Latin twin, as sloppy typing leaves them."""
    return "".join(letter.translate(LOOK_ALIKES) if i % 2 else letter for i, letter in enumerate(name))
