//! Instants in milliseconds and their RFC 3339 form; it reads no clock.

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Moment = i64;

const DAY: i64 = 86_400_000;

/// `2026-11-23T04:05:06.789Z`
pub fn format(moment: Moment) -> String {
    let (year, month, day) = civil(moment.div_euclid(DAY));
    let rest = moment.rem_euclid(DAY);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60);
    let milli = rest % 1_000;
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
}

/// The date as HTTP headers write it (RFC 9110 5.6.7).
pub fn http_date(moment: Moment) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let days = moment.div_euclid(DAY);
    let (year, month, day) = civil(days);
    let name = DAYS[usize::try_from(days.rem_euclid(7)).expect("0 to 6")];
    let month = MONTHS[usize::try_from(month - 1).expect("1 to 12")];
    let time = &format(moment)[11..19];
    format!("{name}, {day:02} {month} {year:04} {time} GMT")
}

/// The instant of an RFC 3339 text, else what is wrong with it.
pub fn parse(text: &str) -> Result<Moment, &'static str> {
    const FORM: &str = "a timestamp reads like 2026-11-23T04:05:06.789Z (RFC 3339)";
    if !text.is_ascii() || text.len() < 20 {
        return Err(FORM);
    }
    let shape = [(4, '-'), (7, '-'), (10, 'T'), (13, ':'), (16, ':')];
    let at = |index: usize| text.as_bytes().get(index).map(|byte| char::from(byte.to_ascii_uppercase()));
    if shape.iter().any(|&(index, mark)| at(index) != Some(mark)) {
        return Err(FORM);
    }
    let number = |from: usize, to: usize| digits(&text[from..to]).ok_or(FORM);
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    if !(1..=12).contains(&month) || day < 1 || day > days_of(year, month) {
        return Err("there is no such day");
    }
    if hour > 23 || minute > 59 || second > 60 {
        return Err("there is no such time of day");
    }
    let (milli, zone) = fraction(&text[19..]).ok_or(FORM)?;
    let seconds = hour * 3_600 + minute * 60 + second - offset(zone)?;
    Ok(days_from_civil(year, month, day) * DAY + seconds * 1_000 + milli)
}

/// Milliseconds of a fraction, and what follows it.
fn fraction(text: &str) -> Option<(i64, &str)> {
    let Some(rest) = text.strip_prefix('.') else { return Some((0, text)) };
    let end = rest.bytes().position(|byte| !byte.is_ascii_digit())?;
    let kept: String = rest[..end].chars().chain("000".chars()).take(3).collect();
    if end == 0 { None } else { Some((digits(&kept)?, &rest[end..])) }
}

/// Seconds east of UTC.
fn offset(zone: &str) -> Result<i64, &'static str> {
    const FORM: &str = "the timestamp ends with Z or an offset like -05:00";
    if zone.eq_ignore_ascii_case("z") {
        return Ok(0);
    }
    let sign = match zone.get(..1) {
        Some("+") => 1,
        Some("-") => -1,
        _ => return Err(FORM),
    };
    let (hours, minutes) = zone[1..].split_once(':').ok_or(FORM)?;
    if hours.len() != 2 || minutes.len() != 2 {
        return Err(FORM);
    }
    let (hours, minutes) = (digits(hours).ok_or(FORM)?, digits(minutes).ok_or(FORM)?);
    if hours > 23 || minutes > 59 {
        return Err(FORM);
    }
    if sign < 0 && hours == 0 && minutes == 0 {
        return Err("the offset -00:00 says that the zone is not known: write Z");
    }
    Ok(sign * (hours * 3_600 + minutes * 60))
}

fn digits(text: &str) -> Option<i64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn days_of(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days from 1970-01-01 in the Gregorian calendar; years are counted from March, in eras of 400.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month > 2 { year } else { year - 1 };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The reverse of [`days_from_civil`].
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * shifted + 2) / 5 + 1, (shifted + 2) % 12 + 1);
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_written_as_it_is_read() {
        for text in ["1970-01-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z", "2026-11-23T04:05:06.780Z"] {
            assert_eq!(parse(text).map(format).as_deref(), Ok(text));
        }
        assert_eq!(parse("2026-11-22T23:05:06.78-05:00"), parse("2026-11-23T04:05:06.780Z"));
        assert_eq!(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
    }

    #[test]
    fn what_is_no_rfc_3339_timestamp_is_refused() {
        for text in [
            "2026-11-23",
            "2026-11-23T04:05Z",
            "2026-11-23T04:05:06",
            "2026-11-23 04:05:06Z",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-11-23T24:00:00Z",
            "2026-11-23T04:05:06.Z",
            "2026-11-23T04:05:06-00:00",
            "2026-11-23T04:05:06+0500",
            "2026-11-23T04:05:06+05",
            "+026-11-23T04:05:06Z",
            "2026-11-23T04:05:06Z ",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
