//! What may become somebody's photo (SPEC USR-4; SECURITY.md S11).

use std::io::Cursor;
use std::time::{Duration, Instant};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use reqwest::Method;
use testkit::app::{Answer, TestApp, read};

use crate::unchanged::refused;

const SVG: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// A picture in which no two neighbours are of one colour, so that its file is long enough to be cut.
fn painted(format: ImageFormat) -> Vec<u8> {
    let speck =
        |x: u32, y: u32| Rgb([x * 7 % 251, y * 11 % 251, x * y % 251].map(|part| part as u8));
    file(&RgbImage::from_fn(120, 160, speck).into(), format)
}

/// A picture of one colour, whose file is far smaller than what it becomes in memory.
fn plain(width: u32, height: u32) -> Vec<u8> {
    file(&DynamicImage::new_luma8(width, height), ImageFormat::Png)
}

async fn put(app: &TestApp, file: Vec<u8>) -> Answer {
    let path = format!("/api/v1/users/{}/photo", app.olga.user_id);
    read(app.olga.call(Method::PUT, &path).header("content-type", "image/png").body(file)).await
}

/// The file must be refused for this reason, and soon.
async fn refuses(app: &TestApp, what: &str, file: Vec<u8>, wanted: &str) {
    let began = Instant::now();
    refused(app, put(app, file), wanted).await;
    assert!(began.elapsed() < Duration::from_secs(2), "{what} took long");
}

db::on_both! {
    async fn s11_only_pictures_of_a_sane_size_become_photos(db: TestDb) {
        let app = TestApp::new(db).await;
        let (foreign, large) = ("422 invalid /photo=photo_format", "422 invalid /photo=photo_too_large");
        refuses(&app, "a drawing that runs", SVG.to_vec(), foreign).await;
        refuses(&app, "nothing", Vec::new(), foreign).await;
        refuses(&app, "a GIF", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), foreign).await;
        let bomb = plain(10_000, 10_000);
        assert!(bomb.len() < 1 << 20, "the file itself is small: {}", bomb.len());
        refuses(&app, "100,000,000 pixels", bomb, large).await;
        refuses(&app, "30,000 pixels wide", plain(30_000, 1), large).await;
        refuses(&app, "30,000 pixels high", plain(1, 30_000), large).await;
        refuses(&app, "a file over 2 MiB", vec![0; (2 << 20) + 1], large).await;
        assert_eq!(put(&app, plain(4096, 1)).await.status, 200, "the longest side");
    }

    async fn s11_a_picture_that_is_cut_short_becomes_no_photo(db: TestDb) {
        let app = TestApp::new(db).await;
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let whole = painted(format);
            let half = whole[..whole.len() / 2].to_vec();
            refuses(&app, &format!("half a {format:?}"), half, "422 invalid /photo=photo_unreadable").await;
            assert_eq!(put(&app, whole).await.status, 200, "the whole {format:?}");
        }
    }

    async fn s11_a_preview_inside_a_picture_is_not_taken_for_its_end(db: TestDb) {
        let app = TestApp::new(db).await;
        let (picture, preview) = (painted(ImageFormat::Jpeg), file(&DynamicImage::new_rgb8(8, 8), ImageFormat::Jpeg));
        let length = u16::try_from(preview.len() + 2).unwrap().to_be_bytes();
        let (begin, rest) = picture.split_at(2);
        let whole = [begin, &[0xff, 0xe1], &length, &preview, rest].concat();
        let cut = whole[..whole.len() - 100].to_vec();
        refuses(&app, "all but its end", cut, "422 invalid /photo=photo_unreadable").await;
        let followed = [&whole[..], b"what a telephone adds"].concat();
        assert_eq!(put(&app, followed).await.status, 200);
    }
}
