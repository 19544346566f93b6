//! The listener: connections, time limits, a calm end.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::extract::ConnectInfo;
use domain::Crewdesk;
use http::{HeaderValue, StatusCode, Version, header};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::server::TlsStream;
use tokio_util::either::Either;

use crate::router::Site;
use crate::state::{AppState, WebConfig};

/// A head or a handshake that has not arrived after this long ends the connection (SECURITY.md R7).
const HEAD: Duration = Duration::from_secs(10);
/// After the end was asked for, requests are still taken for so long: what was sent before may not have been
/// read yet, and closing its connection would reset it (SECURITY.md R12).
const LINGER: Duration = Duration::from_millis(250);
/// Requests in flight may take this long after the end was asked for (SECURITY.md R12).
const FAREWELL: Duration = Duration::from_secs(10);

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

/// Serves until `shutdown` is done, then lets requests in flight finish.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    config: WebConfig,
    crewdesk: Crewdesk,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send,
) -> std::io::Result<()> {
    record_metrics();
    let tls = config.tls.clone();
    let state = AppState::new(crewdesk, config);
    let door = Door {
        builder: builder(),
        connections: GracefulShutdown::new(),
        site: Site::new(state.clone()),
        ending: Arc::new(AtomicBool::new(false)),
        tls,
    };
    door.accept(&listener, shutdown).await;
    state.hub().close();
    door.ending.store(true, Ordering::Relaxed);
    door.accept(&listener, tokio::time::sleep(LINGER)).await;
    drop(listener);
    if tokio::time::timeout(FAREWELL, door.connections.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time");
    }
    Ok(())
}

fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(64 * 1024);
    builder.http2().timer(TokioTimer::new()).max_concurrent_streams(128);
    builder
}

/// Where connections come in.
struct Door {
    builder: Builder<TokioExecutor>,
    connections: GracefulShutdown,
    site: Site,
    /// From now on each answer is the last on its connection.
    ending: Arc<AtomicBool>,
    tls: Option<watch::Receiver<Arc<ServerConfig>>>,
}

impl Door {
    /// Takes connections until `enough`.
    async fn accept(&self, listener: &TcpListener, enough: impl Future<Output = ()> + Send) {
        let mut enough = std::pin::pin!(enough);
        loop {
            tokio::select! {
                () = &mut enough => return,
                accepted = listener.accept() => match accepted {
                    Ok((stream, peer)) => self.connect(stream, peer),
                    // Out of descriptors, most likely: wait for some to come back.
                    Err(error) => {
                        tracing::warn!(%error, "a connection could not be accepted");
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                },
            }
        }
    }

    fn connect(&self, stream: TcpStream, peer: SocketAddr) {
        // Small answers must not wait for more to come.
        let _ = stream.set_nodelay(true);
        let (site, ending) = (self.site.clone(), Arc::clone(&self.ending));
        let service = hyper::service::service_fn(move |mut request: hyper::Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            // HTTP/2 tells the end in its own way.
            let tells = request.version() <= Version::HTTP_11;
            let answer = site.clone().answer(request.map(axum::body::Body::new));
            let ending = Arc::clone(&ending);
            async move {
                let mut answer = answer.await;
                // What was too long is not read to its end, and nothing can follow it.
                let cut = answer.status() == StatusCode::PAYLOAD_TOO_LARGE;
                if tells && (cut || ending.load(Ordering::Relaxed)) {
                    let close = HeaderValue::from_static("close");
                    answer.headers_mut().insert(header::CONNECTION, close);
                }
                Ok::<_, Infallible>(answer)
            }
        });
        let tls = self.tls.as_ref().map(|tls| TlsAcceptor::from(Arc::clone(&tls.borrow())));
        let (builder, connections) = (self.builder.clone(), self.connections.watcher());
        tokio::spawn(async move {
            let stream = match open(stream, tls).await {
                Ok(stream) => TokioIo::new(stream),
                Err(error) => return tracing::debug!(%error, "nothing to talk over"),
            };
            let connection = builder.serve_connection(stream, service).into_owned();
            if let Err(error) = connections.watch(connection).await {
                tracing::debug!(%error, "a connection ended");
            }
        });
    }
}

/// What is talked over: encrypted where there is a certificate.
async fn open(
    stream: TcpStream,
    tls: Option<TlsAcceptor>,
) -> std::io::Result<Either<TcpStream, TlsStream<TcpStream>>> {
    let Some(tls) = tls else { return Ok(Either::Left(stream)) };
    Ok(Either::Right(tokio::time::timeout(HEAD, tls.accept(stream)).await??))
}

/// One recorder serves the process; a second server in it (a test's) shares it.
fn record_metrics() {
    if METRICS.get().is_none()
        && let Ok(handle) = PrometheusBuilder::new().install_recorder()
    {
        let _ = METRICS.set(handle);
    }
}

/// The figures as Prometheus reads them.
pub(crate) fn metrics_text() -> Option<String> {
    METRICS.get().map(PrometheusHandle::render)
}
