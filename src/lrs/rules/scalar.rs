//! Texts that have a form: IRIs, UUIDs, durations, language tags, addresses. Each function says what
//! is wrong with a text; none knows where it stands.

/// What is wrong with a text.
pub type Verdict = Result<(), &'static str>;

fn ensure(right: bool, why: &'static str) -> Verdict {
    if right { Ok(()) } else { Err(why) }
}

/// An absolute IRI (RFC 3987 2.2).
pub fn iri(text: &str) -> Verdict {
    let (scheme, rest) = text.split_once(':').ok_or("an IRI is absolute: it starts with a scheme")?;
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    ensure(named, "an IRI is absolute: it starts with a scheme")?;
    ensure(!rest.trim_start_matches('/').is_empty(), "there is nothing after the scheme of the IRI")?;
    let allowed = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"{}|\\^`".contains(c);
    ensure(rest.chars().all(allowed), "an IRI has no space and none of < > \" { } | \\ ^ `")?;
    let escapes = rest.split('%').skip(1);
    let hexadecimal = |part: &str| part.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    ensure(escapes.into_iter().all(hexadecimal), "a % in an IRI is followed by two hexadecimal digits")
}

/// A UUID in its canonical form, of the variant of RFC 4122.
pub fn uuid(text: &str) -> Verdict {
    const FORM: &str = "a UUID reads like 6f1f0a4e-3c5b-4d7a-9a53-0d9a3a2c7b11";
    let groups: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    ensure(lengths == [8, 4, 4, 4, 12], FORM)?;
    ensure(groups.concat().bytes().all(|byte| byte.is_ascii_hexdigit()), FORM)?;
    ensure(groups[2].starts_with(|c| ('1'..='8').contains(&c)), "the UUID has no version of RFC 4122")?;
    ensure(groups[3].starts_with(|c| "89abAB".contains(c)), "the UUID is not of the variant of RFC 4122")
}

/// A duration (ISO 8601:2004 4.4.3.2): weeks alone, or years to seconds, the last with a fraction.
pub fn duration(text: &str) -> Verdict {
    const FORM: &str = "a duration reads like PT12.34S, PT1H30M or P2W (ISO 8601)";
    let rest = text.strip_prefix('P').ok_or(FORM)?;
    if let Some(weeks) = rest.strip_suffix('W') {
        return ensure(number(weeks), FORM);
    }
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    ensure(!rest.is_empty() && time != Some(""), FORM)?;
    let fractions = parts(date, "YMD").ok_or(FORM)?;
    let later = parts(time.unwrap_or_default(), "HMS").ok_or(FORM)?;
    let all: Vec<bool> = fractions.into_iter().chain(later).collect();
    let before_last = all.len().saturating_sub(1);
    ensure(!all[..before_last].contains(&true), "only the last number of a duration has a fraction")
}

/// Whether each number of a part of a duration has a fraction; `None` when it has not its form.
fn parts(text: &str, units: &str) -> Option<Vec<bool>> {
    let (mut units, mut rest, mut fractions) = (units, text, Vec::new());
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        let unit = units.find(&rest[end..=end])?;
        let value = &rest[..end];
        if !number(value) {
            return None;
        }
        fractions.push(value.contains(['.', ',']));
        (units, rest) = (&units[unit + 1..], &rest[end + 1..]);
    }
    Some(fractions)
}

fn number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once(['.', ',']) {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(text),
    }
}

/// A well-formed language tag (RFC 5646 2.1).
pub fn language(text: &str) -> Verdict {
    const FORM: &str = "a language tag reads like fr, fr-CA or zh-Hant-TW (RFC 5646)";
    let subtags: Vec<&str> = text.split('-').collect();
    let proper = |tag: &&str| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric());
    ensure(subtags.iter().all(proper), FORM)?;
    let letters = |tag: &str| tag.bytes().all(|byte| byte.is_ascii_alphabetic());
    let (first, mut rest) = subtags.split_first().ok_or(FORM)?;
    if first.eq_ignore_ascii_case("x") {
        return ensure(!rest.is_empty(), FORM);
    }
    ensure((2..=8).contains(&first.len()) && letters(first), FORM)?;
    let mut skip = |most: usize, fits: &dyn Fn(&str) -> bool| {
        let count = rest.iter().take(most).take_while(|tag| fits(tag)).count();
        rest = &rest[count..];
    };
    if first.len() <= 3 {
        skip(3, &|tag| tag.len() == 3 && letters(tag));
    }
    skip(1, &|tag| tag.len() == 4 && letters(tag));
    skip(1, &|tag| {
        tag.len() == 2 && letters(tag) || tag.len() == 3 && tag.bytes().all(|b| b.is_ascii_digit())
    });
    skip(usize::MAX, &|tag| tag.len() >= 5 || tag.len() == 4 && tag.as_bytes()[0].is_ascii_digit());
    ensure(extensions(rest), FORM)
}

/// Whether the end of a language tag is made of extensions, each a singleton with subtags.
fn extensions(mut rest: &[&str]) -> bool {
    while let Some((singleton, after)) = rest.split_first() {
        if singleton.len() != 1 {
            return false;
        }
        let private = singleton.eq_ignore_ascii_case("x");
        let count = after.iter().take_while(|tag| private || tag.len() > 1).count();
        if count == 0 {
            return false;
        }
        rest = &after[count..];
    }
    true
}

/// `mailto:` and one address.
pub fn mailto(text: &str) -> Verdict {
    const FORM: &str = "an mbox reads like mailto:person@example.org";
    let address = text.strip_prefix("mailto:").ok_or(FORM)?;
    let (local, domain) = address.split_once('@').ok_or(FORM)?;
    let plain = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"@,;<>?\"()".contains(c))
    };
    let dotted = domain.split('.').all(|label| !label.is_empty());
    ensure(plain(local) && plain(domain) && dotted, FORM)
}

/// 40 hexadecimal digits.
pub fn sha1(text: &str) -> Verdict {
    let right = text.len() == 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    ensure(right, "an mbox_sha1sum has 40 hexadecimal digits")
}
