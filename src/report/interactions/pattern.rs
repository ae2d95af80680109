//! Right answers in the syntax in which each standard records them.

use crate::model::Blank;
use crate::model::Choice;
use crate::model::Interaction;
use crate::model::Matching;

/// More alternatives than this are not listed in xAPI.
const MOST_PATTERNS: usize = 20;

/// `cmi.interactions.n.correct_responses.n.pattern`, each alternative alone enough.
pub fn scorm12(interaction: &Interaction) -> Vec<String> {
    match interaction {
        Interaction::TrueFalse { answer } => vec![if *answer { "t" } else { "f" }.to_owned()],
        Interaction::Choice(choice) => {
            let right = right_letters(choice);
            let braces = choice.multiple && right.len() > 1;
            let all = right.join(",");
            vec![if braces { format!("{{{all}}}") } else { all }]
        }
        Interaction::Numeric(numeric) => vec![plain_number(numeric.value)],
        Interaction::FillIn { blanks } => blanks.iter().flat_map(|blank| blank.answers.clone()).collect(),
        Interaction::Matching(matching) => vec![format!("{{{}}}", pairs(matching, ".", ","))],
        Interaction::Sequencing { items } => vec![letters(items, ",")],
    }
}

/// `correctResponsesPattern`.
pub fn xapi(interaction: &Interaction) -> Vec<String> {
    match interaction {
        Interaction::TrueFalse { answer } => vec![answer.to_string()],
        Interaction::Choice(choice) => vec![right_letters(choice).join("[,]")],
        Interaction::Numeric(numeric) => {
            vec![format!("{}[:]{}", plain_number(numeric.low), plain_number(numeric.high))]
        }
        Interaction::FillIn { blanks } => fill_in(blanks),
        Interaction::Matching(matching) => vec![pairs(matching, "[.]", "[,]")],
        Interaction::Sequencing { items } => vec![letters(items, "[,]")],
    }
}

fn right_letters(choice: &Choice) -> Vec<String> {
    let right = choice.options.iter().filter(|option| option.right);
    let mut letters: Vec<String> = right.map(|option| option.letter.as_char().to_string()).collect();
    letters.sort();
    letters
}

fn pairs(matching: &Matching, joint: &str, comma: &str) -> String {
    let pair = |pair: &crate::model::Pair| {
        let target = matching.targets[pair.target].letter.number();
        format!("{}{joint}{target}", pair.source.letter.as_char())
    };
    matching.pairs.iter().map(pair).collect::<Vec<_>>().join(comma)
}

fn letters(items: &[crate::model::Item], comma: &str) -> String {
    items.iter().map(|item| item.letter.as_char().to_string()).collect::<Vec<_>>().join(comma)
}

/// Case is a rule of the whole, and accents have no rule: what cannot be said whole is not said.
fn fill_in(blanks: &[Blank]) -> Vec<String> {
    let ignored = blanks.iter().filter(|blank| blank.ignore_case).count();
    let size = blanks.iter().fold(1_usize, |size, blank| size.saturating_mul(blank.answers.len()));
    let mixed = ignored != 0 && ignored != blanks.len();
    if mixed || size > MOST_PATTERNS || blanks.iter().any(|blank| blank.ignore_accents) {
        return Vec::new();
    }
    let mut rows = vec![format!("{{case_matters={}}}", ignored == 0)];
    for (at, blank) in blanks.iter().enumerate() {
        let comma = if at == 0 { "" } else { "[,]" };
        let longer = |row: &String| -> Vec<String> {
            blank.answers.iter().map(|answer| format!("{row}{comma}{answer}")).collect()
        };
        rows = rows.iter().flat_map(longer).collect();
    }
    rows
}

/// A decimal without exponent, of at most fifteen significant digits.
pub fn plain_number(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let written = format!("{:.14e}", value.abs());
    let (mantissa, power) = written.split_once('e').expect("the form {:e} has an exponent");
    let all = mantissa.replace('.', "");
    let digits = all.trim_end_matches('0');
    let point: i32 = power.parse::<i32>().expect("the exponent of a float is small") + 1;
    let sign = if value < 0.0 { "-" } else { "" };
    match usize::try_from(point) {
        Ok(0) | Err(_) => format!("{sign}0.{}{digits}", "0".repeat(point.unsigned_abs() as usize)),
        Ok(point) if point >= digits.len() => format!("{sign}{digits:0<point$}"),
        Ok(point) => format!("{sign}{}.{}", &digits[..point], &digits[point..]),
    }
}
