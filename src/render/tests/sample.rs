//! A module that holds every kind of block, run and question once.

use std::collections::BTreeMap;

use crate::model::Measure;
use crate::model::Shares;
use crate::model::*;

pub fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

pub fn line(words: &str) -> Vec<Inline> {
    vec![text(words)]
}

pub fn para(words: &str) -> Prose {
    Prose(vec![Block::Paragraph(line(words))])
}

fn question(id: &str, interaction: Interaction) -> Question {
    Question {
        id: QuestionId::new(id).unwrap(),
        objective: ObjectiveId::new("expliquer"),
        points: 2,
        difficulty: None,
        tags: Vec::new(),
        prompt: para("Pourquoi dissout-on l’alumine dans la cryolithe fondue?"),
        figure: None,
        hint: Some(para("Pensez à la température.")),
        feedback: Some(para("Le bain abaisse la température et porte le courant.")),
        solution: Some(para("L’alumine pure fond vers 2\u{a0}050\u{a0}°C.")),
        interaction,
    }
}

fn item(at: usize, words: &str) -> Item {
    Item { letter: Letter::nth(at).unwrap(), name: None, text: line(words) }
}

fn option(at: usize, words: &str, right: bool) -> ChoiceOption {
    ChoiceOption {
        letter: Letter::nth(at).unwrap(),
        name: None,
        text: para(words),
        right,
        fixed: false,
        feedback: Some(para("Le métal coule au fond.")),
    }
}

pub fn choice(multiple: bool) -> Interaction {
    let options = vec![
        option(0, "Pour travailler vers 960\u{a0}°C.", true),
        option(1, "Pour réduire l’alumine.", multiple),
        option(2, "Pour rendre le métal plus léger que le bain.", false),
    ];
    Interaction::Choice(Choice { multiple, options })
}

fn numeric() -> Interaction {
    let unit = |symbol: &str, factor| Unit { symbol: symbol.to_owned(), factor, offset: 0.0 };
    Interaction::Numeric(Numeric {
        value: 2678.0,
        low: 2651.0,
        high: 2705.0,
        unit: Some("kg".to_owned()),
        units: vec![unit("kg", 1.0), unit("g", 0.001), unit("t", 1000.0)],
        ask_unit: true,
        measure: Some(Measure {
            name: "une masse".to_owned(),
            others: vec![unit("mg", 1e-6)],
            quantities: vec![("une longueur".to_owned(), "m mm"), ("une durée".to_owned(), "s h")],
        }),
        shares: Shares::USUAL,
        shown: "2\u{a0}678\u{a0}kg".to_owned(),
        significant: None,
        mistakes: vec![Mistake {
            low: 2810.0,
            high: 2830.0,
            feedback: para("Vous avez oublié le rendement."),
        }],
        tolerance: "±\u{a0}1\u{a0}%".to_owned(),
    })
}

fn fill_in() -> Question {
    let blank = |name: &str, answers: &[&str], choices: Option<&[&str]>| Blank {
        name: name.to_owned(),
        answers: answers.iter().map(|a| (*a).to_owned()).collect(),
        choices: choices.map(|c| c.iter().map(|a| (*a).to_owned()).collect()),
        ignore_case: true,
        ignore_accents: true,
    };
    let blanks =
        vec![blank("gaz", &["CO2"], None), blank("metal", &["aluminium"], Some(&["aluminium", "fer"]))];
    let mut question = question("lacunes", Interaction::FillIn { blanks });
    question.prompt = Prose(vec![Block::Paragraph(vec![
        text("L’anode part en "),
        Inline::Blank("gaz".to_owned()),
        text(" et la cuve donne de l’"),
        Inline::Blank("metal".to_owned()),
        text("."),
    ])]);
    question
}

fn matching() -> Interaction {
    let pair = |at: usize, words: &str| Pair { source: item(at, words), target: at };
    Interaction::Matching(Matching {
        pairs: vec![pair(0, "Anode"), pair(1, "Cathode"), pair(2, "Croûte")],
        targets: vec![
            item(0, "oxydation, dégagement de gaz carbonique par l’anode"),
            item(1, "réduction"),
            item(2, "isolation thermique"),
            item(3, "prélèvement du métal"),
        ],
    })
}

fn sequencing() -> Interaction {
    let steps = ["Extraction de la bauxite", "Digestion à la soude", "Calcination en alumine", "Électrolyse"];
    Interaction::Sequencing { items: steps.iter().enumerate().map(|(at, s)| item(at, s)).collect() }
}

fn math() -> Math {
    Math {
        mathml: "<math display=\"block\"><mi>m</mi><mo>=</mo><mfrac><mrow><mi>M</mi><mi>I</mi><mi>t</mi></mrow><mrow><mi>z</mi><mi>F</mi></mrow></mfrac></math>".to_owned(),
        tex: "m = \\frac{MIt}{zF}".to_owned(),
        plain: "m = MIt/(zF)".to_owned(),
    }
}

fn figure() -> Figure {
    Figure {
        asset: "assets/cuve.svg".to_owned(),
        alt: Some("Coupe d’une cuve d’électrolyse.".to_owned()),
        caption: Some(Prose(vec![
            Block::Paragraph(line("Coupe schématique d’une cuve à anodes précuites.")),
            Block::List { start: Some(1), items: vec![para("Poutre anodique"), para("Anode précuite")] },
        ])),
        credit: Some("Alu-Compétences".to_owned()),
        description: Some(para("Deux anodes trempent dans le bain.")),
        zoom: true,
        width: 392,
        height: 336,
    }
}

fn table() -> Table {
    let column = |words: &str, align| Column { title: line(words), align };
    let row = |a: &str, b: &str, c: &str| vec![line(a), line(b), line(c)];
    Table {
        caption: Some(para("Matières de la réaction, par kilogramme d’aluminium.")),
        columns: vec![
            column("Matière", Align::Start),
            column("Rôle", Align::Start),
            column("Masse (kg)", Align::End),
        ],
        rows: vec![row("Alumine", "consommée", "1,889"), row("Carbone de l’anode", "consommé", "0,334")],
        row_headers: 1,
    }
}

fn runs() -> Vec<Inline> {
    vec![
        text("Aucune cuve ne tient à 2\u{a0}050\u{a0}°C. Le "),
        Inline::Term { term: "rendement".to_owned(), content: line("rendement faradique") },
        text(" compte"),
        Inline::Footnote(0),
        text(", dit "),
        Inline::Review(line("≈ 960\u{a0}°C")),
        text(", "),
        Inline::Strong(line("fort")),
        Inline::Emphasis(line(" doux ")),
        text("Na"),
        Inline::Sub(line("3")),
        text("AlF"),
        Inline::Sub(line("6")),
        text(" "),
        Inline::Citation {
            reference: ReferenceId::new("aac").unwrap(),
            locator: Some("p.\u{a0}3".to_owned()),
        },
        text(". Voir "),
        Inline::Link { href: "#cuve".to_owned(), content: line("la page suivante") },
        text(" ou "),
        Inline::Link { href: "https://aluminium.ca/".to_owned(), content: line("l’Association") },
        text(" ("),
        Inline::Lang { lang: LangTag::new("en").unwrap(), content: line("hot tear") },
        text(")."),
    ]
}

fn first_page() -> Page {
    let body = Prose(vec![
        Block::Lead(line(
            "L’alumine fond vers 2\u{a0}050\u{a0}°C. Comment une cuve peut-elle travailler mille degrés plus bas?",
        )),
        Block::Paragraph(runs()),
        Block::Paragraph(line(
            "Le courant descend par l’anode de carbone, traverse le bain et sort par la cathode. À la cathode, chaque ion reçoit trois électrons et devient métal. À l’anode, l’oxygène de l’alumine se lie au carbone.",
        )),
        Block::Math(math()),
        Block::Definitions(vec![
            Definition { term: line("m"), definitions: vec![para("masse de métal, en g")] },
            Definition { term: line("I"), definitions: vec![para("courant, en A")] },
        ]),
        Block::Figure(figure()),
        Block::Callout { kind: Callout::Important, content: para("Le métal est plus dense que le bain.") },
        Block::Heading {
            level: 2,
            id: "combien".to_owned(),
            content: line("Combien de métal pour un courant donné?"),
        },
        Block::Table(table()),
        Block::List { start: None, items: vec![para("un"), para("deux")] },
        Block::Quote(para("On ne fond pas l’alumine.")),
        Block::Code { language: None, text: "m = M*I*t".to_owned() },
        Block::Reveal { title: line("Et l’histoire?"), body: para("Hall et Héroult, 1886.") },
        Block::Download {
            asset: "assets/cuve.svg".to_owned(),
            title: "Le dessin".to_owned(),
            text: Prose::default(),
        },
        Block::Callout { kind: Callout::Warning, content: para("Ces masses sont théoriques.") },
    ]);
    page(
        "bain",
        "Le bain, l’anode et la cathode",
        body,
        vec![para("Le procédé a 15 ans quand le premier lingot du Québec est coulé.")],
        &[],
    )
}

fn page(id: &str, title: &str, body: Prose, footnotes: Vec<Prose>, questions: &[&str]) -> Page {
    Page {
        id: PageId::new(id).unwrap(),
        title: line(title),
        body,
        footnotes,
        questions: questions.iter().map(|q| QuestionId::new(q).unwrap()).collect(),
    }
}

const PLACED: [&str; 7] = ["un", "plusieurs", "vrai", "nombre", "lacunes", "paires", "ordre"];

fn second_page() -> Page {
    let mut blocks = vec![Block::Objectives];
    blocks.extend(PLACED.iter().map(|q| Block::Question(QuestionId::new(q).unwrap())));
    page("cuve", "Une cuve au travail", Prose(blocks), Vec::new(), &PLACED)
}

fn questions() -> BTreeMap<QuestionId, Question> {
    let all = vec![
        question("un", choice(false)),
        question("plusieurs", choice(true)),
        question("vrai", Interaction::TrueFalse { answer: true }),
        question("nombre", numeric()),
        fill_in(),
        question("paires", matching()),
        question("ordre", sequencing()),
        question("note-un", choice(false)),
        question("note-deux", numeric()),
    ];
    all.into_iter().map(|q| (q.id.clone(), q)).collect()
}

fn workspace() -> Workspace {
    Workspace {
        publisher: Publisher {
            name: "Alu-Compétences".to_owned(),
            organization: "AluQuébec".to_owned(),
            url: "https://alu.example.org/".to_owned(),
        },
        iri: BaseIri::new("https://alu.example.org/").unwrap(),
        language: LangTag::new("fr-CA").unwrap(),
        licence: "CC-BY-NC-SA-4.0".to_owned(),
        support: "soutien@example.org".to_owned(),
        targets: vec!["scorm12".to_owned()],
        manifests: Manifests::Both,
    }
}

fn assessment() -> Assessment {
    let pool = ["note-un", "note-deux"].map(|q| QuestionId::new(q).unwrap()).to_vec();
    Assessment {
        pass_mark: PassMark::new(70).unwrap(),
        attempts: Some(3),
        grading: Grading::Best,
        feedback: FeedbackPolicy::AfterAttempt,
        corrections: Corrections::Worked,
        shuffle_questions: false,
        shuffle_options: false,
        after_pages: false,
        draws: vec![Draw { bank: BankId::new("cuve").unwrap(), pool, take: 2 }],
    }
}

/// The module.
pub fn module() -> Module {
    let objective = |id: &str, words: &str| Objective {
        id: ObjectiveId::new(id).unwrap(),
        bloom: None,
        text: para(words),
    };
    Module {
        workspace: workspace(),
        id: ModuleId::new("exemple").unwrap(),
        version: "1.0.0".to_owned(),
        date: "2026-11-22".to_owned(),
        language: LangTag::new("fr-CA").unwrap(),
        title: "De la bauxite au lingot".to_owned(),
        description: "Les étapes de la filière.".to_owned(),
        kind: Kind::Theory,
        disciplines: Vec::new(),
        levels: Vec::new(),
        programmes: Vec::new(),
        keywords: Vec::new(),
        duration: 45,
        requires: Vec::new(),
        notice: Some(para("Exercice pédagogique.")),
        objectives: vec![
            objective("decrire", "Décrire les étapes."),
            objective("expliquer", "Expliquer le rôle de la cryolithe."),
        ],
        contributors: Vec::new(),
        pages: vec![first_page(), second_page()],
        completion: Completion::Both,
        assessment: Some(assessment()),
        questions: questions(),
        banks: Vec::new(),
        glossary: vec![Term {
            id: "rendement".to_owned(),
            term: "rendement faradique".to_owned(),
            forms: Vec::new(),
            text: para("Part du courant qui produit réellement du métal."),
        }],
        references: vec![Reference {
            id: ReferenceId::new("aac").unwrap(),
            title: "L’aluminium au Canada".to_owned(),
            author: Some("Association de l’aluminium du Canada".to_owned()),
            publisher: None,
            year: Some("2023".to_owned()),
            url: Some("https://aluminium.ca/".to_owned()),
        }],
        assets: vec![Asset {
            source: "assets/cuve.svg".to_owned(),
            path: "assets/cuve.svg".to_owned(),
            content: AssetContent::Bytes(b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 392 336\"><path d=\"M0 0h392v336H0z\"/></svg>".to_vec()),
        }],
        earlier: Vec::new(),
        sessions: Sessions { journal: Journal::On, time: SessionTime::Active },
    }
}
