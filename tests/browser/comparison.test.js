// The row of a comparison: sides level beside each other on a desk, one below the other on a phone.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { themePages } from './site.js';
import { NARROW, WIDE, openStage } from './stage.js';

const stage = await openStage();
after(stage.close);

for (const page of themePages(stage.site)) {
  test(`wide, the cells of a row are level and the hinge stands clear of them: ${page.path}`, async () => {
    const rows = await stage.show(page, { viewport: WIDE }, measureRows);
    assertCompared(rows);
    assertNone(rows.flatMap(faultsBeside));
  });

  test(`narrow, the cells of a row stand one below the other: ${page.path}`, async () => {
    const rows = await stage.show(page, { viewport: NARROW }, measureRows);
    assertCompared(rows);
    assertNone(rows.flatMap(faultsStacked));
  });
}

/** A test of rows proves nothing where no row has two cells that say something. */
function assertCompared(rows) {
  assert.ok(rows.some(({ cells }) => cells.filter((cell) => !cell.silent).length > 1), 'no row in which two sides speak');
}

function faultsBeside({ question, cells, hinges }) {
  const faults = [];
  for (const [left, right] of neighbours(cells)) {
    const pair = `${question}: ${left.side} and ${right.side}`;
    if (Math.abs(left.top - right.top) > 1) faults.push(`${pair} start at ${left.top} and ${right.top} px`);
    if (left.right > right.left + 1) faults.push(`${pair} overlap: one ends at ${left.right}, the next starts at ${right.left}`);
  }
  for (const hinge of hinges) {
    for (const cell of cells.filter((cell) => overlap(hinge, cell))) faults.push(`${question}: the hinge covers ${cell.side}`);
  }
  return faults;
}

function faultsStacked({ question, cells }) {
  const faults = [];
  for (const [upper, lower] of neighbours(cells)) {
    if (lower.top < upper.bottom - 1) {
      faults.push(`${question}: ${lower.side} starts at ${lower.top}, before ${upper.side} ends at ${upper.bottom} px`);
    }
  }
  for (const cell of cells.filter((cell) => cell.left < 0 || cell.right > NARROW.width)) {
    faults.push(`${question}: ${cell.side} reaches from ${cell.left} to ${cell.right} px`);
  }
  return faults;
}

function neighbours(cells) {
  return cells.slice(1).map((cell, index) => [cells[index], cell]);
}

function overlap(one, other) {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 1 && down > 1;
}

/** Every row with cells for two sides or more; a row on the world as a whole has none. */
function measureRows(tab) {
  return tab.evaluate(() => {
    const box = (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const seen = (element) => element.getClientRects().length > 0;
    return [...document.querySelectorAll('[data-question]')].filter(seen).map((row) => ({
      question: row.dataset.question,
      cells: [...row.querySelectorAll('[data-side][data-cell]')].filter(seen).map((cell) => ({
        side: cell.dataset.side,
        silent: cell.matches('[data-silent]') || cell.querySelector('[data-silent]') !== null,
        ...box(cell),
      })),
      hinges: [...row.querySelectorAll('[data-hinge]')].filter(seen).map(box),
    })).filter(({ cells }) => cells.length > 1);
  });
}
