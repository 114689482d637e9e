// `diptych serve` as an editor has it: the real program, a page that stands open, and saves.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { launch } from './browser.js';
import { assertNone } from './faults.js';
import { accessibilityFaults, sidewaysFaults, targetFaults } from './inspect.js';
import { NARROW, WIDE } from './stage.js';

const PROGRAM = process.env.DIPTYCH_PROGRAM ?? findProgram();
const GOLDEN = path.resolve(import.meta.dirname, '../golden');
const CLAIMS = 'content/documents/waterways-report/claims.yaml';
const SAVES = JSON.parse(readFileSync(path.join(import.meta.dirname, 'saves.json'), 'utf8'));
const PAGE = 'documents/waterways-report/';
const REAL = path.resolve(import.meta.dirname, '../..');
const LONG_CLAIMS = 'content/documents/irs-spotlight/claims.yaml';
const LONG_PAGE = 'documents/irs-spotlight/';
const LONG_STATEMENT = 'finds that he did not exaggerate';
const STATEMENT = 'The main drain of the Fenland is eight feet deep';

const { folder, root, end } = await serve(GOLDEN, ['content', 'sources']);
const sound = readFileSync(path.join(folder, CLAIMS), 'utf8');
const browser = await launch();

after(async () => {
  await browser.close();
  await end();
});

test('a save is seen on the open page, which stays where it was', () => open(PAGE, { viewport: NARROW }, async (tab, faults) => {
  const details = tab.locator('main details');
  assert.ok(await details.count() > 1, 'the page has too little to open');
  await details.last().locator('summary').click();
  const anchor = 'main article[data-claim] >> nth=4';
  await tab.locator(anchor).evaluate((card) => card.scrollIntoView({ behavior: 'instant' }));
  const [openBefore, placeBefore] = [await openDetails(tab), await top(tab, anchor)];
  const before = await tab.evaluate(() => scrollY);
  assert.ok(before > 500, `scrolled by ${before} only`);

  save(sound.replace(STATEMENT, `${STATEMENT}, as was told in several long sentences that take more than one line`));
  await tab.getByText('as was told in several long sentences').first().waitFor({ state: 'attached' });
  // Longer words stand above it now, and it still stands where it stood.
  await standsAgain(tab, anchor, placeBefore);
  assert.deepEqual(await openDetails(tab), openBefore);

  save(sound);
  await tab.waitForFunction(() => !document.body.innerText.includes('as was told in several'));
  assert.deepEqual(await openDetails(tab), openBefore);
  assertNone(faults);
}));

// Each page stays the document that it was, and yet is what it would be if it were loaded now: all but those that `loads` names.
for (const { name, file, from, to, pages, loads } of SAVES) {
  test(`a save changes what stands on open pages: ${name}`, async () => {
    const place = path.join(folder, file);
    const before = existsSync(place) ? readFileSync(place, 'utf8') : null;
    assert.ok((before ?? '').includes(from), `${file} has no ${from}`);
    // Each in a browser of its own, since one has only six connections for a server.
    const tabs = await Promise.all(pages.map(() => browser.newPage({ viewport: WIDE })));
    try {
      for (const [at, tab] of tabs.entries()) {
        await tab.goto(root + pages[at], { waitUntil: 'load' });
        await tab.evaluate(() => Object.assign(window, { stays: true }));
      }
      mkdirSync(path.dirname(place), { recursive: true });
      for (const text of [(before ?? '').replace(from, () => to), before]) {
        const version = await versionOf(tabs[0]);
        if (text === null) rmSync(place);
        else writeFileSync(place, text);
        for (const [at, tab] of tabs.entries()) {
          await tab.waitForFunction(isNewer, version);
          const isStaying = await tab.evaluate(() => 'stays' in window);
          assert.equal(isStaying, !loads.includes(pages[at]), `${pages[at]} ${isStaying ? 'was not' : 'was'} loaded anew`);
          if (isStaying) assert.deepEqual(await tab.evaluate(differences), [], `${pages[at]} is not what it would be`);
        }
      }
    } finally {
      if (before === null) rmSync(place, { force: true });
      else writeFileSync(place, before);
      await Promise.all(tabs.map((tab) => tab.close()));
    }
  });
}

test('what a reader does with a page goes on after a save', () => open('themes/water/', { viewport: WIDE }, async (tab, faults) => {
  await tab.evaluate(() => Object.assign(window, { stays: true }));
  const card = tab.locator(`article:has-text("${STATEMENT}")`).first();
  await card.scrollIntoViewIfNeeded();
  await card.getByRole('button', { name: 'Pin' }).click();
  await tab.locator('[data-filter] summary').click();
  await tab.getByLabel('Words').fill('forty places');
  await tab.waitForURL(/words=forty/);
  const shown = await tab.locator('article[data-claim]:visible').count();
  assert.ok(shown > 0, 'nothing is shown');

  const added = '- id: met-no-shoal\n  says: At the forty places no shoal was met.\n  quote: forty places and met no shoal\n  about: fen\n'
    + '  answers: water/depth\n  kind: fact\n\n- id: forty-soundings\n';
  save(sound.replace('- id: forty-soundings\n', added).replace(STATEMENT, `Again, ${STATEMENT}`));
  const come = tab.locator('article:has-text("At the forty places no shoal")').first();
  await come.waitFor();
  assert.equal(await tab.locator('article[data-claim]:visible').count(), shown + 1);
  assert.ok(await tab.evaluate(() => 'stays' in window), 'the page was loaded anew');
  assert.equal(await tab.getByLabel('Words').inputValue(), 'forty places');
  await tab.getByLabel('Words').fill('again');
  await tab.waitForURL(/words=again/);
  assert.equal(await card.getByRole('button', { name: 'Pin' }).getAttribute('aria-pressed'), 'true');
  await tab.getByLabel('Words').fill('');
  await come.scrollIntoViewIfNeeded();
  await come.getByRole('button', { name: 'Pin' }).click();
  assert.equal(await come.getByRole('button', { name: 'Pin' }).getAttribute('aria-pressed'), 'true');
  save(sound);
  await come.waitFor({ state: 'detached' });
  assertNone(faults);
}));

for (const [name, viewport] of [['wide', WIDE], ['narrow', NARROW]]) {
  for (const nth of [10, 30, 50]) {
    test(`so does the ${nth}th statement of a long page of the real site (${name})`, async () => {
      const long = await serve(REAL, ['content']);
      try {
        await open(LONG_PAGE, { viewport }, async (tab) => {
          const anchor = `.statements [data-claim] >> nth=${nth}`;
          // A reader comes to it by and by, and has laid out what stands above.
          for (let way = 0; way < 200 && await top(tab, anchor) > 400; way += 1) await tab.mouse.wheel(0, 400);
          await stands(tab);
          const placeBefore = await top(tab, anchor);
          const claims = path.join(long.folder, LONG_CLAIMS);
          writeFileSync(claims, readFileSync(claims, 'utf8').replace(LONG_STATEMENT, `${LONG_STATEMENT} again`));
          await tab.getByText('exaggerate again').first().waitFor({ state: 'attached' });
          await standsAgain(tab, anchor, placeBefore);
        }, long.root);
      } finally {
        await long.end();
      }
    });
  }
  for (const colorScheme of ['light', 'dark']) {
    test(`a fault is laid over the last good page and goes with its mend (${name}, ${colorScheme})`, () => (
      open(PAGE, { viewport, colorScheme }, async (tab, faults) => {
        save(sound.replace('about: fen', 'about: fenn').replace('kind: fact', 'kind: fakt'));
        const report = tab.getByRole('region', { name: '2 errors keep the last good site on show' });
        await report.waitFor();
        assert.ok(await tab.locator(`main article:has-text("${STATEMENT}")`).count() > 0, 'the page is gone');
        const link = report.getByRole('link', { name: `${CLAIMS}:6:10` });
        assert.equal(await link.getAttribute('href'), `vscode://file${folder}/${CLAIMS}:6:10`);
        assert.match(await report.innerText(), /did you mean fen\?/);
        assertNone([
          ...await accessibilityFaults(tab), ...await sidewaysFaults(tab), ...await targetFaults(tab), ...faults,
        ]);
        if (process.env.DIPTYCH_SHOTS) await tab.screenshot({ path: `${process.env.DIPTYCH_SHOTS}/${name}-${colorScheme}.png` });
        save(sound);
        await report.waitFor({ state: 'detached' });
      })
    ));
  }
}

test('a report can be put away, and the next one comes all the same', () => open(PAGE, { viewport: WIDE }, async (tab) => {
  save(sound.replace('about: fen', 'about: fenn'));
  const report = tab.locator('diptych-report section');
  await report.waitFor();
  await report.getByRole('button').click();
  await report.waitFor({ state: 'detached' });
  save(sound.replace('about: fen', 'about: fennn'));
  await report.waitFor();
  await report.focus();
  await tab.keyboard.press('Escape');
  await report.waitFor({ state: 'detached' });
  save(sound);
}));

test('what a fault quotes is text and never markup', () => open(PAGE, { viewport: WIDE }, async (tab, faults) => {
  save(sound.replace('about: fen', 'about: "<img src=x onerror=alert(1)>"'));
  const report = tab.locator('diptych-report section');
  await report.filter({ hasText: '<img src=x' }).waitFor();
  assert.equal(await report.locator('img').count(), 0);
  assertNone(faults);
  save(sound);
  await report.waitFor({ state: 'detached' });
}));

test('a page that is not there yet appears', () => open('soon/', { viewport: WIDE }, async (tab) => {
  const file = path.join(folder, 'content/pages/soon.md');
  writeFileSync(file, '---\ntitle: Soon\n---\nHere it is.\n');
  await tab.getByText('Here it is.').waitFor();
  rmSync(file);
  await tab.getByText('Here it is.').waitFor({ state: 'detached' });
}));

test('a page in the background catches up when it is looked at', () => open(PAGE, { viewport: WIDE }, async (tab) => {
  await tab.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  save(sound.replace(STATEMENT, `Again, ${STATEMENT}`));
  await tab.waitForTimeout(500);
  assert.equal(await tab.getByText('Again, The main').count(), 0, 'a page in the background holds a connection');
  await tab.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => false });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await tab.getByText('Again, The main').first().waitFor({ state: 'attached' });
  save(sound);
  await tab.waitForFunction(() => !document.body.innerText.includes('Again, The main'));
}));

/** Serves a copy of a site; `end` ends the server and takes the copy away. */
async function serve(site, parts) {
  const folder = mkdtempSync(path.join(tmpdir(), 'diptych-serve-'));
  for (const part of parts) cpSync(path.join(site, part), path.join(folder, part), { recursive: true });
  const server = spawn(PROGRAM, ['serve', '--root', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(createInterface(server.stdout), 'line');
  const end = async () => {
    server.kill('SIGINT');
    const [status] = server.exitCode === null ? await once(server, 'exit') : [server.exitCode];
    rmSync(folder, { recursive: true });
    assert.equal(status, 0, 'an interrupt does not end the server well');
  };
  return { folder, root: line.match(/http:\S+\//)[0], end };
}

async function open(address, options, look, origin = root) {
  const context = await browser.newContext(options);
  try {
    const tab = await context.newPage();
    const faults = [];
    tab.on('pageerror', (error) => faults.push(`uncaught error: ${error.message}`));
    tab.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console error: ${message.text()}`);
    });
    await tab.goto(origin + address, { waitUntil: 'load' });
    await look(tab, faults);
  } finally {
    await context.close();
  }
}

function save(text) {
  writeFileSync(path.join(folder, CLAIMS), text);
}

/** The version of the site that a page shows. */
function versionOf(tab) {
  return tab.locator('script[data-version]').getAttribute('data-version');
}

/** In the page: whether it is whole and of another version. */
function isNewer(version) {
  const shown = document.querySelector('script[data-version]')?.getAttribute('data-version');
  return document.readyState === 'complete' && shown !== undefined && shown !== version;
}

/** In the page: the lines in which it differs from what the server sends, but for what scripts add. */
async function differences() {
  const ADDED = '[role="status"], .card-tools, .copying, .tray-way, template[data-tools], diptych-report';
  const html = await fetch(location.href).then((answer) => answer.text());
  const [shown, sent] = [document.cloneNode(true), new DOMParser().parseFromString(html, 'text/html')].map((page) => {
    for (const element of page.querySelectorAll(ADDED)) element.remove();
    for (const filter of page.querySelectorAll('[data-filter]')) filter.replaceChildren(filter.querySelector('template') ?? '');
    page.normalize();
    return page.documentElement.outerHTML.split('\n');
  });
  return shown.flatMap((line, at) => (line === sent[at] ? [] : [`${line} | ${sent[at]}`])).slice(0, 3);
}

/** Waits until a page is whole and has come to rest. */
async function stands(tab) {
  await tab.waitForLoadState('load');
  await tab.evaluate(() => new Promise((rested) => {
    let [last, frames] = [scrollY, 0];
    const look = () => {
      frames = scrollY === last ? frames + 1 : 0;
      last = scrollY;
      if (frames > 10) rested(true);
      else requestAnimationFrame(look);
    };
    look();
  }));
}

/** Waits until a page is whole and holds that something of it stands where it stood. */
async function standsAgain(tab, selector, place) {
  await stands(tab);
  const now = await top(tab, selector);
  assert.ok(Math.abs(now - place) < 2, `${now} and not ${place}`);
}

function openDetails(tab) {
  return tab.locator('details').evaluateAll((all) => all.map((details) => details.open));
}

function top(tab, selector) {
  return tab.locator(selector).evaluate((card) => card.getBoundingClientRect().top);
}

function findProgram() {
  const target = process.env.CARGO_TARGET_DIR ?? path.resolve(import.meta.dirname, '../../target');
  const found = ['release', 'debug'].map((profile) => path.join(target, profile, 'diptych')).find((file) => existsSync(file));
  if (!found) throw new Error('DIPTYCH_PROGRAM has to name the program: build it first');
  return found;
}
