use super::analyser::Analyser;
use super::workspace::{Open, Workspace};
use super::{action, completion, fault, hover, navigation, rename};
use camino::{Utf8Path, Utf8PathBuf};
use crossbeam_channel::select;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{self as told, Notification as _};
use lsp_types::request::{self as asked, Request as _};
use lsp_types::{
    ClientCapabilities, CodeActionProviderCapability, CompletionOptions,
    DidChangeTextDocumentParams, DidChangeWatchedFilesRegistrationOptions,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, ExecuteCommandOptions,
    ExecuteCommandParams, FileSystemWatcher, GlobPattern, HoverProviderCapability,
    InitializeParams, MessageType, OneOf, Registration, RegistrationParams, RenameOptions,
    ResourceOperationKind, ServerCapabilities, ShowDocumentParams, ShowMessageParams,
    TextDocumentSyncCapability, TextDocumentSyncKind, WorkDoneProgressOptions,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The server had to stop.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A running server.
struct Server<'a> {
    connection: &'a Connection,
    workspace: Workspace,
    analyser: Analyser,
    client: ClientCapabilities,
    /// Files of which the editor was told a fault.
    told: BTreeSet<String>,
    requests: i32,
}

/// Answers an editor over a connection until it says goodbye. A root that is not absolute lies in the folder
/// that the editor opened.
///
/// # Errors
///
/// Where the editor does not keep to the protocol or is gone.
pub fn serve(
    connection: &Connection,
    root: &Utf8Path,
    sources: Option<&Utf8Path>,
) -> Result<(), Failure> {
    let (id, params) = connection.initialize_start()?;
    let params: InitializeParams = serde_json::from_value(params)?;
    let server = json!({"name": "diptych", "version": env!("CARGO_PKG_VERSION")});
    let result = json!({"capabilities": capabilities(), "serverInfo": server});
    connection.initialize_finish(id, result)?;
    let mut server = Server {
        connection,
        workspace: Workspace::new(folder(&params)?.join(root), sources.map(Utf8Path::to_owned)),
        analyser: Analyser::new(),
        client: params.capabilities,
        told: BTreeSet::new(),
        requests: 0,
    };
    server.watch()?;
    server.read()?;
    server.run()
}

fn capabilities() -> ServerCapabilities {
    ServerCapabilities {
        text_document_sync: Some(TextDocumentSyncCapability::Kind(
            TextDocumentSyncKind::INCREMENTAL,
        )),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some([" ", "/", "["].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        })),
        code_action_provider: Some(CodeActionProviderCapability::Simple(true)),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: vec![action::FIND.to_owned()],
            ..ExecuteCommandOptions::default()
        }),
        ..ServerCapabilities::default()
    }
}

/// The folder that the editor opened; else the current one.
fn folder(params: &InitializeParams) -> Result<Utf8PathBuf, Failure> {
    let folders = params.workspace_folders.iter().flatten();
    #[expect(
        deprecated,
        reason = "editors that know no workspace folders send nothing else"
    )]
    let uri = folders
        .map(|it| &it.uri)
        .next()
        .or(params.root_uri.as_ref());
    let path = uri.and_then(|uri| uri.to_file_path().ok());
    let path = path.map_or_else(std::env::current_dir, Ok)?;
    Ok(Utf8PathBuf::try_from(path)?)
}

impl Server<'_> {
    fn run(&mut self) -> Result<(), Failure> {
        loop {
            select! {
                recv(self.connection.receiver) -> message => match message {
                    Ok(Message::Request(request)) => {
                        if self.connection.handle_shutdown(&request)? {
                            return Ok(());
                        }
                        let response = self.answer(request);
                        self.connection.sender.send(response.into())?;
                    }
                    Ok(Message::Notification(message)) => self.hear(message)?,
                    Ok(Message::Response(_)) => {}
                    Err(_) => return Ok(()),
                },
                recv(self.analyser.results) -> found => {
                    found?.keep(&mut self.workspace);
                    for report in fault::reports(&self.workspace, &mut self.told) {
                        self.tell::<told::PublishDiagnostics>(report)?;
                    }
                }
            }
        }
    }

    fn answer(&mut self, request: Request) -> Response {
        self.workspace.refresh();
        let workspace = &self.workspace;
        match request.method.as_str() {
            asked::Completion::METHOD => reply(request, |it: lsp_types::CompletionParams| {
                Ok(completion::complete(workspace, &it.text_document_position))
            }),
            asked::HoverRequest::METHOD => reply(request, |it: lsp_types::HoverParams| {
                Ok(hover::hover(workspace, &it.text_document_position_params))
            }),
            asked::GotoDefinition::METHOD => {
                reply(request, |it: lsp_types::GotoDefinitionParams| {
                    Ok(navigation::definition(
                        workspace,
                        &it.text_document_position_params,
                    ))
                })
            }
            asked::References::METHOD => reply(request, |it: lsp_types::ReferenceParams| {
                let with_definition = it.context.include_declaration;
                let at = &it.text_document_position;
                Ok(navigation::references(workspace, at, with_definition))
            }),
            asked::PrepareRenameRequest::METHOD => {
                reply(request, |it| Ok(rename::prepare(workspace, &it)))
            }
            asked::Rename::METHOD => reply(request, |it: lsp_types::RenameParams| {
                let at = &it.text_document_position;
                rename::rename(workspace, at, &it.new_name, self.may_rename_files())
            }),
            asked::CodeActionRequest::METHOD => {
                reply(request, |it| Ok(action::actions(workspace, &it)))
            }
            asked::ExecuteCommand::METHOD => self.execute(request),
            other => {
                let message = format!("this server knows no `{other}`");
                Response::new_err(request.id, ErrorCode::MethodNotFound as i32, message)
            }
        }
    }

    fn hear(&mut self, message: Notification) -> Result<(), Failure> {
        match message.method.as_str() {
            told::DidOpenTextDocument::METHOD => {
                let it: DidOpenTextDocumentParams = serde_json::from_value(message.params)?;
                let document = it.text_document;
                let (text, version) = (document.text, document.version);
                if let Some(path) = self.workspace.path(&document.uri) {
                    self.workspace.open(path, Open { text, version });
                }
            }
            told::DidChangeTextDocument::METHOD => {
                let it: DidChangeTextDocumentParams = serde_json::from_value(message.params)?;
                let version = it.text_document.version;
                if let Some(path) = self.workspace.path(&it.text_document.uri) {
                    for change in it.content_changes {
                        self.workspace
                            .change(&path, change.range, &change.text, version);
                    }
                }
            }
            told::DidCloseTextDocument::METHOD => {
                let it: DidCloseTextDocumentParams = serde_json::from_value(message.params)?;
                if let Some(path) = self.workspace.path(&it.text_document.uri) {
                    self.workspace.close(&path);
                }
                return self.read();
            }
            told::DidSaveTextDocument::METHOD | told::DidChangeWatchedFiles::METHOD => {
                return self.read();
            }
            _ => return Ok(()),
        }
        self.analyser.ask(&self.workspace);
        Ok(())
    }

    /// Reads what is on disk; where the machine does not let it be read, what was known stays.
    fn read(&mut self) -> Result<(), Failure> {
        match self.workspace.read() {
            Ok(()) => {
                self.analyser.ask(&self.workspace);
                // Before anybody asks, so that the first question waits for nothing.
                self.workspace.refresh();
            }
            Err(error) => self.message(MessageType::ERROR, error.to_string())?,
        }
        Ok(())
    }

    /// Asks the editor to tell when a file changes on disk.
    fn watch(&mut self) -> Result<(), Failure> {
        let workspace = self.client.workspace.as_ref();
        let watched = workspace.and_then(|it| it.did_change_watched_files.as_ref());
        if watched.and_then(|it| it.dynamic_registration) != Some(true) {
            return Ok(());
        }
        let globs = ["**/content/**", "**/sources/*"].map(|glob| FileSystemWatcher {
            glob_pattern: GlobPattern::String(glob.to_owned()),
            kind: None,
        });
        let watchers = globs.to_vec();
        let options = DidChangeWatchedFilesRegistrationOptions { watchers };
        let registration = Registration {
            id: "files".to_owned(),
            method: told::DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: Some(serde_json::to_value(options)?),
        };
        let registrations = vec![registration];
        self.ask::<asked::RegisterCapability>(RegistrationParams { registrations })
    }

    fn can_show(&self) -> bool {
        let window = self.client.window.as_ref();
        let show = window.and_then(|it| it.show_document.as_ref());
        show.is_some_and(|it| it.support)
    }

    fn may_rename_files(&self) -> bool {
        let workspace = self.client.workspace.as_ref();
        let edit = workspace.and_then(|it| it.workspace_edit.as_ref());
        let operations = edit.and_then(|it| it.resource_operations.as_ref());
        operations.is_some_and(|it| it.contains(&ResourceOperationKind::Rename))
    }

    /// Shows the place of a quotation in its source, or says why there is none.
    fn execute(&mut self, request: Request) -> Response {
        let id = request.id.clone();
        let mut found = None;
        let workspace = &self.workspace;
        let response = reply(request, |it: ExecuteCommandParams| {
            let at = it.arguments.into_iter().next().unwrap_or_default();
            let at = serde_json::from_value(at).map_err(|error| error.to_string())?;
            found = Some(action::find(workspace, &at));
            Ok(Value::Null)
        });
        let shown = match found {
            None => return response,
            Some(Ok(place)) if self.can_show() => {
                self.ask::<asked::ShowDocument>(ShowDocumentParams {
                    uri: place.uri,
                    external: None,
                    take_focus: Some(true),
                    selection: Some(place.range),
                })
            }
            Some(Ok(place)) => {
                let line = place.range.start.line + 1;
                let words = format!("the words stand in line {line} of {}", place.uri.path());
                self.message(MessageType::INFO, words)
            }
            Some(Err(words)) => self.message(MessageType::INFO, words),
        };
        match shown {
            Ok(()) => response,
            Err(error) => Response::new_err(id, ErrorCode::InternalError as i32, error.to_string()),
        }
    }

    fn message(&self, typ: MessageType, message: String) -> Result<(), Failure> {
        self.tell::<told::ShowMessage>(ShowMessageParams { typ, message })
    }

    fn tell<N: told::Notification>(&self, params: N::Params) -> Result<(), Failure>
    where
        N::Params: Serialize,
    {
        let message = Notification::new(N::METHOD.to_owned(), params);
        Ok(self.connection.sender.send(message.into())?)
    }

    fn ask<R: asked::Request>(&mut self, params: R::Params) -> Result<(), Failure>
    where
        R::Params: Serialize,
    {
        self.requests += 1;
        let request = Request::new(self.requests.into(), R::METHOD.to_owned(), params);
        Ok(self.connection.sender.send(request.into())?)
    }
}

/// Answers a request, with the words of a refusal where there is one.
fn reply<P: DeserializeOwned, R: Serialize>(
    request: Request,
    answer: impl FnOnce(P) -> Result<R, String>,
) -> Response {
    let params = serde_json::from_value(request.params).map_err(|error| error.to_string());
    match params.and_then(answer) {
        Ok(result) => Response::new_ok(request.id, result),
        Err(message) => Response::new_err(request.id, ErrorCode::RequestFailed as i32, message),
    }
}
