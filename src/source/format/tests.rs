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
        let canonical = match found.path.rsplit_once('.') {
            Some((_, "yaml")) => format,
            Some((_, "md")) => format_page,
            _ => continue,
        };
        let text = String::from_utf8(crate::source::files::bytes(&found.disk).unwrap()).unwrap();
        assert_eq!(canonical(&text), text, "{}", found.path);
    }
}

#[test]
fn the_blocks_of_a_page_are_mended_and_its_prose_is_left_alone() {
    let before = "# Titre\n\nTexte :  deux\u{a0}espaces.\n\n```{figure}\nsrc:   assets/a.svg   \nalt: Coupe : l'anode\n\
        keywords: [a,b]\n\n\n\ncaption: |\n  Un   : deux\n```\n\n```rust\nlet a:  u8;\n```\n\n\
        ````{reveal}\ntitle: Voir :  ici\nbody: |\n  ```{question} a\n  ```\n````\n\n\
        - a\n\n  ```{figure}\n  src:   a\n  ```\n\n```{figure}\nsrc:   jamais fermé\n";
    let after = "# Titre\n\nTexte :  deux\u{a0}espaces.\n\n```{figure}\nsrc: assets/a.svg\nalt: \"Coupe : l'anode\"\n\
        keywords: [a, b]\n\ncaption: |\n  Un   : deux\n```\n\n```rust\nlet a:  u8;\n```\n\n\
        ````{reveal}\ntitle: \"Voir :  ici\"\nbody: |\n  ```{question} a\n  ```\n````\n\n\
        - a\n\n  ```{figure}\n  src:   a\n  ```\n\n```{figure}\nsrc:   jamais fermé\n";
    assert_eq!(format_page(before), after);
    assert_eq!(format_page(after), after);
}

#[test]
fn every_right_case_says_the_same_before_and_after() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for folder in ["modules", "tests/cases/ok"] {
        for found in crate::source::files::files(&root.join(folder)).unwrap() {
            let Ok(text) = String::from_utf8(crate::source::files::bytes(&found.disk).unwrap()) else {
                continue;
            };
            let (before, after) = match found.path.rsplit_once('.') {
                Some((_, "yaml")) => (vec![meaning(&clean(&text))], vec![meaning(&format(&text))]),
                Some((_, "md")) => (said(&clean(&text)), said(&format_page(&text))),
                _ => continue,
            };
            seen += 1;
            assert_eq!(before, after, "{}", found.path);
        }
    }
    assert!(seen > 20, "{seen}");
}

/// What each block of a page says, and after it the page without its blocks.
fn said(page: &str) -> Vec<Option<String>> {
    let bodies = page::bodies(page);
    let mut prose = page.to_owned();
    let blocks: Vec<_> = bodies.iter().map(|body| meaning(&page[body.clone()])).collect();
    bodies.into_iter().rev().for_each(|body| prose.replace_range(body, ""));
    blocks.into_iter().chain([Some(prose)]).collect()
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
    fn formatting_a_page_changes_nothing_it_says_and_once_is_enough(body in lines()) {
        let page = format!("# T\n\n```{{figure}}\n{body}\n```\n\nFin.\n");
        let once = format_page(&page);
        let (before, after) = (said(&clean(&page)), said(&once));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.into_iter().zip(after) {
            prop_assert!(before.is_none() || before == after, "{before:?} {after:?}");
        }
        prop_assert_eq!(format_page(&once), once);
    }

    #[test]
    fn formatting_never_changes_what_a_file_says(text in lines()) {
        let before = meaning(&clean(&text));
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
