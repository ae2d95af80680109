//! A transcript in words, for whoever answers a learner; it adds nothing to it.

use crate::diag::Text;
use crate::text;
use crate::transcript::mark::Verdict;
use crate::transcript::memory::Phase;
use crate::transcript::memory::Status;
use crate::transcript::said::Answered;
use crate::transcript::said::Asked;
use crate::transcript::said::Assessment;
use crate::transcript::said::Counted;
use crate::transcript::said::Practice;
use crate::transcript::said::Rating;
use crate::transcript::said::Transcript;
use crate::transcript::said::Tried;

/// The whole of it, line by line.
pub fn told(said: &Transcript) -> Vec<Text> {
    let mut out = head(said);
    out.extend(pages(said));
    if !said.practice.is_empty() {
        out.push(text! { fr: "\nExercices", en: "\nPractice" });
        out.extend(said.practice.iter().flat_map(practice));
    }
    if let Some(assessment) = &said.assessment {
        out.extend(self::assessment(assessment));
    }
    if !said.ratings.is_empty() {
        out.push(text! { fr: "\nAutoévaluation", en: "\nSelf-assessment" });
        out.extend(said.ratings.iter().map(rating));
    }
    out
}

fn head(said: &Transcript) -> Vec<Text> {
    let (module, state) = (&said.module, &said.state);
    let crate::transcript::said::Module { id, title, version, language } = module;
    let (schema, sequence) = (&state.schema, state.sequence);
    let mut out = vec![text! {
        fr: "Module : {title} ({id} {version}, {language})",
        en: "Module: {title} ({id} {version}, {language})",
    }];
    out.push(if state.earlier {
        text! {
            fr: "État : intact, écrit par une version publiée plus tôt (schéma {schema}, enregistrement {sequence}), relu ici comme le fait le lecteur",
            en: "State: whole, written by a version released earlier (schema {schema}, save {sequence}), read here as the player does",
        }
    } else {
        text! {
            fr: "État : intact, écrit par cette version (schéma {schema}, enregistrement {sequence})",
            en: "State: whole, written by this version (schema {schema}, save {sequence})",
        }
    });
    if !state.lost.is_empty() {
        let lost = state.lost.join(", ");
        out.push(text! {
            fr: "Réponses que cette version ne peut pas reprendre : {lost}",
            en: "Answers that this version cannot take up: {lost}",
        });
    }
    out.extend(said.document.as_ref().map(document));
    out.push(status(said.status));
    out.push(match said.pages.iter().find(|page| said.here.as_ref() == Some(&page.id)) {
        Some(page) => {
            let (id, title) = (&page.id, &page.title);
            text! { fr: "Devant : la page « {title} » ({id})", en: "In front: the page « {title} » ({id})" }
        }
        None => text! { fr: "Devant : l'évaluation", en: "In front: the assessment" },
    });
    out
}

fn document(document: &crate::transcript::pasted::Document) -> Text {
    let word = |is: bool| if is { ("oui", "yes") } else { ("non", "no") };
    let ((passed_fr, passed_en), (done_fr, done_en)) = (word(document.passed), word(document.completed));
    let best = document.best.map(|best| per_cent(best * 100.0));
    let (none_fr, none_en) = ("aucune".to_owned(), "none".to_owned());
    let (best_fr, best_en) = best.map_or((none_fr, none_en), |best| (best.fr, best.en));
    let beside = document.beside;
    text! {
        fr: "Dit au dépôt : réussi {passed_fr}, terminé {done_fr}, meilleure note {best_fr}; états laissés à côté : {beside}",
        en: "Told the store: passed {passed_en}, completed {done_en}, best grade {best_en}; states left beside: {beside}",
    }
}

fn status(status: Status) -> Text {
    let (fr, en) = match status {
        Status::Incomplete => ("à terminer (incomplete)", "incomplete"),
        Status::Failed => ("échoué (failed)", "failed"),
        Status::Completed => ("terminé (completed)", "completed"),
        Status::Passed => ("réussi (passed)", "passed"),
    };
    text! { fr: "Statut dit à la plateforme : {fr}", en: "Status told to the platform: {en}" }
}

fn pages(said: &Transcript) -> Vec<Text> {
    let (opened, all) = (said.pages.iter().filter(|page| page.opened).count(), said.pages.len());
    let mut out = vec![text! {
        fr: "\nPages ouvertes : {opened} sur {all}",
        en: "\nPages opened: {opened} of {all}",
    }];
    out.extend(said.pages.iter().map(|page| {
        let (id, title) = (&page.id, &page.title);
        let (fr, en) = match (page.opened, page.done) {
            (false, _) => ("jamais ouverte", "never opened"),
            (true, false) => ("ouverte, exercices à faire", "opened, practice to do"),
            (true, true) => ("faite", "done"),
        };
        text! { fr: "  {id} : « {title} », {fr}", en: "  {id}: « {title} », {en}" }
    }));
    out
}

fn practice(practice: &Practice) -> Vec<Text> {
    let tries = practice.tries;
    let checked = match (tries, practice.checked) {
        (0, _) => text! { fr: "pas encore vérifiée", en: "not checked yet" },
        (1, true) => text! { fr: "vérifiée une fois", en: "checked once" },
        (1, false) => {
            text! { fr: "vérifiée une fois, reprise depuis", en: "checked once, taken up again since" }
        }
        (_, true) => text! { fr: "vérifiée {tries} fois", en: "checked {tries} times" },
        (_, false) => {
            text! { fr: "vérifiée {tries} fois, reprise depuis", en: "checked {tries} times, taken up again since" }
        }
    };
    question("", &practice.answered, &checked)
}

/// Its id and prompt, what was given, what it is worth.
fn question(number: &str, answered: &Answered, more: &Text) -> Vec<Text> {
    let Answered { id, prompt, .. } = answered;
    let prompt: String = prompt.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = vec![text! { fr: "  {number}{id} : {prompt}", en: "  {number}{id}: {prompt}" }];
    let (more_fr, more_en) = (&more.fr, &more.en);
    if answered.verdict == Verdict::Blank {
        out.push(text! { fr: "    sans réponse; {more_fr}", en: "    no answer; {more_en}" });
        return out;
    }
    let given = words(answered, &answered.given);
    let (fr, en) = (given.fr, given.en);
    let (verdict_fr, verdict_en) = match answered.verdict {
        Verdict::Right => ("juste", "right"),
        Verdict::Part => ("juste en partie", "partly right"),
        Verdict::Wrong | Verdict::Blank => ("fausse", "wrong"),
    };
    out.push(text! { fr: "    réponse : {fr}", en: "    answer: {en}" });
    out.push(text! { fr: "    {verdict_fr}; {more_fr}", en: "    {verdict_en}; {more_en}" });
    if answered.verdict != Verdict::Right {
        let expected = words(answered, &answered.expected);
        let (fr, en) = (expected.fr, expected.en);
        out.push(text! { fr: "    attendu : {fr}", en: "    expected: {en}" });
    }
    out
}

fn words(answered: &Answered, given: &[String]) -> Text {
    match (answered.kind, given) {
        ("true-false", [one]) if one == "true" => text! { fr: "vrai", en: "true" },
        ("true-false", _) => text! { fr: "faux", en: "false" },
        _ => {
            let all = given.iter().map(|one| format!("« {one} »")).collect::<Vec<_>>().join(", ");
            text! { fr: "{all}", en: "{all}" }
        }
    }
}

fn assessment(assessment: &Assessment) -> Vec<Text> {
    let Assessment { attempts_submitted: count, .. } = assessment;
    let pass = per_cent(assessment.pass);
    let (pass_fr, pass_en) = (pass.fr, pass.en);
    let (of_fr, of_en) = match assessment.attempts_allowed {
        Some(most) => (format!(" sur {most}"), format!(" of {most}")),
        None => (", sans limite".to_owned(), ", without limit".to_owned()),
    };
    let mut out = vec![text! {
        fr: "\nÉvaluation : note de passage {pass_fr}; tentatives remises : {count}{of_fr}",
        en: "\nAssessment: pass mark {pass_en}; attempts submitted: {count}{of_en}",
    }];
    out.extend(assessment.grades.as_ref().map(grades));
    if let Some(tried) = &assessment.attempt {
        out.push(attempt(tried));
        let asked = tried.questions.iter().enumerate();
        out.extend(asked.flat_map(|(at, asked)| self::asked(at + 1, asked)));
    }
    out
}

fn grades(grades: &Counted) -> Text {
    let [counts, first, best, last, average] =
        [grades.counts, grades.first, grades.best, grades.last, grades.average].map(per_cent);
    let (rule_fr, rule_en) = match grades.rule {
        "last" => ("la dernière", "the last"),
        "first" => ("la première", "the first"),
        "average" => ("la moyenne", "the average"),
        _ => ("la meilleure", "the best"),
    };
    let (passed_fr, passed_en) =
        if grades.passed { ("réussi", "passed") } else { ("pas réussi", "not passed") };
    let [counts_fr, first_fr, best_fr, last_fr, average_fr] =
        [&counts, &first, &best, &last, &average].map(|one| &one.fr);
    let [counts_en, first_en, best_en, last_en, average_en] =
        [&counts, &first, &best, &last, &average].map(|one| &one.en);
    text! {
        fr: "  note qui compte ({rule_fr}) : {counts_fr}, {passed_fr}; première {first_fr}, meilleure {best_fr}, dernière {last_fr}, moyenne {average_fr}",
        en: "  grade that counts ({rule_en}): {counts_en}, {passed_en}; first {first_en}, best {best_en}, last {last_en}, average {average_en}",
    }
}

fn attempt(tried: &Tried) -> Text {
    let Tried { number, at, .. } = tried;
    let Text { fr: points_fr, en: points_en } = plain(tried.points);
    let Text { fr: total_fr, en: total_en } = plain(tried.total);
    let Text { fr: score_fr, en: score_en } = per_cent(tried.score);
    match tried.phase {
        Phase::Running => text! {
            fr: "  tentative {number} en cours, à la question {at}; vaudrait maintenant {points_fr} sur {total_fr} ({score_fr})",
            en: "  attempt {number} under way, at question {at}; would be worth {points_en} of {total_en} now ({score_en})",
        },
        Phase::Summary => text! {
            fr: "  tentative {number} en cours, au résumé; vaudrait maintenant {points_fr} sur {total_fr} ({score_fr})",
            en: "  attempt {number} under way, at the summary; would be worth {points_en} of {total_en} now ({score_en})",
        },
        Phase::Submitted => text! {
            fr: "  tentative {number} remise : {points_fr} sur {total_fr} ({score_fr})",
            en: "  attempt {number} submitted: {points_en} of {total_en} ({score_en})",
        },
    }
}

fn asked(number: usize, asked: &Asked) -> Vec<Text> {
    let Text { fr: points_fr, en: points_en } = plain(asked.answered.score * asked.points);
    let Text { fr: total_fr, en: total_en } = plain(asked.points);
    let (flag_fr, flag_en) = if asked.flagged { (", marquée à revoir", ", flagged") } else { ("", "") };
    let more = text! {
        fr: "{points_fr} sur {total_fr}{flag_fr}",
        en: "{points_en} of {total_en}{flag_en}",
    };
    question(&format!("{number}. "), &asked.answered, &more)
}

fn rating(rating: &Rating) -> Text {
    let Rating { objective, text, .. } = rating;
    let value = |given: Option<usize>| given.map_or("–".to_owned(), |given| format!("{given}/4"));
    let (before, after) = (value(rating.before), value(rating.after));
    text! {
        fr: "  {objective} (« {text} ») : avant {before}, après {after}",
        en: "  {objective} (« {text} »): before {before}, after {after}",
    }
}

/// « 85,5 % », “85.5%”.
fn per_cent(value: f64) -> Text {
    let Text { fr, en } = plain(value);
    text! { fr: "{fr} %", en: "{en}%" }
}

/// At most two decimals.
fn plain(value: f64) -> Text {
    let en = ((value * 100.0).round() / 100.0).to_string();
    Text { fr: en.replace('.', ","), en }
}
