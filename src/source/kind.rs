//! What a kind of object may hold: the shape of the tables in `fields`; it holds no table itself.

/// A kind of object of the source format: a table of fields.
///
/// The same table drives the decoder, the « vouliez-vous dire », the JSON Schema and the
/// reference page.
#[derive(Debug)]
pub struct Kind {
    /// Name in the format: a block's name, a question's `type`, or a file's name without ending.
    pub name: &'static str,
    /// What it is, as « un module », for messages.
    pub fr: &'static str,
    /// The same in English, as `a module`.
    pub en: &'static str,
    /// Its fields, in groups that kinds may share, in canonical order.
    pub groups: &'static [&'static [Field]],
    /// When a field decides on the kind (a question's `type`): the kinds it decides between.
    pub variants: Option<&'static Variants>,
    /// Keys that a later version of the tool will know.
    pub later: &'static [&'static str],
}

impl Kind {
    /// All fields, in canonical order.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        let groups = self.groups;
        groups.iter().flat_map(|group| group.iter())
    }

    /// The field called `name`.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields().find(|f| f.name == name)
    }
}

/// Kinds among which one field decides.
#[derive(Debug)]
pub struct Variants {
    /// Name of the deciding field.
    pub key: &'static str,
    /// The kinds, by their names.
    pub kinds: &'static [&'static Kind],
    /// Words of the deciding field that a later version will know.
    pub later: &'static [&'static str],
    /// Other words that authors try, and the kind they mean.
    pub synonyms: &'static [(&'static str, &'static str)],
}

/// A field of a kind of object.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether it must be there.
    pub presence: Presence,
    /// Description in French, for the schema and the reference page.
    pub fr: &'static str,
    /// Description in English.
    pub en: &'static str,
    /// French and other words that authors write instead, without accents, lower case.
    pub synonyms: &'static [&'static str],
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// A missing key is a finding.
    Required,
    /// It may be left out.
    Optional,
    /// It may be left out, and then means this; the checker fills it in.
    Default(&'static str),
}

/// What a value looks like; scalars are read as written and the shape says what they are.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A short text on one line: [`Value::Text`](crate::source::Value).
    Text,
    /// Like `Text`, but may be empty.
    Empty,
    /// Markdown, long or short: `Value::Prose`.
    Prose,
    /// A Markdown list in a block scalar: `Value::Prose`.
    Items,
    /// An expression: `Value::Prose`.
    Formula,
    /// A finite number with a decimal point, between two bounds: `Value::Number`.
    Number(f64, f64),
    /// A whole number between two bounds: `Value::Integer`.
    Integer(i64, i64),
    /// A percentage from 0 to 100, with `%` or without: `Value::Integer`.
    Percent,
    /// A whole number between two bounds (`Value::Integer`) or a word (`Value::Word`).
    IntegerOr(i64, i64, &'static str),
    /// A number, with `%` or without; the checker reads it: `Value::Text`.
    Tolerance,
    /// `2600..2700`; the checker reads it: `Value::Text`.
    Range,
    /// `YYYY-MM-DD`: `Value::Text`.
    Date,
    /// `45 min`, `1 h 30`: minutes, `Value::Integer`.
    Duration,
    /// `1.0.0`: `Value::Text`.
    Version,
    /// An id: `Value::Text`.
    Slug,
    /// `true` or `false`: `Value::Boolean`.
    Boolean,
    /// One of some words: `Value::Word`.
    Word(&'static [&'static str]),
    /// A file of the module folder, with `/`: `Value::Text`.
    Path,
    /// `fr-CA`: `Value::Text`.
    Language,
    /// A file (`Value::Text`) or, in a block scalar, the data themselves (`Value::Prose`).
    Data,
    /// An absolute `https://` address: `Value::Text`.
    Iri,
    /// An absolute `https://` address that ends with `/`: `Value::Text`.
    Base,
    /// Values of one shape: `Value::List`.
    List(&'static Shape),
    /// An object: `Value::Object`.
    Object(&'static Kind),
    /// Values of one shape by free names: `Value::Map`.
    Map(&'static Shape),
}

impl Shape {
    /// Whether any text will do.
    pub(in crate::source) fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::Empty | Self::Prose | Self::Items)
    }
}
