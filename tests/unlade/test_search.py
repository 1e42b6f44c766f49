"""`unlade search` as a person types it."""

import json


def test_a_list_of_names_is_looked_for_at_once(unlade, sample_case, tmp_path):
    (tmp_path / "names.txt").write_text("Vozdushnaja Mehanika OOO\nNobody At All Ltd\n", encoding="utf-8")
    done = unlade("search", sample_case, "--names", "names.txt")
    assert done.returncode == 0
    assert "Nobody At All Ltd: nothing found" in done.stdout
    assert "Механика" in done.stdout
    assert "same 0.9" in done.stdout
    assert "1 of 2 names found." in done.stderr


def test_each_name_of_a_list_is_in_the_json_found_or_not(unlade, sample_case, tmp_path):
    (tmp_path / "names.csv").write_text("id;name\n1;Altyn Qanat\n2;Nobody At All Ltd\n", encoding="utf-8")
    lines = [
        json.loads(line) for line in unlade("search", sample_case, "--names", "names.csv", "--json").stdout.splitlines()
    ]
    assert {line["asked"] for line in lines} == {"Altyn Qanat", "Nobody At All Ltd"}
    assert [line for line in lines if line["asked"] == "Nobody At All Ltd"] == [{"asked": "Nobody At All Ltd"}]
    assert all(line["ref"] and line["where"] for line in lines if line["asked"] == "Altyn Qanat")


def test_a_wording_that_stands_nowhere_finds_the_company_with_the_reason(unlade, sample_case):
    done = unlade("search", sample_case, "Altyn-Qanat", "LLP")
    assert "Алтын" in done.stdout
    assert "same " in done.stdout


def test_words_and_a_list_at_once_are_refused(unlade, sample_case, tmp_path):
    (tmp_path / "names.txt").write_text("x\n")
    assert unlade("search", sample_case, "x", "--names", "names.txt").returncode == 2
    assert unlade("search", sample_case).returncode == 2
