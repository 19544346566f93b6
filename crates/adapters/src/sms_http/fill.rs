//! Placeholders in what is sent to a gateway: each value is encoded for the place where it stands, so that
//! no text of a message can add a field.

use domain::ports::Sms;
use serde_json::Value;
use url::form_urlencoded;

/// The letters of GSM 7-bit (3GPP TS 23.038) that are not ASCII, and the ASCII it lacks.
const GSM: &str = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€\n\r";
const NOT_GSM: &str = "`";

/// What stands for the placeholders.
pub(super) struct Values<'a> {
    sms: &'a Sms,
    coding: &'static str,
}

impl<'a> Values<'a> {
    pub(super) fn of(sms: &'a Sms) -> Self {
        Self { sms, coding: if is_gsm(&sms.text) { "0" } else { "2" } }
    }

    /// The text with its placeholders filled. What a value holds is not looked at again.
    pub(super) fn put_into(&self, template: &str) -> String {
        let mut filled = String::with_capacity(template.len() + self.sms.text.len());
        let mut rest = template;
        while let Some(start) = rest.find('{') {
            let (before, from) = rest.split_at(start);
            filled.push_str(before);
            let known = from.find('}').and_then(|end| from.split_at_checked(end + 1));
            match known.and_then(|(name, after)| Some((self.named(name)?, after))) {
                Some((value, after)) => {
                    filled.push_str(value);
                    rest = after;
                }
                None => {
                    filled.push('{');
                    rest = from.get(1..).unwrap_or_default();
                }
            }
        }
        filled.push_str(rest);
        filled
    }

    fn named(&self, placeholder: &str) -> Option<&str> {
        Some(match placeholder {
            "{to}" => &self.sms.to,
            "{to_digits}" => self.sms.to.trim_start_matches('+'),
            "{text}" => &self.sms.text,
            "{id}" => &self.sms.id,
            "{coding}" => self.coding,
            _ => return None,
        })
    }
}

/// Pairs of names and values, as they stand in an address or a form.
pub(super) type Pairs = Vec<(String, String)>;

/// The pairs with their values filled, encoded.
pub(super) fn pairs(pairs: &Pairs, values: &Values<'_>) -> String {
    let mut encoded = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs {
        encoded.append_pair(name, &values.put_into(value));
    }
    encoded.finish()
}

/// JSON with its texts filled; names stay.
pub(super) fn json(template: &Value, values: &Values<'_>) -> Value {
    match template {
        Value::String(text) => Value::String(values.put_into(text)),
        Value::Array(items) => items.iter().map(|item| json(item, values)).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(name, field)| (name.clone(), json(field, values))).collect()
        }
        other => other.clone(),
    }
}

/// Whether a text can go out in the short alphabet, with 160 letters a part instead of 70.
fn is_gsm(text: &str) -> bool {
    text.chars()
        .all(|c| GSM.contains(c) || (c.is_ascii_graphic() || c == ' ') && !NOT_GSM.contains(c))
}

#[cfg(test)]
mod tests {
    use domain::ports::Sms;
    use kernel::Timestamp;
    use serde_json::json;

    use super::Values;

    fn sms(text: &str) -> Sms {
        Sms {
            to: "+420601123456".into(),
            text: text.into(),
            id: "01-a".into(),
            at: Timestamp::from_micros(0),
        }
    }

    #[test]
    fn a_value_is_encoded_for_its_place_and_not_looked_at_again() {
        let sms = sms("1&to=2 {id}\"},\"x\":\"č");
        let values = Values::of(&sms);
        let query = [("to".to_owned(), "{to}".to_owned()), ("t".to_owned(), "{text}".to_owned())];
        assert_eq!(
            super::pairs(&query.into(), &values),
            "to=%2B420601123456&t=1%26to%3D2+%7Bid%7D%22%7D%2C%22x%22%3A%22%C4%8D"
        );
        let body = super::json(&json!({"to": ["{to_digits}"], "m": "<{text}>", "n": 1}), &values);
        assert_eq!(body, json!({"to": ["420601123456"], "m": format!("<{}>", sms.text), "n": 1}));
    }

    #[test]
    fn unknown_braces_stay_and_the_alphabet_follows_the_text() {
        let (short, long) = (sms("Kode: 042917 é"), sms("Kód: 042917 ů"));
        assert_eq!(Values::of(&short).put_into("{{to}} {x} {coding}"), "{+420601123456} {x} 0");
        assert_eq!(Values::of(&long).put_into("{coding}{"), "2{");
    }
}
