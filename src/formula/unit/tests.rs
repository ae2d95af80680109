use super::*;

fn factor(from: &str, to: &str) -> Option<(f64, f64)> {
    unit(from).unwrap().to(&unit(to).unwrap())
}

#[test]
fn units_of_the_same_dimension_convert() {
    assert_eq!(factor("t", "kg"), Some((1000.0, 0.0)));
    assert_eq!(factor("GPa", "MPa"), Some((1000.0, 0.0)));
    assert_eq!(factor("N/mm²", "MPa"), Some((1.0, 0.0)));
    assert_eq!(factor("N/mm^2", "MPa"), Some((1.0, 0.0)));
    assert_eq!(factor("kWh/kg", "MWh/t"), Some((1.0, 0.0)));
    assert_eq!(factor("kWh", "kJ"), Some((3600.0, 0.0)));
    assert_eq!(factor("g/cm³", "kg/m³"), Some((1000.0, 0.0)));
    assert_eq!(factor("µm", "mm"), Some((0.001, 0.0)));
    assert_eq!(factor("μm", "mm"), Some((0.001, 0.0)));
    assert_eq!(factor("cm³", "mL"), Some((1.0, 0.0)));
    assert_eq!(factor("kA·h", "C"), Some((3_600_000.0, 0.0)));
    assert_eq!(factor("kAh", "kA*h"), Some((1.0, 0.0)));
    assert_eq!(factor("kN·m", "N mm"), Some((1_000_000.0, 0.0)));
    assert_eq!(factor("kN/m", "N/mm"), Some((1.0, 0.0)));
    assert_eq!(factor("j", "h"), Some((24.0, 0.0)));
    assert_eq!(factor("W/(m·K)", "W/m/°C"), Some((1.0, 0.0)));
    assert_eq!(factor("W/(m·K)", "W·m⁻¹·K⁻¹"), Some((1.0, 0.0)));
    assert_eq!(factor("%", "‰"), Some((10.0, 0.0)));
    assert_eq!(factor("tr/min", "rad/s"), Some((0.104_719_755_119_66, 0.0)));
    assert_eq!(factor("10^6 mm^4", "cm^4"), Some((100.0, 0.0)));
    assert_eq!(factor("k$", "$"), Some((1000.0, 0.0)));
    assert_eq!(factor("1/s", "Hz"), Some((1.0, 0.0)));
}

#[test]
fn a_temperature_has_an_offset_only_alone() {
    assert_eq!(factor("°C", "K"), Some((1.0, 273.15)));
    assert_eq!(factor("K", "°C"), Some((1.0, -273.15)));
    assert_eq!(factor("10⁻⁶/°C", "10^-6/K"), Some((1.0, 0.0)));
}

#[test]
fn a_difference_of_temperature_has_no_zero() {
    assert_eq!(factor("K", "Δ°C"), Some((1.0, 0.0)));
    assert_eq!(factor("°C", "ΔK"), Some((1.0, 0.0)));
    assert_eq!(factor("°F", "∆°C"), Some((0.555_555_555_555_56, 0.0)));
    assert_eq!(factor("°F", "°C"), Some((0.555_555_555_555_56, -17.777_777_777_778)));
    assert_eq!((factor("Δ°C", "°C"), factor("Δ°C", "K")), (None, Some((1.0, 0.0))));
    let warmer = unit("Δ°C").unwrap();
    assert_eq!((warmer.symbol.as_str(), warmer.words().fr.as_str()), ("°C", "un écart de température"));
}

#[test]
fn every_unit_of_the_table_of_quantities_is_of_its_dimension() {
    let all: Vec<_> = quantities::QUANTITIES.iter().collect();
    for (at, quantity) in all.iter().enumerate() {
        for symbol in quantity.units.split(' ') {
            let read = unit(symbol).unwrap_or_else(|unknown| panic!("{symbol}: {unknown:?}"));
            assert_eq!(
                (read.dimension, read.symbol.as_str()),
                (quantity.dimension, symbol),
                "{}",
                quantity.en
            );
        }
        assert!(all[at + 1..].iter().all(|other| other.dimension != quantity.dimension), "{}", quantity.en);
    }
}

#[test]
fn units_of_other_dimensions_do_not_convert() {
    assert_eq!(factor("kg", "m"), None);
    assert_eq!(factor("N", "kg"), None);
    assert_eq!(factor("°", "%"), None);
    assert_eq!(factor("min", "m"), None);
    assert_eq!(unit("kWh/kg").unwrap().dimension.words().en, "an energy per mass");
    assert_eq!(unit("mol/L").unwrap().dimension.words().fr, "une grandeur en m⁻³·mol");
}

#[test]
fn the_symbol_is_shown_in_its_usual_form() {
    assert_eq!(unit("N/mm^2").unwrap().symbol, "N/mm²");
    assert_eq!(unit("kN*m").unwrap().symbol, "kN·m");
    assert_eq!(unit("mm4").unwrap().symbol, "mm⁴");
    assert_eq!(unit("10^6 mm^4").unwrap().symbol, "10⁶\u{a0}mm⁴");
    assert_eq!(unit("W/(m K)").unwrap().symbol, "W/(m·K)");
}

#[test]
fn an_unknown_part_has_its_place_and_a_suggestion() {
    let unknown = |at, meant: &str| Err(UnknownUnit { at, meant: Some(meant.to_owned()) });
    assert_eq!(unit("KWH/kg"), unknown(0..3, "kWh"));
    assert_eq!(unit("kg/heure"), unknown(3..8, "h"));
    assert_eq!(unit("Mpa"), unknown(0..3, "MPa"));
    assert_eq!(unit("tonnes"), unknown(0..6, "t"));
    assert_eq!(unit("kg/"), Err(UnknownUnit { at: 3..3, meant: None }));
    assert_eq!(unit("zorg"), Err(UnknownUnit { at: 0..4, meant: None }));
    assert_eq!(unit(""), Err(UnknownUnit { at: 0..0, meant: None }));
    assert_eq!(unit("m^0"), Err(UnknownUnit { at: 1..3, meant: None }));
    assert_eq!(unit("(kg"), Err(UnknownUnit { at: 0..1, meant: None }));
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "[ a-zA-Z0-9°%µ·*/^()²³⁻¹-]{0,16}") {
        let _ = unit(&text);
    }
}
