// Filters: what they hide, what they leave as it is, and how a view is sent to somebody.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { samples } from './site.js';
import { WIDE, openStage } from './stage.js';

const stage = await openStage();
after(stage.close);

const { theme, document: longest, voice } = Object.fromEntries(samples(stage.site).map((page) => [page.name, page]));

test('filters restore from a URL', () => show(theme, async (tab, address) => {
  await tab.getByRole('group').first().waitFor();
  await open(tab);
  await choose(tab, 'kind', 1);
  await tab.locator('[data-filter]').getByRole('searchbox').fill(await aWord(tab));
  await tab.waitForURL((url) => url.searchParams.has('words'));
  const seen = await shownClaims(tab);
  const sent = tab.url();
  assert.ok(seen.length > 0 && seen.length < await count(tab, 'article[data-claim]'), 'the filter hides nothing or all');

  await tab.goto(address);
  assert.notDeepEqual(await shownClaims(tab), seen);
  await tab.goto(sent);
  assert.deepEqual(await shownClaims(tab), seen);
  assert.ok(await tab.locator('[data-filter] details').evaluate((details) => details.open), 'the controls are shut');
}));

test('what the address asks for in vain is passed over', () => show(theme, async (tab, address) => {
  const all = await shownClaims(tab);
  await tab.goto(`${address}?kind=no-such-kind&other=1`);
  assert.deepEqual(await shownClaims(tab), all);
}));

for (const name of ['kind', 'ring', 'document', 'stance']) {
  test(`every value of \`${name}\` shows something`, () => show(theme, async (tab) => {
    await open(tab);
    const select = tab.locator(`select[name=${name}]`);
    const values = await select.locator('option').evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
    assert.ok(values.length > 1, 'nothing to choose from');
    for (const value of values) {
      await select.selectOption(value);
      await tab.waitForURL((url) => url.searchParams.get(name) === value);
      assert.ok((await shownClaims(tab)).length > 0, `\`${value}\` shows nothing`);
    }
  }));
}

test('nothing is called not covered because a filter hides it', () => show(theme, async (tab) => {
  const before = await cells(tab);
  await open(tab);
  await tab.locator('[data-filter]').getByRole('searchbox').fill('no statement has this');
  await tab.waitForURL((url) => url.searchParams.has('words'));
  assert.deepEqual(await shownClaims(tab), []);
  assert.deepEqual(await cells(tab), before);
  const notes = await tab.locator('.filter-hidden').allInnerTexts();
  const hidden = notes.map((note) => Number(note.match(/\d+/)?.[0])).reduce((sum, number) => sum + number, 0);
  assert.equal(hidden, await count(tab, 'article[data-claim]'));
}));

test('counts are announced, and a reset shows all', () => show(longest, async (tab) => {
  const all = await count(tab, 'article[data-claim]');
  const status = tab.getByRole('status');
  assert.equal(await status.innerText(), '');
  await open(tab);
  await choose(tab, 'kind', 1);
  const shown = (await shownClaims(tab)).length;
  assert.deepEqual((await status.innerText()).match(/\d+/g).map(Number), [shown, all]);
  await tab.locator('[data-filter] [type=reset]').click();
  await tab.waitForURL((url) => url.search === '');
  assert.deepEqual((await status.innerText()).match(/\d+/g).map(Number), [all, all]);
  assert.equal((await shownClaims(tab)).length, all);
  assert.equal(await count(tab, '.filter-hidden'), 0);
}));

test('a filter of one sheet of several says so and goes along to the others', () => show(longest, async (tab) => {
  assert.ok(await count(tab, '.sheets') > 0, 'the longest document has one sheet');
  await open(tab);
  assert.ok(await tab.locator('[data-filter] details p').isVisible(), 'nothing says that it filters this sheet');
  await choose(tab, 'kind', 2);
  await tab.locator('.sheets [rel=next]').click();
  assert.equal(await tab.locator('select[name=kind]').inputValue(), new URL(tab.url()).searchParams.get('kind'));
}));

test('a link to a hidden statement leads to it', () => show(longest, async (tab, address) => {
  const anchor = await tab.locator('article[data-claim]').last().getAttribute('id');
  await tab.goto(`${address}?words=no+statement+has+this#${anchor}`);
  assert.equal(await tab.locator('article[data-claim]').last().isVisible(), true);
}));

test('a speaker’s statements can be filtered', () => show(voice, async (tab) => {
  const all = await count(tab, 'article[data-claim]');
  await open(tab);
  await choose(tab, 'kind', 1);
  const shown = (await shownClaims(tab)).length;
  assert.ok(shown > 0 && shown < all, `${shown} of ${all} shown`);
}));

test('without scripts no filter is promised', () => stage.show(theme, { viewport: WIDE, scripts: false }, async (tab) => {
  assert.equal(await count(tab, 'main form, main select, main input'), 0);
}));

function show(page, look) {
  return stage.show(page, { viewport: WIDE }, (tab, faults) => look(tab, tab.url(), faults));
}

function open(tab) {
  return tab.locator('[data-filter] summary').click();
}

async function choose(tab, name, index) {
  await tab.locator(`select[name=${name}]`).selectOption({ index });
  await tab.waitForURL((url) => url.searchParams.has(name));
}

/** A long word of a statement that the filter shows now. */
async function aWord(tab) {
  await tab.waitForURL((url) => url.searchParams.has('kind'));
  const statement = await tab.locator('article[data-claim]:visible .claim-statement').first().innerText();
  return statement.split(/\W+/).sort((one, other) => other.length - one.length)[0].toUpperCase();
}

function shownClaims(tab) {
  return tab.locator('article[data-claim]:visible').evaluateAll((cards) => cards.map((card) => card.dataset.claim));
}

/** What each row and cell says of itself. */
function cells(tab) {
  return tab.evaluate(() => [...document.querySelectorAll('[data-cell], [data-state]')].map((element) => [
    element.dataset.cell ?? element.dataset.state, element.querySelector('.cell-head, .row-head')?.innerText,
    element.querySelector('.cell-evidence')?.innerText,
  ]));
}

function count(tab, selector) {
  return tab.locator(selector).count();
}
