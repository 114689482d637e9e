// How much a reader loads before the first view, packed as a host packs it.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assertNone } from './faults.js';
import { GOLDEN, REAL, readSite } from './site.js';

const KILOBYTE = 1024;

/** The most that the HTML of a page may weigh; pages of other kinds are lists, which sheets keep short. */
const HTML = [
  { most: 14, holds: ({ page }) => ['home', 'voice', 'claim'].includes(page.kind) },
  { most: 14, holds: ({ page, claims }) => page.kind === 'document' && claims <= 40 },
  { most: 24, holds: ({ page, claims }) => page.kind === 'document' && claims <= 100 },
  { most: 40, holds: ({ page }) => page.kind === 'theme' },
];
const STYLE = 6;
const SCRIPT = 4;
/** On the page of the search, whose other files `search.test.js` weighs. */
const SEARCH_SCRIPT = 9;
/** All scripts together, but for the search. */
const SCRIPTS = 12;

for (const folder of [REAL, GOLDEN]) {
  const site = readSite(folder);
  const pages = await Promise.all(site.pages.map((page) => readWhole(site, page)));

  for (const { most, holds } of HTML) {
    const held = pages.filter(holds);
    const kinds = [...new Set(held.map(({ page }) => page.kind))].join(', ');
    if (held.length === 0) continue;
    test(`${kinds}: at most ${most} KB of HTML, heaviest ${heaviest(held)} (${held.length} pages)`, () => {
      assertNone(held.filter(({ html }) => html > most * KILOBYTE).map(({ page, html }) => `${page.path}: ${html} bytes`));
    });
  }

  test(`at most ${STYLE} KB of style and ${SCRIPT} KB of deferred scripts, and no font`, async () => {
    const needed = new Map(pages.flatMap(({ assets }) => assets).map(({ file }) => [file, 0]));
    for (const file of needed.keys()) needed.set(file, packed(await readFile(file)));
    const over = pages.flatMap(({ page, assets }) => ['css', 'js'].map((kind) => {
      const sum = assets.filter(({ file }) => file.endsWith(kind)).reduce((all, { file }) => all + needed.get(file), 0);
      return { page, kind, sum, most: limit(kind, page) };
    }));
    assertNone([
      ...over.filter(({ sum, most }) => sum > most * KILOBYTE).map(({ page, kind, sum }) => `${page.path}: ${sum} bytes of ${kind}`),
      ...pages.filter(({ blocking }) => blocking).map(({ page }) => `${page.path} has a script that is not deferred`),
    ]);
  });

  test(`at most ${SCRIPTS} KB of scripts in all`, async () => {
    const all = [...new Set(pages.flatMap(({ assets }) => assets).map(({ file }) => file))];
    const scripts = all.filter((file) => file.endsWith('.js') && !/search/.test(file));
    const weights = await Promise.all(scripts.map(async (file) => packed(await readFile(file))));
    const sum = weights.reduce((whole, weight) => whole + weight, 0);
    assertNone(sum > SCRIPTS * KILOBYTE ? [`${scripts.length} scripts weigh ${sum} bytes`] : []);
  });
}

function limit(kind, page) {
  if (kind === 'css') return STYLE;
  return page.kind === 'search' ? SEARCH_SCRIPT : SCRIPT;
}

async function readWhole(site, page) {
  const file = path.join(site.folder, page.path);
  const html = await readFile(file, 'utf8');
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)];
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  return {
    page,
    html: packed(html),
    claims: html.match(/<article\b[^>]*data-claim=/g)?.length ?? 0,
    // A 404 page names its files from the root, because it is shown at any depth.
    assets: page.kind === 'not-found' ? [] : [...scripts, ...styles].map(([, address]) => (
      { file: path.resolve(path.dirname(file), address) })),
    blocking: scripts.some(([tag]) => !/\sdefer[\s>]/.test(tag)),
  };
}

function packed(content) {
  return gzipSync(content, { level: 9 }).length;
}

function heaviest(pages) {
  return `${(Math.max(...pages.map(({ html }) => html)) / KILOBYTE).toFixed(1)} KB`;
}
