//! What filters choose, how pages follow one another, how statements are written.

use super::*;

const AGENT: &str = "{\"mbox\":\"mailto:zoe@example.org\"}";

/// Statements of every kind that filters look at.
fn sample() -> Desk {
    let mut desk = desk();
    let zoe = json!({ "mbox": "mailto:zoe@example.org", "name": "Zoé" });
    let group = json!({ "objectType": "Group", "member": [zoe] });
    let activity = json!({ "id": "https://example.org/b" });
    let about = json!({ "contextActivities": { "grouping": activity }, "registration": uuid(70) });
    let mut inner =
        with(statement(0), json!({ "objectType": "SubStatement", "actor": zoe, "object": activity }));
    inner.as_object_mut().unwrap().shift_remove("id");
    let batch = json!([
        statement(1),
        with(statement(2), json!({ "actor": zoe })),
        with(statement(3), json!({ "actor": group, "verb": { "id": "https://example.org/v" } })),
        with(statement(4), json!({ "object": with(zoe.clone(), json!({ "objectType": "Agent" })) })),
        with(statement(5), json!({ "context": { "instructor": zoe, "registration": uuid(71) } })),
        with(statement(6), json!({ "object": activity })),
        with(statement(7), json!({ "context": about })),
        with(statement(8), json!({ "object": inner })),
        with(statement(9), json!({ "object": { "objectType": "StatementRef", "id": uuid(6) } })),
    ]);
    store(&mut desk, &batch);
    desk
}

#[test]
fn filters_choose_what_they_say() {
    let mut desk = sample();
    for (filter, expected) in [
        ("", &[1, 2, 3, 4, 5, 6, 7, 8, 9][..]),
        (&format!("&agent={AGENT}"), &[2, 3, 4]),
        (&format!("&agent={AGENT}&related_agents=true"), &[2, 3, 4, 5, 8]),
        ("&verb=https://example.org/v", &[3]),
        ("&verb=https://example.org/V", &[]),
        ("&activity=https://example.org/b", &[6, 9]),
        ("&activity=https://example.org/b&related_activities=true", &[6, 7, 8, 9]),
        (&format!("&registration={}", uuid(70)), &[7]),
        (&format!("&registration={}&agent={AGENT}&related_agents=true", uuid(71)), &[5]),
        ("&since=2026-11-23T12:00:00.006Z", &[8, 9]),
        ("&until=2026-11-23T12:00:00.001Z", &[1, 2]),
        ("&since=2026-11-23T12:00:00Z&until=2026-11-23T12:00:00.002Z", &[2, 3]),
        ("&limit=2", &[1, 2]),
        ("&limit=0", &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ] {
        assert_eq!(found(&mut desk, &format!("statements?ascending=true{filter}")), expected, "{filter}");
    }
    assert_eq!(found(&mut desk, "statements?limit=3"), [9, 8, 7]);
}

/// Numbers of each page, from a first address.
fn pages(desk: &mut Desk, first: &str) -> Vec<Vec<u32>> {
    let (mut pages, mut next) = (Vec::new(), format!("/xapi/{first}"));
    while !next.is_empty() {
        let answer = body(&send(desk, &ask("GET", next.strip_prefix("/xapi/").unwrap())));
        pages.push(numbers(&answer["statements"]));
        next = answer["more"].as_str().unwrap().to_owned();
    }
    pages
}

#[test]
fn pages_follow_one_another_without_loss_or_repetition() {
    let mut desk = sample();
    assert_eq!(pages(&mut desk, "statements?limit=4"), [vec![9, 8, 7, 6], vec![5, 4, 3, 2], vec![1]]);
    assert_eq!(
        pages(&mut desk, "statements?limit=3&ascending=true"),
        [vec![1, 2, 3], vec![4, 5, 6], vec![7, 8, 9]]
    );
    let filtered = format!("statements?limit=1&agent={AGENT}&ascending=true");
    assert_eq!(pages(&mut desk, &filtered), [vec![2], vec![3], vec![4]]);
    assert_eq!(pages(&mut desk, "statements?limit=9"), [vec![9, 8, 7, 6, 5, 4, 3, 2, 1]]);
}

#[test]
fn a_page_that_was_begun_is_not_moved_by_what_comes_later() {
    let mut desk = sample();
    let first = body(&send(&mut desk, &ask("GET", "statements?limit=8")));
    store(&mut desk, &statement(20));
    let more = first["more"].as_str().unwrap().strip_prefix("/xapi/").unwrap();
    assert_eq!(found(&mut desk, more), [1]);
}

#[test]
fn no_page_is_longer_than_a_hundred() {
    let mut desk = desk();
    store(&mut desk, &(1..=101).map(statement).collect::<Value>());
    let lengths: Vec<usize> = pages(&mut desk, "statements?limit=500").iter().map(Vec::len).collect();
    assert_eq!(lengths, [100, 1]);
}

#[test]
fn a_statement_is_written_as_it_was_asked_for() {
    let mut desk = desk();
    let more = json!({
        "actor": { "objectType": "Agent", "name": "Zoé", "mbox": "mailto:zoe@example.org" },
        "verb": { "id": "https://example.org/v", "display": { "en": "did", "fr-CA": "a fait" } },
        "object": { "id": "https://example.org/a", "definition": { "name": { "fr": "Cuve", "en": "Pot" } } },
    });
    store(&mut desk, &with(statement(1), more));
    let mut get = |format: &str| {
        let target = format!("statements?statementId={}&format={format}", uuid(1));
        let mut answer =
            body(&send(&mut desk, &ask("GET", &target).header("accept-language", "fr-CA,en;q=0.5")));
        ["actor", "verb", "object"].map(|key| answer[key].take())
    };
    assert_eq!(
        get("ids"),
        [
            json!({ "objectType": "Agent", "mbox": "mailto:zoe@example.org" }),
            json!({ "id": "https://example.org/v" }),
            json!({ "id": "https://example.org/a" }),
        ]
    );
    let [actor, verb, object] = get("canonical");
    assert_eq!(actor["name"], "Zoé");
    assert_eq!(verb["display"], json!({ "fr-CA": "a fait" }));
    assert_eq!(object["definition"]["name"], json!({ "en": "Pot" }));
    assert_eq!(get("exact")[1]["display"], json!({ "en": "did", "fr-CA": "a fait" }));
}

#[test]
fn activities_and_agents_are_known_from_statements() {
    let mut desk = desk();
    let named = |number, definition: Value, name: &str| {
        let actor = json!({ "mbox": "mailto:zoe@example.org", "name": name });
        let object = json!({ "id": "https://example.org/a", "definition": definition });
        with(statement(number), json!({ "actor": actor, "object": object }))
    };
    store(
        &mut desk,
        &named(1, json!({ "name": { "fr": "Cuve" }, "moreInfo": "https://example.org/" }), "Zoé"),
    );
    store(&mut desk, &named(2, json!({ "name": { "fr": "Cuves" } }), "Z. Roy"));
    let activity = send(&mut desk, &ask("GET", "activities?activityId=https://example.org/a"));
    let definition = json!({ "name": { "fr": "Cuves" }, "moreInfo": "https://example.org/" });
    let expected =
        json!({ "objectType": "Activity", "id": "https://example.org/a", "definition": definition });
    assert_eq!(body(&activity), expected);
    let unknown = send(&mut desk, &ask("GET", "activities?activityId=https://example.org/z"));
    assert_eq!(body(&unknown), json!({ "objectType": "Activity", "id": "https://example.org/z" }));
    let person = send(&mut desk, &ask("GET", &format!("agents?agent={AGENT}")));
    let expected =
        json!({ "objectType": "Person", "name": ["Z. Roy", "Zoé"], "mbox": ["mailto:zoe@example.org"] });
    assert_eq!(body(&person), expected);
}
