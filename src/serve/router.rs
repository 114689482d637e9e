use super::address::{Asked, asked};
use super::follow::Display;
use super::guard::Guard;
use super::inject::following;
use super::media::media_type;
use super::shell::{OWN, RELOAD, STYLE, shell};
use super::show::Show;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use serde_json::json;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch::Receiver;

/// How often a stream of events without events says that it is still there, by which a page that is gone is noticed.
const STILL_THERE: Duration = Duration::from_secs(15);

/// What the server answers.
pub fn router(display: Receiver<Display>, guard: Arc<Guard>) -> Router {
    Router::new()
        .route(&own("events"), get(events))
        .route(
            &own("reload.js"),
            get(|| async { own_file("reload.js", RELOAD) }),
        )
        .route(
            &own("report.css"),
            get(|| async { own_file("report.css", STYLE) }),
        )
        .fallback(get(page))
        .with_state(display)
        .layer(middleware::from_fn_with_state(guard, guarded))
}

fn own(name: &str) -> String {
    format!("{OWN}{name}")
}

fn own_file(name: &'static str, text: &'static str) -> Response {
    answer(StatusCode::OK, media_type(name), text.into())
}

/// Refuses what is not for this server, and says of every answer that it is for now and for this site alone.
async fn guarded(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let admitted = guard.admit(request.method(), request.uri(), request.headers());
    let mut response = match admitted {
        Ok(()) => next.run(request).await,
        Err(refusal) => {
            let mut response = (refusal.status(), refusal.words()).into_response();
            if refusal.status() == StatusCode::METHOD_NOT_ALLOWED {
                let methods = HeaderValue::from_static("GET, HEAD");
                response.headers_mut().insert(header::ALLOW, methods);
            }
            response
        }
    };
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        let headers = response.headers_mut();
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The version of the site and the notice over it: now, and whenever they change.
async fn events(
    State(display): State<Receiver<Display>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let told = stream::unfold((display, true), |(mut display, is_first)| async move {
        if !is_first {
            // The server ends.
            display.changed().await.ok()?;
        }
        let event = {
            let now = display.borrow_and_update();
            json!({"version": now.version, "notice": now.notice}).to_string()
        };
        Some((Ok(Event::default().data(event)), (display, false)))
    });
    Sse::new(told).keep_alive(KeepAlive::new().interval(STILL_THERE))
}

async fn page(State(display): State<Receiver<Display>>, request: Request) -> Response {
    let Asked::File(file) = asked(request.uri().path()) else {
        return (StatusCode::BAD_REQUEST, "no page can have this address\n").into_response();
    };
    let Display { version, show, .. } = display.borrow().clone();
    let Some(show) = show else {
        let words = "As soon as the content has no errors any more, it appears here.";
        let page = shell("There is no site yet", words, &version);
        return html(StatusCode::SERVICE_UNAVAILABLE, page);
    };
    // To make a page takes a while, in which other requests want to be heard.
    let made = tokio::task::spawn_blocking(move || made(&show, &file, &version)).await;
    made.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// The answer to who asks for a file of the site.
fn made(show: &Show, file: &str, version: &str) -> Response {
    // The page for what is not there leads to where the site will lie, because it may be shown at any depth.
    let base = show.base_path().unwrap_or("/").trim_start_matches('/');
    let below = file.strip_prefix(base).filter(|_| !base.is_empty());
    let found = [Some(file), below].into_iter().flatten().find_map(|file| {
        let found = show.file(file).transpose()?;
        Some(found.map(|bytes| (file, bytes)))
    });
    match found {
        Some(Ok((file, bytes))) if file.ends_with(".html") => {
            let page = String::from_utf8_lossy(&bytes);
            html(StatusCode::OK, following(&page, version))
        }
        Some(Ok((file, bytes))) => answer(
            StatusCode::OK,
            media_type(file),
            Body::from(bytes.into_owned()),
        ),
        Some(Err(error)) => {
            let page = shell("This page cannot be made", &error.to_string(), version);
            html(StatusCode::INTERNAL_SERVER_ERROR, page)
        }
        None => absent(show, file, version),
    }
}

/// The way to a folder that was asked for like a file, or the page for what is not there.
fn absent(show: &Show, file: &str, version: &str) -> Response {
    let name = file.rsplit('/').next().unwrap_or_default();
    let index = format!("{file}/index.html");
    if matches!(show.file(&index), Ok(Some(_))) {
        // Relative, and beginning with a name of the site's own, so it leads nowhere else.
        if let Ok(place) = HeaderValue::from_str(&format!("{name}/")) {
            return (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, place)]).into_response();
        }
    }
    let page = match show.file("404.html") {
        Ok(Some(page)) => following(&String::from_utf8_lossy(&page), version),
        _ => shell(
            "There is no such page",
            "No page of the site has this address.",
            version,
        ),
    };
    html(StatusCode::NOT_FOUND, page)
}

fn html(status: StatusCode, page: String) -> Response {
    answer(status, media_type("index.html"), page.into())
}

fn answer(status: StatusCode, media: &'static str, body: Body) -> Response {
    (status, [(header::CONTENT_TYPE, media)], body).into_response()
}
