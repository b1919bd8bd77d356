//! Charts as images, drawn by `charts-rs` with the font that it brings along, so that a machine without
//! fonts draws letters all the same.

use charts_rs::{
    BarChart, ChildChart, MultiChart, Series, SeriesCategory, THEME_DARK, YAxisConfig,
};
use tokio::{sync::Semaphore, task};

/// Images that are drawn at the same time: each keeps a core busy.
const AT_ONCE: usize = 2;
/// Size of one chart of an image.
const WIDTH: f32 = 720.0;
const HEIGHT: f32 = 260.0;

/// A chart of an image.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chart {
    /// What it shows, with the unit.
    pub(crate) title: &'static str,
    /// Below each value.
    pub(crate) labels: Vec<String>,
    /// Values and how they are drawn; a value that is not known leaves a gap.
    pub(crate) series: Vec<Curve>,
    /// The best is the smallest, and stands at the top.
    pub(crate) first_on_top: bool,
}

/// Values of a chart.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Curve {
    pub(crate) name: &'static str,
    pub(crate) values: Vec<Option<f64>>,
    /// As a line instead of bars.
    pub(crate) line: bool,
}

/// Draws images, outside of what waits for the network.
pub(crate) struct Charts {
    permits: Semaphore,
}

impl Default for Charts {
    fn default() -> Self {
        Self {
            permits: Semaphore::new(AT_ONCE),
        }
    }
}

impl Charts {
    /// A PNG with these charts below each other. `None` where that fails, which the log says: what is
    /// shown is in the text too.
    pub(crate) async fn draw(&self, charts: Vec<Chart>) -> Option<Vec<u8>> {
        let permit = self.permits.acquire().await.ok()?;
        let drawn = task::spawn_blocking(move || png(&charts)).await;
        drop(permit);
        match drawn {
            Ok(Ok(png)) => Some(png),
            Ok(Err(error)) => {
                tracing::error!(%error, "a chart could not be drawn");
                None
            }
            Err(error) => {
                tracing::error!(%error, "a chart could not be drawn");
                None
            }
        }
    }
}

fn png(charts: &[Chart]) -> charts_rs::Result<Vec<u8>> {
    charts_rs::svg_to_png(&svg(charts)?)
}

fn svg(charts: &[Chart]) -> charts_rs::Result<String> {
    let mut all = MultiChart::new();
    for chart in charts {
        all.add(ChildChart::Bar(bars(chart), None));
    }
    all.svg()
}

fn bars(chart: &Chart) -> BarChart {
    let series = chart.series.iter().map(|it| Series {
        name: it.name.to_owned(),
        data: it.values.iter().map(|value| value.map(single)).collect(),
        category: it.line.then_some(SeriesCategory::Line),
        ..Series::default()
    });
    let mut drawn = BarChart::new_with_theme(series.collect(), chart.labels.clone(), THEME_DARK);
    drawn.width = WIDTH;
    drawn.height = HEIGHT;
    chart.title.clone_into(&mut drawn.title.text);
    drawn.legend.show = Some(chart.series.len() > 1);
    if let Some(axis) = drawn.y_axis_configs.first_mut() {
        limits(chart, axis);
    }
    drawn
}

/// Lines have no bars that would have to begin at 0.
fn limits(chart: &Chart, axis: &mut YAxisConfig) {
    axis.inverse = chart.first_on_top;
    let lines = chart.series.iter().all(|it| it.line);
    let values = || {
        chart
            .series
            .iter()
            .flat_map(|it| it.values.iter().flatten())
    };
    let least = values().copied().reduce(f64::min);
    if let Some(least) = least.filter(|_| lines) {
        axis.min = Some(single(least.floor()));
    }
}

fn single(value: f64) -> f32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "seven digits are more than an image shows"
    )]
    let single = value as f32;
    single
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::{tiny_skia, usvg};
    use std::sync::Arc;

    fn chart() -> Chart {
        Chart {
            title: "Incidents per race",
            labels: vec!["1 Nov".to_owned(), "8 Nov".to_owned(), "15 Nov".to_owned()],
            series: vec![
                Curve {
                    name: "Incidents",
                    values: vec![Some(4.0), None, Some(2.0)],
                    line: false,
                },
                Curve {
                    name: "Trend",
                    values: vec![Some(4.0), Some(4.0), Some(3.0)],
                    line: true,
                },
            ],
            first_on_top: false,
        }
    }

    /// Pixels of an image that is drawn with these fonts and no other.
    fn drawn(svg: &str, fonts: &[&[u8]]) -> (u32, u32, Vec<u8>) {
        let mut known = usvg::fontdb::Database::new();
        for font in fonts {
            known.load_font_data(font.to_vec());
        }
        let options = usvg::Options {
            fontdb: Arc::new(known),
            ..usvg::Options::default()
        };
        let tree = usvg::Tree::from_str(svg, &options).unwrap();
        let size = tree.size().to_int_size();
        let mut image = tiny_skia::Pixmap::new(size.width(), size.height()).unwrap();
        resvg::render(&tree, tiny_skia::Transform::default(), &mut image.as_mut());
        (size.width(), size.height(), image.take())
    }

    fn pixels(png: &[u8]) -> (u32, u32, Vec<u8>) {
        let image = image::load_from_memory(png).unwrap().to_rgba8();
        (image.width(), image.height(), image.into_raw())
    }

    /// As on a machine without fonts: what is drawn is what the font that comes along gives, whatever
    /// others the machine has, and without it there would be no letter.
    #[tokio::test]
    async fn letters_are_drawn_with_the_font_that_comes_along() {
        let charts = vec![chart()];
        let svg = svg(&charts).unwrap();
        assert!(svg.contains("Incidents per race") && svg.contains("15 Nov"));
        let png = Charts::default().draw(charts).await.unwrap();
        let bundled = drawn(&svg, &[charts_rs::DEFAULT_FONT_DATA]);
        assert!(pixels(&png) == bundled);
        let without = drawn(&svg, &[]);
        let letters = bundled.2.iter().zip(&without.2).filter(|(a, b)| a != b);
        assert!(letters.count() > 5_000);
    }

    #[tokio::test]
    async fn charts_stand_below_each_other_and_the_figures_change_the_image() {
        let charts = Charts::default();
        let one = charts.draw(vec![chart()]).await.unwrap();
        let two = charts.draw(vec![chart(), chart()]).await.unwrap();
        assert!(pixels(&two).1 > pixels(&one).1);
        let mut other = chart();
        other.series[0].values[2] = Some(9.0);
        assert!(charts.draw(vec![other]).await.unwrap() != one);
        // Nothing but gaps is no failure.
        let mut empty = chart();
        for series in &mut empty.series {
            series.values = vec![None; 3];
            series.line = true;
        }
        empty.first_on_top = true;
        assert!(charts.draw(vec![empty]).await.is_some());
    }
}
