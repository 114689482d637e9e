// The data blocks of the pages, held against the types and properties of schema.org as `schema-dts` writes them down.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { GOLDEN, REAL, readSite } from './site.js';

const HERE = import.meta.dirname;
// Below this folder, where the compiler finds the types.
const scratch = mkdtempSync(path.join(HERE, 'node_modules', '.linked-data-'));
after(() => rmSync(scratch, { recursive: true }));

const EXPECTED = ['BreadcrumbList', 'Claim', 'Dataset', 'DefinedTerm', 'Quotation', 'Question'];

test('every block is of known types and properties', () => {
  const blocks = [REAL, GOLDEN].flatMap((folder) => blocksOf(readSite(folder)));
  const types = new Set(blocks.flatMap(({ data }) => data['@graph'].map((node) => node['@type'])));
  assertNone(EXPECTED.filter((type) => !types.has(type)).map((type) => `no page has a \`${type}\``));
  assertNone(faultsOf(blocks));
});

test('what schema.org does not know is noticed', () => {
  const claim = { '@type': 'Claim', text: 'words', author: { '@type': 'Person', name: 'somebody' } };
  const wrong = [
    { ...claim, says: 'words' },
    { ...claim, '@type': 'Assertion' },
    { ...claim, author: { '@type': 'Person', nome: 'somebody' } },
    { ...claim, appearance: { '@type': 'Person', name: 'somebody' } },
  ];
  for (const node of wrong) assert.equal(faultsOf([block('wrong', [node])]).length > 0, true, JSON.stringify(node));
  assertNone(faultsOf([block('right', [claim])]));
});

/** The blocks of a site, of each form one. */
function blocksOf(site) {
  const byForm = new Map();
  for (const page of site.pages) {
    const html = readFileSync(path.join(site.folder, page.path), 'utf8');
    for (const [, text] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      const data = JSON.parse(text);
      byForm.set(JSON.stringify(formOf(data)), { name: page.path, data });
    }
  }
  return [...byForm.values()];
}

function block(name, graph) {
  return { name, data: { '@context': 'https://schema.org', '@graph': graph } };
}

/** Keys and types without the words in them; a list has the forms of its items. */
function formOf(value) {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(formOf(item))))];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, inner]) => [key, key === '@type' ? inner : formOf(inner)]);
}

function faultsOf(blocks) {
  const nodes = blocks.flatMap(({ name, data }) => {
    assert.deepEqual([Object.keys(data), data['@context']], [['@context', '@graph'], 'https://schema.org'], name);
    return data['@graph'].map((node) => ({ name, node }));
  });
  // Every node is a value of its own, because only there does the compiler look for keys too many.
  const source = nodes.map(({ name, node }, index) => (
    `const node${index}: Extract<Thing, { "@type": ${JSON.stringify(node['@type'])} }> = ${JSON.stringify(node)}; // ${name}`));
  const file = path.join(scratch, 'blocks.ts');
  writeFileSync(file, ['import type { Thing } from "schema-dts";', ...source, ''].join('\n'));
  const compiler = path.join(HERE, 'node_modules', '.bin', 'tsc');
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--ignoreConfig', '--pretty', 'false'];
  const run = spawnSync(process.execPath, [compiler, ...options, file], { encoding: 'utf8' });
  assert.equal(run.stderr, '');
  return run.stdout.split('\n').filter((line) => line.includes('error')).map((line) => {
    const at = Number(line.match(/\((\d+),/)?.[1] ?? 1) - 2;
    return `${nodes[at]?.name ?? ''}: ${line.slice(0, 300)}`;
  });
}
