//! Refusals in Dutch.

use law::Lang;

use super::{Refusal, instead, payment_message, what_it_is};

/// What the file is and what to do.
pub(super) fn message(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotYetSupported { format } => {
            let what = what_it_is(format, Lang::Nl);
            format!("Dit is {what} ({format}). Dat leest Standvast nog niet. {}", instead(format, Lang::Nl))
        }
        Refusal::NotAStatement { format } => format!(
            "Dit is {} ({format}), geen bankafschrift: het zegt wat er moet gebeuren, niet wat er gebeurd is. \
             Download bij de bank het afschrift zelf (camt.053).",
            payment_message(format, Lang::Nl)
        ),
        Refusal::DayBalances => "Dit is een lijst met dagsaldi: er staan geen bij- en afschrijvingen in. Kies bij de \
             bank de mutaties, in het formaat camt.053."
            .to_owned(),
        Refusal::PdfWithoutInvoice => "Dit is een PDF zonder elektronische factuur erin. Gebruik de UBL-factuur (.xml) \
             of een lijst met openstaande posten uit uw boekhouding."
            .to_owned(),
        Refusal::SchemaNotData => {
            "Dit is een XML-schema: het beschrijft een formaat en bevat geen gegevens. Kies het gegevensbestand zelf."
                .to_owned()
        }
        Refusal::NoAmounts => "In dit bestand staan klanten, maar geen openstaande bedragen. Exporteer de lijst met \
             openstaande posten."
            .to_owned(),
        Refusal::EmptyFile => "Dit bestand is leeg. Download of exporteer het opnieuw.".to_owned(),
        Refusal::WebPage => "Dit is een webpagina, geen gegevensbestand. Vaak was de sessie bij de bank of het pakket \
             verlopen: log opnieuw in en download het bestand nog eens."
            .to_owned(),
        Refusal::UnknownFormat { root: Some(root) } => format!(
            "Dit is een XML-bestand met de inhoud “{root}”; dat kent Standvast niet. Gebruik een camt.053-afschrift, \
             een UBL-factuur of een lijst met openstaande posten."
        ),
        Refusal::UnknownFormat { root: None } => "Standvast herkent dit bestand niet. Gebruik een camt.053-afschrift, \
             een UBL-factuur of een CSV-lijst met openstaande posten, met een regel kolomnamen erboven."
            .to_owned(),
        Refusal::NoStatement => "Dit bankbestand bevat geen enkel afschrift: het is onvolledig. Download het opnieuw."
            .to_owned(),
        Refusal::AccountMissing { line } => format!(
            "Regel {line}: dit afschrift zegt niet van welke rekening het is. Download het opnieuw bij de bank."
        ),
        Refusal::Truncated { line } => format!(
            "Regel {line}: het bestand houdt hier op terwijl het nog niet af is. Er is niets overgenomen; download het \
             opnieuw."
        ),
        Refusal::MalformedXml { line } => format!(
            "Regel {line}: het bestand is hier beschadigd. Er is niets overgenomen; download het opnieuw en bewerk het \
             niet."
        ),
        Refusal::UnsafeXml { line } => format!(
            "Regel {line}: het bestand gebruikt een onderdeel van XML dat om veiligheidsredenen niet wordt gelezen. \
             Een echt afschrift of een echte factuur bevat dat niet."
        ),
        Refusal::BadValue { field, value, line } if value.is_empty() => format!(
            "Regel {line}: “{field}” ontbreekt. Er is niets overgenomen; download het bestand opnieuw."
        ),
        Refusal::BadValue { field, value, line } => format!(
            "Regel {line}: “{field}” is niet te lezen: “{value}”. Er is niets overgenomen; download het bestand opnieuw."
        ),
        Refusal::TooLarge => {
            "Dit bestand, of een onderdeel ervan, is te groot. Splits het, of kies een kortere periode.".to_owned()
        }
        Refusal::Unreadable => {
            "Dit bestand kon niet tot het einde worden gelezen. Kopieer het naar deze computer en probeer het opnieuw."
                .to_owned()
        }
        Refusal::DamagedArchive => "Dit ZIP-bestand is beschadigd. Download het opnieuw.".to_owned(),
        Refusal::LockedArchive => {
            "Dit ZIP-bestand is met een wachtwoord beveiligd. Pak het eerst uit en kies de bestanden zelf.".to_owned()
        }
        Refusal::NestedArchive => {
            "Dit is een ZIP-bestand in een ZIP-bestand. Pak het uit en kies de bestanden zelf.".to_owned()
        }
        Refusal::EmptyArchive => "In dit ZIP-bestand zitten geen bestanden.".to_owned(),
    }
}
