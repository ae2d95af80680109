//! Today's date for a new module; nothing else of the program asks the clock.

use std::time::SystemTime;

/// Today, in UTC, as `2026-11-22`.
#[expect(clippy::disallowed_methods, reason = "cli is where the clock is read")]
pub fn today() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let (year, month, day) = civil(since.as_secs() / 86_400);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month and day of the Gregorian calendar, `days` after 1970-01-01.
fn civil(days: u64) -> (u64, u64, u64) {
    // Counted from 0000-03-01, so that a leap day ends its year.
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates_across_leap_years_and_centuries() {
        let days = [0, 58, 59, 11_016, 11_017, 20_779, 47_540, 47_541];
        let dates = days.map(civil);
        assert_eq!(
            dates,
            [
                (1970, 1, 1),
                (1970, 2, 28),
                (1970, 3, 1),
                (2000, 2, 29),
                (2000, 3, 1),
                (2026, 11, 22),
                (2100, 2, 28),
                (2100, 3, 1)
            ]
        );
    }
}
