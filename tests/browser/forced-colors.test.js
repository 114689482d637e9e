// Where readers set their own colours, forms still tell apart what colours tell apart elsewhere.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { GOLDEN, samples } from './site.js';
import { WIDE, openStage } from './stage.js';

const stage = await openStage(GOLDEN);
after(stage.close);

/** Advice leaves a cell as empty as any; where speakers are compared nobody is positive, and elsewhere nobody is for it. */
const FORMED_ALIKE = ['advice-only', 'for', 'against'];

const pages = samples(stage.site);

for (const [what, kind, selector, property] of [
  ['the answers in a row', 'themes', `.panel:not(${FORMED_ALIKE.map((form) => `[data-cell="${form}"]`)})`, 'cell'],
  ['who says so', 'theme', '.legend .dot[data-ring]', 'ring'],
]) {
  for (const options of [{}, { forcedColors: 'active' }, { forcedColors: 'active', colorScheme: 'dark' }]) {
    const name = [options.forcedColors ? 'forced colours' : 'own colours', options.colorScheme ?? 'light'].join(', ');
    test(`${what}: each form differs from every other, ${name}`, async () => {
      const page = pages.find((page) => page.name === kind);
      await stage.show(page, { viewport: WIDE, deviceScaleFactor: 2, ...options }, async (tab) => {
        const marks = await tab.locator(selector).evaluateAll((found, property) => {
          const first = new Map();
          found.forEach((mark, index) => first.has(mark.dataset[property]) || first.set(mark.dataset[property], index));
          return [...first].map(([form, index]) => ({ form, index }));
        }, property);
        assert.ok(marks.length >= 4, `only ${marks.length} forms on ${page.path}`);
        const pictures = new Map();
        for (const { form, index } of marks) {
          const picture = await pictureOf(tab, tab.locator(selector).nth(index));
          const same = pictures.get(picture);
          assert.equal(same, undefined, `\`${form}\` looks like \`${same}\``);
          pictures.set(picture, form);
        }
      });
    });
  }
}

/** The mark in one corner and in one side's colour, so that only its form is left. */
async function pictureOf(tab, mark) {
  await mark.evaluate((found) => {
    const copy = found.cloneNode();
    copy.dataset.column = '1';
    copy.style.cssText = 'position: fixed; left: 0; top: 0; margin: 0; z-index: 9';
    copy.id = 'picture';
    document.querySelector('main').append(copy);
  });
  const picture = await tab.screenshot({ clip: { x: 0, y: 0, width: 24, height: 28 } });
  await tab.evaluate(() => document.getElementById('picture').remove());
  return picture.toString('base64');
}
