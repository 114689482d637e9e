// Whoever reads a long answer sees whose it is, and on a phone the other side's is one touch away.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { GOLDEN, REAL, themePages } from './site.js';
import { NARROW, WIDE, openStage } from './stage.js';

/** So low that most answers are longer. */
const LOW = { width: 320, height: 360 };

const stages = await Promise.all([REAL, GOLDEN].map((folder) => openStage(folder)));
after(() => Promise.all(stages.map((stage) => stage.close())));

for (const stage of stages) {
  const [page] = themePages(stage.site).reverse();
  test(`wide, the sides' names stay in sight: ${page.path}`, () => show(stage, page, WIDE, async (tab) => {
    const cells = await tab.locator('.cells [data-side]').count();
    const faults = [];
    for (let index = 0; index < cells; index += 1) faults.push(...await tab.evaluate(hiddenName, index));
    assertNone(faults);
  }));

  test(`narrow, the name over an answer stays in sight: ${page.path}`, () => show(stage, page, LOW, async (tab) => {
    const labels = await tab.evaluate(lostLabels);
    assert.ok(labels.looked > 0, 'no answer is higher than the window');
    assertNone(labels.faults);
  }));

  test(`narrow, one touch leads to each other side's answer: ${page.path}`, () => show(stage, page, NARROW, async (tab) => {
    const sides = await tab.locator('.row:has(.cells)').first().locator('.cells > [data-cell]').count();
    const jumps = tab.locator('.row:has(.cells)').first().locator('.cell-jump');
    assert.equal(await jumps.count(), sides * (sides - 1));
    for (let index = 0; index < sides * (sides - 1); index += 1) {
      const jump = jumps.nth(index);
      const from = await jump.evaluate((link) => link.closest('[data-cell]').dataset.side);
      await jump.click();
      const { side, question, top } = await tab.locator(':target').evaluate((cell) => ({
        side: cell.dataset.side,
        question: cell.closest('[data-question]').id,
        top: cell.getBoundingClientRect().top,
      }));
      assert.notEqual(side, from);
      assert.equal(question, await jump.evaluate((link) => link.closest('[data-question]').id));
      assert.ok(top >= 0 && top < NARROW.height / 2, `${side} stands at ${top} px`);
    }
  }));
}

function show(stage, page, viewport, look) {
  return stage.show(page, { viewport, reducedMotion: 'reduce' }, look);
}

/** Scrolls into the middle of a cell; a fault where no column's head tells whose it is. */
function hiddenName(index) {
  const cell = document.querySelectorAll('.cells [data-side]')[index];
  const { top, height, left, width } = cell.getBoundingClientRect();
  window.scrollTo(0, window.scrollY + top + height / 2 - 200);
  const name = cell.querySelector('.cell-side').textContent.trim();
  const found = document.elementsFromPoint(left + Math.min(width / 2, 60), 12);
  const seen = found.map((element) => element.textContent.trim());
  // A head stands above its column, so its words are those of the cell.
  return seen.some((words) => words === name) ? [] : [`${cell.id}: over it stands \`${seen[0]}\` and not \`${name}\``];
}

/** Scrolls to the end of every long answer; a fault where its head has left the window. */
function lostLabels() {
  const faults = [];
  const long = [...document.querySelectorAll('[data-cell] .cell-head')].map((head) => head.parentElement)
    .filter((cell) => cell.getBoundingClientRect().height > window.innerHeight);
  for (const cell of long) {
    window.scrollTo(0, window.scrollY + cell.getBoundingClientRect().bottom - window.innerHeight);
    const { top, bottom, left } = cell.querySelector('.cell-side').getBoundingClientRect();
    const found = document.elementFromPoint(left + 4, (top + bottom) / 2);
    if (top < 0 || !found?.closest('.cell-head')) faults.push(`${cell.id}: its name stands at ${top} px`);
  }
  return { looked: long.length, faults };
}
