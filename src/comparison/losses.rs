//! What learners of one package would lose with another in its place, by the rules of `filiere lock`.

use crate::comparison::Reading;
use crate::comparison::Renamed;
use crate::comparison::identifiers;
use crate::contents::Contents;
use crate::contents::Fault;
use crate::diag::Text;
use crate::lock;
use crate::text;

/// A sentence each; empty: nothing.
pub fn losses(
    old: &Contents,
    new: &Contents,
    state: &Reading,
    renamed: &[Renamed],
) -> Result<Vec<Text>, Fault> {
    let (was, now) = (old.release()?, new.release()?);
    if was.module != now.module {
        return Ok(vec![lock::words::module(was.module.as_str(), now.module.as_str()).message]);
    }
    if was.language != now.language {
        return Ok(vec![language(was.language.as_str(), now.language.as_str())]);
    }
    let mut out: Vec<Text> = Vec::new();
    if was.iri != now.iri {
        out.push(lock::words::iri(&was.iri, &now.iri).message);
    }
    out.extend(identifiers::missing(&old.manifests, &new.manifests).map(standard));
    // The address of activities follows from that of modules, which is said already.
    let platform = renamed.iter().filter(|one| one.what.starts_with("imsmanifest"));
    out.extend(platform.map(|one| self::renamed(&one.what)));
    if state.read {
        out.extend(lock::losses(&now, &was).into_iter().map(|loss| loss.said.message));
    } else {
        out.push(unread(&was.version, &state.from));
    }
    let reads = |hash: &str| {
        let schema = &new.data.state;
        schema.hash == hash || schema.earlier.iter().any(|one| one.hash == hash)
    };
    let older = old.data.state.earlier.iter().filter(|one| !reads(&one.hash));
    out.extend(older.map(|one| self::older(&one.hash)));
    Ok(out)
}

fn language(was: &str, now: &str) -> Text {
    text! {
        fr: "le premier paquet est en {was}, le second en {now} : ce sont deux activités, l'une ne remplace pas l'autre",
        en: "the first package is in {was}, the second in {now}: they are two activities, one does not replace the other",
    }
}

fn standard(manifest: &str) -> Text {
    text! {
        fr: "le second paquet n'a pas « {manifest} » : une plateforme qui a importé le premier ne peut pas le mettre à sa place",
        en: "the second package has no « {manifest} »: a platform that imported the first cannot put it in its place",
    }
}

fn renamed(what: &str) -> Text {
    text! {
        fr: "l'identifiant {what} a changé : la plateforme y verrait une autre activité, et les tentatives resteraient à l'ancienne",
        en: "the identifier {what} has changed: the platform would see another activity, and attempts would stay at the old one",
    }
}

fn unread(version: &str, hash: &str) -> Text {
    text! {
        fr: "le second paquet ne relit pas les états de la version {version} (schéma {hash}) : chaque personne recommencerait à la première page, seuls le statut et la note de la plateforme resteraient",
        en: "the second package does not read states of version {version} (schema {hash}): everybody would start at the first page, only status and grade of the platform would stay",
    }
}

fn older(hash: &str) -> Text {
    text! {
        fr: "le second paquet ne relit plus les états d'une version plus ancienne (schéma {hash}), que le premier relit",
        en: "the second package no longer reads states of an older version (schema {hash}), which the first reads",
    }
}
