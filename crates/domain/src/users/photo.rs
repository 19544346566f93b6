//! Photos (SPEC USR-4): cropped square, re-encoded without metadata, in two sizes.

use std::io::Cursor;

use db::params;
use image::{
    DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, imageops::FilterType,
};
use kernel::ids::UserId;
use kernel::{Code, Error, Result};

use super::find::find;
use super::self_service::find_to_edit;
use super::store;
use super::suspend::subject;
use super::table::{DROP_PHOTO, LARGE_PHOTO, PUT_PHOTO, SMALL_PHOTO, User};
use crate::access::Action;
use crate::audit::Event;
use crate::cx::Cx;
use crate::settings::Key;

/// Largest file taken, in bytes (SECURITY.md S11).
pub const LARGEST_FILE: usize = 2 * 1024 * 1024;
/// Longest side taken, in pixels, checked before decoding.
const LONGEST_SIDE: u32 = 4096;
/// Sides of the two sizes, in pixels.
const SIDES: (u32, u32) = (512, 96);

/// A photo ready to be stored: two JPEG files.
#[derive(Debug, Clone)]
pub struct Photo {
    large: Vec<u8>,
    small: Vec<u8>,
}

/// Which size is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// For the person's own page and customers.
    Large,
    /// For lists.
    Small,
}

/// Reads an uploaded file; takes long, so it is called outside any transaction and off the runtime thread.
///
/// # Errors
/// [`Error::Invalid`] with the pointer `photo`: not a JPEG, PNG or WebP, too large, or damaged.
pub fn read(file: &[u8]) -> Result<Photo> {
    let refuse = |code| Error::field("photo", code);
    if file.len() > LARGEST_FILE {
        return Err(refuse(Code::PhotoTooLarge));
    }
    let reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(|_| refuse(Code::PhotoFormat))?;
    let known =
        matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP));
    if !known {
        return Err(refuse(Code::PhotoFormat));
    }
    if reader.format() == Some(ImageFormat::Jpeg) && !is_whole(file) {
        return Err(refuse(Code::PhotoUnreadable));
    }
    let mut reader = reader;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(128 * 1024 * 1024);
    reader.limits(limits);
    let unreadable = |error: image::ImageError| match error {
        image::ImageError::Limits(_) => refuse(Code::PhotoTooLarge),
        _ => refuse(Code::PhotoUnreadable),
    };
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if width > LONGEST_SIDE || height > LONGEST_SIDE {
        return Err(refuse(Code::PhotoTooLarge));
    }
    let turned = decoder.orientation().map_err(unreadable)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    picture.apply_orientation(turned);
    let square = crop_square(&picture);
    Ok(Photo { large: encode(&square, SIDES.0)?, small: encode(&square, SIDES.1)? })
}

/// Whether a JPEG file goes on to its end mark: where it is cut short, the decoder makes the rest grey.
fn is_whole(file: &[u8]) -> bool {
    let is_mark = |two: &[u8]| matches!(two, [0xff, 0x02..=0xcf | 0xd9..=0xfe]);
    let mut rest = file;
    while let Some(at) = rest.windows(2).position(is_mark) {
        match rest.get(at + 1..) {
            Some([0xd9, ..]) => return true,
            Some([_, part @ ..]) => rest = behind(part),
            _ => return false,
        }
    }
    false
}

/// What follows a part of a JPEG file that begins with its length.
fn behind(part: &[u8]) -> &[u8] {
    let [high, low, ..] = part else { return &[] };
    part.get(usize::from(u16::from_be_bytes([*high, *low]))..).unwrap_or_default()
}

fn crop_square(picture: &DynamicImage) -> DynamicImage {
    let side = picture.width().min(picture.height());
    let left = (picture.width() - side) / 2;
    // Faces are nearer the top than the middle of a portrait.
    let top = (picture.height() - side) / 3;
    picture.crop_imm(left, top, side, side)
}

fn encode(square: &DynamicImage, side: u32) -> Result<Vec<u8>> {
    let side = side.min(square.width());
    let scaled =
        DynamicImage::ImageRgb8(square.resize_exact(side, side, FilterType::Triangle).to_rgb8());
    let mut file = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, 85);
    scaled.write_with_encoder(encoder).map_err(Error::internal)?;
    Ok(file)
}

/// Stores a photo.
///
/// # Errors
/// As for every verb on a person.
pub async fn put(cx: &mut Cx<'_>, id: UserId, photo: Photo) -> Result<User> {
    let mut user = find_to_edit(cx, id, OWN).await?.user;
    user.photo_version += 1;
    store::save(cx.tx, &mut user, cx.now).await?;
    let values = params![id, cx.organisation_id, photo.large, photo.small, cx.now];
    cx.tx.execute(PUT_PHOTO, &values).await?;
    cx.record(Event::new("user.photo_changed", subject(&user))).await?;
    Ok(user)
}

/// Takes a photo away.
///
/// # Errors
/// As for every verb on a person.
pub async fn drop(cx: &mut Cx<'_>, id: UserId) -> Result<User> {
    let mut user = find_to_edit(cx, id, OWN).await?.user;
    if user.photo_version == 0 {
        return Ok(user);
    }
    user.photo_version = 0;
    store::save(cx.tx, &mut user, cx.now).await?;
    cx.tx.execute(DROP_PHOTO, &params![cx.organisation_id, id]).await?;
    cx.record(Event::new("user.photo_removed", subject(&user))).await?;
    Ok(user)
}

/// The JPEG file of a user's photo.
///
/// # Errors
/// [`Error::NotFound`] where there is none, or the actor may not see the user.
pub async fn get(cx: &mut Cx<'_>, id: UserId, size: Size) -> Result<Vec<u8>> {
    find(cx, id, Action::UsersView).await?;
    let statement = match size {
        Size::Large => LARGE_PHOTO,
        Size::Small => SMALL_PHOTO,
    };
    let row = cx.tx.optional::<(Vec<u8>,)>(statement, &params![cx.organisation_id, id]).await?;
    row.map(|(file,)| file).ok_or(Error::NotFound)
}

/// The setting under which people change their own.
const OWN: Option<&[Key]> = Some(&[Key::OwnPhoto]);
