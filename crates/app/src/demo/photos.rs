//! Portraits drawn by code: a head and shoulders in plain shapes.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use kernel::Entropy;

/// Side of a drawn portrait, in pixels.
const SIDE: u32 = 256;

const GROUNDS: &[[u8; 3]] = &[
    [214, 228, 240],
    [228, 219, 238],
    [219, 238, 226],
    [244, 226, 214],
    [236, 236, 220],
    [222, 234, 236],
];
const SKINS: &[[u8; 3]] = &[
    [245, 208, 181],
    [224, 172, 134],
    [198, 134, 92],
    [141, 85, 54],
    [96, 58, 38],
    [252, 222, 200],
];
const HAIRS: &[[u8; 3]] =
    &[[40, 30, 26], [92, 56, 34], [166, 110, 58], [214, 178, 110], [120, 120, 124], [150, 62, 34]];
const CLOTHES: &[[u8; 3]] =
    &[[38, 92, 122], [94, 70, 132], [46, 112, 88], [160, 78, 62], [70, 78, 92], [182, 138, 62]];

/// A shape of one colour: whether the point belongs to it.
struct Shape<'a> {
    colour: [u8; 3],
    covers: Box<dyn Fn(f32, f32) -> bool + 'a>,
}

/// A PNG file with a portrait.
pub(super) fn draw(entropy: &Entropy) -> anyhow::Result<Vec<u8>> {
    let colour = |of: &[[u8; 3]]| *super::names::pick(entropy, of);
    let (skin, hair) = (colour(SKINS), colour(HAIRS));
    let long_hair = entropy.below(2) == 0;
    let glasses = entropy.below(4) == 0;
    let mut shapes = Vec::new();
    let mut add =
        |colour, covers: Box<dyn Fn(f32, f32) -> bool>| shapes.push(Shape { colour, covers });
    if long_hair {
        add(hair, ellipse(0.5, 0.46, 0.24, 0.33));
    }
    add(colour(CLOTHES), ellipse(0.5, 1.06, 0.40, 0.34));
    add(skin, Box::new(|x, y| (x - 0.5).abs() < 0.075 && (0.55..0.78).contains(&y)));
    add(hair, ellipse(0.5, 0.36, 0.205, 0.20));
    add(skin, ellipse(0.5, 0.44, 0.17, 0.21));
    add(hair, Box::new(|x, y| inside(x, y, 0.5, 0.31, 0.19, 0.12) && y < 0.33));
    let dark = [50, 44, 44];
    add(dark, ellipse(0.435, 0.44, 0.016, 0.018));
    add(dark, ellipse(0.565, 0.44, 0.016, 0.018));
    add([176, 84, 84], Box::new(|x, y| inside(x, y, 0.5, 0.54, 0.06, 0.035) && y > 0.545));
    if glasses {
        for centre in [0.435, 0.565] {
            add(
                dark,
                Box::new(move |x, y| {
                    inside(x, y, centre, 0.44, 0.055, 0.05)
                        && !inside(x, y, centre, 0.44, 0.047, 0.042)
                }),
            );
        }
    }
    encode(colour(GROUNDS), &shapes)
}

fn inside(x: f32, y: f32, cx: f32, cy: f32, rx: f32, ry: f32) -> bool {
    ((x - cx) / rx).powi(2) + ((y - cy) / ry).powi(2) <= 1.0
}

fn ellipse(cx: f32, cy: f32, rx: f32, ry: f32) -> Box<dyn Fn(f32, f32) -> bool> {
    Box::new(move |x, y| inside(x, y, cx, cy, rx, ry))
}

/// Paints the shapes over the ground, four samples a pixel so that edges are smooth.
#[expect(clippy::cast_precision_loss, reason = "pixel positions are small")]
fn encode(ground: [u8; 3], shapes: &[Shape<'_>]) -> anyhow::Result<Vec<u8>> {
    let sample = |x: f32, y: f32| {
        shapes.iter().rev().find(|shape| (shape.covers)(x, y)).map_or(ground, |shape| shape.colour)
    };
    let picture = RgbImage::from_fn(SIDE, SIDE, |px, py| {
        let mut sum = [0_u16; 3];
        for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
            let (x, y) = ((px as f32 + dx) / SIDE as f32, (py as f32 + dy) / SIDE as f32);
            for (total, part) in sum.iter_mut().zip(sample(x, y)) {
                *total += u16::from(part);
            }
        }
        Rgb(sum.map(|total| u8::try_from(total / 4).unwrap_or(u8::MAX)))
    });
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Png)?;
    Ok(file.into_inner())
}
