use axum::http::{HeaderMap, HeaderName, Method, StatusCode, Uri, header, uri::Authority};
use std::net::IpAddr;

/// Who may ask: only pages of this server, and who types its address.
///
/// A page of a stranger can have its own name lead to this machine, and would then read the site like its own; its
/// name still stands in the `Host` of each request.
#[derive(Clone, Debug)]
pub struct Guard {
    /// The name that the server was given to listen at.
    host: String,
    /// Whether it listens to other machines too, which reach it by an address that it need not know.
    is_open: bool,
}

/// A request that is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing can be changed here.
    Method,
    /// A request names one host.
    NoHost,
    /// The host is another one.
    ForeignHost,
    /// A page of another site asks.
    ForeignOrigin,
}

impl Refusal {
    /// The status of the answer.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::NoHost => StatusCode::BAD_REQUEST,
            Self::ForeignHost => StatusCode::MISDIRECTED_REQUEST,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
        }
    }

    /// What the answer says.
    pub fn words(self) -> &'static str {
        match self {
            Self::Method => "only GET and HEAD are answered here\n",
            Self::NoHost => "a request has to name one host\n",
            Self::ForeignHost => {
                "this is not that host; name it with `--host` if the server shall answer to it\n"
            }
            Self::ForeignOrigin => "pages of another site are not answered\n",
        }
    }
}

impl Guard {
    /// Guards a server that listens at a host, which is or leads to this address.
    pub fn new(host: &str, address: IpAddr) -> Self {
        Self {
            host: host.to_ascii_lowercase(),
            is_open: !address.is_loopback(),
        }
    }

    /// Looks at a request before anything is done for it.
    ///
    /// # Errors
    ///
    /// Where it is refused.
    pub fn admit(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<(), Refusal> {
        if method != Method::GET && method != Method::HEAD {
            return Err(Refusal::Method);
        }
        let host = only(headers, &header::HOST).ok_or(Refusal::NoHost)?;
        let host: Authority = host.parse().map_err(|_| Refusal::NoHost)?;
        let named = [Some(&host), uri.authority()];
        if !named.into_iter().flatten().all(|it| self.is_own(it)) {
            return Err(Refusal::ForeignHost);
        }
        let is_own_page = |origin: &str| origin == format!("http://{host}");
        let is_asked = headers.contains_key(header::ORIGIN);
        if is_asked && !only(headers, &header::ORIGIN).is_some_and(is_own_page) {
            return Err(Refusal::ForeignOrigin);
        }
        Ok(())
    }

    /// Whether a name leads here by itself. The port is left out of it: a tunnel or a container may have another,
    /// and no stranger's page comes by it.
    fn is_own(&self, authority: &Authority) -> bool {
        let name = authority.host().to_ascii_lowercase();
        let has_user = authority.as_str().contains('@');
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let is_address = bare
            .parse::<IpAddr>()
            // Nobody else can own a number, so who asks by one means this machine.
            .is_ok_and(|address| address.is_loopback() || self.is_open);
        !has_user && (name == "localhost" || is_address || name == self.host || bare == self.host)
    }
}

/// The value of a header that stands once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(
        guard: &Guard,
        method: &str,
        uri: &str,
        headers: &[(&str, &str)],
    ) -> Option<Refusal> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let name: HeaderName = name.parse().unwrap();
            map.append(name, value.parse().unwrap());
        }
        let verdict = guard.admit(&method.parse().unwrap(), &uri.parse().unwrap(), &map);
        verdict.err()
    }

    #[test]
    fn only_this_server_is_answered_for() {
        let guard = Guard::new("127.0.0.1", [127, 0, 0, 1].into());
        for host in [
            "localhost",
            "LOCALHOST:4000",
            "127.0.0.1:4000",
            "127.0.0.1:9",
            "[::1]:4000",
            "127.1.2.3",
        ] {
            assert_eq!(
                verdict(&guard, "GET", "/", &[("host", host)]),
                None,
                "{host}"
            );
        }
        for host in [
            "evil.example",
            "evil.example:4000",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "192.168.0.9",
            "0.0.0.0",
            "localhost@evil.example",
            "evil@localhost",
            "127.0.0.1.",
            "2130706433",
        ] {
            let found = verdict(&guard, "GET", "/", &[("host", host)]);
            assert_eq!(found, Some(Refusal::ForeignHost), "{host}");
        }
        for headers in [
            &[][..],
            &[("host", "")],
            &[("host", "localhost"), ("host", "evil.example")],
            &[("host", "a b")],
        ] {
            assert_eq!(
                verdict(&guard, "GET", "/", headers),
                Some(Refusal::NoHost),
                "{headers:?}"
            );
        }
        let found = verdict(
            &guard,
            "GET",
            "http://evil.example/",
            &[("host", "localhost")],
        );
        assert_eq!(found, Some(Refusal::ForeignHost));
    }

    #[test]
    fn only_own_pages_are_answered() {
        let guard = Guard::new("127.0.0.1", [127, 0, 0, 1].into());
        let from = |origin: &str| {
            verdict(
                &guard,
                "GET",
                "/",
                &[("host", "localhost:4000"), ("origin", origin)],
            )
        };
        assert_eq!(from("http://localhost:4000"), None);
        for origin in [
            "null",
            "",
            "http://evil.example",
            "https://localhost:4000",
            "http://localhost:4001",
            "http://localhost",
            "http://localhost:4000.evil.example",
            "http://127.0.0.1:4000",
        ] {
            assert_eq!(from(origin), Some(Refusal::ForeignOrigin), "{origin}");
        }
    }

    #[test]
    fn nothing_can_be_changed() {
        let guard = Guard::new("127.0.0.1", [127, 0, 0, 1].into());
        for method in [
            "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE", "PROPFIND", "get",
        ] {
            let found = verdict(&guard, method, "/", &[("host", "localhost")]);
            assert_eq!(found, Some(Refusal::Method), "{method}");
        }
        assert_eq!(verdict(&guard, "HEAD", "/", &[("host", "localhost")]), None);
    }

    #[test]
    fn an_open_server_answers_by_number_and_by_its_name() {
        let guard = Guard::new("desk.lan", [192, 168, 0, 9].into());
        for host in [
            "desk.lan:4000",
            "Desk.LAN",
            "192.168.0.9:4000",
            "localhost",
            "[fe80::1]",
        ] {
            assert_eq!(
                verdict(&guard, "GET", "/", &[("host", host)]),
                None,
                "{host}"
            );
        }
        let found = verdict(&guard, "GET", "/", &[("host", "evil.example")]);
        assert_eq!(found, Some(Refusal::ForeignHost));
    }
}
