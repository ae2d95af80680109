//! What a finished package promises to learners, as filiere.lock would say it.

use std::collections::BTreeMap;

use crate::contents::Contents;
use crate::contents::Fault;
use crate::contents::Key;
use crate::contents::Question;
use crate::contents::Slot;
use crate::lock;
use crate::model::BankId;
use crate::model::LangTag;
use crate::model::ModuleId;
use crate::model::ObjectiveId;
use crate::model::PageId;
use crate::model::QuestionId;
use crate::model::Release;
use crate::model::ReleasedDraw;
use crate::model::ReleasedPart;
use crate::model::ReleasedQuestion;

impl Contents {
    /// Its identifiers, letters and state schema; names of options are not in a package, so their
    /// fingerprints are those of their texts.
    pub fn release(&self) -> Result<Release, Fault> {
        self.promised().ok_or(Fault::Data)
    }

    fn promised(&self) -> Option<Release> {
        let data = &self.data;
        let info = &data.module;
        let schema = &data.state;
        let objectives = data.objectives.iter().map(|one| ObjectiveId::new(&one.id));
        let mut questions = BTreeMap::new();
        let drawn = schema.draws.iter().flat_map(|draw| &draw.pool);
        for slot in schema.practice.iter().chain(drawn) {
            questions.insert(QuestionId::new(&slot.q)?, question(self.question(&slot.q)?, slot));
        }
        Some(Release {
            module: ModuleId::new(&info.id)?,
            version: info.version.clone(),
            language: LangTag::new(&info.language)?,
            iri: info.iri.strip_suffix(&format!("modules/{}", info.id))?.to_owned(),
            packages: BTreeMap::new(),
            state: schema.hash.clone(),
            pages: data.pages.iter().map(|page| PageId::new(&page.id)).collect::<Option<_>>()?,
            objectives: objectives.collect::<Option<_>>()?,
            rated: schema.objectives > 0,
            practice: ids(schema.practice.iter().map(|slot| slot.q.as_str()))?,
            shuffled: data.assessment.as_ref().is_some_and(|one| one.shuffle_questions),
            draws: self.draws()?,
            questions,
        })
    }

    /// A practice or a graded question.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.data.practice.iter().chain(&self.graded).find(|one| one.id == id)
    }

    fn draws(&self) -> Option<Vec<ReleasedDraw>> {
        let draws = self.data.assessment.iter().flat_map(|one| &one.draws);
        let draw = |draw: &crate::contents::data::Draw| {
            let pool = ids(draw.pool.iter().map(String::as_str))?;
            Some(ReleasedDraw { bank: BankId::new(&draw.bank)?, take: draw.take, pool })
        };
        draws.map(draw).collect()
    }
}

fn ids<'a>(list: impl Iterator<Item = &'a str>) -> Option<Vec<QuestionId>> {
    list.map(QuestionId::new).collect()
}

fn question(question: &Question, slot: &Slot) -> ReleasedQuestion {
    let named = |names: Vec<String>, texts: Vec<&str>| {
        let part = |(name, text): (String, &str)| lock::released_part(&name, text);
        names.into_iter().zip(texts).map(part).collect::<Vec<ReleasedPart>>()
    };
    let (parts, targets) = match &question.key {
        Key::Choice { options, .. } => (options.iter().map(|one| one.text.as_str()).collect(), Vec::new()),
        Key::Sequencing { items } => (items.iter().map(|one| one.text.as_str()).collect(), Vec::new()),
        Key::FillIn { blanks } => (blanks.iter().map(|one| one.name.as_str()).collect(), Vec::new()),
        Key::Matching { sources, targets } => (
            sources.iter().map(|one| one.text.as_str()).collect(),
            targets.iter().map(|one| one.text.as_str()).collect(),
        ),
        Key::TrueFalse { .. } | Key::Numeric(_) => (Vec::new(), Vec::new()),
    };
    ReleasedQuestion {
        kind: question.key.kind().to_owned(),
        layout: slot.layout,
        prompt: lock::prompt_words(&question.label),
        parts: named(slot.part_names(), parts),
        targets: named(slot.target_names(), targets),
    }
}
