// What is far from the window is laid out when a reader comes near: links lead to it all the same, and paper has all of it.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { samples } from './site.js';
import { NARROW, WIDE, openStage } from './stage.js';

const stage = await openStage();
after(stage.close);

const page = samples(stage.site).find(({ name }) => name === 'document');

for (const viewport of [WIDE, NARROW]) {
  test(`a link leads to the last statement of a long page (${viewport.width} px)`, () => visit({ viewport }, async (tab) => {
    await tab.goto(stage.root + page.path);
    const all = tab.locator('.statements .claim');
    await all.first().scrollIntoViewIfNeeded();
    await tab.waitForFunction(isLaidOut, await all.first().elementHandle());
    assert.equal(await all.last().evaluate(isLaidOut), false, 'the last is laid out already');
    const id = await all.last().getAttribute('id');
    await tab.goto('about:blank');
    await tab.goto(`${stage.root}${page.path}#${id}`);
    const seen = await tab.evaluate(() => new Promise((resolve) => {
      setTimeout(() => {
        const { top } = document.querySelector(':target').getBoundingClientRect();
        resolve({ top, height: innerHeight });
      }, 500);
    }));
    assert.ok(seen.top >= 0 && seen.top < seen.height, `it stands at ${seen.top} of ${seen.height} px`);
    assert.equal(await all.last().evaluate(isLaidOut), true);
  }));
}

test('paper has every statement of a long page', () => visit({ viewport: WIDE }, async (tab) => {
  await tab.goto(stage.root + page.path);
  await tab.emulateMedia({ media: 'print' });
  const all = await tab.locator('.statements .claim').evaluateAll((cards) => (
    cards.map((card) => card.querySelector('p').checkVisibility({ contentVisibilityAuto: true }))));
  assert.ok(all.length > 20 && all.every(Boolean), `${all.filter(Boolean).length} of ${all.length} are laid out`);
}));

/** Runs in the page. */
function isLaidOut(card) {
  return card.querySelector('p').checkVisibility({ contentVisibilityAuto: true });
}

async function visit(options, look) {
  const context = await stage.browser.newContext(options);
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}
