// What `diptych check --format sarif` prints is valid SARIF 2.1.0, by the schema of the standard, which a package brings: for
// every kind of fault, for many faults at once and for none. DIPTYCH names the program.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const TESTS = fileURLToPath(new URL('../', import.meta.url));
const PROGRAM = process.env.DIPTYCH ?? join(TESTS, '../target/debug/diptych');

const require = createRequire(import.meta.url);
const Ajv = require('ajv');
const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const isValid = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const scratch = mkdtempSync(join(tmpdir(), 'diptych-sarif-'));
after(() => rmSync(scratch, { recursive: true }));

/** The report on the content below a folder, and whether the content has errors. */
async function report(root) {
  const call = promisify(execFile)(PROGRAM, ['check', '--format', 'sarif', '--root', root], { maxBuffer: 1e8 });
  const { stdout, code } = await call.catch((failure) => failure);
  assert.ok(code === undefined || code === 1, `exit status ${code}`);
  return JSON.parse(stdout);
}

function hold(log, name) {
  isValid(log);
  assert.deepEqual(isValid.errors ?? [], [], name);
}

/** The base with the files of a case laid over it; the form of a case is told in `tests/suite/faults.rs`. */
function laid(name, input) {
  const root = join(scratch, name.replaceAll('/', '+'));
  cpSync(join(TESTS, 'explain/base'), root, { recursive: true });
  if (existsSync(input)) cpSync(input, root, { recursive: true });
  return root;
}

const cases = readdirSync(join(TESTS, 'faults'), { withFileTypes: true })
  .filter((code) => code.isDirectory())
  .flatMap((code) => readdirSync(join(TESTS, 'faults', code.name)).map((name) => `${code.name}/${name}`));

test('each kind of fault', async () => {
  let fixes = 0;
  for (const name of cases) {
    const folder = join(TESTS, 'faults', name);
    const root = laid(name, join(folder, 'input'));
    if (existsSync(join(folder, 'removed.txt'))) {
      const removed = readFileSync(join(folder, 'removed.txt'), 'utf8').trim().split('\n');
      removed.forEach((path) => rmSync(join(root, path)));
    }
    if (existsSync(join(folder, 'generate.txt'))) {
      const [, path, times, text] = /^(\S+) (\d+)\n([^]*)$/.exec(readFileSync(join(folder, 'generate.txt'), 'utf8'));
      const pieces = text.split(/(\\x..)/).map((piece) => Buffer.from(...(piece.startsWith('\\x') ? [piece.slice(2), 'hex'] : [piece])));
      writeFileSync(join(root, path), Buffer.concat(Array(Number(times)).fill(Buffer.concat(pieces))));
    }
    const log = await report(root);
    rmSync(root, { recursive: true });
    hold(log, name);
    const { results } = log.runs[0];
    assert.ok(results.some((result) => result.ruleId === name.split('/')[0]), name);
    fixes += results.filter((result) => result.fixes).length;
  }
  assert.ok(fixes > 20, `${fixes} fixes`);
});

test('many faults at once', async () => {
  const root = laid('many', join(TESTS, 'planted/laid'));
  const claims = join(root, 'content/documents/yearbook/claims.yaml');
  const text = readFileSync(claims, 'utf8').replaceAll('industry/output', 'industry/ouput').replaceAll('kind: fact', 'kind: fcat');
  writeFileSync(claims, text);
  const log = await report(root);
  hold(log, 'many');
  assert.ok(log.runs[0].results.length > 40, `${log.runs[0].results.length} faults`);
});

test('none', async () => {
  const log = await report(laid('none', ''));
  hold(log, 'none');
  assert.deepEqual(log.runs[0].results, []);
});

test('the schema refuses what the standard refuses', async () => {
  const log = await report(laid('spoilt', ''));
  log.runs[0].results.push({ level: 'grave' });
  assert.equal(isValid(log), false);
});
