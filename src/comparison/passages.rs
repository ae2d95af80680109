//! What changed in the prose of a page: where, and the words before and after; whole pages that came
//! or went are not told here.

use std::collections::BTreeSet;

use crate::comparison::blocks::Block;
use crate::diag::Text;
use crate::text;

/// Characters of an extract.
const LONGEST: usize = 90;
/// Words that stay around what changed.
const AROUND: usize = 4;
/// Pairs of blocks that are weighed; beyond, what lies between the same ends counts as rewritten.
const MOST: usize = 4_000_000;

/// A line for each passage that is not the same, in the order of the page.
pub fn passages(old: &[Block], new: &[Block]) -> Vec<Text> {
    let start = old.iter().zip(new).take_while(|(a, b)| a.is(b)).count();
    let (old, new) = (&old[start..], &new[start..]);
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a.is(b)).count();
    let (old, new) = (&old[..old.len() - end], &new[..new.len() - end]);
    let mut out = Vec::new();
    let (mut from, mut to) = (0, 0);
    for (a, b) in kept(old, new).into_iter().chain([(old.len(), new.len())]) {
        out.extend(rewritten(&old[from..a], &new[to..b]));
        if let (Some(was), Some(now)) = (old.get(a), new.get(b))
            && !was.is(now)
        {
            out.push(otherwise(now));
        }
        (from, to) = (a + 1, b + 1);
    }
    out
}

/// Pairs of blocks that say the same: the longest row of them that keeps both orders.
fn kept(old: &[Block], new: &[Block]) -> Vec<(usize, usize)> {
    if old.len().saturating_mul(new.len()) > MOST {
        return Vec::new();
    }
    let width = new.len() + 1;
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            longest[a * width + b] = if old[a].says(&new[b]) {
                longest[(a + 1) * width + b + 1] + 1
            } else {
                longest[(a + 1) * width + b].max(longest[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b, mut out) = (0, 0, Vec::new());
    while a < old.len() && b < new.len() {
        if old[a].says(&new[b]) {
            out.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    out
}

/// Blocks in the place of others: one by one as far as both go.
fn rewritten(old: &[Block], new: &[Block]) -> Vec<Text> {
    let both = old.len().min(new.len());
    let changed = old.iter().zip(new).flat_map(|(was, now)| {
        if is_alike(was, now) { vec![turned(was, now)] } else { vec![removed(was), added(now)] }
    });
    changed.chain(old[both..].iter().map(removed)).chain(new[both..].iter().map(added)).collect()
}

/// Whether one became the other: a third of the words of the shorter one are in both.
fn is_alike(was: &Block, now: &Block) -> bool {
    let (was_words, now_words): (BTreeSet<_>, BTreeSet<_>) =
        (was.text.split(' ').collect(), now.text.split(' ').collect());
    let both = was_words.intersection(&now_words).count();
    was.is_heading == now.is_heading && 3 * both >= was_words.len().min(now_words.len())
}

fn removed(block: &Block) -> Text {
    alone(block, ("retiré", "removed"))
}

fn added(block: &Block) -> Text {
    alone(block, ("ajouté", "added"))
}

fn turned(was: &Block, now: &Block) -> Text {
    let (from, to) = around(&was.text, &now.text);
    let (fr, en) = place(now);
    text! { fr: "{fr} : « {from} » → « {to} »", en: "{en}: « {from} » → « {to} »" }
}

fn alone(block: &Block, (done_fr, done_en): (&str, &str)) -> Text {
    let (fr, en) = place(block);
    let said = cut(&block.text);
    text! { fr: "{fr}, {done_fr} : « {said} »", en: "{en}, {done_en}: « {said} »" }
}

/// The words are the same, and something else is not.
fn otherwise(block: &Block) -> Text {
    let (fr, en) = place(block);
    let said = cut(&block.text);
    text! {
        fr: "{fr}, lien, image ou mise en forme modifiés : « {said} »",
        en: "{en}, link, picture or layout changed: « {said} »",
    }
}

fn place(block: &Block) -> (String, String) {
    let under = &block.under;
    match (block.is_heading, under.is_empty()) {
        (true, _) => ("intertitre".to_owned(), "heading".to_owned()),
        (false, true) => ("texte du début".to_owned(), "text at the start".to_owned()),
        (false, false) => (format!("texte sous « {under} »"), format!("text under « {under} »")),
    }
}

/// What differs in both, with a few words around it.
fn around(was: &str, now: &str) -> (String, String) {
    let (was, now): (Vec<&str>, Vec<&str>) = (was.split(' ').collect(), now.split(' ').collect());
    let start = was.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let shorter = was.len().min(now.len()) - start;
    let end = was.iter().rev().zip(now.iter().rev()).take(shorter).take_while(|(a, b)| a == b).count();
    let from = start.saturating_sub(AROUND);
    let part = |words: &[&str]| {
        let to = (words.len() - end + AROUND).min(words.len());
        let before = if from > 0 { "… " } else { "" };
        let after = if to < words.len() { " …" } else { "" };
        let said = cut(&words[from..to].join(" "));
        let after = if said.ends_with('…') { "" } else { after };
        format!("{before}{said}{after}")
    };
    (part(&was), part(&now))
}

/// The beginning of a text, up to a word.
fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let head: String = text.chars().take(LONGEST).collect();
    let whole = head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| words);
    format!("{whole} …")
}
