//! Amounts, days and the program's own words, as a bookkeeper reads them.

use app::Lang;

const MONTHS_NL: [&str; 12] = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
];
const MONTHS_EN: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Words in one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The language.
    pub lang: Lang,
}

impl Words {
    /// Words in this language.
    pub fn new(lang: Lang) -> Words {
        Words { lang }
    }

    /// One of two texts.
    pub fn say<'a>(&self, nl: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }

    /// An amount: `€ 1.234,56`, in English `€ 1,234.56`. What is no amount stays as it is.
    pub fn money(&self, wire: &str) -> String {
        match self.figure(wire) {
            Some(figure) => format!("€ {figure}"),
            None => wire.to_string(),
        }
    }

    /// An amount of a currency: `€ 12,50`, `USD 12,50`.
    pub fn money_of(&self, currency: &str, wire: &str) -> String {
        match (currency, self.figure(wire)) {
            ("EUR" | "", _) | (_, None) => self.money(wire),
            (other, Some(figure)) => format!("{other} {figure}"),
        }
    }

    fn figure(&self, wire: &str) -> Option<String> {
        let (minus, digits) = match wire.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", wire),
        };
        let (whole, decimals) = digits.split_once('.')?;
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
        if !all_digits(whole) || !all_digits(decimals) {
            return None;
        }
        let (group, point) = match self.lang {
            Lang::Nl => ('.', ','),
            Lang::En => (',', '.'),
        };
        let mut grouped = String::with_capacity(whole.len() + whole.len() / 3);
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push(group);
            }
            grouped.push(digit);
        }
        Some(format!("{minus}{grouped}{point}{decimals}"))
    }

    /// A percentage: `10,4%`.
    pub fn percent(&self, wire: &str) -> String {
        match self.lang {
            Lang::Nl => format!("{}%", wire.replace('.', ",")),
            Lang::En => format!("{wire}%"),
        }
    }

    /// A day: `22 nov 2026`. What is no day stays as it is.
    pub fn day(&self, iso: &str) -> String {
        let months = match self.lang {
            Lang::Nl => &MONTHS_NL,
            Lang::En => &MONTHS_EN,
        };
        let parts: Vec<&str> = iso.get(..10).unwrap_or_default().split('-').collect();
        let worded = match parts.as_slice() {
            [year, month, day] => month
                .parse::<usize>()
                .ok()
                .and_then(|month| months.get(month.checked_sub(1)?))
                .map(|month| format!("{} {month} {year}", day.trim_start_matches('0'))),
            _ => None,
        };
        worded.unwrap_or_else(|| iso.to_string())
    }

    /// A number with its noun: `1 brief`, `3 brieven`.
    pub fn many(&self, count: i64, nl: (&str, &str), en: (&str, &str)) -> String {
        let (one, more) = match self.lang {
            Lang::Nl => nl,
            Lang::En => en,
        };
        format!("{count} {}", if count == 1 { one } else { more })
    }

    /// Invoice numbers on one line: the first few, and how many more.
    pub fn numbers(&self, numbers: &[String], most: usize) -> String {
        match numbers.len() {
            0 => String::new(),
            count if count <= most => numbers.join(", "),
            count => format!("{} +{}", numbers[..most].join(", "), count - most),
        }
    }

    /// The name of a step of the plan.
    pub fn step(&self, code: &str) -> String {
        let (nl, en) = match code {
            "reminder" => ("herinnering", "reminder"),
            "final_reminder" => ("laatste herinnering", "final reminder"),
            "notice_14_days" => ("veertiendagenbrief", "14-day letter"),
            "final_demand" => ("sommatie", "final demand"),
            "handover" => ("overdracht", "handover"),
            other => (other, other),
        };
        self.say(nl, en).to_string()
    }

    /// How letters travel: `post + e-mail`.
    pub fn channels(&self, codes: &[String]) -> String {
        let named: Vec<&str> = codes
            .iter()
            .map(|code| match code.as_str() {
                "letter" => self.say("post", "post"),
                "email" => "e-mail",
                other => other,
            })
            .collect();
        named.join(" + ")
    }

    /// The name of a bucket of the ageing.
    pub fn bucket(&self, code: &str) -> String {
        let (nl, en) = match code {
            "not_due" => ("nog niet vervallen", "not due yet"),
            "1-30" => ("1 t/m 30 dagen", "1 to 30 days"),
            "31-60" => ("31 t/m 60 dagen", "31 to 60 days"),
            "61-90" => ("61 t/m 90 dagen", "61 to 90 days"),
            "90+" => ("meer dan 90 dagen", "more than 90 days"),
            other => (other, other),
        };
        self.say(nl, en).to_string()
    }

    /// How sure a match is.
    pub fn certainty(&self, code: &str) -> String {
        let (nl, en) = match code {
            "certain" => ("zeker", "certain"),
            "likely" => ("waarschijnlijk", "likely"),
            "possible" => ("mogelijk", "possible"),
            other => (other, other),
        };
        self.say(nl, en).to_string()
    }

    /// Why a line was matched, or why not more surely.
    pub fn match_reason(&self, code: &str) -> String {
        let (nl, en) = match code {
            "payment_reference" => ("betalingskenmerk", "payment reference"),
            "end_to_end" => ("kenmerk van de betaler", "end-to-end reference"),
            "invoice_number" => ("factuurnummer", "invoice number"),
            "customer_number" => ("klantnummer", "customer number"),
            "iban" => ("bekende rekening", "known account"),
            "name" => ("naam", "name"),
            "amount_exact" => ("precies het bedrag", "exact amount"),
            "amount_sum" => ("precies de som", "exact sum"),
            "amount_remaining" => ("precies het restant", "exact remainder"),
            "amount_with_costs" => ("met rente en kosten", "with interest and costs"),
            "part_payment" => ("deelbetaling", "part payment"),
            "overpayment" => ("te veel betaald", "overpayment"),
            "several_candidates" => ("meer dan één lezing", "more than one reading"),
            "wrong_reference" => ("kenmerk wijst elders heen", "reference points elsewhere"),
            "other_customers_iban" => (
                "rekening van een andere klant",
                "another customer's account",
            ),
            "returned" => ("teruggeboekt", "returned"),
            other => return other.replace('_', " "),
        };
        self.say(nl, en).to_string()
    }

    /// The name of a kind of file.
    pub fn file_kind(&self, code: &str) -> String {
        let (nl, en) = match code {
            "bank_statement" => ("bankafschrift", "bank statement"),
            "e_invoice" => ("e-factuur", "e-invoice"),
            "audit_file" => ("auditfile", "audit file"),
            "open_items" => ("openstaande posten", "open items"),
            "customers" => ("klanten", "customers"),
            "refused" => ("geweigerd", "refused"),
            other => return other.replace('_', " "),
        };
        self.say(nl, en).to_string()
    }

    /// What long work does.
    pub fn job(&self, label: &str) -> String {
        let (nl, en) = match label {
            "import" => ("Inlezen", "Importing"),
            "match" => ("Toewijzen", "Matching"),
            "run" => ("Brieven maken", "Making letters"),
            "sample" => ("Voorbeeld maken", "Making the sample"),
            "export" => ("Uitvoeren", "Exporting"),
            "verify" => ("Controleren", "Checking"),
            other => return other.replace('_', " "),
        };
        self.say(nl, en).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_days_read_as_people_write_them() {
        let nl = Words::new(Lang::Nl);
        let en = Words::new(Lang::En);
        assert_eq!(nl.money("1234567.89"), "€ 1.234.567,89");
        assert_eq!(nl.money("-0.05"), "€ -0,05");
        assert_eq!(en.money("1000.00"), "€ 1,000.00");
        assert_eq!(
            nl.money("?"),
            "?",
            "what is no amount is not dressed as one"
        );
        assert_eq!(nl.money_of("USD", "12.5"), "USD 12,5");
        assert_eq!(nl.percent("10.4"), "10,4%");
        assert_eq!(nl.day("2026-03-09"), "9 mrt 2026");
        assert_eq!(en.day("2026-11-22T10:00:00Z"), "22 Nov 2026");
        assert_eq!(nl.day("2026-00-09"), "2026-00-09");
        assert_eq!(
            nl.numbers(&["a".into(), "b".into(), "c".into()], 2),
            "a, b +1"
        );
    }
}
