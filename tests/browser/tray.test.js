// The tray: pins that survive the tab, travel in a link, and leave as files that other programs read.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { accessibilityFaults, focusFaults, sidewaysFaults, targetFaults } from './inspect.js';
import { GOLDEN, REAL, samples } from './site.js';
import { NARROW, WIDE, openStage } from './stage.js';

const permissions = ['clipboard-read', 'clipboard-write'];
const stages = await Promise.all([REAL, GOLDEN].map((folder) => openStage(folder)));
after(() => Promise.all(stages.map((stage) => stage.close())));

for (const [index, stage] of stages.entries()) {
  const site = ['the real site', 'the invented site'][index];
  const page = Object.fromEntries(samples(stage.site).map((it) => [it.name, it]));
  const files = await readPins(stage.site.folder);
  const claims = files.flatMap(({ id, claims: all }) => Object.keys(all ?? {}).map((claim) => `${id}/${claim}`));
  /** Of the first document and the last, so that the tray loads more than one file. */
  const some = [claims[0], claims[1], claims.at(-1)];

  for (const kind of ['home', 'theme', 'question', 'document', 'voice', 'term', 'claim', 'tensions', 'perspectives', 'compare']) {
    test(`${site}: every statement on a page of the kind ${kind} can be pinned, and stays so`, () => show(stage, page[kind], async (tab) => {
      const cards = tab.locator('article[data-claim]');
      if (kind === 'compare') await cards.first().waitFor();
      if (await cards.count() === 0) return;
      for (const card of await cards.all()) {
        await card.scrollIntoViewIfNeeded();
        await card.locator('.card-tools').waitFor();
      }
      assert.equal(await tab.locator('.tray-way').isVisible(), false);
      const claim = await cards.last().getAttribute('data-claim');
      const pins = tab.locator(`article[data-claim="${claim}"] [aria-pressed]`);
      await pins.last().click();
      assert.equal(await pins.last().getAttribute('aria-pressed'), 'true');
      assert.match(await tab.locator('.tray-way').innerText(), /1/);
      assertNone(await accessibilityFaults(tab));
      await tab.reload();
      await tab.locator('[aria-pressed=true]').first().waitFor();
      const pressed = await tab.locator('[aria-pressed=true]').evaluateAll((found) => found.map((it) => it.closest('[data-claim]').dataset.claim));
      assert.deepEqual([...new Set(pressed)], [claim]);
      await tab.locator('.tray-way a').click();
      assert.deepEqual(await shown(tab, 1), [claim]);
    }));
  }

  test(`${site}: a copied statement brings its words, speaker, source and address`, () => show(stage, page.theme, async (tab) => {
    const card = tab.locator('article[data-claim]').first();
    const claim = await card.getAttribute('data-claim');
    await card.locator('.card-tools button').last().click();
    await card.locator('.card-tools [data-done]').filter({ hasText: /./ }).waitFor();
    assert.notEqual(await tab.getByRole('status').innerText(), '');
    const text = await tab.evaluate(() => navigator.clipboard.readText());
    const { quote, speaker } = fileOf(files, claim).claims[claim.split('/')[1]];
    const { citation } = fileOf(files, claim).document;
    for (const part of [quote, speaker, citation]) assert.ok(text.includes(part), `${part} is not in ${text}`);
    const address = text.match(/http\S+$/)[0];
    assert.equal((await fetch(address)).status, 200);
    assert.ok(address.endsWith(`/claims/${claim}.html`));
  }));

  test(`${site}: an empty tray says how to fill it`, () => show(stage, page.tray, async (tab) => {
    assert.ok(await tab.locator('[data-part=empty]').isVisible());
    assert.equal(await tab.locator('[data-part=tools]').isVisible(), false);
    assertNone([...await accessibilityFaults(tab), ...await focusFaults(tab)]);
  }));

  test(`${site}: pins travel by link and leave the own tray alone`, () => show(stage, page.tray, async (tab, address) => {
    await keep(tab, address, [some[0]]);
    await visit(tab, `${address}#${some.slice(1).join(',')}=${encodeURIComponent('a note, with a comma & = signs')}`);
    assert.deepEqual(await shown(tab, 2), some.slice(1));
    assert.ok(await tab.locator('[data-part=sent]').isVisible());
    assert.equal(await tab.locator('textarea').last().inputValue(), 'a note, with a comma & = signs');
    await tab.locator('[data-do=own]').click();
    assert.deepEqual(await shown(tab, 1), [some[0]]);
    await visit(tab, `${address}#${some[2]}`);
    await tab.locator('[data-do=keep]').click();
    assert.deepEqual(await shown(tab, 2), [some[0], some[2]]);
    await tab.reload();
    assert.deepEqual(await shown(tab, 2), [some[0], some[2]]);
    assert.equal(await tab.locator('[data-part=sent]').isVisible(), false);
  }));

  test(`${site}: the link of a tray opens the same tray elsewhere`, () => show(stage, page.tray, async (tab, address) => {
    await keep(tab, address, some);
    await tab.locator('textarea').nth(1).fill('noted = kept, %');
    await tab.locator('[data-do=link]').click();
    await tab.getByRole('status').filter({ hasNotText: /\d/ }).waitFor();
    const sent = await tab.evaluate(() => navigator.clipboard.readText());
    await tab.evaluate(() => localStorage.clear());
    await visit(tab, sent);
    assert.deepEqual(await shown(tab, 3), some);
    assert.equal(await tab.locator('textarea').nth(1).inputValue(), 'noted = kept, %');
  }));

  test(`${site}: statements are moved by buttons and by keys, noted and removed`, () => show(stage, page.tray, async (tab, address) => {
    await keep(tab, address, some);
    await tab.locator('[data-do=down]').first().click();
    assert.deepEqual(await shown(tab, 3), [some[1], some[0], some[2]]);
    assert.match(await tab.getByRole('status').innerText(), /2.*3/);
    assert.equal(await tab.evaluate(() => document.activeElement.dataset.do), 'down');
    await tab.keyboard.press('Alt+ArrowDown');
    assert.deepEqual(await shown(tab, 3), [some[1], some[2], some[0]]);
    assert.equal(await tab.evaluate(() => document.activeElement.closest('li').querySelector('article').dataset.claim), some[0]);
    await tab.keyboard.press('Alt+ArrowUp');
    await tab.locator('textarea').first().fill('mine');
    await tab.locator('[data-do=remove]').last().click();
    assert.equal(await tab.evaluate(() => document.activeElement.dataset.do), 'remove');
    await tab.reload();
    assert.deepEqual(await shown(tab, 2), [some[1], some[0]]);
    assert.equal(await tab.locator('textarea').first().inputValue(), 'mine');
    await tab.locator('[data-do=clear]').click();
    assert.ok(await tab.locator('[data-part=empty]').isVisible());
  }));

  test(`${site}: of two changes in another window the last counts`, () => show(stage, page.tray, async (tab, address) => {
    await keep(tab, address, some);
    await tab.evaluate(() => {
      const [key] = Object.keys(localStorage).filter((name) => name.startsWith('tray:'));
      const kept = JSON.parse(localStorage.getItem(key));
      for (const left of [kept.slice(0, 1), kept.slice(1)]) {
        localStorage.setItem(key, JSON.stringify(left));
        dispatchEvent(new StorageEvent('storage', { key }));
      }
    });
    assert.deepEqual(await shown(tab, 2), some.slice(1));
    await tab.locator('[data-do=down]').first().click();
    await tab.reload();
    assert.deepEqual(await shown(tab, 2), [some[2], some[1]]);
  }));

  test(`${site}: laid out by question, each statement stands below its side`, () => show(stage, page.tray, async (tab, address) => {
    await keep(tab, address, claims.slice(0, 40));
    await tab.locator('.tray select').selectOption('question');
    const placed = await tab.locator('.row .tray-item').evaluateAll((items) => items.map((item) => [
      item.querySelector('article').dataset.claim, item.closest('.cell')?.dataset.column ?? null, item.closest('.row').querySelector('h2 a').textContent,
    ]));
    assert.equal(placed.length, Math.min(40, claims.length));
    assertNone(placed.flatMap(([claim, column, question]) => {
      const file = fileOf(files, claim);
      const facts = file.claims[claim.split('/')[1]];
      const right = String(facts.about_column) === String(column) && file.questions[facts.question].asks === question;
      return right ? [] : [`${claim} stands in column ${column} of ${question}`];
    }));
    assertNone([...await accessibilityFaults(tab), ...await sidewaysFaults(tab)]);
  }));

  test(`${site}: old names are followed, and unknown ones named`, () => show(stage, page.tray, async (tab, address) => {
    await visit(tab, `${address}#no-document/x,${claims[0].split('/')[0]}/no-claim,${claims[0].split('/')[0]}/constructor,${some[0]}`);
    assert.deepEqual(await shown(tab, 1), [some[0]]);
    const named = await tab.locator('[data-part=unknown]').innerText();
    assert.match(named, /no-document\/x/);
    assert.match(named, /no-claim/);
    assert.match(named, /constructor/);
    assertNone(await accessibilityFaults(tab));
    for (const { id, former = {}, moved, claims: all = {} } of files) {
      for (const [old, now] of Object.entries(former)) {
        await visit(tab, `${address}#${id}/${old}`);
        assert.deepEqual(await shown(tab, 1), [`${id}/${now}`]);
      }
      if (!moved) continue;
      const [first] = Object.keys(files.find((file) => file.id === moved).claims);
      await visit(tab, `${address}#${id}/${first}`);
      assert.deepEqual(await shown(tab, 1), [`${moved}/${first}`]);
      assert.deepEqual(all, {});
    }
  }));

  test(`${site}: what cannot be loaded is named and stays pinned`, () => show(stage, page.tray, async (tab, address) => {
    await keep(tab, address, some);
    await tab.route('**/tray/documents/*.json', (route) => route.abort());
    await tab.reload();
    await tab.locator('[data-part=unknown] li').nth(2).waitFor();
    assertNone(await accessibilityFaults(tab));
    await tab.unroute('**/tray/documents/*.json');
    await tab.reload();
    assert.deepEqual(await shown(tab, 3), some);
  }));

  test(`${site}: a tray leaves as Markdown, CSV, BibTeX and JSON`, () => show(stage, page.tray, async (tab, address) => {
    await keep(tab, address, some);
    await tab.locator('textarea').first().fill('=HYPERLINK("x") "quoted"');
    await tab.locator('textarea').nth(1).fill('*starred* [link](x)');
    const facts = some.map((claim) => fileOf(files, claim).claims[claim.split('/')[1]]);

    const markdown = await taken(tab, 'markdown');
    assert.equal(markdown.match(/^\d+\. /gm).length, 3);
    assert.match(markdown, /\\\*starred\\\* \\\[link\\\]/);
    for (const claim of some) assert.ok(markdown.includes(`/claims/${claim}.html>`));

    const [header, ...rows] = records(await taken(tab, 'csv'));
    assert.deepEqual(rows.map((row) => row[header.indexOf('id')]), some);
    assert.deepEqual(rows.map((row) => row[header.indexOf('quote')]), facts.map(({ quote }) => quote));
    assert.equal(rows[0][header.indexOf('note')], '\'=HYPERLINK("x") "quoted"');
    assert.ok(rows.every((row) => row.length === header.length));

    const bibtex = await taken(tab, 'bibtex');
    const keys = [...bibtex.matchAll(/^@\w+\{([^,]+),$/gm)].map(([, key]) => key);
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(keys.length, some.length + new Set(some.map((claim) => claim.split('/')[0])).size);

    const { version, statements } = JSON.parse(await taken(tab, 'json'));
    assert.equal(version, 1);
    assert.deepEqual(statements.map(({ id }) => id), some);
    assert.equal(statements[1].note, '*starred* [link](x)');
  }));

  test(`${site}: on paper the statements stand and no button`, () => show(stage, page.tray, async (tab, address) => {
    await keep(tab, address, some);
    await tab.emulateMedia({ media: 'print' });
    assert.deepEqual(await shown(tab, 3), some);
    assert.equal(await tab.locator('main button:visible').count(), 0);
  }));

  for (const viewport of [WIDE, NARROW]) {
    for (const name of Object.keys(page).filter((it) => it.startsWith('tray'))) {
      test(`${site}: a filled ${name}, ${viewport.width} px`, () => show(stage, page[name], async (tab, address) => {
        await keep(tab, address, some);
        assertNone([
          ...await sidewaysFaults(tab), ...await targetFaults(tab), ...await focusFaults(tab), ...await accessibilityFaults(tab),
        ]);
      }, viewport));
    }
  }

  test(`${site}: without scripts nothing is promised`, async () => {
    for (const name of ['tray', 'theme', 'claim']) {
      await stage.show(page[name], { viewport: WIDE, scripts: false }, async (tab) => {
        assert.equal(await tab.locator('main button, main select, main textarea').count(), 0);
      });
    }
  });
}

function show(stage, page, look, viewport = WIDE) {
  return stage.show(page, { viewport, permissions, reducedMotion: 'reduce' }, (tab) => look(tab, tab.url().split('#')[0]));
}

/** Another address of the same page is no new page to a browser. */
async function visit(tab, address) {
  await tab.goto('about:blank');
  await tab.goto(address);
}

/** Puts statements into the own tray by a link, as a reader would who was sent one. */
async function keep(tab, address, claims) {
  await visit(tab, `${address}#${claims.join(',')}`);
  await shown(tab, claims.length);
  await tab.locator('[data-do=keep]').click();
  await tab.locator('[data-part=sent]').waitFor({ state: 'hidden' });
  await shown(tab, claims.length);
}

async function shown(tab, count) {
  const cards = tab.locator('.tray-item article');
  await tab.waitForFunction((wanted) => document.querySelectorAll('.tray-item article').length === wanted, count);
  return cards.evaluateAll((found) => found.map((card) => card.dataset.claim));
}

async function taken(tab, format) {
  const [download] = await Promise.all([tab.waitForEvent('download'), tab.locator(`[data-do=${format}]`).click()]);
  return readFile(await download.path(), 'utf8');
}

/** The fields of a CSV file, as RFC 4180 has them. */
function records(text) {
  assert.ok(text.startsWith('\ufeff'), 'a spreadsheet would not know the encoding');
  return text.slice(1).trimEnd().split('\r\n').map((line) => (
    [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, field]) => field.replaceAll('""', '"'))));
}

async function readPins(folder) {
  const home = path.join(folder, 'tray', 'documents');
  const names = await readdir(home);
  return Promise.all(names.sort().map(async (name) => (
    { id: name.replace('.json', ''), ...JSON.parse(await readFile(path.join(home, name), 'utf8')) })));
}

function fileOf(files, claim) {
  return files.find(({ id }) => id === claim.split('/')[0]);
}
