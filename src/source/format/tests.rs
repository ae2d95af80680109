//! Tests of the canonical form: what is mended, what is left alone, what never changes.

use proptest::prelude::*;

use super::*;

#[test]
fn the_classic_traps_are_mended_and_comments_are_kept() {
    let before = "\u{feff}# en-tête\r\nid:   hall # le dossier\r\ntitle: Aluminium : le métal\r\nnote: {eta} est « bon »\r\n\
        alt: *important*\r\nlong: Une phrase si longue qu'elle tient mal entre guillemets : elle devient un bloc.\r\n\
        mot: 5 \" : pouces   \r\nlist:\r\n- a : b\r\n\r\n\r\n\r\nprompt: |\r\n\tTexte : ici\r\nkeywords: [a,b,  c]\r\n\
        who: {name: X,role: a : b}\r\nsize: > 3 MPa\r\ndesc: | Bonjour\r\n";
    let after = "# en-tête\nid: hall  # le dossier\ntitle: \"Aluminium : le métal\"\nnote: \"{eta} est « bon »\"\n\
        alt: \"*important*\"\nlong: |\n  Une phrase si longue qu'elle tient mal entre guillemets : elle devient un bloc.\n\
        mot: '5 \" : pouces'\nlist:\n- a: b\n\nprompt: |\n  Texte : ici\nkeywords: [a, b, c]\n\
        who: { name: X, role: \"a : b\" }\nsize: \"> 3 MPa\"\ndesc: |\n  Bonjour\n";
    assert_eq!(format(before), after);
}

#[test]
fn a_tab_hides_no_other_trap() {
    let text = "- id: q1\n\ttype: choice\n  prompt: | Quel métal : a ou b?\n  hint: @toi\n";
    let mended = "- id: q1\n  type: choice\n  prompt: |\n    Quel métal : a ou b?\n  hint: \"@toi\"\n";
    assert_eq!(format(text), mended);
}

#[test]
fn what_only_the_author_knows_is_left_alone() {
    for text in ["title: Le lingot #1\n", "tags: [a, b\nid: x\n", "a: &x b\n", "a: |\ntexte\n"] {
        assert_eq!(format(text), text);
    }
}

#[test]
fn a_block_keeps_every_blank() {
    let text = "a: |\n  un  \n\n\n\n    deux : { x }   # y\n\n\nb: c\n";
    assert_eq!(format(text), "a: |\n  un  \n\n\n\n    deux : { x }   # y\n\n\nb: c\n");
}

#[test]
fn the_files_of_this_repository_are_in_canonical_form() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for found in crate::source::files::files(&root.join("modules")).unwrap() {
        if found.path.ends_with(".yaml") {
            let text = String::from_utf8(crate::source::files::bytes(&found.disk).unwrap()).unwrap();
            assert_eq!(format(&text), text, "{}", found.path);
        }
    }
}

/// Lines as authors type them, right and wrong, so that nearly every draw is close to YAML.
fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "( {0,3}|\t)(- ){0,2}[a-cé]{1,3}: {0,2}[ a-cé:#'\"{}\\[\\],|>*&!%@-]{0,12}",
        "( {0,4}|\t)[ a-cé:#'\"{}\\[\\],|>-]{0,10}",
        Just("prompt: |".to_owned()),
        Just("  - texte : ici  ".to_owned()),
        Just("k: { a: [b, 'c : d'], e: 0,5 }  # f".to_owned()),
        Just(String::new()),
    ];
    proptest::collection::vec(line, 0..8).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn formatting_twice_is_formatting_once(text in lines()) {
        let once = format(&text);
        prop_assert_eq!(format(&once), once);
    }

    #[test]
    fn formatting_never_changes_what_a_file_says(text in lines()) {
        let before = meaning(&format_page(&text));
        let after = meaning(&format(&text));
        prop_assert!(before.is_none() || before == after, "{before:?} {after:?}");
    }

    #[test]
    fn any_text_is_read_decoded_and_formatted_without_a_panic(text in "\\PC{0,40}|[ \\t\\n:#'\"{}\\[\\],|>*&!%@\\\\a-zé\\u{0}-\\u{1f}\u{a0}\u{2028}-]{0,60}") {
        format(&text);
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", &text);
        let fragment = Fragment::whole(&sources, file);
        for kind in crate::source::fields::ALL {
            crate::source::decode(&fragment, kind, &mut Sink::default());
            crate::source::decode_list(&fragment, kind, &mut Sink::default());
        }
    }
}

#[test]
fn a_decimal_comma_in_braces_stays_the_fault_it_is() {
    let text = "- answer: { value: 2,7, unit: kg }\n  list: [1,2]\n";
    assert_eq!(format(text), "- answer: { value: 2,7, unit: kg }\n  list: [1,2]\n");
}
