//! A port that stays a test's own while nobody listens at it.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use tokio::net::{TcpListener, TcpSocket};

/// A port of this machine that the operating system gives to nobody else, neither to a listener nor to
/// an outgoing connection. Connections to it are refused until somebody listens at it.
///
/// A port that was merely free a moment ago may be another test's by the time a part is started again.
pub struct Port {
    address: SocketAddr,
    /// Bound, and never listening: Linux then lets another socket that reuses addresses bind and listen.
    _held: TcpSocket,
}

impl Port {
    /// Takes one.
    ///
    /// # Panics
    ///
    /// When there is none left.
    pub fn reserve() -> Self {
        let held = bound(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).expect("a port is free");
        Self {
            address: held.local_addr().expect("the socket is bound"),
            _held: held,
        }
    }

    /// Its address.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Listens at it.
    ///
    /// # Panics
    ///
    /// When somebody does already.
    pub fn listen(&self) -> TcpListener {
        bound(self.address)
            .and_then(|socket| socket.listen(1024))
            .expect("nobody else has the port")
    }
}

fn bound(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}
