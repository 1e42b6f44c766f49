"""The pages, asked over Datasette's own client on the case of the sample dump."""

import asyncio
import re
import sqlite3

import pytest
from datasette.app import Datasette
from datasette.plugins import pm

import store.plugin
from store.metadata import metadata


@pytest.fixture(scope="module")
def get(sample_case):
    """Ask for a page of the case; give the answer."""
    if not any(getattr(plugin, "__name__", "") == "store.plugin" for plugin in pm.get_plugins()):
        pm.register(store.plugin, name="unlade")
    served = Datasette([], immutables=[str(sample_case)], metadata=metadata("case"))

    def ask(path, **options):
        return asyncio.run(served.client.get(path, follow_redirects=True, **options))

    return ask


@pytest.fixture(scope="module")
def one(sample_case):
    """Ask the case itself for one value."""
    db = sqlite3.connect(f"file:{sample_case}?mode=ro", uri=True)
    return lambda sql, *values: db.execute(sql, values).fetchone()[0]


@pytest.mark.parametrize("word", ["Vozdushnaya", "Vozdushnaia", "Воздушная"])
def test_any_spelling_leads_to_the_same_company(get, one, word):
    page = get(f"/case/-/search?q={word}").text
    first = re.search(r'/case/-/company/(\d+)">', page).group(1)
    assert one("select count(*) from name where entity_id = ? and name like '%Vozdushnaya Mekhanika%'", first)


def test_what_the_page_leaves_out_is_counted_and_can_be_asked_for(get):
    few = get("/case/-/search?q=Vozdushnaya").text
    left = int(re.search(r"([\d,]+) more places are not shown", few).group(1).replace(",", ""))
    more = get(
        "/case/-/search" + re.search(r'href="(\?q=Vozdushnaya&amp;hits=\d+)"', few).group(1).replace("&amp;", "&")
    ).text
    assert more.count("/case/-/fact/") > few.count("/case/-/fact/")
    still = re.search(r"([\d,]+) more places are not shown", more)
    assert still is None or int(still.group(1).replace(",", "")) < left


def test_datasettes_own_search_box_finds_across_scripts(get):
    answer = get("/case/name.json?_search=Vozdushnaia&_shape=objects").json()
    assert any("Воздушная" in row["name"] for row in answer["rows"])


def test_a_party_in_a_table_leads_to_its_company_and_a_row_to_its_place(get):
    page = get("/case/shipment?_size=5&_nofacet=1").text
    assert re.search(r'href="/case/-/name/\d+"', page)
    assert re.search(r'href="/case/-/fact/shipment:\d+"', page)


def test_the_page_of_a_row_shows_it_among_its_neighbours_with_cells(get, one):
    sql = (
        "select s.id from shipment s join source f on f.id = s.source_id "
        "where f.kind = 'xlsx' and s.hs_code like '8806%' limit 1"
    )
    page = get(f"/case/-/fact/shipment:{one(sql)}").text
    assert '<tr class="here">' in page
    assert "G022" in page
    assert re.search(r"customs_rows\.xlsx, [^<]*, cell [A-Z]+\d+", page)


def test_a_mention_leads_to_its_page_with_the_words_marked(get, one):
    mention = one("select id from mention where kind = 'company' and span_start is not null order by id limit 1")
    page = get(f"/case/-/fact/mention:{mention}")
    assert f"here={mention}" in str(page.url)
    assert '<mark class="here" id="here"' in page.text


def test_an_item_that_two_files_hold_is_counted_once_among_counterparties(get, one):
    company = one(
        "select buyer_id from deals where heading = '8806' and kind = 'shipment' order by quantity desc limit 1"
    )
    quantity = one("select max(quantity) from deals where heading = '8806' and kind = 'shipment'")
    page = get(f"/case/-/company/{company}").text
    assert f">{quantity:,.0f} pcs<" in page


def test_start_page_names_leads_and_what_the_case_holds(get, one):
    page = get("/case/-/start").text
    assert one("select title from finding order by weight desc limit 1").split(" ")[0] in page
    assert f"{one('select count(*) from shipment'):,}" in page
    assert "indication, not proof" in page


def test_every_finding_lists_the_facts_it_rests_on(get, one):
    page = get(f"/case/-/finding/{one('select min(id) from finding')}").text
    assert page.count('href="/case/-/fact/') >= 2


def test_a_link_that_leads_nowhere_is_a_page_and_no_error(get):
    for path in ("company/999999", "fact/shipment:999999", "source/999999", "part/999999", "finding/999999"):
        answer = get(f"/case/-/{path}")
        assert answer.status_code == 404
        assert "holds no such" in answer.text


def test_other_databases_are_left_alone(get):
    assert get("/_memory/-/start").status_code == 404


def test_visitors_without_permission_see_nothing(sample_case):
    closed = Datasette([], immutables=[str(sample_case)], metadata={"databases": {"case": {"allow": {"id": "desk"}}}})
    assert asyncio.run(closed.client.get("/case/-/start")).status_code == 403


def test_tables_are_described_labelled_and_faceted(get):
    assert "what became of it" in get("/case/source").text
    facets = get("/case/statistic.json?_size=1").json()["suggested_facets"]
    assert isinstance(facets, list)
    assert {"year", "flow"} <= set(get("/case/statistic.json?_size=1").json()["facet_results"])


def test_a_case_describes_itself_without_a_metadata_file(sample_case, get):
    bare = Datasette([], immutables=[str(sample_case)])
    answer = asyncio.run(bare.client.get("/case/statistic.json?_size=1")).json()
    assert {"year", "flow"} <= set(answer["facet_results"])
    assert "what became of it" in asyncio.run(bare.client.get("/case/source")).text


def test_standing_questions_are_canned_queries(get):
    page = get("/case").text
    assert "Which trade flows at least doubled" in page
    assert get("/case/growth").status_code == 200


def test_document_text_stays_text(tmp_path):
    from store.plugin.source import marked

    assert "<script>" not in marked("<script>alert(1)</script>", [])
