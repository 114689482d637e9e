// The schemas, as an editor sees them: the content has no fault, each planted fault is told, keys and words are offered.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { ROOT, settings, startServer } from './client.js';

const server = await startServer();
after(server.stop);

const folders = ['content', 'tests/golden/content'];
const files = folders.flatMap((folder) =>
  readdirSync(ROOT + folder, { recursive: true })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => `${folder}/${path}`),
);

test('there is content of every kind', () => {
  for (const folder of folders) {
    const own = files.filter((path) => path.startsWith(`${folder}/`));
    for (const kind of ['site.yaml', 'themes/', 'voices/', 'terms/', 'document.yaml', 'claims.yaml']) {
      assert.ok(own.some((path) => path.includes(kind)), `${folder} has no ${kind}`);
    }
  }
});

// The server waits a moment before each report; all at once wait once.
const reports = files.map((path) => server.diagnose(path, readFileSync(ROOT + path, 'utf8')));
for (const [at, path] of files.entries()) {
  test(`no fault in ${path}`, async () => assert.deepEqual((await reports[at]).map(told), []));
}

// Each file begins with the path at which it is opened and with what has to be told, at which line.
for (const name of readdirSync(new URL('faults/', import.meta.url))) {
  test(`the fault is told: ${name}`, async () => {
    const text = readFileSync(new URL(`faults/${name}`, import.meta.url), 'utf8');
    const [, path, wanted] = /^# in (\S+)\n# (\d+: .*)\n/.exec(text);
    const diagnostics = await server.diagnose(`faults/${name}/${path}`, text);
    const found = diagnostics.map(told);
    assert.deepEqual(found, [wanted]);
  });
}

const offers = [
  ['a key', 'content/voices/new.yaml', 'na', 'name', 'Good: `Widget Institute`'],
  ['a key of a claim', 'content/documents/new/claims.yaml', '- id: a\n  hor', 'horizon', 'falls due'],
  ['a word', 'content/voices/new.yaml', 'sector: ', 'state-research', 'Research under a government.'],
  ['a warning', 'content/themes/new.yaml', 'allow:\n  sing', 'single-source-theme', 'from one document'],
];
for (const [what, path, text, label, words] of offers) {
  test(`completes ${what}`, async () => {
    const lines = text.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1).length };
    const items = await server.complete(`offers/${label}/${path}`, text, position);
    const item = items.find((it) => it.label === label);
    assert.ok(item, `not among ${items.map((it) => it.label)}`);
    assert.match(JSON.stringify(item.documentation), new RegExp(words.replace('.', '\\.')));
  });
}

test('every schema belongs to files', () => {
  const mapped = Object.keys(settings().schemas).sort();
  // Front matter stands inside Markdown, where the server does not look.
  const written = readdirSync(`${ROOT}.vscode/schema`).filter((name) => !name.startsWith('page.'));
  assert.deepEqual(mapped, written.map((name) => `.vscode/schema/${name}`).sort());
});

function told({ range, message }) {
  return `${range.start.line + 1}: ${message.replaceAll('\n', ' ')}`;
}
