// Lighthouse on the main pages of the built site in each of its languages, as a phone with a slow line loads them:
//
//     DIPTYCH_SITE=public node measure.js
//
// prints a line a page and fails where one is not as good as can be.

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

const site = readSite(REAL);
const pages = samples(site).filter(({ kind }) => KINDS.includes(kind));
const server = await serve(site.folder, '/', { packs: true });
const chrome = await launch({ chromePath: findChromium(), chromeFlags: QUIET });
try {
  let isGood = true;
  for (const page of pages) {
    const { lhr } = await lighthouse(server.root + addressOf(page), { port: chrome.port, onlyCategories: CATEGORIES });
    const scores = CATEGORIES.map((category) => Math.round(lhr.categories[category].score * 100));
    const figures = METRICS.map(({ audit, ...metric }) => ({ ...metric, value: lhr.audits[audit].numericValue }));
    const words = figures.map(({ name, value, unit }) => `${name} ${Number(value.toFixed(3))}${unit}`);
    console.log([page.name, scores.join('/'), ...words, page.path].join('  '));
    const lost = CATEGORIES.flatMap((category) => lhr.categories[category].auditRefs)
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1);
    for (const { id } of lost) console.log(`    ${id}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ''}`);
    isGood &&= scores.every((score) => score === 100) && figures.every(({ value, most }) => value <= most);
  }
  process.exitCode = isGood ? 0 : 1;
} finally {
  chrome.kill();
  await server.close();
}
