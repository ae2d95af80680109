//! The teacher's guide: it stands alone, holds every answer, and is in no package.

use std::collections::BTreeSet;

use filiere::archive::Hash;
use filiere::model::Interaction;
use filiere::model::Module;
use filiere::model::Question;
use filiere::package::Entry;
use filiere::pipeline;
use filiere::report;

use crate::report::document;
use crate::report::every_module;
use crate::report::hall_heroult;
use crate::report::packaged;

fn guide(module: &Module) -> String {
    document(module, "-enseignant.html")
}

/// Values of an attribute, in order.
fn values(html: &str, name: &str) -> Vec<String> {
    let cut = format!(" {name}=\"");
    html.split(&cut).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn no_document_is_in_a_package_of_learners() {
    for module in every_module() {
        let documents = report::documents(&module, &packaged(&module));
        let (names, hashes): (BTreeSet<String>, BTreeSet<String>) =
            documents.iter().map(|one| (one.name.to_lowercase(), Hash::of(&one.bytes).to_string())).unzip();
        for compiled in pipeline::compile(std::slice::from_ref(&module)) {
            for (path, entry) in compiled.package.entries() {
                let Entry::Bytes(bytes) = entry else { continue };
                let file = path.as_str().rsplit('/').next().unwrap();
                assert!(!names.contains(file), "{} holds {path:?}", compiled.name);
                assert!(!hashes.contains(&Hash::of(bytes).to_string()), "{} holds {path:?}", compiled.name);
                let text = String::from_utf8_lossy(bytes);
                let marks = ["Guide pour l’enseignement", "Teacher guide", "http://ltsc.ieee.org/xsd/LOM"];
                let found: Vec<_> = marks.iter().filter(|mark| text.contains(*mark)).collect();
                assert_eq!(found, Vec::<&&str>::new(), "{}: {path:?}", compiled.name);
            }
        }
    }
}

#[test]
fn the_guide_asks_nothing_of_anyone_and_runs_nothing() {
    for module in every_module() {
        let html = guide(&module);
        for word in
            ["<script", "<link", "<iframe", "<object", "@import", "url(", " onclick=", " style=", "<form"]
        {
            assert!(!html.contains(word), "{word}");
        }
        let sources = values(&html, "src");
        assert!(sources.iter().all(|src| src.starts_with("data:image/")), "{sources:?}");
        assert!(html.contains(&format!("<html lang=\"{}\">", module.language.as_str())));
    }
}

#[test]
fn ids_are_unique_and_every_link_of_the_guide_leads_to_one() {
    for module in every_module() {
        let html = guide(&module);
        let ids = values(&html, "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len());
        let mut targets: Vec<String> = values(&html, "href")
            .iter()
            .filter_map(|href| href.strip_prefix('#').map(str::to_owned))
            .collect();
        targets.extend(values(&html, "aria-labelledby"));
        let broken: Vec<&String> = targets.iter().filter(|target| !ids.contains(target)).collect();
        assert_eq!(broken, Vec::<&String>::new());
    }
}

#[test]
fn headings_skip_no_level_and_every_table_has_a_caption_and_headers() {
    for module in every_module() {
        let html = guide(&module);
        let levels: Vec<u32> = html
            .split("<h")
            .skip(1)
            .filter_map(|rest| {
                rest.chars().next()?.to_digit(10).filter(|_| rest[1..].starts_with([' ', '>']))
            })
            .collect();
        assert_eq!(levels[0], 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        for table in html.split("<table").skip(1) {
            let table = table.split("</table>").next().unwrap();
            assert!(table.contains("<thead>") && table.contains("scope=\"col\""), "{table}");
        }
        // A table of a text has the caption that its author gave it; those of the guide all have one.
        for region in html.split("role=\"region\"").skip(1) {
            let table = region.split_once("<table").unwrap().1.split_once('>').unwrap().1;
            assert!(table.trim_start().starts_with("<caption>"), "{region}");
        }
    }
}

#[test]
fn every_question_stands_in_the_guide_with_its_right_answer_in_words() {
    let mut asked = 0;
    for module in every_module() {
        let html = guide(&module);
        let drawn =
            module.assessment.iter().flat_map(|assessment| &assessment.draws).flat_map(|draw| &draw.pool);
        let drawn: BTreeSet<_> = drawn.map(|id| format!("e-{id}")).collect();
        let placed = module.pages.iter().flat_map(|page| &page.questions).map(|id| format!("p-{id}"));
        for place in placed.chain(drawn) {
            let (_, rest) =
                html.split_once(&format!("aria-labelledby=\"{place}\"")).unwrap_or_else(|| panic!("{place}"));
            let article = rest.split("</article>").next().unwrap();
            let question =
                module.questions.values().find(|question| place[2..] == *question.id.as_str()).unwrap();
            says(article, question);
            asked += 1;
        }
    }
    assert!(asked > 40, "{asked}");
}

/// Asserts that the words of an article tell the right answer and every text of the question.
fn says(article: &str, question: &Question) {
    let told = [&question.hint, &question.feedback, &question.solution].into_iter().flatten().count();
    assert_eq!(article.matches("class=\"more\"").count(), told, "{}", question.id);
    match &question.interaction {
        Interaction::Choice(choice) => {
            let right = choice.options.iter().filter(|option| option.right).count();
            assert_eq!(article.matches(">Bonne réponse</strong>").count(), right);
            assert_eq!(article.matches("<li class=\"right\">").count(), right);
            let feedback = choice.options.iter().filter(|option| option.feedback.is_some()).count();
            assert_eq!(article.matches("class=\"feedback\"").count(), feedback);
        }
        Interaction::TrueFalse { answer } => {
            let right = article.split("<li class=\"right\">").nth(1).unwrap().split("</li>").next().unwrap();
            assert!(right.contains(if *answer { ">Vrai<" } else { ">Faux<" }), "{right}");
        }
        Interaction::Numeric(numeric) => {
            let answer = article.split("<p class=\"answer\">").nth(1).unwrap().split("</p>").next().unwrap();
            assert!(answer.contains("Bonne réponse") && answer.contains(&numeric.shown), "{answer}");
            assert_eq!(rows(article), numeric.mistakes.len());
        }
        Interaction::FillIn { blanks } => {
            assert_eq!(rows(article), blanks.len());
            blanks
                .iter()
                .flat_map(|blank| &blank.answers)
                .for_each(|answer| assert!(article.contains(answer)));
        }
        Interaction::Matching(matching) => {
            let used: BTreeSet<usize> = matching.pairs.iter().map(|pair| pair.target).collect();
            assert_eq!(rows(article), matching.pairs.len() + matching.targets.len() - used.len());
        }
        Interaction::Sequencing { items } => {
            let list = article.split("<ol class=\"items\">").nth(1).unwrap().split("</ol>").next().unwrap();
            assert_eq!(list.matches("<li>").count(), items.len());
        }
    }
}

fn rows(article: &str) -> usize {
    article.matches("<tr><th scope=\"row\">").count()
}

#[test]
fn every_fact_to_confirm_is_listed_with_its_place() {
    let module = hall_heroult();
    let html = guide(&module);
    let list = html.split("<section class=\"sheet\" aria-labelledby=\"reviews\">").nth(1).unwrap();
    let list = list.split("</section>").next().unwrap();
    let marked = std::fs::read_dir(crate::tool::repository("modules/hall-heroult/pages"))
        .unwrap()
        .chain(std::fs::read_dir(crate::tool::repository("modules/hall-heroult/questions")).unwrap())
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap().matches("{review}`").count())
        .sum::<usize>();
    assert_eq!(rows(list), marked);
    assert!(list.contains("<th scope=\"row\">Page\u{a0}4, "), "{list}");
}

#[test]
fn a_guide_in_english_speaks_english() {
    let mut module = hall_heroult();
    module.language = filiere::model::LangTag::new("en-CA").unwrap();
    let html = guide(&module);
    for words in
        ["Teacher guide", "This guide holds every answer.", "Right answer", "November 22, 2026", "True"]
    {
        assert!(html.contains(words), "{words}");
    }
    for words in ["Bonne réponse", "Guide pour", "Exercice\u{a0}"] {
        assert!(!html.contains(words), "{words}");
    }
    let table = document(&module, "-interactions.csv");
    assert!(table.starts_with("\u{feff}Start of the identifier,First identifier,Use,"), "{table}");
}

#[test]
fn pictures_and_formulas_stay_and_what_only_the_module_can_do_becomes_words() {
    let module = crate::report::case("texte-riche-dans-une-question");
    let html = guide(&module);
    let article = html.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
    for kept in [
        "<img src=\"data:image/svg+xml;base64,",
        "alt=\"Une coupe de la cuve.\"",
        "[Image du fichier assets/photo.png du paquet\u{a0}: la photo]",
        "Voyez la cryolithe, le site de l’<a href=\"https://aluminium.ca/\">association</a>",
        "la source [1, p.",
        "<div class=\"callout\" role=\"note\" aria-label=\"À noter\"><p class=\"label\">À noter</p>",
        "<mfrac",
        "<span lang=\"en\">hot tear</span>",
        "<td class=\"end\">2</td>",
        "<code>x = 1",
        "<span class=\"review\">environ 960\u{a0}°C</span><small class=\"review-mark\"> [à confirmer]</small>",
    ] {
        assert!(article.contains(kept), "{kept}\n{article}");
    }
    assert_eq!(article.matches("<button").count() + article.matches("popover").count(), 0);
    assert!(html.contains(
        "<li>Association de l’aluminium du Canada. L’aluminium au Canada. 2024. <a href=\"https://aluminium.ca/\">https://aluminium.ca/</a></li>"
    ));
}
