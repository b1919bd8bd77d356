//! Charts of races, as the coordinates that a page draws them with.

use paddock_api_types::driving::DrivenRace;

/// Size of the drawing in units of its own, which a browser scales to the width that there is.
pub(crate) const WIDTH: i64 = 600;
pub(crate) const HEIGHT: i64 = 160;

/// A chart, oldest race first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chart {
    pub(crate) title: &'static str,
    /// What it shows, for those who do not see it.
    pub(crate) summary: String,
    /// What the upper and the lower edge stand for.
    pub(crate) top: String,
    pub(crate) bottom: String,
    pub(crate) bars: Vec<Bar>,
    /// Lines as SVG writes their points; one that is interrupted makes several.
    pub(crate) lines: Vec<String>,
    pub(crate) dots: Vec<Dot>,
}

/// A bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bar {
    pub(crate) x: i64,
    pub(crate) y: i64,
    pub(crate) width: i64,
    pub(crate) height: i64,
}

/// A point of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dot {
    pub(crate) x: i64,
    pub(crate) y: i64,
}

/// Charts of races that come newest first; none of fewer than two.
pub(crate) fn charts(races: &[DrivenRace]) -> Vec<Chart> {
    if races.len() < 2 {
        return Vec::new();
    }
    [incidents(races), finishes(races), laps(races)]
        .into_iter()
        .flatten()
        .collect()
}

/// Incidents as bars, and their trend as a line.
fn incidents(races: &[DrivenRace]) -> Option<Chart> {
    let values: Vec<_> = races.iter().rev().map(|it| it.incidents).collect();
    let most = values.iter().flatten().max().copied()?.max(1);
    // In hundredths, so that the line has the places that the trend has.
    let trend = races.iter().rev().map(|it| hundredths(it.incidents_trend));
    let scale = Scale {
        count: races.len(),
        top: most * 100,
        bottom: 0,
    };
    let bars = values.iter().enumerate().filter_map(|(index, value)| {
        let y = scale.y(value.as_ref()? * 100);
        Some(Bar {
            x: scale.x(index) - scale.half(),
            y,
            width: scale.half() * 2,
            height: HEIGHT - y,
        })
    });
    let sum: i64 = values.iter().flatten().sum();
    Some(Chart {
        title: "Incidents per race",
        summary: format!(
            "Bars of {} races with {sum} incident points together, at most {most} in one; a line shows the \
             mean of five races.",
            races.len()
        ),
        top: format!("{most}x"),
        bottom: "0x".to_owned(),
        bars: bars.collect(),
        lines: scale.lines(trend),
        dots: Vec::new(),
    })
}

/// Finish positions, the first at the top.
fn finishes(races: &[DrivenRace]) -> Option<Chart> {
    let values = races.iter().rev();
    let values: Vec<_> = values.map(|it| it.class_position.or(it.position)).collect();
    let (best, worst) = (
        values.iter().flatten().min()?,
        values.iter().flatten().max()?,
    );
    let scale = Scale {
        count: races.len(),
        top: *best,
        bottom: (*worst).max(best + 1),
    };
    Some(Chart {
        title: "Finish positions",
        summary: format!(
            "Line of {} races, between P{best} and P{worst}.",
            races.len()
        ),
        top: format!("P{best}"),
        bottom: format!("P{}", scale.bottom),
        bars: Vec::new(),
        lines: scale.lines(values.iter().copied()),
        dots: scale.dots(&values),
    })
}

/// Best laps, the slowest at the top.
fn laps(races: &[DrivenRace]) -> Option<Chart> {
    let values: Vec<_> = races.iter().rev().map(|it| it.best_lap).collect();
    let (best, worst) = (
        values.iter().flatten().min()?,
        values.iter().flatten().max()?,
    );
    let scale = Scale {
        count: races.len(),
        top: (*worst).max(best + 1),
        bottom: *best,
    };
    Some(Chart {
        title: "Best lap of each race",
        summary: format!(
            "Line of {} races, between {} and {}; tracks differ.",
            races.len(),
            lap(*best),
            lap(*worst)
        ),
        top: lap(*worst),
        bottom: lap(*best),
        bars: Vec::new(),
        lines: scale.lines(values.iter().copied()),
        dots: scale.dots(&values),
    })
}

/// From races and values to coordinates.
struct Scale {
    count: usize,
    /// The value at the upper edge.
    top: i64,
    /// That at the lower edge, which is another one.
    bottom: i64,
}

impl Scale {
    /// The middle of a race's share of the width.
    fn x(&self, index: usize) -> i64 {
        let (index, count) = (whole(index), whole(self.count).max(1));
        (2 * index + 1) * WIDTH / (2 * count)
    }

    fn half(&self) -> i64 {
        (WIDTH / (whole(self.count).max(1) * 3)).max(1)
    }

    fn y(&self, value: i64) -> i64 {
        let share = (value - self.top).saturating_mul(HEIGHT) / (self.bottom - self.top);
        share.clamp(0, HEIGHT)
    }

    /// Lines through the values that are known, interrupted where one is not.
    fn lines(&self, values: impl Iterator<Item = Option<i64>>) -> Vec<String> {
        let mut lines = vec![Vec::new()];
        for (index, value) in values.enumerate() {
            match value {
                Some(value) => {
                    let point = format!("{},{}", self.x(index), self.y(value));
                    lines.last_mut().expect("there is one").push(point);
                }
                None => lines.push(Vec::new()),
            }
        }
        lines.retain(|points| points.len() > 1);
        lines.into_iter().map(|points| points.join(" ")).collect()
    }

    fn dots(&self, values: &[Option<i64>]) -> Vec<Dot> {
        let dots = values.iter().enumerate().filter_map(|(index, value)| {
            let y = self.y((*value)?);
            Some(Dot {
                x: self.x(index),
                y,
            })
        });
        dots.collect()
    }
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn hundredths(mean: Option<f64>) -> Option<i64> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a mean of incidents is a small number"
    )]
    let hundredths = mean.map(|mean| (mean * 100.0).round() as i64);
    hundredths
}

/// `1:17.661`, from 1/10000 s.
pub(crate) fn lap(ticks: i64) -> String {
    let thousandths = ticks / 10;
    let (seconds, rest) = (thousandths / 1000, thousandths % 1000);
    format!("{}:{:02}.{rest:03}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn race(position: Option<i64>, incidents: Option<i64>, best: Option<i64>) -> DrivenRace {
        let race = json!({
            "subsession_id": "1", "kind": "league", "raced_at": "2026-12-01T19:30:00Z",
            "position": position, "incidents": incidents, "incidents_trend": incidents,
            "best_lap": best, "outcome": "finished", "final": false,
        });
        serde_json::from_value(race).unwrap()
    }

    #[test]
    fn the_oldest_race_is_on_the_left_and_every_point_within_the_drawing() {
        let races = [
            race(Some(1), Some(0), Some(770_000)),
            race(Some(5), Some(8), Some(780_000)),
            race(Some(3), Some(4), Some(790_000)),
        ];
        let charts = charts(&races);
        let titles: Vec<_> = charts.iter().map(|it| it.title).collect();
        assert_eq!(
            titles,
            [
                "Incidents per race",
                "Finish positions",
                "Best lap of each race"
            ]
        );
        let bar = |x: i64, y: i64| Bar {
            x: x - 66,
            y,
            width: 132,
            height: HEIGHT - y,
        };
        assert_eq!(charts[0].bars, [bar(100, 80), bar(300, 0), bar(500, 160)]);
        assert_eq!(charts[0].lines, ["100,80 300,0 500,160"]);
        assert_eq!(charts[1].lines, ["100,80 300,160 500,0"]);
        assert_eq!((&*charts[1].top, &*charts[1].bottom), ("P1", "P5"));
        assert_eq!(charts[2].lines, ["100,0 300,80 500,160"]);
        assert_eq!(
            (&*charts[2].top, &*charts[2].bottom),
            ("1:19.000", "1:17.000")
        );
    }

    #[test]
    fn what_is_not_known_is_a_gap_and_equal_values_are_a_line() {
        let known = || race(Some(4), None, Some(770_000));
        let unknown = || race(None, None, None);
        let races = [
            known(),
            known(),
            unknown(),
            known(),
            known(),
            unknown(),
            known(),
        ];
        let charts = charts(&races);
        assert_eq!(charts.len(), 2);
        assert_eq!(charts[0].lines.len(), 2);
        assert_eq!(charts[0].dots.len(), 5);
        assert!(charts[0].dots.iter().all(|dot| dot.y == 0));
        assert_eq!(super::charts(&[unknown(), unknown()]), []);
        assert_eq!(super::charts(&[known()]), []);
        assert_eq!(super::charts(&[]), []);
    }
}
