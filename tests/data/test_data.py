"""The data, read by other people's programs.

DIPTYCH_DATA names the folder `data/` of a built site; by default it is that of the golden site.
"""

import csv
import json
import os
import sqlite3
import unittest
from pathlib import Path

import bibtexparser
import duckdb
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


if __name__ == "__main__":
    unittest.main()
