"""The data, read by other people's programs.

DIPTYCH_DATA names the folder `data/` of a built site; by default it is that of the golden site.
"""

import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import unittest
from collections import Counter
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import bibtexparser
import duckdb
import feedparser
import frictionless
import jsonschema
import pandas
import rdflib
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pyld import jsonld

HERE = Path(__file__).parent
DATA = Path(os.environ.get("DIPTYCH_DATA", HERE.parent / "golden/expected/data"))
RECORDS = ["claims", "documents", "voices", "themes", "terms"]
TABLES = ["claims", "figures", "relations"]


def records(name):
    with open(DATA / f"{name}.json", encoding="utf-8") as file:
        return json.load(file)[name]


def rows(name):
    with open(DATA / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Tables(unittest.TestCase):
    def test_frictionless_finds_the_package_valid(self):
        report = frictionless.validate(str(DATA / "datapackage.json"))
        self.assertTrue(report.valid, report.flatten(["name", "type", "message"]))
        self.assertEqual({task.name for task in report.tasks if task.type == "table"}, set(TABLES))

    def test_frictionless_notices_a_wrong_byte(self):
        package = frictionless.Package(str(DATA / "datapackage.json"))
        package.get_resource("claims").bytes += 1
        self.assertFalse(package.validate().valid)

    def test_pandas_reads_what_the_json_holds(self):
        claims = pandas.read_csv(DATA / "claims.csv").set_index("id")
        self.assertEqual(claims["verified"].dtype, bool)
        for claim in records("claims"):
            row = claims.loc[claim["id"]]
            self.assertEqual(row["says"], next(iter(claim["says"].values())))
            if claim["position"]:
                self.assertEqual(row["start_word"], claim["position"]["start_word"])
        figures = pandas.read_csv(DATA / "figures.csv")
        self.assertTrue(pandas.api.types.is_numeric_dtype(figures["value"]))

    def test_no_field_is_a_formula(self):
        for name in TABLES:
            package = frictionless.Package(str(DATA / "datapackage.json"))
            fields = package.get_resource(name).schema.fields
            text = [field.name for field in fields if field.type == "string"]
            for row in rows(name):
                for field in text:
                    self.assertFalse(row[field].startswith(("=", "+", "-", "@", "\t", "\r")), row)

    def test_duckdb_reads_tables_and_json(self):
        count = len(records("claims"))
        for query in [
            f"SELECT count(*) FROM read_csv('{DATA}/claims.csv')",
            f"SELECT count(*) FROM (SELECT unnest(claims) FROM read_json('{DATA}/claims.json'))",
            f"SELECT count(id) FROM '{DATA}/claims.csv'",
        ]:
            self.assertEqual(duckdb.execute(query).fetchone()[0], count, query)
        joined = f"SELECT count(*) FROM '{DATA}/relations.csv' r JOIN '{DATA}/claims.csv' c ON r.other = c.id"
        self.assertEqual(duckdb.execute(joined).fetchone()[0], len(rows("relations")))

    def test_sqlite_joins_tables(self):
        base = sqlite3.connect(":memory:")
        for name in TABLES:
            pandas.read_csv(DATA / f"{name}.csv").to_sql(name, base)
        query = "SELECT count(*) FROM figures JOIN claims ON figures.claim = claims.id"
        self.assertEqual(base.execute(query).fetchone()[0], len(rows("figures")))


class Schemas(unittest.TestCase):
    def schema(self, name):
        """The schema of a file, made to refuse keys that it does not describe."""
        schema = json.loads((DATA / f"schemas/{name}.schema.json").read_text(encoding="utf-8"))
        for definition in [schema, *schema["definitions"].values()]:
            if "properties" in definition:
                definition["additionalProperties"] = False
        jsonschema.Draft7Validator.check_schema(schema)
        return jsonschema.Draft7Validator(schema)

    def test_every_file_is_as_its_schema_says(self):
        files = [(path.stem, path) for path in DATA.glob("*.json") if path.stem in RECORDS]
        themes = [("theme", path) for path in (DATA / "themes").glob("*.json")]
        self.assertEqual(len(files), len(RECORDS))
        self.assertTrue(themes)
        for name, path in files + themes:
            errors = self.schema(name).iter_errors(json.loads(path.read_text(encoding="utf-8")))
            self.assertEqual([error.message for error in errors], [], path)

    def test_a_wrong_record_is_noticed(self):
        for key, value in [("kind", "guess"), ("quote", "words"), ("says", "Words"), ("colour", "red"), ("id", None)]:
            claims = records("claims")
            claims[0][key] = value
            self.assertFalse(self.schema("claims").is_valid({"version": 1, "claims": claims}), key)

    def test_every_key_is_described(self):
        for name in [*RECORDS, "theme"]:
            for record, definition in self.schema(name).schema["definitions"].items():
                for key, value in definition.get("properties", {}).items():
                    self.assertTrue(value.get("description"), f"{record}.{key}")


class Annotations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # The terms of the Web Annotation vocabulary that the data use, since nothing is fetched here.
        context = json.loads((HERE / "context.json").read_text(encoding="utf-8"))
        cls.document = json.loads((DATA / "annotations.jsonld").read_text(encoding="utf-8"))
        contexts = cls.document["@context"]
        assert contexts[0] == "http://www.w3.org/ns/anno.jsonld"
        cls.document["@context"] = [context["@context"], contexts[1]]

    def test_every_term_is_known(self):
        found = set()

        def collect(value):
            if isinstance(value, dict):
                for key, inner in value.items():
                    if key != "@context":
                        found.add(key)
                        collect(inner)
            elif isinstance(value, list):
                for inner in value:
                    collect(inner)

        collect(self.document)
        vocabulary, prefixes = self.document["@context"]
        known = set(vocabulary) | {key for key in found if key.split(":")[0] in prefixes}
        self.assertEqual(found - known, set())
        for key in self.kinds(jsonld.expand(self.document)):
            self.assertTrue(key.startswith("http"), key)

    def kinds(self, value):
        """Every property and type of an expanded document."""
        if isinstance(value, dict):
            for key, inner in value.items():
                if key == "@type":
                    yield from [inner] if isinstance(inner, str) else inner
                elif not key.startswith("@"):
                    yield key
                yield from self.kinds(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from self.kinds(inner)

    def test_rdflib_finds_editors_voices_and_relations(self):
        graph = rdflib.Graph()
        graph.parse(data=json.dumps(self.document), format="json-ld", publicID="https://example.org/data/")
        oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
        prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
        made = rdflib.DCTERMS.creator
        claims = records("claims")
        annotations = set(graph.subjects(oa.motivatedBy, oa.describing))
        self.assertEqual(len(annotations), len(claims))
        creators = {creator for it in annotations for creator in graph.objects(it, made)}
        quotations = {target for it in annotations for target in graph.objects(it, oa.hasTarget)}
        voices = {voice for it in quotations for voice in graph.objects(it, made)}
        self.assertEqual(len(quotations), sum(len(claim["quote"]) for claim in claims))
        self.assertEqual(len(voices), len({claim["voice"]["id"] for claim in claims}))
        self.assertTrue(creators)
        self.assertFalse(creators & voices)
        cited = [it for it in graph if str(it[1]).startswith("http://purl.org/spar/cito/")]
        self.assertEqual(len(cited), sum(len(claim["relations"]) for claim in claims))
        self.assertTrue(set(graph.objects(None, prov.wasAttributedTo)) >= voices)


class References(unittest.TestCase):
    def setUp(self):
        self.documents = {it["id"]: next(iter(it["title"].values())) for it in records("documents")}

    def test_bibtexparser(self):
        library = bibtexparser.parse_file(str(DATA / "references.bib"))
        self.assertEqual(library.failed_blocks, [])
        titles = {it.key: it["title"].strip("{}").replace("\\", "") for it in library.entries}
        self.assertEqual(titles, self.documents)

    def test_rispy(self):
        with open(DATA / "references.ris", encoding="utf-8") as file:
            titles = {it["id"]: it["title"] for it in rispy.load(file)}
        self.assertEqual(titles, self.documents)

    def test_citeproc(self):
        with open(DATA / "references.csl.json", encoding="utf-8") as file:
            source = CiteProcJSON(json.load(file))
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for key in self.documents:
            bibliography.register(Citation([CitationItem(key)]))
        cited = "\n".join(str(it) for it in bibliography.bibliography())
        for title in self.documents.values():
            self.assertIn(title.split(",")[0][:30], cited)


class Feeds(unittest.TestCase):
    def test_feedparser_reads_every_feed(self):
        feeds = sorted(DATA.parent.rglob("feed.xml"))
        themes = records("themes")
        self.assertEqual(len(feeds) % (len(themes) + 1), 0, "one for the site and one for each theme, in each language")
        ids = Counter()
        for path in feeds:
            read = feedparser.parse(path.read_bytes())
            self.assertFalse(read.bozo, path)
            self.assertEqual(read.version, "atom10")
            dates = [entry.updated_parsed for entry in read.entries]
            self.assertTrue(dates, path)
            self.assertEqual(dates, sorted(dates, reverse=True), path)
            self.assertEqual(read.feed.updated_parsed, max(dates), path)
            ids[read.feed.id] += 1
            for entry in read.entries:
                self.assertTrue(entry.title and entry.link.startswith("http"), path)
                self.assertEqual(len(entry.summary.splitlines()), len(read.entries[0].summary.splitlines()), path)
        self.assertEqual(set(ids.values()), {1})

    def test_dates_are_those_of_the_content(self):
        added = {it["added"] for it in records("documents")}
        for path in DATA.parent.rglob("feed.xml"):
            updated = {entry.updated[:10] for entry in feedparser.parse(path.read_bytes()).entries}
            self.assertLessEqual(updated, added, path)


class ExamplesOfPage(HTMLParser):
    """The examples of the page of the data, by the words of their headings."""

    def __init__(self):
        super().__init__()
        self.examples = {}
        self.tag = self.heading = ""

    def handle_starttag(self, tag, attributes):
        self.tag = tag
        if tag in ("h2", "h3"):
            self.heading = ""

    def handle_endtag(self, tag):
        self.tag = ""

    def handle_data(self, data):
        if self.tag == "h3":
            self.heading += data
        elif self.tag == "code" and self.heading:
            self.examples[self.heading] = self.examples.get(self.heading, "") + data


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class Examples(unittest.TestCase):
    """Each example of the page runs as it stands, but that it finds the data on this machine."""

    @classmethod
    def setUpClass(cls):
        cls.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(DATA.parent)))
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        page = ExamplesOfPage()
        page.feed((DATA / "index.html").read_text(encoding="utf-8"))
        cls.examples = page.examples
        cls.claims = records("claims")

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()

    def example(self, heading, place=None):
        place = place or f"http://127.0.0.1:{self.server.server_port}/"
        moved, count = re.subn(r"https?://[^\s'\"]*/data/", f"{place}data/", self.examples[heading])
        self.assertEqual(count, 1, heading)
        return moved

    def run_example(self, *command):
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
        self.assertEqual((run.returncode, run.stderr), (0, ""), command)
        return run.stdout

    def by_voice_side(self):
        return Counter(claim["voice"]["side"] or "" for claim in self.claims)

    def test_every_example_is_run_here(self):
        self.assertEqual(set(self.examples), {"curl, jq", "Python", "R", "DuckDB", "SQLite"})

    def test_curl_and_jq(self):
        lines = self.run_example("bash", "-c", self.example("curl, jq")).splitlines()
        self.assertEqual([line.split("\t")[0] for line in lines], [claim["id"] for claim in self.claims])

    def test_python(self):
        printed = self.run_example(sys.executable, "-c", self.example("Python"))
        counts = [int(line.split()[-1]) for line in printed.splitlines() if re.search(r"\s\d+$", line)]
        self.assertEqual(sum(counts), len([it for it in self.claims if it["voice"]["side"] and it["about"]]))

    def test_r(self):
        printed = self.run_example("Rscript", "-e", self.example("R"))
        for side in filter(None, self.by_voice_side()):
            self.assertRegex(printed, rf"(?m)^\s+{re.escape(side)}\s.*\d")

    def test_duckdb(self):
        # From a folder: for an address it would load an extension from its own server.
        found = duckdb.execute(self.example("DuckDB", f"{DATA.parent}/")).fetchall()
        self.assertEqual({side or "": count for side, count in found}, self.by_voice_side())

    def test_sqlite(self):
        printed = self.run_example("bash", "-c", self.example("SQLite"))
        found = [line.rsplit("|", 1) for line in printed.splitlines()]
        self.assertEqual({side: int(count) for side, count in found}, self.by_voice_side())


if __name__ == "__main__":
    unittest.main()
