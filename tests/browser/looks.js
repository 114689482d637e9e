// Looks at a page of every kind of one site, in the views that it is given, and holds everything against it.

import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import {
  accessibilityFaults, focusFaults, largeTextFaults, liveRegionFaults, motionFaults, sidewaysFaults, spacedTextFaults, targetFaults,
} from './inspect.js';
import { REQUIRED_KINDS, samples } from './site.js';
import { openStage } from './stage.js';
import { viewsOf } from './views.js';

export async function lookAt(folder) {
  const stage = await openStage(folder);
  after(stage.close);

  test('the site has a page of every kind, and none of an unknown kind', () => {
    const missing = REQUIRED_KINDS.filter((kind) => !stage.site.pages.some((page) => page.kind === kind && !page.language));
    const unknown = stage.site.pages.filter((page) => !page.kind);
    assertNone([
      ...missing.map((kind) => `no page of the kind ${kind}`),
      ...unknown.map((page) => `${page.path} is of no known kind: give it one in site.js`),
    ]);
  });

  const pages = samples(stage.site);
  const views = viewsOf(pages.length, process.env.DIPTYCH_FULL === '1');
  for (const [index, page] of pages.entries()) {
    for (const { name, options } of views[index]) {
      test(`${page.name}, ${name}: ${page.path}`, async () => {
        assertNone(await stage.show(page, options, async (tab, faults) => [
          ...await sidewaysFaults(tab),
          ...await targetFaults(tab),
          ...await liveRegionFaults(tab),
          ...await focusFaults(tab),
          ...await motionFaults(tab),
          ...await accessibilityFaults(tab),
          ...await largeTextFaults(tab),
          ...await spacedTextFaults(tab),
          ...faults,
        ]));
      });
    }
  }
}
