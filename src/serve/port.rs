use std::io;
use std::net::{TcpListener, ToSocketAddrs};

/// How many ports are tried, from the one that was asked for.
const TRIED: u16 = 20;

/// No port could be had.
#[derive(Debug, thiserror::Error)]
pub enum PortError {
    /// The name of the host leads nowhere.
    #[error("`{host}` is not an address of this machine: {cause}")]
    Host {
        /// The name.
        host: String,
        /// Why.
        cause: io::Error,
    },
    /// Every port that was tried is taken.
    #[error("the ports {first} to {last} are taken; name a free one with `--port`")]
    Taken {
        /// The first that was tried.
        first: u16,
        /// The last that was tried.
        last: u16,
    },
    /// The machine refuses the port.
    #[error("cannot listen at port {port}: {cause}")]
    Refused {
        /// The port.
        port: u16,
        /// Why.
        cause: io::Error,
    },
}

/// Listens at a port of a host, or at the next one that is free; port 0 is any free one.
pub fn listen(host: &str, first: u16) -> Result<TcpListener, PortError> {
    let last = first.saturating_add(TRIED - 1);
    for port in first..=last {
        let addresses = (host, port).to_socket_addrs();
        let mut addresses = addresses.map_err(|cause| PortError::Host {
            host: host.to_owned(),
            cause,
        })?;
        // A name may have several addresses, and a browser tries the first.
        let Some(address) = addresses.next() else {
            let cause = io::Error::from(io::ErrorKind::AddrNotAvailable);
            let host = host.to_owned();
            return Err(PortError::Host { host, cause });
        };
        match TcpListener::bind(address) {
            Ok(listener) => return Ok(listener),
            Err(cause) if cause.kind() == io::ErrorKind::AddrInUse => {}
            Err(cause) if cause.kind() == io::ErrorKind::AddrNotAvailable => {
                let host = host.to_owned();
                return Err(PortError::Host { host, cause });
            }
            Err(cause) => return Err(PortError::Refused { port, cause }),
        }
    }
    Err(PortError::Taken { first, last })
}
