// What a page may load and run: its own files only, said by the page itself, and nothing inline.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { openParser } from './markup.js';
import { openStage } from './stage.js';

const stage = await openStage();
after(stage.close);

const parser = await openParser(stage.browser);

for (const kind of new Set(stage.site.pages.map((page) => page.kind))) {
  const pages = stage.site.pages.filter((page) => page.kind === kind);
  test(`${kind}: a strict policy, nothing inline (${pages.length} pages)`, async () => {
    const found = [];
    for (const page of pages) {
      const html = await readFile(path.join(stage.site.folder, page.path), 'utf8');
      found.push(...faultsOf(await parser.read(html)).map((fault) => `${page.path}: ${fault}`));
    }
    assertNone(found);
  });
}

function faultsOf({ policies, policyFirst, inline }) {
  const faults = inline.map((element) => `inline style, script or handler: ${element}`);
  if (policies.length === 0) return [...faults, 'no content security policy'];
  if (!policyFirst) faults.push('the policy stands after something that it should govern');
  const directives = new Map(policies[0].split(';').map((part) => {
    const [name, ...values] = part.trim().split(/\s+/);
    return [name, values];
  }));
  const defaults = directives.get('default-src')?.join(' ');
  if (defaults !== "'none'" && defaults !== "'self'") faults.push(`default-src is \`${defaults ?? 'absent'}\``);
  for (const [name, values] of directives) {
    for (const value of values.filter((value) => !isStrict(name, value))) faults.push(`${name} allows \`${value}\``);
  }
  return faults;
}

function isStrict(directive, value) {
  if (value === 'data:') return directive === 'img-src';
  return ["'none'", "'self'", "'script'"].includes(value);
}
