//! Percent-encoding and base64, as addresses and the Basic scheme want them; it reads no meaning.

use crate::lrs::Refusal;

/// The text behind `%xx` and `+`, which must be UTF-8.
pub fn decode(text: &str) -> Result<String, Refusal> {
    let wrong = || Refusal::bad("address", format!("« {text} » is not percent-encoded UTF-8"));
    let bytes = text.as_bytes();
    let (mut out, mut index) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(index) {
        if byte == b'%' {
            let pair = text.get(index + 1..index + 3).ok_or_else(wrong)?;
            // A number may start with a sign, an escape may not.
            let pair = Some(pair).filter(|pair| !pair.starts_with('+')).ok_or_else(wrong)?;
            out.push(u8::from_str_radix(pair, 16).map_err(|_| wrong())?);
            index += 3;
        } else {
            out.push(if byte == b'+' { b' ' } else { byte });
            index += 1;
        }
    }
    String::from_utf8(out).map_err(|_| wrong())
}

/// Every byte but unreserved characters as `%XX` (RFC 3986 2.3).
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Pairs as the query of an address.
pub fn query(pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        pairs.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    pairs.join("&")
}

/// Base64 with padding (RFC 4648 4).
pub fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, index| bits << 8 | u32::from(*three.get(index).unwrap_or(&0)));
        for digit in 0..4 {
            let value = (bits >> (18 - 6 * digit)) & 63;
            let written = digit <= three.len();
            out.push(if written { char::from(DIGITS[value as usize]) } else { '=' });
        }
    }
    out
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A version 4 UUID from random bytes (RFC 4122 4.4).
pub fn uuid(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = hex(&bytes);
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_decoded_to_the_same() {
        let text = "{\"name\":\"Zoé & Cie #1 +\"}";
        assert_eq!(encode("é #"), "%C3%A9%20%23");
        assert_eq!(decode(&encode(text)).as_deref(), Ok(text));
        assert_eq!(decode("a+b").as_deref(), Ok("a b"));
        for wrong in ["%", "%4", "%zz", "%+4", "%ff", "%é"] {
            assert_eq!(decode(wrong).map_err(|refusal| refusal.status), Err(400), "{wrong}");
        }
    }

    #[test]
    fn base64_is_that_of_the_standard() {
        let all = ["", "f", "fo", "foo", "foob"].map(|text| base64(text.as_bytes()));
        assert_eq!(all, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]);
    }

    #[test]
    fn a_uuid_says_its_version_and_variant() {
        assert_eq!(uuid([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }
}
