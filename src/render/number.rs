//! Numbers as readers of a language expect them; it does not read numbers.

/// `value` to `digits` significant digits: « 2 678 » or “2,678”, « 13,31 » or “13.31”.
pub fn shown(value: f64, digits: Option<u8>, french: bool) -> String {
    let plain = match digits {
        Some(digits) if value != 0.0 => {
            let magnitude = value.abs().log10().floor() as i32;
            let places = (i32::from(digits) - 1 - magnitude).max(0) as usize;
            format!("{value:.places$}")
        }
        _ => format!("{value}"),
    };
    grouped(&plain, french)
}

fn grouped(plain: &str, french: bool) -> String {
    let (sign, plain) = match plain.strip_prefix('-') {
        Some(rest) => ("\u{2212}", rest),
        None => ("", plain),
    };
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let gap = if french { '\u{a0}' } else { ',' };
    let mut out = String::from(sign);
    for (at, c) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && whole.len() > 3 {
            out.push(gap);
        }
        out.push(c);
    }
    if !part.is_empty() {
        out.push(if french { ',' } else { '.' });
        out.push_str(part);
    }
    out
}
