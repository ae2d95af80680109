//! The words of single cells and numbers; tests/it/report compares whole dictionaries.

use super::pattern::plain_number;
use super::*;

#[test]
fn numbers_are_written_as_the_player_writes_them() {
    let written =
        [0.0, 2678.0, 13.31, -3.5, 0.000_012_5, 1e21, 0.1 + 0.2, 123_456_789.123_456_78].map(plain_number);
    let expected =
        ["0", "2678", "13.31", "-3.5", "0.0000125", "1000000000000000000000", "0.3", "123456789.123457"];
    assert_eq!(written, expected);
}

#[test]
fn cells_are_quoted_and_no_text_becomes_a_formula() {
    let cells = ["a", "a;b", "a,b", "a\"b", "=1+1", "+a", "-a", "@a", "-3.5", "-3.5;2", "\ta", "a\nb"];
    let expected = [
        "a",
        "\"a;b\"",
        "\"a,b\"",
        "\"a\"\"b\"",
        "'=1+1",
        "'+a",
        "'-a",
        "'@a",
        "-3.5",
        "\"'-3.5;2\"",
        "'\ta",
        "\"a\nb\"",
    ];
    assert_eq!(cells.map(csv::cell), expected);
}
