// Nothing moves while a page loads: what scripts add has its room from the beginning.

import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { addressOf, samples } from './site.js';
import { NARROW, WIDE, openStage } from './stage.js';

/** Milliseconds in which scripts have added what they add. */
const MOMENT = 500;

const stage = await openStage();
after(stage.close);

for (const page of samples(stage.site).filter(({ kind }) => kind !== 'not-found')) {
  test(`${page.name} stands still: ${page.path}`, async () => {
    const faults = [];
    for (const viewport of [WIDE, NARROW]) faults.push(...await shifts(page, viewport));
    assertNone(faults);
  });
}

async function shifts(page, viewport) {
  const context = await stage.browser.newContext({ viewport });
  try {
    const tab = await context.newPage();
    await tab.goto(stage.root + addressOf(page), { waitUntil: 'load' });
    const found = await tab.evaluate((moment) => new Promise((resolve) => {
      const shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(shifts.map(({ value, sources }) => ({
        value,
        moved: sources.map(({ node, previousRect, currentRect }) => (
          `${node?.nodeName ?? 'something'} ${node?.className ?? ''} by ${currentRect.x - previousRect.x}, ${currentRect.y - previousRect.y} px`)),
      }))), moment);
    }), MOMENT);
    return found.map(({ value, moved }) => `${viewport.width} px: ${moved.join(', ')} (${value.toFixed(4)})`);
  } finally {
    await context.close();
  }
}
