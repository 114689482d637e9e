// Sharing a row: a link to it, and its markup for other people's pages.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { accessibilityFaults, sidewaysFaults } from './inspect.js';
import { GOLDEN, REAL, addressOf, samples, themePages } from './site.js';
import { NARROW, WIDE, openStage } from './stage.js';

const permissions = ['clipboard-read', 'clipboard-write'];
const stages = await Promise.all([REAL, GOLDEN].map((folder) => openStage(folder)));
after(() => Promise.all(stages.map((stage) => stage.close())));

for (const [index, stage] of stages.entries()) {
  const site = ['the real site', 'the invented site'][index];
  const { question } = Object.fromEntries(samples(stage.site).map((page) => [page.name, page]));

  test(`${site}: every row of a theme has a link to itself`, () => stage.show(themePages(stage.site)[0], { viewport: WIDE }, async (tab) => {
    const rows = await tab.locator('.row').evaluateAll((found) => found.map((row) => [row.id, row.querySelector('.row-link')?.hash]));
    assert.ok(rows.length > 0);
    assertNone(rows.filter(([id, hash]) => hash !== `#${id}`).map(([id]) => id));
  }));

  test(`${site}: the copied frame shows the row in another page`, () => stage.show(question, { viewport: WIDE, permissions }, async (tab) => {
    const row = await tab.locator('.row').getAttribute('data-question');
    const [frame, table] = await copied(tab);
    const published = frame.match(/src="([^"]+)"/)[1];
    assert.equal(published, `${stage.site.baseUrl}embed/${row}.html`);
    assert.match(table, /^<table>[\s\S]*<\/table>$/);

    const host = await tab.context().newPage();
    const address = `${stage.root}another-page.html`;
    await host.route(address, (route) => route.fulfill({
      contentType: 'text/html', body: `<!doctype html><title>host</title>${frame.replace(stage.site.baseUrl, stage.root)}${table}`,
    }));
    await host.goto(address);
    const inner = host.frameLocator('iframe');
    await inner.locator('.row').waitFor();
    assert.equal(await inner.locator('.row').getAttribute('data-question'), row);
    const links = await inner.locator('a').evaluateAll((found) => found.map((link) => [link.href, link.target || document.querySelector('base').target]));
    assertNone(links.filter(([, target]) => target !== '_top').map(([href]) => `${href} would open in the frame`));
    const cells = await inner.locator('.cell').count();
    assert.ok(await host.locator('th').count() >= cells);
    const statements = await host.locator('td a').evaluateAll((found) => found.map((link) => link.href));
    assert.ok(statements.length > 0);
    assertNone(statements.filter((address) => !address.startsWith(`${stage.site.baseUrl}claims/`)));
  }));

  for (const [viewport, colorScheme] of [[WIDE, 'light'], [NARROW, 'dark']]) {
    test(`${site}: a row by itself, ${viewport.width} px, ${colorScheme}`, async () => {
      const embeds = stage.site.pages.filter((page) => page.kind === 'embed');
      assert.ok(embeds.length > 0);
      for (const page of [embeds[0], embeds.at(-1)]) {
        await stage.show(page, { viewport, colorScheme }, async (tab, faults) => {
          assertNone([...await sidewaysFaults(tab), ...await accessibilityFaults(tab), ...faults]);
          assert.equal(await tab.locator('script').count(), 0);
          assert.equal(await tab.locator('meta[name=robots]').getAttribute('content'), 'noindex');
        });
      }
    });
  }

  test(`${site}: every question has its row by itself`, () => {
    const paths = new Set(stage.site.pages.map(addressOf));
    const questions = stage.site.pages.filter((page) => page.kind === 'question').map(addressOf);
    assertNone(questions.map((path) => path.replace('themes/', 'embed/').replace(/\/$/, '.html')).filter((path) => !paths.has(path)));
  });
}

/** What the buttons copy: the frame, then the table. */
async function copied(tab) {
  await tab.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  const texts = [];
  for (const button of await tab.locator('.embed .copying button').all()) {
    await button.click();
    await tab.waitForTimeout(200);
    texts.push(await tab.evaluate(() => navigator.clipboard.readText()));
  }
  assert.equal(texts.length, 2);
  return texts;
}
