// Comparing: any two or three things next to each other, sent by their address, with what they are silent about.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { accessibilityFaults, focusFaults, sidewaysFaults, targetFaults } from './inspect.js';
import { GOLDEN, REAL } from './site.js';
import { NARROW, WIDE, openStage } from './stage.js';

const stages = await Promise.all([REAL, GOLDEN].map((folder) => openStage(folder)));
after(() => Promise.all(stages.map((stage) => stage.close())));

for (const [index, stage] of stages.entries()) {
  const site = ['the real site', 'the invented site'][index];
  const pages = stage.site.pages.filter((page) => page.kind === 'compare');
  const [page] = pages;

  test(`${site}: the first two sides stand there at once`, () => show(stage, page, async (tab) => {
    const sides = await options(tab, 'side.');
    assert.deepEqual(await shownLenses(tab), sides.slice(0, 2));
  }));

  test(`${site}: a side's answers are those of the theme page`, () => show(stage, page, async (tab, home) => {
    const [side, other] = await options(tab, 'side.');
    for (const theme of await themes(tab)) {
      await open(tab, `${home}?a=${side}&b=${other}&theme=${theme}`);
      const compared = await cellsOf(tab, `[data-lens="${side}"]`);
      await tab.goto(new URL(`../themes/${theme}/`, home).href);
      assert.deepEqual(compared, await cellsOf(tab, `.cell[data-side="${side.slice('side.'.length)}"]`));
    }
  }));

  test(`${site}: what is chosen goes into the address and comes back from it`, () => show(stage, page, async (tab) => {
    const [document] = await options(tab, 'document.');
    const voice = (await options(tab, 'voice.')).at(-1);
    await tab.locator('select[name=b]').selectOption(document);
    await tab.locator('select[name=c]').selectOption(voice);
    await tab.waitForFunction((wanted) => document.querySelectorAll(`[data-lens="${wanted}"]`).length > 0, voice);
    const seen = await shownLenses(tab);
    assert.deepEqual(seen.slice(1), [document, voice]);
    const theme = await tab.locator('select[name=theme]').inputValue();
    const words = await tab.locator('.compared').innerText();
    await open(tab, tab.url());
    assert.deepEqual(await shownLenses(tab), seen);
    assert.equal(await tab.locator('select[name=theme]').inputValue(), theme);
    assert.equal(await tab.locator('.compared').innerText(), words);
  }));

  test(`${site}: columns are swapped, and the address with them`, () => show(stage, page, async (tab, home) => {
    const lenses = [...(await options(tab, 'side.')).slice(0, 2), (await options(tab, 'document.'))[0]];
    for (const chosen of [lenses.slice(0, 2), lenses]) {
      await open(tab, `${home}?${chosen.map((lens, index) => `${'abc'[index]}=${lens}`).join('&')}`);
      assert.deepEqual(await shownLenses(tab), chosen);
      await tab.locator('.compare-form button').click();
      const turned = [...chosen.slice(1), chosen[0]];
      await tab.waitForFunction((first) => document.querySelector('[data-lens]')?.dataset.lens === first, turned[0]);
      assert.deepEqual(await shownLenses(tab), turned);
      assert.deepEqual(['a', 'b', 'c'].map((name) => new URL(tab.url()).searchParams.get(name)).filter(Boolean), turned);
    }
  }));

  test(`${site}: every column of every question says something or that there is nothing`, () => show(stage, page, async (tab, home) => {
    const lenses = await Promise.all(['side.', 'document.', 'voice.'].map(async (kind) => (await options(tab, kind)).at(-1)));
    await open(tab, `${home}?a=${lenses[0]}&b=${lenses[1]}&c=${lenses[2]}&theme=all`);
    const columns = await tab.locator('[data-lens]').evaluateAll((found) => found.map((column) => ({
      words: column.innerText.trim().length, isSilent: column.querySelector('[data-silent]') !== null,
      statements: column.querySelectorAll('[data-claim]').length, lens: column.dataset.lens,
    })));
    assert.ok(columns.length >= 3 * (await themes(tab)).length);
    assertNone(columns.filter(({ words }) => words === 0).map(({ lens }) => `an empty column of ${lens}`));
    assert.ok(columns.some(({ isSilent }) => isSilent), 'no silence is shown');
    const mute = columns.filter(({ isSilent, statements, lens }) => !isSilent && statements === 0 && !lens.startsWith('side.'));
    assertNone(mute.map(({ lens }) => `${lens} shows neither statement nor silence`));
  }));

  test(`${site}: a document's column holds only what it says`, () => show(stage, page, async (tab, home) => {
    const documents = await options(tab, 'document.');
    await open(tab, `${home}?a=${documents[0]}&b=${documents[1]}&theme=all`);
    for (const lens of documents.slice(0, 2)) {
      const claims = await tab.locator(`[data-lens="${lens}"] [data-claim]`).evaluateAll((cards) => cards.map((card) => card.dataset.claim));
      assert.ok(claims.length > 0);
      assertNone(claims.filter((claim) => !claim.startsWith(`${lens.slice('document.'.length)}/`)));
    }
  }));

  test(`${site}: what is unknown is named, and one column is too few`, () => show(stage, page, async (tab, home) => {
    await open(tab, `${home}?a=voice.nobody-knows&b=side.nowhere&c=constructor`);
    const status = tab.getByRole('status');
    assert.match(await status.innerText(), /voice\.nobody-knows.*side\.nowhere.*constructor/);
    assert.equal(await tab.locator('[data-lens]').count(), 0);
    assertNone(await accessibilityFaults(tab));
    const [side] = await options(tab, 'side.');
    await open(tab, `${home}?a=${side}&b=${side}`);
    assert.notEqual(await status.innerText(), '');
    assert.equal(await tab.locator('[data-lens]').count(), 0);
    assertNone(await accessibilityFaults(tab));
  }));

  test(`${site}: a comparison that cannot be loaded says so, and comes when it can be`, () => show(stage, page, async (tab, home) => {
    await tab.route('**/compare/themes/*.json', (route) => route.abort());
    await open(tab, home);
    const told = await tab.getByRole('status').innerText();
    assert.notEqual(told, '');
    assertNone(await accessibilityFaults(tab));
    await tab.unroute('**/compare/themes/*.json');
    await tab.locator('select[name=theme]').selectOption({ index: 1 });
    await tab.locator('[data-lens]').first().waitFor();
    assert.notEqual(await tab.getByRole('status').innerText(), told);
  }));

  for (const viewport of [WIDE, NARROW]) {
    for (const { language } of pages) {
      test(`${site} ${language}: a comparison of three, ${viewport.width} px`, () => show(stage, pages.find((it) => it.language === language), async (tab, home) => {
        const lenses = await Promise.all(['side.', 'document.', 'voice.'].map(async (kind) => (await options(tab, kind))[0]));
        await open(tab, `${home}?a=${lenses[0]}&b=${lenses[1]}&c=${lenses[2]}`);
        assert.deepEqual(await shownLenses(tab), lenses);
        assertNone([
          ...await sidewaysFaults(tab), ...await targetFaults(tab), ...await focusFaults(tab), ...await accessibilityFaults(tab),
        ]);
      }, viewport));
    }
  }

  test(`${site}: without scripts the page lists the comparisons that have pages`, () => stage.show(
    page, { viewport: WIDE, scripts: false }, async (tab) => {
      assert.equal(await tab.locator('main form, main select, main button').count(), 0);
      assert.ok(await tab.locator('main noscript').count() > 0);
      const listed = await tab.locator('main section li a').evaluateAll((links) => links.map((link) => link.href));
      const pagesOfThemes = stage.site.pages.filter(({ kind, language }) => kind === 'theme' && !language);
      assertNone(pagesOfThemes.map(({ path }) => path.replace('index.html', ''))
        .filter((path) => !listed.some((address) => address.endsWith(path))));
    },
  ));
}

function show(stage, page, look, viewport = WIDE) {
  return stage.show(page, { viewport, reducedMotion: 'reduce' }, async (tab) => {
    await settled(tab);
    return look(tab, tab.url().split('?')[0]);
  });
}

async function open(tab, address) {
  await tab.goto(address);
  await settled(tab);
}

/** Until the page says what it shows, or why it shows nothing. */
function settled(tab) {
  return tab.getByRole('status').filter({ hasText: /./ }).waitFor();
}

/** The lenses of a kind on offer. */
function options(tab, kind) {
  return tab.locator('select[name=a] option').evaluateAll((found, start) => found
    .map((option) => option.value).filter((value) => value.startsWith(start)), kind);
}

function themes(tab) {
  return tab.locator('select[name=theme] option').evaluateAll((found) => found
    .map((option) => option.value).filter((value) => value !== 'all'));
}

/** The lenses that the first question is seen through. */
function shownLenses(tab) {
  return tab.locator('.compared .row').first().locator('[data-lens]').evaluateAll((columns) => columns.map((column) => column.dataset.lens));
}

/** State and statements of cells, by question. */
function cellsOf(tab, selector) {
  return tab.locator(selector).evaluateAll((found) => found.map((element) => element.closest('[data-cell]') ?? element.querySelector('[data-cell]'))
    .filter(Boolean).map((cell) => [
      cell.closest('[data-question]').dataset.question, cell.dataset.cell,
      [...cell.querySelectorAll('[data-claim]')].map((card) => card.dataset.claim),
    ]));
}
