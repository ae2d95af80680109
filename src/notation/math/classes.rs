//! Inline styles of the library's output and the class, or attribute, that stands for each.

/// A declaration, and the class of the style sheet that says the same.
///
/// Declarations that are not here change nothing that a reader would miss.
pub const CLASSES: &[(&str, &str)] = &[
    ("text-align:left", "math-left"),
    ("text-align:right", "math-right"),
    ("padding-left:0", "math-flush-left"),
    ("padding-right:0", "math-flush-right"),
    ("padding-left:1em", "math-gap"),
    ("padding-top:0", "math-tight"),
    ("border-left:0.05em solid currentcolor", "math-line-left"),
    ("border-left:0.05em dashed currentcolor", "math-dash-left"),
    ("border-right:0.05em solid currentcolor", "math-line-right"),
    ("border-right:0.05em dashed currentcolor", "math-dash-right"),
    ("border-top:0.05em solid currentcolor", "math-line-top"),
    ("border-top:0.05em dashed currentcolor", "math-dash-top"),
    ("width:100%", "math-wide"),
    ("width:50%", "math-half"),
    ("width:7.5%", "math-narrow"),
    ("font-variant-caps:small-caps", "math-caps"),
    ("margin-left:-0.16666667em", "math-back"),
];

/// The classes of a `style` attribute, and the colour it sets.
pub fn classes(style: &str) -> (Vec<&'static str>, Option<String>) {
    let mut found = Vec::new();
    let mut colour = None;
    for declaration in style.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let (name, value) = (name.trim(), value.trim());
        if name == "color" {
            colour = Some(value.to_owned());
        }
        let said = format!("{name}:{value}");
        found.extend(CLASSES.iter().filter(|(known, _)| *known == said).map(|(_, class)| *class));
    }
    (found, colour)
}
