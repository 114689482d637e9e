// Every kind of page, as a reader on a phone by day and one at a desk by night meets it.

import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { accessibilityFaults, sidewaysFaults } from './inspect.js';
import { REQUIRED_KINDS, samples, themePages } from './site.js';
import { NARROW, WIDE, openStage } from './stage.js';

const VIEWS = [
  { name: 'narrow, light', viewport: NARROW, colorScheme: 'light' },
  { name: 'wide, dark', viewport: WIDE, colorScheme: 'dark' },
  { name: 'narrow, dark', viewport: NARROW, colorScheme: 'dark', themesOnly: true },
  { name: 'wide, light', viewport: WIDE, colorScheme: 'light', themesOnly: true },
];

const stage = await openStage();
after(stage.close);

test('the site has a page of every kind, and none of an unknown kind', () => {
  const missing = REQUIRED_KINDS.filter((kind) => !stage.site.pages.some((page) => page.kind === kind && !page.language));
  const unknown = stage.site.pages.filter((page) => !page.kind);
  assertNone([
    ...missing.map((kind) => `no page of the kind ${kind}`),
    ...unknown.map((page) => `${page.path} is of no known kind: give it one in site.js`),
  ]);
});

const themes = themePages(stage.site).map((page) => ({ name: 'theme', ...page }));
const others = samples(stage.site).filter((page) => !themes.some((theme) => theme.path === page.path));

for (const page of [...themes, ...others]) {
  for (const { name, themesOnly, ...options } of VIEWS) {
    if (themesOnly && !themes.includes(page)) continue;
    test(`${page.name}, ${name}: ${page.path}`, async () => {
      assertNone(await stage.show(page, options, async (tab, faults) => [
        ...await sidewaysFaults(tab),
        ...await accessibilityFaults(tab),
        ...faults,
      ]));
    });
  }
}
