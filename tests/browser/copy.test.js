// Copy buttons: there for everything that is made to be copied, and true to it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { samples } from './site.js';
import { WIDE, openStage } from './stage.js';

const stage = await openStage();
after(stage.close);

const permissions = ['clipboard-read', 'clipboard-write'];
const claim = samples(stage.site).find((page) => page.name === 'claim');

test('a page with something to copy loads the script for it', async () => {
  const faults = await Promise.all(stage.site.pages.map(async (page) => {
    const html = await readFile(path.join(stage.site.folder, page.path), 'utf8');
    const [loads, has] = [/<script src="[^"]*\/cards\.[^"]*"/.test(html), /\sdata-copy[\s=>]/.test(html)];
    return has && !loads ? [`${page.path} has something to copy and no script`] : [];
  }));
  assertNone(faults.flat());
});

test('each button copies what it stands by', () => stage.show(claim, { viewport: WIDE, permissions }, async (tab) => {
  await tab.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  const sources = await tab.locator('[data-copy]').evaluateAll((found) => found.map((source) => source.textContent));
  const buttons = tab.locator('.copying button');
  assert.equal(await buttons.count(), sources.length);
  assert.ok(sources.length >= 2, 'neither quotation nor address to copy');
  for (const [index, text] of sources.entries()) {
    await buttons.nth(index).click();
    await tab.locator('.copying [data-done]').nth(index).filter({ hasText: /./ }).waitFor();
    assert.notEqual(await tab.getByRole('status').innerText(), '');
    const copied = await tab.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied.replace(/\s+/g, ' '), text.replace(/\s+/g, ' ').trim());
  }
}));

test('without scripts no button is promised', () => stage.show(claim, { viewport: WIDE, scripts: false }, async (tab) => {
  assert.equal(await tab.locator('main button').count(), 0);
}));
