//! The address as PostNL asks for it: names, street, `1234 AB  TOWN`, country only abroad.

use crate::fonts::{Weight, tidy};
use crate::page::Mark;
use crate::page::geometry::{ADDRESS_LEADING, ADDRESS_LINES, WindowBox};
use crate::text::{Line, Span, Style, break_lines};
use crate::{Addressee, DocumentError};

impl Addressee {
    /// The lines of the address, top to bottom; empty parts left out.
    pub fn lines(&self) -> Vec<String> {
        let attention = self
            .attention
            .as_deref()
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let attention = attention.map(|name| format!("T.a.v. {name}"));
        let town = town_line(&self.postcode, &self.town, self.country.is_none());
        let country = self.country.as_deref().map(str::to_uppercase);
        let parts = [
            Some(self.name.clone()),
            self.extra.clone(),
            attention,
            Some(self.street.clone()),
            Some(town),
            country,
        ];
        // Commas at line ends and doubled spaces in names upset sorting machines.
        let clean = |part: String| {
            let part = tidy(&part).replace('\n', " ");
            part.trim().trim_end_matches(',').trim_end().to_owned()
        };
        parts
            .into_iter()
            .flatten()
            .map(clean)
            .filter(|line| !line.is_empty())
            .collect()
    }
}

/// `1234 AB  TOWN` in the Netherlands; abroad as given, the town in capitals.
fn town_line(postcode: &str, town: &str, domestic: bool) -> String {
    let compact: String = postcode
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_uppercase();
    let (digits, letters) = compact.split_at_checked(4).unwrap_or((&compact, ""));
    let dutch = domestic
        && digits.len() == 4
        && digits.bytes().all(|b| b.is_ascii_digit())
        && letters.len() == 2
        && letters.bytes().all(|b| b.is_ascii_uppercase());
    let town = town.trim().to_uppercase();
    if dutch {
        format!("{digits} {letters}  {town}")
    } else {
        format!("{} {town}", postcode.trim()).trim().to_owned()
    }
}

const STYLE: Style = Style {
    size: 10.0,
    leading: ADDRESS_LEADING,
    grey: 0.0,
};
const SMALLEST: f32 = 7.0;

/// The address in the middle of the window. Long lines are set smaller, then broken, while at most
/// six lines fill the safe box.
pub(crate) fn marks(addressee: &Addressee, window: WindowBox) -> Result<Vec<Mark>, DocumentError> {
    let lines = addressee.lines();
    if lines.is_empty() || lines.len() > ADDRESS_LINES {
        return Err(DocumentError::AddressLines(lines.len()));
    }
    let mut style = STYLE;
    let set = loop {
        let set: Vec<Line> = lines
            .iter()
            .flat_map(|line| fit(line, style.size, window.width))
            .collect();
        if set.len() <= ADDRESS_LINES || style.size <= SMALLEST {
            break set;
        }
        style.size -= 0.5;
    };
    // At the smallest size the last lines are what the post needs most: street, town, country.
    let spare = set.len().saturating_sub(ADDRESS_LINES);
    let kept: Vec<Line> = keep(set, lines.len(), spare);
    let cap = style.size * crate::text::MM * 0.72;
    let height = ADDRESS_LEADING * (kept.len() - 1) as f32 + cap;
    let first = window.top + (window.bottom - window.top - height) / 2.0 + cap;
    let place = |(i, line): (usize, Line)| Mark::Text {
        x: window.left,
        y: first + ADDRESS_LEADING * i as f32,
        line,
        style,
    };
    Ok(kept.into_iter().enumerate().map(place).collect())
}

/// Leaves out the last of the lines into which a long name was broken.
fn keep(mut set: Vec<Line>, tail: usize, spare: usize) -> Vec<Line> {
    if spare > 0 {
        let end = set.len().saturating_sub(tail.saturating_sub(1));
        let start = end.saturating_sub(spare);
        set.drain(start..end);
    }
    set.truncate(ADDRESS_LINES);
    set
}

fn fit(line: &str, size: f32, width: f32) -> Vec<Line> {
    let whole = Line::of(Weight::Regular, line, size);
    if whole.width <= width {
        vec![whole]
    } else {
        break_lines(&[Span::regular(line)], size, width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_in_the_order_of_the_post() {
        let addressee = Addressee {
            name: "Hotel De Eik B.V.".into(),
            extra: Some("Administratie,".into()),
            attention: Some("mevrouw Jansen".into()),
            street: "Dorpsstraat 1".into(),
            postcode: "4357ab".into(),
            town: "Domburg".into(),
            country: None,
        };
        let expected = [
            "Hotel De Eik B.V.",
            "Administratie",
            "T.a.v. mevrouw Jansen",
            "Dorpsstraat 1",
            "4357 AB  DOMBURG",
        ];
        assert_eq!(addressee.lines(), expected);
        let abroad = Addressee {
            postcode: "9000".into(),
            town: "Gent".into(),
            country: Some("België".into()),
            ..addressee
        };
        assert_eq!(
            abroad.lines()[4..],
            ["9000 GENT", "BELGIË"],
            "the country stands last, in capitals"
        );
    }

    #[test]
    fn any_name_stays_in_six_lines_in_the_window() {
        let window = WindowBox {
            left: 35.0,
            top: 53.0,
            width: 65.0,
            bottom: 78.0,
        };
        for name in ["W".repeat(200), "Vereniging van eigenaars ".repeat(8)] {
            let addressee = Addressee {
                name,
                street: "Straat 1".into(),
                postcode: "1000 AA".into(),
                town: "Amsterdam".into(),
                ..Addressee::default()
            };
            let marks = marks(&addressee, window).unwrap();
            assert!(marks.len() <= 6, "{} lines", marks.len());
            let texts: Vec<_> = marks
                .iter()
                .map(|mark| match mark {
                    Mark::Text { x, y, line, .. } => {
                        assert!(
                            *x >= 35.0 && x + line.width <= 100.01 && *y > 53.0 && *y < 78.0,
                            "outside the window: {}",
                            line.text
                        );
                        line.text.clone()
                    }
                    other => panic!("only text belongs in the window: {other:?}"),
                })
                .collect();
            assert_eq!(
                texts[texts.len() - 2..],
                ["Straat 1", "1000 AA  AMSTERDAM"],
                "street and town are never left out"
            );
        }
    }
}
