// A small client of yaml-language-server, with the settings that the repository gives VS Code.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SERVER = fileURLToPath(new URL('node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url));
const PATIENCE = 30_000;

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Starts the server; `diagnose` and `complete` open a text, which need not be on disk, at a path that was not opened yet. */
export async function startServer() {
  const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map();
  const reports = new Map();
  let lastId = 0;
  let configured;

  read(server.stdout, (message) => {
    if (message.method === 'workspace/configuration') {
      const result = message.params.items.map((item) => (item.section === 'yaml' ? settings() : null));
      send({ id: message.id, result });
      configured();
    } else if (message.method === 'textDocument/publishDiagnostics') {
      reports.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method && message.id !== undefined) {
      send({ id: message.id, result: null });
    } else if (message.id !== undefined) {
      answers.get(message.id)?.(message);
    }
  });

  function send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  async function request(method, params) {
    lastId += 1;
    const id = lastId;
    const answer = await within(method, (resolve) => {
      answers.set(id, resolve);
      send({ id, method, params });
    });
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result;
  }

  async function diagnose(path, text) {
    const uri = uriOf(path);
    const diagnostics = await within(path, (resolve) => {
      reports.set(uri, resolve);
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    });
    reports.delete(uri);
    return diagnostics;
  }

  async function complete(path, text, position) {
    await diagnose(path, text);
    const list = await request('textDocument/completion', { textDocument: { uri: uriOf(path) }, position });
    return list.items;
  }

  async function stop() {
    await request('shutdown', null);
    send({ method: 'exit' });
  }

  const rootUri = pathToFileURL(ROOT).href;
  await request('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'root' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
  });
  await within('the settings', (resolve) => {
    configured = resolve;
    send({ method: 'initialized', params: {} });
  });
  return { diagnose, complete, stop };
}

/** What `.vscode/settings.json` says of YAML. */
export function settings() {
  const file = JSON.parse(readFileSync(new URL('../../.vscode/settings.json', import.meta.url), 'utf8'));
  const entries = Object.entries(file).filter(([key]) => key.startsWith('yaml.'));
  const own = Object.fromEntries(entries.map(([key, value]) => [key.slice('yaml.'.length), value]));
  return { validate: true, completion: true, hover: true, schemaStore: { enable: false }, ...own };
}

function uriOf(path) {
  return pathToFileURL(ROOT + path).href;
}

function within(what, begin) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms: ${what}`)), PATIENCE);
    begin((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

/** Takes messages apart as they come: a header with their length, an empty line, JSON. */
function read(stream, take) {
  let buffer = Buffer.alloc(0);
  stream.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head).toString())[1]);
      const end = head + 4 + length;
      if (buffer.length < end) return;
      const body = buffer.subarray(head + 4, end).toString();
      buffer = buffer.subarray(end);
      take(JSON.parse(body));
    }
  });
}
