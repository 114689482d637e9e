// Sites whose every text is hostile, opened as a reader opens them, with the policy of the page and without it: escaping
// alone has to be enough. `tests/suite/hostile.rs` makes them, and judges every file of theirs by parsers.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { accessibilityFaults, sidewaysFaults } from './inspect.js';
import { samples } from './site.js';
import { NARROW, WIDE, openStage } from './stage.js';

const FOLDER = process.env.DIPTYCH_HOSTILE;
if (!FOLDER) throw new Error('DIPTYCH_HOSTILE has to name the folder that `cargo test` wrote hostile sites to');
const names = readdirSync(FOLDER).sort();
if (names.length < 4) throw new Error(`there are ${names.length} hostile sites, at least 4 are needed`);

for (const [number, name] of names.entries()) {
  const stage = await openStage(path.join(FOLDER, name));
  after(stage.close);

  for (const bypassCSP of [false, true]) {
    test(`site ${name}, ${bypassCSP ? 'without' : 'with'} the policy: nothing of the content runs or sticks out`, async () => {
      const found = [];
      for (const page of samples(stage.site).filter((page) => page.kind !== 'not-found')) {
        const options = { viewport: bypassCSP ? NARROW : WIDE, bypassCSP };
        const faults = await stage.show(page, options, async (tab, faults) => {
          const heard = [];
          tab.on('dialog', (dialog) => {
            heard.push(`a dialog: ${dialog.message()}`);
            dialog.dismiss().catch(() => {});
          });
          await provoke(tab);
          // Without its policy a page that names no icon is asked for one by the browser.
          const asked = faults.filter((fault) => !fault.includes('/favicon.ico'));
          return [...asked, ...heard, ...await strangers(tab), ...await sidewaysFaults(tab)];
        });
        found.push(...faults.map((fault) => `${page.path}: ${fault}`));
      }
      assertNone(found);
    });
  }

  // Each kind of page on one of the sites; what axe looks for is of the templates' making.
  test(`site ${name}: axe finds nothing`, async () => {
    const found = [];
    for (const [index, page] of samples(stage.site).entries()) {
      if (index % names.length !== number || page.kind === 'not-found') continue;
      const faults = await stage.show(page, { viewport: WIDE }, accessibilityFaults);
      found.push(...faults.map((fault) => `${page.path}: ${fault}`));
    }
    assertNone(found);
  });
}

/** Does what sets off handlers: everything is opened, hovered, and takes the focus once. */
async function provoke(tab) {
  await tab.evaluate(() => {
    document.querySelectorAll('details').forEach((element) => { element.open = true; });
    for (const element of document.querySelectorAll('body *')) {
      for (const name of ['mouseover', 'pointerenter', 'error', 'load', 'toggle', 'animationstart']) {
        element.dispatchEvent(new Event(name));
      }
      element.focus?.();
    }
  });
  await tab.waitForTimeout(50);
}

/** Whatever the templates do not make: handlers, styles, elements that load or run, addresses with other schemes. */
function strangers(tab) {
  return tab.evaluate(() => {
    const faults = [];
    const describe = (element) => element.cloneNode(false).outerHTML.slice(0, 120);
    for (const element of document.querySelectorAll('*')) {
      const isOdd = element.matches('img, object, embed, base[href], math, video, audio, marquee, portal, form[action*="evil"], svg script')
        || (element.matches('script') && !element.src && element.type !== 'application/ld+json')
        || [...element.attributes].some(({ name }) => name.startsWith('on') || name === 'srcdoc');
      const turns = [...element.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && /[\u202A-\u202E\u2066-\u2069]/.test(data));
      const { display, unicodeBidi } = getComputedStyle(element);
      if (turns && display === 'inline' && unicodeBidi !== 'isolate') faults.push(`turns what stands behind it: ${describe(element)}`);
      if (isOdd) faults.push(`not of the templates' making: ${describe(element)}`);
      const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      if (address && !['http:', 'https:', 'mailto:'].includes(new URL(address, location.href).protocol)) {
        faults.push(`leads to another scheme: ${describe(element)}`);
      }
    }
    return faults.slice(0, 5);
  });
}
