// A reader without scripts reads the same words; scripts add controls and nothing to read.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { samples, themePages } from './site.js';
import { WIDE, openStage } from './stage.js';

const stage = await openStage();
after(stage.close);

const claims = samples(stage.site).filter((page) => page.kind === 'claim');

test('there is a claim page to read', () => assert.ok(claims.length > 0));

for (const page of [...themePages(stage.site), ...claims]) {
  test(`the same words with scripts and without: ${page.path}`, async () => {
    const without = await stage.show(page, { viewport: WIDE, scripts: false }, readWords);
    const withScripts = await stage.show(page, { viewport: WIDE }, readWords);
    assert.ok(without.length > 0, 'nothing to read');
    assertNone(differences(without, withScripts));
  });
}

/** The visible lines, less those of controls and of notices to readers without scripts. */
function readWords(tab) {
  return tab.evaluate(() => {
    for (const element of document.querySelectorAll('button, form, dialog, output, noscript')) element.remove();
    return document.body.innerText.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
  });
}

function differences(without, withScripts) {
  const lost = without.filter((line) => !withScripts.includes(line)).map((line) => `only without scripts: ${line}`);
  const added = withScripts.filter((line) => !without.includes(line)).map((line) => `only with scripts: ${line}`);
  if (lost.length + added.length > 0) return [...lost, ...added];
  const moved = without.findIndex((line, index) => line !== withScripts[index]);
  if (moved >= 0) return [`in another place: ${without[moved]}`];
  return withScripts.slice(without.length).map((line) => `repeated with scripts: ${line}`);
}
