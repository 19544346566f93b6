//! The certificate with which the server speaks TLS (ASVS 5.0, 12.1.1).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ALL_VERSIONS, ServerConfig};

/// Where the certificate and its key stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TlsFiles {
    certificate: PathBuf,
    key: PathBuf,
}

impl TlsFiles {
    /// Both settings or neither.
    ///
    /// # Errors
    /// One sentence that names the missing one.
    pub(super) fn of(certificate: Option<String>, key: Option<String>) -> Result<Option<Self>> {
        match (certificate, key) {
            (Some(certificate), Some(key)) => {
                Ok(Some(Self { certificate: certificate.into(), key: key.into() }))
            }
            (None, None) => Ok(None),
            (Some(_), None) => bail!(
                "CREWDESK_TLS_KEY is missing: name the file with the key of CREWDESK_TLS_CERTIFICATE"
            ),
            (None, Some(_)) => bail!(
                "CREWDESK_TLS_CERTIFICATE is missing: name the file with the certificate of CREWDESK_TLS_KEY"
            ),
        }
    }

    /// The certificate and its chain, the server's own first.
    ///
    /// # Errors
    /// One sentence that names the setting and the file.
    pub(crate) fn chain(&self) -> Result<Vec<CertificateDer<'static>>> {
        let wrong = || wrong("CREWDESK_TLS_CERTIFICATE", &self.certificate, "a certificate");
        let chain = CertificateDer::pem_file_iter(&self.certificate).with_context(wrong)?;
        let chain = chain.collect::<Result<Vec<_>, _>>().with_context(wrong)?;
        if chain.is_empty() {
            bail!(wrong());
        }
        Ok(chain)
    }

    /// How the server answers handshakes, read from the files.
    ///
    /// # Errors
    /// One sentence that names the setting and the file.
    pub(crate) fn read(&self) -> Result<Arc<ServerConfig>> {
        let key = PrivateKeyDer::from_pem_file(&self.key)
            .with_context(|| wrong("CREWDESK_TLS_KEY", &self.key, "a private key"))?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_protocol_versions(ALL_VERSIONS)?
            .with_no_client_auth()
            .with_single_cert(self.chain()?, key)
            .context("CREWDESK_TLS_KEY is not the key of CREWDESK_TLS_CERTIFICATE: name the files that belong together")?;
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Arc::new(config))
    }
}

fn wrong(setting: &str, file: &Path, what: &str) -> String {
    format!(
        "{setting} is {}, which can't be read: name a file with {what} in PEM that the user who runs Crewdesk may read",
        file.display()
    )
}
