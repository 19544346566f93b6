//! Pictures that a telephone reads.

use qrcode::{Color, EcLevel, QrCode};

/// A QR code, to be drawn as one path.
#[derive(Debug, Clone)]
pub struct Qr {
    /// Width and height with the quiet border.
    pub size: usize,
    /// The dark squares.
    pub path: String,
}

/// How wide the border is that readers need around it.
const QUIET: usize = 4;

impl Qr {
    /// The picture of a text; none where it is too long for one.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let mut path = String::new();
        for (n, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                let (x, y) = (n % width + QUIET, n / width + QUIET);
                path.push_str(&format!("M{x} {y}h1v1h-1z"));
            }
        }
        Some(Self { size: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::Qr;

    #[test]
    fn a_picture_has_its_three_corners_and_a_border() {
        let qr = Qr::of("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ").unwrap();
        assert!(qr.size >= 29 && qr.path.starts_with("M4 4h1v1h-1z"), "{}", qr.path);
        assert!(Qr::of(&"x".repeat(5000)).is_none());
    }
}
