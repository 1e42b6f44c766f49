"""What a reporter sees, in a real headless Chromium: home, search, company, source row."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
PICTURE = os.environ.get("UNLADE_SCREENSHOT")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium and its driver are not installed (unlade doctor)"),
]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def served(sample_case):
    """Serve the case as `unlade serve` does."""
    port = free_port()
    command = [sys.executable, "-m", "unlade", "serve", str(sample_case), "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def wait_for(port, server):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    pytest.fail(f"unlade serve did not answer: {server.stdout.read() if server.poll() is not None else 'still silent'}")


@pytest.fixture
def browser(tmp_path):
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"),
        *("--window-size=1300,1250", f"--user-data-dir={tmp_path}"),
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER))
    driver.set_page_load_timeout(60)
    yield driver
    driver.quit()


def test_from_home_over_search_and_company_to_the_row_in_the_source(served, browser):
    from selenium.webdriver.common.by import By

    browser.get(served)
    browser.find_element(By.PARTIAL_LINK_TEXT, "in any script").click()
    assert "Leads" in browser.find_element(By.CSS_SELECTOR, ".unlade").text

    box = browser.find_element(By.CSS_SELECTOR, "input[type=search][name=q]")
    box.send_keys("Vozdushnaia Mehanika")
    box.submit()
    companies = browser.find_element(By.XPATH, "//h2[starts-with(., 'Companies')]/following-sibling::table")
    companies.find_element(By.TAG_NAME, "a").click()

    page = browser.find_element(By.CSS_SELECTOR, ".unlade").text
    assert "Why these are one company" in page
    assert "Vozdushnaya Mekhanika" in page
    assert "ВОЗДУШНАЯ МЕХАНИКА" in page.upper()
    if PICTURE:
        browser.save_screenshot(PICTURE)

    browser.find_element(By.LINK_TEXT, "consignee").click()
    browser.find_element(By.PARTIAL_LINK_TEXT, "row ").click()
    row = browser.find_element(By.CSS_SELECTOR, ".unlade").text
    assert "Fact by fact" in row
    assert "consignee" in row

    assert quiet(browser)
    assert stays_at_home(browser)


def quiet(browser):
    return [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def stays_at_home(browser):
    """No request of these pages left the machine."""
    import json

    messages = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    urls = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    outside = [u for u in urls if u.startswith("http") and not u.startswith("http://127.0.0.1")]
    return bool(urls) and outside == []
