use super::*;
use proptest::prelude::*;

fn french(text: &str) -> String {
    typography(text, Lang::French)
}

/// The runs after typesetting, joined by `|`.
fn runs(texts: &[&str]) -> String {
    let mut runs: Vec<Run> = texts
        .iter()
        .map(|text| if *text == "\u{fffc}" { Run::opaque(text) } else { Run::text(text, Lang::French) })
        .collect();
    typeset_runs(&mut runs);
    runs.into_iter().map(Run::into_text).collect::<Vec<_>>().join("|").replace('\u{a0}', "~")
}

#[test]
fn every_pair_of_the_reference_is_typeset_as_it_says() {
    let pairs: Vec<serde_json::Value> = serde_json::from_str(include_str!("fr-CA.json")).unwrap();
    assert_eq!(pairs.len(), 31);
    for pair in pairs {
        let (entry, expected) = (pair["entree"].as_str().unwrap(), pair["sortie"].as_str().unwrap());
        assert_eq!(french(entry), expected, "{entry}");
        assert_eq!(french(expected), expected, "typeset twice: {entry}");
    }
}

#[test]
fn spaces_are_tied_across_the_boundaries_of_runs() {
    assert_eq!(runs(&["69", " GPa"]), "69|~GPa");
    assert_eq!(runs(&["Attention", ": ceci"]), "Attention|~: ceci");
    assert_eq!(runs(&["Vraiment", " ?"]), "Vraiment|?");
    assert_eq!(runs(&["le \"", "mot", "\" dit"]), "le «~|mot|~» dit");
    assert_eq!(runs(&["Soit ", "\u{fffc}", " kg : oui"]), "Soit |\u{fffc}|~kg~: oui");
    assert_eq!(runs(&["où ", "\u{fffc}", " t à vide ?"]), "où |\u{fffc}| t à vide?");
}

#[test]
fn numbers_keep_their_thousands_units_and_dates() {
    let cases = [
        ("de 4 à 5 t de bauxite", "de 4 à 5~t de bauxite"),
        ("2 702 kg/m³ et 13,5 MWh/t", "2~702~kg/m³ et 13,5~MWh/t"),
        ("en 2023 350 personnes", "en 2023 350 personnes"),
        ("6061 582–652 °C", "6061 582–652~°C"),
        ("5 m2, 3 m et 4 maisons", "5~m2, 3~m et 4 maisons"),
        ("à -0,78 V", "à −0,78~V"),
        ("le 1er mai 1927", "le 1er~mai 1927"),
        ("voir p. 12 et fig. 3", "voir p.~12 et fig.~3"),
        ("350 000 A × 4 V", "350~000~A × 4~V"),
        ("1 000 000 $", "1~000~000~$"),
        ("Mme Roy et M. Roy", "Mme~Roy et M.~Roy"),
    ];
    for (written, expected) in cases {
        assert_eq!(french(written).replace('\u{a0}', "~"), expected);
    }
}

#[test]
fn quotes_nest_and_lonely_marks_stay() {
    let cases = [
        ("\"un \"mot\" cité\"", "«~un “mot” cité~»"),
        ("« un \"mot\" »", "«~un “mot”~»"),
        ("un tube de 5\" et 6' de long", "un tube de 5\" et 6' de long"),
        ("l'\"anode\" d'Arvida", "l’«~anode~» d’Arvida"),
        ("(\"oui\")", "(«~oui~»)"),
        ("« Quoi ? »", "«~Quoi?~»"),
        ("« ! »", "«~!~»"),
        ("Le signe ! ferme", "Le signe! ferme"),
    ];
    for (written, expected) in cases {
        assert_eq!(french(written).replace('\u{a0}', "~"), expected);
    }
}

#[test]
fn english_text_gets_english_quotes_and_nothing_else() {
    let english = |text| typography(text, Lang::English);
    assert_eq!(english("It's \"hot tear\" : 25 %"), "It’s “hot tear” : 25 %");
    assert_eq!(english("a 'hot tear' here"), "a ‘hot tear’ here");
}

#[test]
fn addresses_code_and_formulas_are_left_alone() {
    for text in ["https://a.ca/l'eau?x=1:2", "`it's : \"x\" !`", "$a : b ! c$", "www.a.ca/d'x"] {
        assert_eq!(french(text), text);
    }
    assert_eq!(french("de 5 $ à 6 $ : peu").replace('\u{a0}', "~"), "de 5~$ à 6~$~: peu");
}

proptest! {
    #[test]
    fn any_text_can_be_typeset_and_typesetting_again_changes_nothing_but_spaces(text in ".{0,60}") {
        let once = french(&text);
        let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(letters(&once), letters(&text));
        typography(&once, Lang::English);
    }

    #[test]
    fn runs_keep_their_words(texts in proptest::collection::vec("[a-z0-9 :;!?.'\"«»$%-]{0,12}", 0..6)) {
        let mut all: Vec<Run> = texts.iter().map(|t| Run::text(t, Lang::French)).collect();
        typeset_runs(&mut all);
        let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for (run, text) in all.into_iter().zip(&texts) {
            prop_assert_eq!(letters(&run.into_text()), letters(text));
        }
    }
}
