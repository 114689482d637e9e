// Starts `diptych lsp` for the folder that is open, and stops it with the window.

const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

exports.activate = () => {
  const [command, ...before] = workspace.getConfiguration('diptych').get('command');
  const folder = workspace.workspaceFolders[0].uri.fsPath;
  const server = { command, args: [...before, 'lsp'], options: { cwd: folder } };
  const documentSelector = ['content/**/*.yaml', 'content/**/*.md'].map((pattern) => ({
    scheme: 'file',
    pattern: `${folder.replaceAll('\\', '/')}/${pattern}`,
  }));
  client = new LanguageClient('diptych', 'Diptych', server, { documentSelector });
  return client.start();
};

exports.deactivate = () => client?.stop();
