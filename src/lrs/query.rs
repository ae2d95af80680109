//! `GET statements`: one by its id, or those that filters choose, page by page. How each is written is
//! the concern of `formats`.

use std::ops::ControlFlow;

use serde_json::Value;
use serde_json::json;

use crate::lrs::Answer;
use crate::lrs::Ledger;
use crate::lrs::Refusal;
use crate::lrs::agents;
use crate::lrs::encoding;
use crate::lrs::filter::Filter;
use crate::lrs::formats;
use crate::lrs::formats::Format;
use crate::lrs::moment;
use crate::lrs::moment::Moment;
use crate::lrs::params::Params;
use crate::lrs::service::Call;
use crate::lrs::service::Lrs;
use crate::lrs::service::ROOT;
use crate::lrs::service::read_only;
use crate::lrs::store::Entry;
use crate::lrs::store::Order;

/// Most statements on a page.
const PAGE: usize = 100;

/// The address of further pages: that of the first, with where to go on.
const MORE: &str = "statements/more";

const ONE: [&str; 4] = ["statementId", "voidedStatementId", "format", "attachments"];
const KNOWN: [&str; 14] = [
    "statementId",
    "voidedStatementId",
    "agent",
    "verb",
    "activity",
    "registration",
    "related_activities",
    "related_agents",
    "since",
    "until",
    "limit",
    "format",
    "attachments",
    "ascending",
];

/// Which statements, in which order, how many.
struct Range {
    since: Option<Moment>,
    until: Option<Moment>,
    limit: usize,
    order: Order,
    /// Where the page before ended.
    after: Option<Moment>,
}

/// The answer to a request that reads statements.
pub fn answer(lrs: &Lrs, call: &Call<'_>) -> Result<Answer, Refusal> {
    read_only(call)?;
    let is_more = call.request.path.strip_prefix(ROOT) == Some(MORE);
    let known: Vec<&str> = KNOWN.into_iter().chain(is_more.then_some("after")).collect();
    let params = Params::read(call.request, &known)?;
    if params.flag("attachments")? {
        return Err(Refusal::bad("?attachments", "this LRS holds no attachments"));
    }
    let format = formats::wanted(params, call.request.get("accept-language"))?;
    let (id, voided) = (params.uuid("statementId")?, params.uuid("voidedStatementId")?);
    if id.is_none() && voided.is_none() {
        return several(lrs, call, params, &format);
    }
    if let Some((name, _)) = call.request.query.iter().find(|(name, _)| !ONE.contains(&name.as_str())) {
        return Err(Refusal::bad(
            format!("?{name}"),
            "a statement that is asked by its id has no other filter",
        ));
    }
    if id.is_some() && voided.is_some() {
        return Err(Refusal::bad("?voidedStatementId", "only one of statementId and voidedStatementId"));
    }
    one(lrs, id.as_deref(), voided.as_deref(), &format)
}

fn one(lrs: &Lrs, id: Option<&str>, voided: Option<&str>, format: &Format) -> Result<Answer, Refusal> {
    let missing = || Refusal::new(404, "address", "there is no such statement");
    let entry = lrs.ledger.store.statement(id.or(voided).unwrap_or_default())?.ok_or_else(missing)?;
    if lrs.ledger.stands(&entry)? != id.is_some() {
        return Err(missing());
    }
    let modified = moment::http_date(entry.stored);
    Ok(Answer::json(&formats::written(&entry.value, format)).with("last-modified", &modified))
}

fn several(lrs: &Lrs, call: &Call<'_>, params: Params<'_>, format: &Format) -> Result<Answer, Refusal> {
    let filter = Filter {
        agent: params.agent("agent")?.as_ref().and_then(agents::identity),
        verb: params.iri("verb")?,
        activity: params.iri("activity")?,
        registration: params.uuid("registration")?,
        related_agents: params.flag("related_agents")?,
        related_activities: params.flag("related_activities")?,
    };
    let range = range(params)?;
    let (found, is_last) = page(&lrs.ledger, &filter, &range)?;
    let more = match found.last() {
        Some(entry) if !is_last => more(call, entry.stored),
        _ => String::new(),
    };
    let statements: Vec<Value> = found.iter().map(|entry| formats::written(&entry.value, format)).collect();
    Ok(Answer::json(&json!({ "statements": statements, "more": more })))
}

fn range(params: Params<'_>) -> Result<Range, Refusal> {
    let limit: Option<usize> =
        params.checked("limit", |text| text.parse().map_err(|_| "a limit is a whole number from 0"))?;
    let after = params.checked("after", |text| text.parse().map_err(|_| "it was not made by this LRS"))?;
    let order = if params.flag("ascending")? { Order::Ascending } else { Order::Descending };
    // A limit of 0 is ours (xAPI 1.0.3 Communication 2.1.3).
    let limit = limit.filter(|&limit| limit > 0).map_or(PAGE, |limit| limit.min(PAGE));
    Ok(Range { since: params.moment("since")?, until: params.moment("until")?, limit, order, after })
}

/// The statements of a page, and whether no other page follows.
fn page(ledger: &Ledger, filter: &Filter, range: &Range) -> Result<(Vec<Entry>, bool), Refusal> {
    let (mut found, mut fault, mut is_last) = (Vec::new(), None, true);
    ledger.store.visit(range.order, &mut |entry| {
        if !range.holds(entry) {
            return ControlFlow::Continue(());
        }
        match ledger.stands(entry).and_then(|stands| Ok(stands && filter.takes(entry, ledger)?)) {
            Err(error) => fault = Some(error),
            Ok(false) => return ControlFlow::Continue(()),
            Ok(true) if found.len() == range.limit => is_last = false,
            Ok(true) => {
                found.push(entry.clone());
                return ControlFlow::Continue(());
            }
        }
        ControlFlow::Break(())
    })?;
    fault.map_or(Ok((found, is_last)), |fault| Err(fault.into()))
}

impl Range {
    fn holds(&self, entry: &Entry) -> bool {
        let later = self.after.is_none_or(|after| match self.order {
            Order::Ascending => entry.stored > after,
            Order::Descending => entry.stored < after,
        });
        later
            && self.since.is_none_or(|since| entry.stored > since)
            && self.until.is_none_or(|until| entry.stored <= until)
    }
}

/// The address of the next page, relative to the server.
fn more(call: &Call<'_>, after: Moment) -> String {
    let after = after.to_string();
    let first = call.request.query.iter().filter(|(name, _)| name != "after");
    let mut pairs: Vec<(&str, &str)> = first.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    pairs.push(("after", &after));
    format!("{ROOT}{MORE}?{}", encoding::query(&pairs))
}
