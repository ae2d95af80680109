//! The functions and constants of expressions; a table only.

/// A function: its name and how many arguments it takes.
#[derive(Debug)]
pub struct Function {
    /// As written in an expression.
    pub name: &'static str,
    /// Fewest arguments.
    pub least: usize,
    /// Most arguments.
    pub most: usize,
    /// Its value.
    pub call: fn(&[f64]) -> f64,
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Every function.
pub const FUNCTIONS: &[Function] = &[
    one("sqrt", |x| x[0].sqrt()),
    one("abs", |x| x[0].abs()),
    Function { name: "min", least: 1, most: 16, call: |x| x.iter().copied().fold(f64::INFINITY, f64::min) },
    Function {
        name: "max",
        least: 1,
        most: 16,
        call: |x| x.iter().copied().fold(f64::NEG_INFINITY, f64::max),
    },
    one("round", |x| x[0].round()),
    one("floor", |x| x[0].floor()),
    one("ceil", |x| x[0].ceil()),
    one("exp", |x| x[0].exp()),
    one("ln", |x| x[0].ln()),
    one("log10", |x| x[0].log10()),
    one("sin", |x| x[0].sin()),
    one("cos", |x| x[0].cos()),
    one("tan", |x| x[0].tan()),
];

/// Every constant.
pub const CONSTANTS: &[(&str, f64)] = &[("pi", std::f64::consts::PI)];

/// What other languages call them, and what they are called here.
pub const OTHER_NAMES: &[(&str, &str)] = &[
    ("racine", "sqrt"),
    ("sqr", "sqrt"),
    ("log", "log10"),
    ("arrondi", "round"),
    ("rond", "round"),
    ("plancher", "floor"),
    ("plafond", "ceil"),
    ("ceiling", "ceil"),
    ("tg", "tan"),
    ("π", "pi"),
];

/// The function of that name.
pub fn function(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|f| f.name == name)
}

/// The constant of that name.
pub fn constant(name: &str) -> Option<f64> {
    CONSTANTS.iter().find(|(n, _)| *n == name).map(|(_, value)| *value)
}

const fn one(name: &'static str, call: fn(&[f64]) -> f64) -> Function {
    Function { name, least: 1, most: 1, call }
}
