//! Texts as a course has them: pages, scripts, styles, drawings, data; always the same ones.
//!
//! How much a text shrinks decides how long packing takes, so these are tuned to real ones: 1,200 files
//! of Moodle, Adapt, eXe and scorm-again shrink to 0.238 of their length with libdeflate at level 6.

use crate::random::Xorshift;

/// Words of the vocabulary, a power of two.
const WORDS: usize = 4096;
/// Sentences that a file says again, as interfaces and templates do.
const REFRAINS: usize = 12;

/// What all files have in common.
pub struct Web {
    words: Vec<String>,
}

/// A file that is being written.
struct Page<'a> {
    web: &'a Web,
    random: &'a mut Xorshift,
    refrains: Vec<String>,
    out: String,
}

impl Web {
    /// A vocabulary.
    pub fn new(random: &mut Xorshift) -> Self {
        Self { words: (0..WORDS).map(|_| word(random)).collect() }
    }

    /// A text of `length` bytes, of the kind that its extension names.
    pub fn text(&self, random: &mut Xorshift, extension: &str, length: usize) -> Vec<u8> {
        let mut page = Page { web: self, random, refrains: Vec::new(), out: String::new() };
        page.refrains = (0..REFRAINS).map(|_| page.sentence()).collect();
        while page.out.len() < length {
            page.part(extension);
        }
        page.out.truncate(length);
        page.out.into_bytes()
    }
}

impl Page<'_> {
    fn part(&mut self, extension: &str) {
        let part = match extension {
            "html" => self.paragraph(),
            "js" => self.function(),
            "json" => self.record(),
            "svg" => self.path(),
            "css" => self.rule(),
            _ => self.element(),
        };
        self.out += &part;
    }

    /// A word, the first ones of the vocabulary much oftener than the last, as in any language.
    fn word(&mut self) -> &str {
        let rarity = self.random.below(WORDS.ilog2() as usize) + 1;
        &self.web.words[self.random.below(1 << rarity)]
    }

    fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.word().to_owned()).collect::<Vec<_>>().join(" ")
    }

    fn sentence(&mut self) -> String {
        let count = 6 + self.random.below(10);
        self.words(count)
    }

    /// Two times in three one that the file has said before.
    fn said(&mut self) -> String {
        match self.random.below(3) {
            0 => self.sentence(),
            _ => self.refrains[self.random.below(REFRAINS)].clone(),
        }
    }

    fn prose(&mut self) -> String {
        (0..2 + self.random.below(4)).map(|_| self.sentence() + ". ").collect()
    }

    /// A name of the code: of one word or two.
    fn name(&mut self) -> String {
        let first = self.word().to_owned();
        if self.random.below(2) == 0 { first } else { first + "-" + self.word() }
    }

    fn number(&mut self) -> usize {
        self.random.below(1000)
    }

    fn paragraph(&mut self) -> String {
        let (class, id, said, fresh) = (self.name(), self.number(), self.said(), self.prose());
        format!(
            "    <section class=\"course-block course-block--{class}\" id=\"block-{id}\">\n      \
             <h3 class=\"course-block__title\">{said}</h3>\n      \
             <p class=\"course-block__text\">{fresh}</p>\n    </section>\n"
        )
    }

    fn function(&mut self) -> String {
        let (name, of, fresh) = (self.name(), self.name(), self.sentence());
        let body: String = (0..2 + self.random.below(5)).map(|_| self.statement()).collect();
        format!(
            "    // {fresh}\n    \"{name}\": function ({of}, options) {{\n        var self = this;\n{body}    }},\n\n"
        )
    }

    fn statement(&mut self) -> String {
        let (name, of, number) = (self.word().to_owned(), self.word().to_owned(), self.number());
        match self.random.below(4) {
            0 => format!(
                "        if (!{name} || {name}.{of} === undefined) {{\n            return {number};\n        }}\n"
            ),
            1 => format!("        self.trigger('{name}:{of}', options.{name});\n"),
            2 => format!(
                "        var {name} = self.{of}({number}, function () {{ return {name}.length; }});\n"
            ),
            _ => format!("        $('.{name}-{of}').toggleClass('is-{of}', {name} > {number});\n"),
        }
    }

    fn record(&mut self) -> String {
        let (id, kind, said, fresh) = (self.number(), self.name(), self.said(), self.prose());
        format!(
            "    {{\n      \"_id\": \"c-{id}\",\n      \"_parentId\": \"b-{}\",\n      \
             \"_component\": \"{kind}\",\n      \"_isOptional\": false,\n      \
             \"title\": \"{said}\",\n      \"body\": \"<p>{fresh}</p>\"\n    }},\n",
            id / 4
        )
    }

    fn path(&mut self) -> String {
        let point = |random: &mut Xorshift| {
            format!("{}.{} {}", random.below(400), random.below(10), random.below(400))
        };
        let from = point(self.random);
        let curve: String = (0..7).map(|_| format!(" L{}", point(self.random))).collect();
        let colour = self.random.below(12);
        format!(
            "  <path class=\"layer-{colour}\" fill=\"none\" stroke=\"#3a{colour:x}f5{colour:x}\" \
             stroke-width=\"1.5\" stroke-linejoin=\"round\" d=\"M{from}{curve}Z\"/>\n"
        )
    }

    fn rule(&mut self) -> String {
        let (block, of, number) = (self.name(), self.name(), self.random.below(90));
        let transition = self.name();
        let (colour, second) = (self.random.below(4096), self.random.below(9));
        format!(
            ".{block} .{block}__{of}:not(.is-{of}) {{\n  display: flex;\n  margin: {number}px {second}px;\n  \
             padding: 0.{number}rem;\n  color: #{colour:03x};\n  transition: {transition} 0.{second}s;\n}}\n\n"
        )
    }

    fn element(&mut self) -> String {
        let (id, kind, fresh) = (self.number(), self.name(), self.prose());
        format!(
            "    <item identifier=\"ITEM-{id}\" identifierref=\"RES-{id}\" isvisible=\"true\">\n      \
             <title>{fresh}</title>\n      <metadata><kind>{kind}</kind></metadata>\n    </item>\n"
        )
    }
}

fn word(random: &mut Xorshift) -> String {
    let syllable = |random: &mut Xorshift| {
        let consonant = b"tnrsldcmpvfgbhq"[random.below(15).min(random.below(15))];
        let vowel = b"eaiou"[random.below(5).min(random.below(5))];
        [char::from(consonant), char::from(vowel)]
    };
    (0..1 + random.below(4)).flat_map(|_| syllable(random)).collect()
}
