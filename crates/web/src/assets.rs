//! The front end's files, embedded and compressed beforehand. Their names carry a hash of their
//! content, so they are cached for ever.

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// One embedded file.
struct Asset {
    name: &'static str,
    file: &'static str,
    url: &'static str,
    plain: &'static [u8],
    gzip: Option<&'static [u8]>,
    brotli: Option<&'static [u8]>,
}

const ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The content security policy of every page: only our own files, no inline script or style.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; \
     img-src 'self' data: blob:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/// Where a file of the front end is served, by its plain name such as `app.css`. Empty where the
/// front end was not built, so that a template can leave the tag out.
pub fn url(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| asset.url)
}

/// `GET /assets/{file}`.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.file == file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let (bytes, encoding) = best(asset, accepted);
    let mut response = Response::new(Body::from(bytes));
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(asset.file)));
    answer.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    answer.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(encoding) = encoding {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// The smallest form of the file that the client accepts, and that form's name.
fn best(asset: &Asset, accepted: &str) -> (&'static [u8], Option<&'static str>) {
    let takes = |coding: &str| {
        accepted.split(',').any(|part| {
            let mut words = part.split(';').map(str::trim);
            words.next() == Some(coding) && words.next().is_none_or(|q| q != "q=0")
        })
    };
    match (asset.brotli, asset.gzip) {
        (Some(bytes), _) if takes("br") => (bytes, Some("br")),
        (_, Some(bytes)) if takes("gzip") => (bytes, Some("gzip")),
        _ => (asset.plain, None),
    }
}

fn media_type(file: &str) -> &'static str {
    match file.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_to_a_file_with_a_type() {
        assert!(url("app.css").starts_with("/assets/app"));
        assert!(url("no-such-file").is_empty());
        for asset in ASSETS {
            assert_ne!(media_type(asset.file), "application/octet-stream");
        }
    }

    #[test]
    fn a_refused_coding_is_not_sent() {
        let asset = Asset {
            name: "a",
            file: "a.css",
            url: "",
            plain: b"plain",
            gzip: Some(b"gz"),
            brotli: Some(b"br"),
        };
        assert_eq!(best(&asset, "gzip, br;q=0"), (&b"gz"[..], Some("gzip")));
        assert_eq!(best(&asset, "br, gzip"), (&b"br"[..], Some("br")));
        assert_eq!(best(&asset, ""), (&b"plain"[..], None));
    }
}
