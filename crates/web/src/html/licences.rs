//! Licences: what was ordered, how it is used over time, who does not use theirs, invoices.

use askama::Template;

use super::{
    field::{Choice, Field},
    filters,
    frame::Frame,
    parts::{Notice, icon},
    table::{ListPage, ListRow, MenuItem, Nothing, Pager},
};

/// One licence.
#[derive(Debug, Clone)]
pub struct UseRow {
    /// Its name with the tier.
    pub name: String,
    /// Ordered.
    pub ordered: i64,
    /// Held.
    pub used: i64,
    /// Free.
    pub free: i64,
    /// When none will be free, in words.
    pub forecast: String,
    /// Whether that is soon, or none is free now.
    pub pressing: bool,
}

/// A line of the chart.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is the line of.
    pub name: String,
    /// Its points as `x,y x,y`.
    pub points: String,
    /// Class of its colour and pattern.
    pub look: &'static str,
}

/// A day of the table beside the chart.
#[derive(Debug, Clone)]
pub struct DayRow {
    /// The day.
    pub day: String,
    /// Most held of each line.
    pub highest: Vec<i64>,
}

/// Use over time.
#[derive(Debug, Clone)]
pub struct Chart {
    /// What it shows, in a sentence.
    pub label: String,
    /// The lines.
    pub lines: Vec<Line>,
    /// Places of the horizontal lines with what they stand for.
    pub marks: Vec<(i64, i64)>,
    /// The first and the last day.
    pub ends: (String, String),
    /// The same as a table, the newest day first.
    pub days: Vec<DayRow>,
}

/// Looks of lines, so that no two licences share one.
const LOOKS: [&str; 7] = ["use-1", "use-2", "use-3", "use-4", "use-5", "use-6", "use-7"];

/// Width of the drawing.
pub const WIDTH: i64 = 720;
/// Height of the drawing.
pub const HEIGHT: i64 = 200;

impl Chart {
    /// Draws these series, each with one number a day.
    pub fn new(label: String, series: &[(String, Vec<i64>)], days: &[String]) -> Self {
        let most = series.iter().flat_map(|(_, all)| all).copied().max().unwrap_or(0);
        let top = top(most);
        let steps = i64::try_from(days.len()).unwrap_or(1).max(2) - 1;
        let height = |value: i64| HEIGHT - value * HEIGHT / top;
        let line = |(look, (name, values)): (usize, &(String, Vec<i64>))| {
            let points = (0_i64..)
                .zip(values)
                .map(|(at, value)| format!("{},{}", at * WIDTH / steps, height(*value)));
            let points = points.collect::<Vec<_>>().join(" ");
            Line {
                name: name.clone(),
                points,
                look: LOOKS.get(look % 7).copied().unwrap_or_default(),
            }
        };
        let row = |(place, day): (usize, &String)| DayRow {
            day: day.clone(),
            highest: series
                .iter()
                .map(|(_, values)| values.get(place).copied().unwrap_or_default())
                .collect(),
        };
        let end = |day: Option<&String>| day.cloned().unwrap_or_default();
        Self {
            label,
            lines: series.iter().enumerate().map(line).collect(),
            marks: [0, 1, 2].map(|part| (height(top * part / 2), top * part / 2)).into(),
            ends: (end(days.first()), end(days.last())),
            days: days.iter().enumerate().map(row).rev().collect(),
        }
    }
}

/// The next round number that is even, so that half of it is whole.
fn top(most: i64) -> i64 {
    let mut step = 2;
    while step * 5 < most {
        step *= if step.to_string().starts_with('2') { 5 } else { 2 };
    }
    (most.max(1) + step - 1) / step * step
}

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "licences/licences.html")]
pub struct LicencesPage {
    /// What surrounds it.
    pub frame: Frame,
    /// What to know first.
    pub notice: Option<Notice>,
    /// Seats held, of all.
    pub seats: (i64, i64),
    /// Each licence.
    pub rows: Vec<UseRow>,
    /// Use over time, once there is any.
    pub chart: Option<Chart>,
    /// Months to choose from for an invoice: value and words; empty for those who make none.
    pub months: Vec<(String, String)>,
}

/// Who holds a seat and does not use it.
pub fn unused(frame: Frame, rows: Vec<ListRow>, days: i64, pager: Pager) -> ListPage {
    let choices = [30_i64, 60, 90].map(|one| {
        let words = frame.texts.with("licences-unused-days", &[("n", texts::Arg::from(one))]);
        Choice::new(one.to_string(), words, &days.to_string())
    });
    ListPage {
        frame,
        heading: None,
        title: "licences-unused-title",
        lead: "licences-unused-lead",
        tabs: Vec::new(),
        actions: vec![MenuItem::aside("/licences", icon("license"), "licences-title")],
        notice: None,
        once: None,
        filters: vec![Field::select("days", "licences-unused-for", choices.into())],
        address: "/licences/unused",
        columns: vec![
            "users-column-name",
            "user-licence",
            "users-column-state",
            "person-last_sign_in",
        ],
        rows,
        nothing: Nothing {
            icon: icon("circle-check"),
            title: "licences-unused-none",
            hint: "licences-unused-none-hint",
        },
        pager,
    }
}

#[cfg(test)]
mod tests {
    use super::{Chart, top};

    #[test]
    fn the_top_of_a_chart_is_round_and_not_below() {
        let tops = [0, 1, 2, 7, 11, 23, 99, 101, 760].map(|most| (most, top(most)));
        for (most, top) in tops {
            assert!(top >= most && top % 2 == 0 && top <= (most + 1) * 2, "{most}: {top}");
        }
    }

    #[test]
    fn a_chart_holds_every_day_in_lines_and_rows() {
        let days = ["1".to_owned(), "2".to_owned(), "3".to_owned()];
        let series = [("A".to_owned(), vec![0, 1, 4]), ("B".to_owned(), vec![2, 2, 2])];
        let chart = Chart::new("use".into(), &series, &days);
        assert_eq!(chart.lines[0].points, "0,200 360,150 720,0");
        assert_eq!(chart.days[0].highest, [4, 2], "the newest first");
        assert_eq!(chart.marks, [(200, 0), (100, 2), (0, 4)]);
        assert_eq!(chart.ends, ("1".into(), "3".into()));
    }
}
