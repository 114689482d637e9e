// Lighthouse on the main pages of the built site in each of its languages, as a phone with a slow line loads them:
//
//     DIPTYCH_SITE=public node measure.js
//
// prints a line a page, with the medians of some runs, and fails where one is not as good as can be.

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { QUIET, findChromium } from '../browser/browser.js';
import { serve } from '../browser/server.js';
import { REAL, addressOf, readSite, samples } from '../browser/site.js';

const KINDS = ['home', 'theme', 'claim', 'document'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const METRICS = [
  { audit: 'largest-contentful-paint', name: 'LCP', most: 1100, unit: ' ms' },
  { audit: 'cumulative-layout-shift', name: 'CLS', most: 0, unit: '' },
  { audit: 'total-blocking-time', name: 'TBT', most: 0, unit: ' ms' },
];

/** One run says little: other programs on the machine show in it. */
const RUNS = 3;

const site = readSite(REAL);
const pages = samples(site).filter(({ kind }) => KINDS.includes(kind));
const server = await serve(site.folder, '/', { packs: true });
const chrome = await launch({ chromePath: findChromium(), chromeFlags: QUIET });
try {
  let isGood = true;
  // A browser is slow with the first page of its life, which says nothing of the page.
  await measure(pages[0]);
  for (const page of pages) {
    const all = [];
    for (let run = 0; run < RUNS; run += 1) all.push(await measure(page));
    const scores = CATEGORIES.map((category) => Math.round(median(all.map(({ categories }) => categories[category].score)) * 100));
    const figures = METRICS.map(({ audit, ...metric }) => ({ ...metric, value: median(all.map(({ audits }) => audits[audit].numericValue)) }));
    const words = figures.map(({ name, value, unit }) => `${name} ${Number(value.toFixed(3))}${unit}`);
    console.log([page.name, scores.join('/'), ...words, page.path].join('  '));
    if (scores.every((score) => score === 100) && figures.every(({ value, most }) => value <= most)) continue;
    isGood = false;
    for (const fault of all.flatMap(lost)) console.log(`    ${fault}`);
  }
  process.exitCode = isGood ? 0 : 1;
} finally {
  chrome.kill();
  await server.close();
}

async function measure(page) {
  const { lhr } = await lighthouse(server.root + addressOf(page), { port: chrome.port, onlyCategories: CATEGORIES });
  return lhr;
}

/** What a page lost points for. */
function lost({ categories, audits }) {
  return CATEGORIES.flatMap((category) => categories[category].auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${id}: ${audits[id].title} ${audits[id].displayValue ?? ''}`);
}

function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}
