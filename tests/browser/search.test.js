// Search: what a reader finds, how it is worked with, and what is left where it cannot work.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assertNone } from './faults.js';
import { accessibilityFaults, sidewaysFaults, targetFaults } from './inspect.js';
import { NARROW, WIDE, openStage } from './stage.js';

/** The share of queries that must find what they ask for. */
const LEAST = 0.95;
const KILOBYTE = 1024;
/** The most that may be loaded before the first result. */
const MOST = 100 * KILOBYTE;

const stage = await openStage();
after(stage.close);

const queries = await read('queries.json');
const pages = Object.fromEntries(stage.site.pages.filter((page) => page.kind === 'search').map((page) => [page.language, page]));

test(`at least ${LEAST * 100} of 100 of ${queries.length} queries find what they ask for`, async (context) => {
  const missed = [];
  for (const language of new Set(queries.map((query) => query.language))) {
    await show(language, {}, async (tab) => {
      for (const query of queries.filter((query) => query.language === language)) {
        await find(tab, query.query);
        const found = await addresses(tab);
        const wanted = query.first ?? query.three;
        const hit = found.slice(0, query.first ? 1 : 3).some((address) => address === stage.root + wanted);
        if (!hit) missed.push(`${query.about}: “${query.query}” (${language}) finds ${found[0]?.slice(stage.root.length) ?? 'nothing'}`);
      }
    });
  }
  for (const miss of missed) context.diagnostic(miss);
  assert.ok(missed.length <= queries.length * (1 - LEAST), missed.join('\n'));
});

test('the script tells words apart as the maker of the index does', () => show('en', {}, async (tab) => {
  for (const { text, words } of await read('words.json')) {
    const found = await tab.evaluate((text) => (
      globalThis.tokens(text, new Set(['a', 'of', 'and', 'in', 'the', '的'])).map(({ word }) => word)), text);
    assert.deepEqual(found, words, text);
  }
}));

for (const { size, ahead, starts } of [
  { size: 'small', ahead: true, starts: { c: undefined, co: 'co', costs: 'cost', cons: 'con', consal: 'cons' } },
  { size: 'large', ahead: false, starts: { c: undefined, co: undefined, costs: 'cost', cons: undefined, consal: 'consal' } },
]) {
  test(`words of a ${size} site are found by their beginnings where few files have such`, () => show('en', {}, async (tab) => {
    const words = ['a', 'cob', 'con', 'cona', 'conb', 'conc', 'cond', 'cone', 'cons', 'consa', 'consb', 'consc', 'consd', 'conse', 'd'];
    const found = await tab.evaluate(({ ahead, words, asked }) => {
      /* global SearchIndex, stemOf */
      const index = new SearchIndex(new URL(location.href));
      index.manifest = { ahead, words };
      return asked.map((word) => [word, index.startOf(word, stemOf(word))]);
    }, { ahead, words, asked: Object.keys(starts) });
    assert.deepEqual(Object.fromEntries(found), starts);
  }));
}

for (const { name, query, prepare } of [
  { name: 'empty', query: '' },
  { name: 'with results', query: 'talent' },
  { name: 'with results for some of the words', query: 'talent crossroads' },
  { name: 'with the first letter of a word', query: 'q' },
  { name: 'without results', query: 'no such words stand anywhere'.replaceAll(/\w+/g, (word) => `${word}qqq`) },
  { name: 'without its files', query: 'talent', prepare: (tab) => tab.route('**/search/*.json*', (route) => route.abort()) },
]) {
  for (const language of ['en', 'zh-Hans']) {
    for (const [viewport, colorScheme] of [[WIDE, 'light'], [{ width: 320, height: 640 }, 'dark']]) {
      test(`no fault of the page ${name} (${language}, ${viewport.width} px, ${colorScheme})`, () => (
        show(language, { viewport, colorScheme }, async (tab) => {
          await prepare?.(tab);
          if (prepare) await tab.reload();
          await find(tab, query);
          assertNone([
            ...await accessibilityFaults(tab), ...await sidewaysFaults(tab), ...await targetFaults(tab),
          ]);
        })));
    }
  }
}

test('results show who speaks about whom, and where', () => show('en', {}, async (tab) => {
  await find(tab, '57 per cent elite');
  const first = tab.locator('.search-results li').first();
  assert.deepEqual(await first.locator('mark').allInnerTexts(), ['57', 'per', 'cent', 'elite']);
  assert.match(await first.innerText(), /About the United States · a third party: Institute of Regional Studies · Brief on .* · fact/);
}));

test('the words that were found are marked, in Chinese by the character', () => show('zh-Hans', {}, async (tab) => {
  await find(tab, '顶尖人才');
  assert.deepEqual(await tab.locator('.search-results mark').allInnerTexts(), ['顶尖人才']);
  await find(tab, '墙');
  assert.deepEqual(new Set(await tab.locator('.search-results mark').allInnerTexts()), new Set(['墙']));
}));

test('kinds have headings, and more are shown where they are asked for', () => show('en', {}, async (tab) => {
  await find(tab, 'China');
  const statements = tab.locator('section', { has: tab.getByRole('heading', { name: /^Statements/ }) });
  const all = Number((await statements.getByRole('heading').innerText()).match(/\d+/)[0]);
  const before = await statements.locator('li').count();
  assert.ok(before < all, `${before} of ${all} are shown at once`);
  await statements.getByRole('button').click();
  await statements.locator('li').nth(before).waitFor();
  const focused = await tab.evaluate(() => document.activeElement.closest('li') && [...document.activeElement.closest('ol').children]
    .indexOf(document.activeElement.closest('li')));
  assert.equal(focused, before);
}));

for (const name of ['side', 'theme', 'kind', 'document']) {
  test(`results can be chosen by ${name}`, () => show('en', {}, async (tab) => {
    await find(tab, 'AI');
    const all = await count(tab);
    const select = tab.locator(`select[name=${name}]`);
    await select.focus();
    const values = await select.locator('option').evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
    assert.ok(values.length > 1);
    let some = 0;
    for (const value of values) {
      await select.selectOption(value);
      await settled(tab);
      const chosen = await count(tab);
      assert.ok(chosen < all, `${value} leaves all`);
      some += Number(chosen > 0);
    }
    assert.ok(some > 1, `${some} values leave anything`);
  }));
}

test('where choices leave nothing, it is said how much there is without them', () => show('en', {}, async (tab) => {
  await find(tab, 'orlins');
  const all = await count(tab);
  const themes = tab.locator('select[name=theme]');
  const sentences = new Set();
  for (const value of await themes.locator('option').evaluateAll((options) => options.map((option) => option.value).filter(Boolean))) {
    await themes.selectOption(value);
    await settled(tab);
    if ((await addresses(tab)).length === 0) sentences.add(await told(tab));
  }
  assert.deepEqual([...sentences], [`Nothing found with these choices. Results without them: ${all}`]);
}));

test('a search restores from its address', () => show('en', {}, async (tab) => {
  await find(tab, 'talent');
  await tab.locator('select[name=side]').selectOption('us');
  await tab.waitForURL((url) => url.searchParams.get('side') === 'us' && url.searchParams.get('q') === 'talent');
  const found = await addresses(tab);
  await tab.reload();
  await settled(tab);
  await tab.locator('.search-results a').first().waitFor();
  assert.deepEqual(await addresses(tab), found);
  assert.equal(await tab.getByRole('searchbox').inputValue(), 'talent');
}));

test('a form on every page leads to the search', async () => {
  const home = stage.site.pages.find((page) => page.path === 'index.html');
  await stage.show(home, { viewport: NARROW }, async (tab, faults) => {
    await tab.keyboard.press('Control+k');
    await tab.keyboard.type('decoupling');
    await tab.keyboard.press('Enter');
    await tab.waitForURL((url) => url.pathname.endsWith('/search/'));
    await tab.locator('.search-results a').first().waitFor();
    assert.equal((await addresses(tab))[0], `${stage.root}terms/decoupling/`);
    assertNone(faults);
  });
});

for (const language of ['en', 'zh-Hans']) {
  test(`every example finds what it names (${language})`, () => show(language, {}, async (tab) => {
    const examples = await tab.locator('.search-examples a').evaluateAll((links) => links.map(({ href, innerText }) => [href, innerText]));
    assert.ok(examples.length > 2, `${examples.length} examples`);
    for (const [address, words] of examples) {
      await tab.goto(address);
      await tab.locator('.search-results a').first().waitFor();
      assert.equal(await tab.getByRole('searchbox').inputValue(), words);
      assert.ok((await tab.locator('.search-results mark').allInnerTexts()).join(' ').includes(words), words);
      assert.equal(await tab.locator('.search-examples').isVisible(), false);
    }
  }));
}

test('letters and slashes in a field are what they are', () => show('en', {}, async (tab) => {
  await tab.keyboard.press('Control+k');
  await tab.keyboard.type('k/K');
  assert.equal(await tab.getByRole('searchbox').inputValue(), 'k/K');
}));

test('arrows lead through the results, Enter opens one, Escape leads back', () => show('en', {}, async (tab) => {
  await find(tab, 'orlins');
  const [first, second] = await addresses(tab);
  await tab.keyboard.press('ArrowDown');
  assert.equal(await focused(tab), first);
  await tab.keyboard.press('ArrowDown');
  assert.equal(await focused(tab), second);
  await tab.keyboard.press('ArrowUp');
  assert.equal(await focused(tab), first);
  await tab.keyboard.press('ArrowUp');
  assert.equal(await focused(tab), 'page.words');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('Escape');
  assert.equal(await focused(tab), 'page.words');
  await tab.keyboard.press('Escape');
  await settled(tab);
  assert.equal(await tab.getByRole('searchbox').inputValue(), '');
  assert.deepEqual(await addresses(tab), []);
  await find(tab, 'orlins');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(first);
}));

test('how much is found is announced', () => show('en', {}, async (tab) => {
  const status = tab.locator('main').getByRole('status');
  assert.equal(await status.innerText(), '');
  await find(tab, 'orlins');
  assert.match(await status.innerText(), /^Results: \d+$/);
  await find(tab, 'qqqqqq');
  assert.match(await status.innerText(), /^Nothing found\./);
  for (const begun of ['q', 'th', 'the']) {
    await find(tab, begun);
    assert.match(await status.innerText(), begun === 'th' ? /^Results: / : /^Nothing found yet\./, begun);
  }
  await find(tab, '');
  assert.equal(await status.innerText(), '');
}));

test('what could not be loaded is said, and everything is listed', () => show('en', {}, async (tab) => {
  await tab.route('**/search/words-*', (route) => route.abort());
  // What the page has loaded ahead is gone.
  await tab.reload();
  await find(tab, 'talent');
  assert.match(await tab.locator('main').getByRole('status').innerText(), /^The search could not be loaded/);
  assert.ok(await tab.locator('.index-entries').isVisible());
  await tab.unroute('**/search/words-*');
  await find(tab, 'talents');
  assert.ok((await addresses(tab)).length > 0, 'it does not recover');
}));

for (const language of ['en', 'zh-Hans']) {
  test(`without scripts everything is listed under its letter (${language})`, () => show(language, { scripts: false }, async (tab) => {
    assert.equal(await tab.locator('select').count(), 0);
    const letters = await tab.locator('.index h3').allInnerTexts();
    assert.deepEqual(letters, [...letters].sort());
    assert.ok(letters.length > 15, letters.join());
    const kinds = ['theme', 'document', 'voice', 'term'];
    const pages = stage.site.pages.filter((page) => kinds.includes(page.kind) && page.language === pagesOf(language).language);
    const listed = new Set(await tab.locator('[data-index] a').evaluateAll((links) => links.map((link) => link.href)));
    const lacking = pages.filter((page) => !listed.has(stage.root + page.path.replace(/index\.html$/, '')));
    assertNone(lacking.map((page) => `${page.path} is not listed`));
  }));
}

test(`at most ${MOST / KILOBYTE} KB are loaded before the first result, none of them by other pages`, async (context) => {
  const home = stage.site.pages.find((page) => page.path === 'index.html');
  await stage.show(home, {}, async (tab) => {
    const loaded = await tab.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assertNone(loaded.filter((name) => name.includes('search')).map((name) => `the first page loads ${name}`));
  });
  await show('en', {}, async (tab) => {
    await warmed(tab);
    const files = await tab.evaluate((query) => new Promise((resolve) => {
      const loaded = () => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/search'));
      new MutationObserver(() => resolve(loaded())).observe(document.querySelector('.search-results'), { childList: true });
      const field = document.querySelector('main input[type="search"]');
      field.value = query;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }), 'infrastrucutre');
    const all = await Promise.all([...new Set(files)].map(async (file) => (
      gzipSync(Buffer.from(await (await fetch(file)).arrayBuffer()), { level: 9 }).length)));
    const sum = all.reduce((one, other) => one + other, 0);
    context.diagnostic(`${all.length} files, ${(sum / KILOBYTE).toFixed(1)} KB`);
    assert.ok(all.length > 3 && sum <= MOST, `${sum} bytes`);
  });
});

for (const [language, first, queries] of [
  ['en', 't', ['ta', 'talent', 'infrastrucutre', '57', '人', '人才']],
  ['zh-Hans', '人', ['人才', '基础设施', 't', 'talent', 'infrastrucutre']],
]) {
  test(`whoever has been on the page for a moment waits for no file (${language})`, () => show(language, {}, async (tab) => {
    // Not the icon, which a browser asks for again when the address changes.
    const loaded = () => tab.evaluate(() => (
      performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/search/'))));
    await warmed(tab);
    const ahead = await loaded();
    await find(tab, first);
    // The words of the other writing follow the first results.
    const index = await tab.locator('[data-search]').evaluate((place) => new URL(place.dataset.search, location.href).href);
    const { words } = await (await tab.request.get(index)).json();
    await tab.waitForFunction((count) => (
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('words-')).length === count), words.length);
    const all = await loaded();
    assert.ok(all.length > ahead.length, 'nothing was left to load');
    for (const query of queries) {
      await find(tab, query);
      assert.deepEqual(await loaded(), all, query);
    }
  }));
}

test('words that nobody translated say in which language they are', () => show('zh-Hans', {}, async (tab) => {
  await tab.route('**/search/entries-*', async (route) => {
    const entries = await (await route.fetch()).json();
    await route.fulfill({ json: entries.map(({ title, voice, ...entry }) => ({
      ...entry, title: [title[0], null], ...(voice && { voice: [voice[0], null] }) })) });
  });
  await tab.reload();
  await find(tab, '57');
  const first = tab.locator('.search-results li', { has: tab.locator('.side-mark') }).first();
  assert.equal(await first.locator('a').getAttribute('lang'), 'en');
  assert.equal(await first.locator('.byline [lang="en"]').count(), 1);
}));

async function find(tab, query) {
  await tab.getByRole('searchbox').fill(query);
  await settled(tab);
}

/** What is shown is what was asked for. */
function settled(tab) {
  return tab.locator('.search-results:not([aria-busy])').waitFor({ state: 'attached' });
}

/** All is there that is loaded ahead; the words that can be mistyped come last. */
function warmed(tab) {
  return tab.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('vocabulary.txt')));
}

async function count(tab) {
  return Number((await told(tab)).match(/^(?!Nothing found).*: (\d+)$/)?.[1] ?? 0);
}

function told(tab) {
  return tab.locator('main').getByRole('status').innerText();
}

/** The address or the id of what has the focus. */
function focused(tab) {
  return tab.evaluate(() => document.activeElement.href ?? document.activeElement.id);
}

function addresses(tab) {
  return tab.locator('.search-results a').evaluateAll((links) => links.map((link) => link.href));
}

function pagesOf(language) {
  return pages[language === 'en' ? '' : language.toLowerCase()];
}

function show(language, options, look) {
  return stage.show(pagesOf(language), { viewport: WIDE, ...options }, look);
}

async function read(name) {
  return JSON.parse(await readFile(new URL(`search/${name}`, import.meta.url), 'utf8'));
}
