//! Problems in Dutch.

use law::Lang;

use super::{ProblemKind, field_name, number_name, written_number as amount};

/// What is wrong, in a sentence.
pub(super) fn message(problem: &ProblemKind) -> String {
    use ProblemKind as P;
    match problem {
        P::CharsetWrong { declared } => {
            format!("Het bestand zegt dat het {declared} is, maar bevat andere tekens. De tekens zijn zo goed mogelijk gelezen.")
        }
        P::ControlCharacters => "Onleesbare stuurtekens zijn weggelaten.".to_owned(),
        P::UnescapedAmpersand => "Een &-teken staat er anders dan XML voorschrijft; het is letterlijk overgenomen.".to_owned(),
        P::BalanceFails { account, expected, stated } => format!(
            "Rekening {account}: beginsaldo plus mutaties is {expected}, maar het eindsaldo is {stated}. Mogelijk ontbreken mutaties.",
            expected = amount(expected, Lang::Nl),
            stated = amount(stated, Lang::Nl)
        ),
        P::BalanceUnreadable => "Een saldo is niet te lezen; het afschrift kan niet worden gecontroleerd.".to_owned(),
        P::DetailUnreadable => "Het bedrag van een onderdeel is niet te lezen. De boeking zelf geldt.".to_owned(),
        P::BalanceCurrencies { account } => format!("Rekening {account}: begin- en eindsaldo staan in verschillende munten."),
        P::BalanceUnavailable { account } => {
            format!("Rekening {account}: zonder begin- en eindsaldo is niet te controleren of het afschrift volledig is.")
        }
        P::ChainGap { account, closing, opening } => format!(
            "Rekening {account}: een afschrift eindigt op {closing} en het volgende begint op {opening}. Er ontbreekt een afschrift.",
            closing = amount(closing, Lang::Nl),
            opening = amount(opening, Lang::Nl)
        ),
        P::StatementRepeated { account } => {
            format!("Rekening {account}: hetzelfde afschrift staat twee keer in het bestand; het tweede telt niet mee.")
        }
        P::SummaryDiffers { account } => {
            format!("Rekening {account}: de telling van de bank zelf wijkt af van de mutaties in het bestand.")
        }
        P::DetailsDoNotAddUp { entry, details } => format!(
            "De onderdelen van deze boeking tellen op tot {details}, de boeking is {entry}. De boeking geldt.",
            entry = amount(entry, Lang::Nl),
            details = amount(details, Lang::Nl)
        ),
        P::BatchCountDiffers { stated, listed } => {
            format!("De bank noemt {stated} betalingen in deze verzamelboeking, maar somt er {listed} op.")
        }
        P::BatchTotalDiffers { stated, entry } => {
            format!(
                "De bank noemt {stated} als totaal van deze verzamelboeking; geboekt is {entry}.",
                stated = amount(stated, Lang::Nl),
                entry = amount(entry, Lang::Nl)
            )
        }
        P::OtherCurrency { currency } => format!("Dit bedrag is in {currency}; Standvast verwerkt alleen euro."),
        P::BadDate { value } => format!("“{value}” is geen bestaande datum."),
        P::DateMissing => "Deze boeking heeft geen datum.".to_owned(),
        P::NegativeAmount => "Dit bedrag heeft een minteken naast de aanduiding bij of af; beide zijn gevolgd.".to_owned(),
        P::InvoiceNumberMissing => "Het factuurnummer ontbreekt.".to_owned(),
        P::NameMissing => "De naam van de klant ontbreekt.".to_owned(),
        P::DueDateMissing => {
            "De vervaldatum ontbreekt; bij het inlezen telt uw gewone betaaltermijn vanaf de factuurdatum.".to_owned()
        }
        P::DueDateUnknown => {
            "De vervaldatum en de factuurdatum ontbreken. Zo blijft de factuur open en wordt nooit te laat; vul de vervaldatum in de lijst in, nu of voor een volgende keer."
                .to_owned()
        }
        P::DueDatesDiffer => "Er staan verschillende vervaldata in; de laatste is genomen.".to_owned(),
        P::InvoiceDateMissing => "De factuurdatum ontbreekt.".to_owned(),
        P::DueBeforeInvoice => "De vervaldatum ligt vóór de factuurdatum.".to_owned(),
        P::CheckDigitsWrong { number, value } => {
            format!("“{value}” is geen geldig {}. Het is wel overgenomen; kijk het na.", number_name(number, Lang::Nl))
        }
        P::AttachmentUnreadable => "Een bijlage in de factuur kon niet worden uitgepakt.".to_owned(),
        P::AmountUnreadable { column, value } => {
            format!("Kolom “{column}”: “{value}” is geen bedrag. Deze regel is overgeslagen.")
        }
        P::AmountAmbiguous { value } => format!("“{value}” is gelezen als duizendtallen, niet als decimalen. Kijk het na."),
        P::AmountRounded { value } => format!("“{value}” is afgerond op hele centen."),
        P::MonthFirst { column, value } => format!(
            "Kolom “{column}”: “{value}” kan alleen met de maand voorop worden gelezen. De data in deze kolom zijn niet overgenomen; geef aan hoe ze gelezen moeten worden."
        ),
        P::NumberDamaged { value } => {
            format!("“{value}” is een nummer dat door een spreadsheet is aangetast; het echte nummer is niet meer te zien.")
        }
        P::NumberRestored { value, restored } => format!("“{value}” is gelezen als {restored}."),
        P::InvoiceTwice { number } => format!("Factuur {number} staat voor deze klant meer dan één keer in de lijst."),
        P::TotalDiffers { stated, sum } => format!("Het totaal in het bestand is {stated}, de regels tellen op tot {sum}."),
        P::NameFromAbove { name } => format!("De naam “{name}” is overgenomen van een regel erboven."),
        P::ColumnMissing { field } => format!("Er is geen kolom gevonden voor “{}”.", field_name(*field, Lang::Nl)),
        P::OpenFromAmount => "Er is geen kolom met het openstaande bedrag; het factuurbedrag is genomen.".to_owned(),
        P::OpenFromAgeing => "Het openstaande bedrag is opgeteld uit de ouderdomskolommen.".to_owned(),
        P::RowLength { found, expected } => format!("Deze regel heeft {found} velden in plaats van {expected}."),
        P::QuoteNotClosed => "Een aanhalingsteken wordt nergens gesloten; het bestand is zonder aanhalingstekens gelezen.".to_owned(),
        P::RowSkipped { text } => format!("Overgeslagen: “{text}”."),
        P::MappingDoesNotFit => "De onthouden kolomindeling past niet bij dit bestand; de kolommen zijn opnieuw geraden.".to_owned(),
    }
}
