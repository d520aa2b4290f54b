//! The program's codes in words: kinds, states, flags, what comes next.

use serde_json::Value;

use crate::peek::Peek;
use crate::words::Words;

impl Words {
    /// What a customer is under the law.
    pub fn kind(&self, code: &str) -> String {
        self.one(
            code,
            &[
                ("consumer", "consument", "consumer"),
                ("business", "bedrijf", "business"),
                ("government", "overheid", "government"),
                ("unknown", "onbekende soort", "kind unknown"),
            ],
        )
    }

    /// What holds for a customer or an invoice, as far as it is worth a word in a list.
    pub fn flags(&self, codes: &[String]) -> String {
        let named = [
            ("held", "pauze", "paused"),
            ("disputed", "betwist", "disputed"),
            ("promised", "toezegging", "promised"),
            ("handed_over", "overgedragen", "handed over"),
            ("insolvent", "insolvent", "insolvent"),
            ("unallocated", "geld over", "money left over"),
            ("kind_unknown", "soort onbekend", "kind unknown"),
            ("no_email", "geen e-mail", "no e-mail"),
            ("no_address", "geen adres", "no address"),
            ("credit_note", "creditnota", "credit note"),
            ("part_paid", "deels betaald", "paid in part"),
            ("paid", "betaald", "paid"),
            ("no_due_date", "geen vervaldatum", "no due date"),
        ];
        let held: Vec<&str> = named
            .iter()
            .filter(|(code, _, _)| codes.iter().any(|have| have == code))
            .map(|(_, nl, en)| self.say(nl, en))
            .collect();
        held.join(", ")
    }

    /// What to do.
    pub fn proposal(&self, kind: &str, step: &str) -> String {
        match kind {
            "letter" | "handover" if !step.is_empty() => self.step(step),
            other => self.one(
                other,
                &[
                    ("letter", "brief", "letter"),
                    ("call", "bellen", "call"),
                    ("handover", "overdracht", "handover"),
                    ("interrupt", "stuiten", "interrupt"),
                    ("review", "uitzoeken", "look into"),
                ],
            ),
        }
    }

    /// What comes next, with its day.
    pub fn next(&self, next: &Value) -> String {
        if next.is_null() {
            return String::new();
        }
        let what = self.proposal(&next.text("kind"), &next.text("step"));
        match next.known("on") {
            Some(day) => format!("{what}, {}", self.day(&day)),
            None => what,
        }
    }

    /// A card of work.
    pub fn work(&self, code: &str) -> String {
        self.one(
            code,
            &[
                ("letters", "Brieven die kunnen gaan", "Letters that may go"),
                (
                    "decide",
                    "Brieven die een besluit vragen",
                    "Letters that ask a decision",
                ),
                ("call", "Bellen", "To call"),
                ("promise", "Toezeggingen", "Promises"),
                ("handover", "Overdragen", "To hand over"),
                ("limitation", "Dreigt te verjaren", "About to lapse"),
                ("review", "Uitzoeken", "To look into"),
                ("held", "Tegengehouden", "Held back"),
                ("bank", "Bankgeld te koppelen", "Bank money to match"),
            ],
        )
    }

    /// Where a letter stands.
    pub fn letter_state(&self, code: &str) -> String {
        self.one(
            code,
            &[
                ("withdrawn", "ingetrokken", "taken back"),
                ("approved", "wacht", "waits"),
                ("handed_over", "uit het programma", "out of the program"),
                ("confirmed", "weg", "gone"),
            ],
        )
    }

    /// How an e-mail stands.
    pub fn mail_state(&self, code: &str) -> String {
        self.one(
            code,
            &[
                ("waiting", "wacht", "waits"),
                ("sending", "onderweg", "on its way"),
                ("sent", "verzonden", "sent"),
                ("refused", "geweigerd", "refused"),
                ("put_off", "uitgesteld", "put off"),
                ("uncertain", "onzeker", "not sure"),
                ("bounced", "teruggekomen", "came back"),
                ("draft", "concept", "draft"),
                ("by_hand", "zelf verzonden", "sent by hand"),
                ("posted", "gepost", "posted"),
            ],
        )
    }

    /// Who takes a dossier over.
    pub fn party(&self, code: &str) -> String {
        self.one(
            code,
            &[
                ("bailiff", "deurwaarder", "bailiff"),
                ("agency", "incassobureau", "agency"),
                ("lawyer", "advocaat", "lawyer"),
            ],
        )
    }

    /// Where a dossier stands.
    pub fn dossier_state(&self, code: &str) -> String {
        self.one(
            code,
            &[
                ("with_them", "loopt daar", "with them"),
                ("settled", "afgewikkeld", "settled"),
                ("withdrawn", "teruggenomen", "taken back"),
                ("uncollectable", "oninbaar", "uncollectable"),
            ],
        )
    }

    /// Why an automatic backup was made.
    pub fn backup_reason(&self, code: &str) -> String {
        self.one(
            code,
            &[
                ("daily", "dagelijks", "daily"),
                ("before_update", "voor een update", "before an update"),
                ("other", "anders", "other"),
            ],
        )
    }

    /// Which of the law's rates.
    pub fn rate_kind(&self, code: &str) -> String {
        self.one(
            code,
            &[
                ("consumer", "wettelijke rente", "statutory interest"),
                ("commercial", "handelsrente", "commercial interest"),
                (
                    "government",
                    "rente van overheden",
                    "interest of government",
                ),
            ],
        )
    }

    /// What a setting does, in a few words.
    pub fn setting(&self, field: &str) -> String {
        self.one(
            field,
            &[
                (
                    "delivery_days",
                    "dagen die de post erover doet",
                    "days the post takes",
                ),
                (
                    "plan_days",
                    "dagen tussen veertiendagenbrief en kosten",
                    "days between the 14-day letter and costs",
                ),
                (
                    "bank_amber_days",
                    "bankdagen oud: eerst vragen",
                    "bank days old: ask first",
                ),
                (
                    "bank_red_days",
                    "bankdagen oud: niets versturen",
                    "bank days old: send nothing",
                ),
                (
                    "transit_days",
                    "dagen dat een betaling onderweg kan zijn",
                    "days a payment may be on its way",
                ),
                (
                    "notice_of_default_days",
                    "dagen die een ingebrekestelling geeft",
                    "days a notice of default gives",
                ),
                (
                    "window_shift_x",
                    "adres naar rechts, in millimeters",
                    "address to the right, in millimetres",
                ),
                (
                    "window_shift_y",
                    "adres naar beneden, in millimeters",
                    "address down, in millimetres",
                ),
                (
                    "always_365",
                    "ook in schrikkeljaren door 365 delen",
                    "divide by 365 in leap years too",
                ),
            ],
        )
    }

    /// Yes or no.
    pub fn yes(&self, yes: bool) -> &'static str {
        match (yes, self.lang) {
            (true, app::Lang::Nl) => "ja",
            (true, app::Lang::En) => "yes",
            (false, app::Lang::Nl) => "nee",
            (false, app::Lang::En) => "no",
        }
    }

    /// A size: `6,7 MB`.
    pub fn bytes(&self, bytes: i64) -> String {
        match bytes {
            ..1_000 => format!("{bytes} B"),
            1_000..1_000_000 => format!("{} kB", bytes / 1_000),
            _ => {
                let point = self.say(",", ".");
                format!(
                    "{}{point}{} MB",
                    bytes / 1_000_000,
                    bytes % 1_000_000 / 100_000
                )
            }
        }
    }

    /// Days late, in a list.
    pub fn late(&self, row: &Value) -> String {
        match row["days_late"].as_i64() {
            Some(days) => self.many(days, ("dag", "dagen"), ("day", "days")),
            None => String::new(),
        }
    }

    fn one(&self, code: &str, known: &[(&str, &str, &str)]) -> String {
        known
            .iter()
            .find(|(name, _, _)| *name == code)
            .map(|(_, nl, en)| self.say(nl, en).to_string())
            .unwrap_or_else(|| code.replace('_', " "))
    }
}

#[cfg(test)]
mod tests {
    use app::Lang;
    use serde_json::json;

    use super::*;

    #[test]
    fn codes_are_words_and_unknown_ones_stay_readable() {
        let words = Words::new(Lang::Nl);
        assert_eq!(
            words.next(&json!({"kind": "letter", "step": "final_demand", "on": "2026-12-01"})),
            "sommatie, 1 dec 2026"
        );
        assert_eq!(words.next(&json!(null)), "");
        assert_eq!(words.flags(&["open".into(), "held".into()]), "pauze");
        assert_eq!(words.bytes(6_714_573), "6,7 MB");
        assert_eq!(words.bytes(950), "950 B");
        assert_eq!(words.mail_state("some_new_state"), "some new state");
    }
}
