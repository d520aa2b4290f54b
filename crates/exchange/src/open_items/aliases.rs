//! What bookkeeping packages call their columns, in Dutch, English and German.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::item::Field;

/// What a column must hold to be taken for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Days.
    Dates,
    /// Amounts.
    Amounts,
    /// Anything that is not a day.
    Text,
}

impl Field {
    pub(super) fn content(self) -> Content {
        match self {
            Field::InvoiceDate | Field::DueDate => Content::Dates,
            Field::Amount | Field::Open | Field::Debit | Field::Credit => Content::Amounts,
            _ => Content::Text,
        }
    }
}

/// A field, how sure a header makes it, and the headers that do so. Headers are written as
/// [`normalise`] gives them. A field may stand here several times, with different certainty.
const ALIASES: &[(Field, u8, &str)] = &[
    (
        Field::InvoiceNumber,
        100,
        "factuurnr factuurnummer factuurno factnr factuurnrs nummerfactuur invoicenumber \
      invoiceno invoicenr invoiceid invoice invnr invno rechnungsnummer rechnungsnr rechnungnr \
      rgnr belegnummer belegnr factuurid verkoopfactuur verkoopfactuurnummer faktuurnummer \
      faktuurnr mutfactuur notanummer notanr documentnumber documentno yourref \
      factuurnummernaam invoicereference salesinvoicenumber",
    ),
    (
        Field::InvoiceNumber,
        75,
        "boekstuk boekstuknr boekstuknummer stuknr stuknummer documentnummer docnr document \
      bonnummer entrynumber",
    ),
    (
        Field::InvoiceNumber,
        60,
        "factuur nummer number nr beleg rechnung referentie reference kenmerk",
    ),
    (
        Field::Name,
        100,
        "naam name klantnaam debiteurnaam debiteurennaam relatienaam naamrelatie naamklant \
      naamdebiteur bedrijfsnaam bedrijf accountname customername companyname clientname \
      kundenname firmenname firma organisatie organisatienaam partnername displayname \
      contactname zoeknaam debtorname naam1 nameofcustomer relatieomschrijving",
    ),
    (
        Field::Name,
        85,
        "klant relatie debiteur customer company client debtor kunde debitor partner afnemer \
      contact account",
    ),
    (
        Field::CustomerNumber,
        100,
        "debnr debiteurnr debiteurnummer debiteurennr debiteurennummer debiteurcode klantnr \
      klantnummer klantcode relatienr relatienummer relatiecode relcode relatieid accountcode \
      accountnumber customernumber customerno customernr customerid customercode clientnumber \
      clientid contactid kundennummer kundennr kdnr debitorennummer debitorennr debitornr \
      debtornumber debtorno debtorcode klantid debiteurid partnerid partnernumber \
      nummerdebiteur administratiecode customeraccount",
    ),
    (
        Field::CustomerNumber,
        70,
        "code id relatie debiteur debtor klant account",
    ),
    (
        Field::InvoiceDate,
        100,
        "factuurdatum datumfactuur factdatum factuurdat invoicedate dateofinvoice rechnungsdatum \
      rgdatum datefactured facturatiedatum notadatum verkoopdatum invoicedt",
    ),
    (
        Field::InvoiceDate,
        80,
        "boekdatum boekingsdatum datum date documentdatum documentdate postingdate belegdatum \
      buchungsdatum entrydate transactiedatum transactiondate datumboeking stukdatum invoiced",
    ),
    (
        Field::InvoiceDate,
        65,
        "boekstuk factuur invoice document beleg",
    ),
    (
        Field::DueDate,
        100,
        "vervaldatum vervaldat datumvervallen vervallenop vervaldag vervalt duedate due datedue \
      paymentduedate paybydate uiterstebetaaldatum betalenvoor betaaldatumuiterlijk \
      uiterlijkebetaaldatum falligkeitsdatum falligkeit faelligkeit faelligkeitsdatum fallig \
      falligam nettofalligkeit maturitydate vervaldatumfactuur betalenop tebetalenvoor \
      invoiceduedate netduedate expirationdate verfalldatum",
    ),
    (
        Field::DueDate,
        80,
        "verval vervallen betaaldatum expirydate expires",
    ),
    (
        Field::Open,
        100,
        "openstaand openstaandbedrag openstaandsaldo saldoopenstaand bedragopenstaand openbedrag \
      bedragopen nogtebetalen nogtevoldoen nogteontvangen tebetalen teontvangen restbedrag \
      restant outstanding outstandingdc outstandingamount amountoutstanding openamount \
      amountopen amountdue balancedue dueamount remainingamount amountremaining remaining \
      openbalance unpaidamount amountunpaid offenerbetrag offen offenersaldo restbetrag \
      openstaandeur openeur saldoeur residual amountresidual openstaandincl openstaandinclbtw \
      onbetaald outstandingeur openinclbtw openstaandepost totaalopenstaand openstaandvaluta \
      toreceive",
    ),
    (Field::Open, 90, "saldo open balance rest nog"),
    (
        Field::Amount,
        100,
        "factuurbedrag bedragfactuur bedragincl bedraginclbtw totaalincl totaalinclbtw \
      totaalbedrag totaal bedrag amount amountdc invoiceamount amountinvoice totalpriceincl \
      totalincl totalinclvat totalamount total originalamount oorspronkelijkbedrag \
      origineelbedrag oorspronkelijk grossamount rechnungsbetrag betrag bruttobetrag brutto \
      bedrageur bedragineur amounteur factuurbedragincl factuurtotaal invoicetotal \
      totaalfactuur bedragdc factuurbedraginclbtw amounttotal origineel gesamtbetrag",
    ),
    (Field::Amount, 85, "factuur invoice rechnung waarde value"),
    (
        Field::Debit,
        90,
        "debet debit soll bedragdebet debitamount debetbedrag",
    ),
    (
        Field::Credit,
        90,
        "credit haben bedragcredit creditamount creditbedrag",
    ),
    (
        Field::Kind,
        95,
        "soort type kind documenttype documentsoort soortdocument transactietype transactiontype \
      soortfactuur factuursoort factuurtype invoicetype art belegart soortmutatie soortboeking",
    ),
    (
        Field::Currency,
        95,
        "valuta munt muntsoort valutacode currency currencycode wahrung waehrung",
    ),
    (
        Field::PaymentReference,
        95,
        "betalingskenmerk betaalkenmerk paymentreference factuurreferentie betalingsreferentie \
      zahlungsreferenz paymentid acceptgirokenmerk verwendungszweck structuredreference",
    ),
    (Field::PaymentReference, 60, "referentie reference kenmerk"),
    (
        Field::Description,
        95,
        "omschrijving omschrijvingfactuur factuuromschrijving description invoicedescription \
      beschreibung bezeichnung buchungstext onderwerp subject toelichting opmerking memo text",
    ),
    (
        Field::Kvk,
        100,
        "kvk kvknr kvknummer kamervankoophandel chamberofcommerce chamberofcommerceid \
      chamberofcommercenumber cocnumber coc cocnr nummerkvk handelsregister \
      handelsregisternummer registrationnumber companyregistrationnumber",
    ),
    (
        Field::Vat,
        100,
        "btwnr btwnummer btwid btwidentificatienummer vat vatnumber vatno vatid vatnr taxnumber \
      taxid ustid ustidnr umsatzsteuerid omzetbelastingnummer obnummer",
    ),
    (
        Field::Email,
        100,
        "email emailadres emailaddress mail mailadres epost sendinvoicestoemail factuuremail \
      emailfacturen emailfactuur emailfacturatie invoiceemail emaildebiteur debiteuremail \
      emailadresfacturatie emailaanmaning",
    ),
    (
        Field::Phone,
        100,
        "telefoon telefoonnr telefoonnummer tel telnr phone phonenumber telephone telefon \
      telefonnummer mobiel mobielnummer mobile",
    ),
    (
        Field::Contact,
        100,
        "contactpersoon contactperson tav ansprechpartner attn aanspreekpunt",
    ),
    (
        Field::Address,
        100,
        "adres adresregel adresregel1 adres1 straat straatnaam straatenhuisnummer \
      straathuisnummer address address1 addressline1 street streetname strasse anschrift \
      adresse factuuradres vestigingsadres straatnr",
    ),
    (
        Field::HouseNumber,
        100,
        "huisnr huisnummer housenumber houseno hausnummer hausnr nummerhuis",
    ),
    (
        Field::Postcode,
        100,
        "postcode pc zip zipcode postalcode plz postleitzahl",
    ),
    (
        Field::City,
        100,
        "plaats woonplaats plaatsnaam stad vestigingsplaats city town ort stadt wohnort",
    ),
    (
        Field::Country,
        100,
        "land landcode landnaam country countrycode staat",
    ),
    (
        Field::Iban,
        100,
        "iban ibannr ibannummer bankrekening bankrekeningnr bankrekeningnummer rekeningnummer \
      rekeningnr bankaccount bankaccountnumber kontonummer bankrek",
    ),
    (
        Field::Language,
        100,
        "taal taalcode language languagecode sprache correspondentietaal",
    ),
];

/// Every field a header may name, with how sure it makes it. `Factuurnummer klant` and the like
/// count less: the known word stands in it among others.
pub(super) fn fields_of(header: &str) -> Vec<(Field, u8)> {
    let plain = normalise(header);
    if plain.is_empty() || is_ageing(header) {
        return Vec::new();
    }
    if let Some(exact) = INDEX.get(plain.as_str()) {
        return exact.clone();
    }
    // Only long words are looked for inside a header: "nr" is in too many.
    let inside = |name: &str| name.len() >= 7 && (plain.starts_with(name) || plain.ends_with(name));
    let mut fields = BTreeMap::new();
    if (8..=60).contains(&plain.len()) && plain.chars().any(char::is_alphabetic) {
        for (field, certainty, names) in ALIASES {
            if *certainty >= 95 && names.split_whitespace().any(inside) {
                fields.insert(*field, 55);
            }
        }
    }
    fields.into_iter().collect()
}

/// The fields by the header that names them.
static INDEX: LazyLock<HashMap<&'static str, Vec<(Field, u8)>>> = LazyLock::new(|| {
    let mut index: HashMap<&'static str, Vec<(Field, u8)>> = HashMap::new();
    for (field, certainty, names) in ALIASES {
        for name in names.split_whitespace() {
            index.entry(name).or_default().push((*field, *certainty));
        }
    }
    index
});

/// Whether a header names an age in days, such as `31-60`, `> 90 dagen` or `Niet vervallen`.
pub(super) fn is_ageing(header: &str) -> bool {
    let plain = normalise(header);
    if matches!(
        plain.as_str(),
        "nietvervallen" | "notdue" | "nochnichtfallig" | "current" | "nogniet" | "ouder" | "older"
    ) {
        return true;
    }
    let bare: String = header
        .to_lowercase()
        .replace("dagen", "")
        .replace("days", "")
        .replace("tage", "")
        .replace("t/m", "-")
        .replace("tot", "-")
        .replace("to", "-")
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())
    };
    let range = bare
        .split_once(['-', '–'])
        .is_some_and(|(from, to)| digits(from) && digits(to));
    let beyond = bare
        .trim_start_matches(['>', '≥', '='])
        .trim_end_matches('+');
    let open_ended = beyond != bare && digits(beyond);
    range || open_ended
}

/// A header without capitals, accents, blanks and signs, so that "Deb.nr." is `debnr`.
pub(crate) fn normalise(header: &str) -> String {
    let mut plain = String::with_capacity(header.len());
    for c in header.chars().flat_map(char::to_lowercase) {
        match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' => plain.push('a'),
            'é' | 'è' | 'ê' | 'ë' => plain.push('e'),
            'í' | 'ì' | 'î' | 'ï' => plain.push('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => plain.push('o'),
            'ú' | 'ù' | 'û' | 'ü' => plain.push('u'),
            'ß' => plain.push_str("ss"),
            'ç' => plain.push('c'),
            'ñ' => plain.push('n'),
            _ if c.is_alphanumeric() => plain.push(c),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(header: &str) -> Option<Field> {
        fields_of(header)
            .into_iter()
            .max_by_key(|(_, certainty)| *certainty)
            .map(|(field, _)| field)
    }

    #[test]
    fn headers_of_known_packages() {
        let expected = [
            (
                "Relatiecode;Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand;Soort",
                "customer_number;name;invoice_number;invoice_date;due_date;amount;open;kind",
            ),
            (
                "AccountCode;AccountName;InvoiceNumber;InvoiceDate;DueDate;AmountDC;OutstandingDC;Type",
                "customer_number;name;invoice_number;invoice_date;due_date;amount;open;kind",
            ),
            (
                "ContactID;Contact;InvoiceID;InvoiceDate;DueDate;TotalPriceIncl;OutstandingAmount;Type",
                "customer_number;name;invoice_number;invoice_date;due_date;amount;open;kind",
            ),
            (
                "Kundennummer;Firma;Rechnungs-Nr.;Rechnungsdatum;Fälligkeit;Rechnungsbetrag;Offener Betrag",
                "customer_number;name;invoice_number;invoice_date;due_date;amount;open",
            ),
            (
                "KvK-nummer;BTW-nummer;E-mail;Telefoon;IBAN-nr.;Postcode;Plaats",
                "kvk;vat;email;phone;iban;postcode;city",
            ),
        ];
        for (headers, fields) in expected {
            for (header, field) in headers.split(';').zip(fields.split(';')) {
                assert_eq!(best(header).map(Field::name), Some(field), "{header}");
            }
        }
    }

    #[test]
    fn ages_are_no_amounts_of_their_own() {
        for header in [
            "0-30",
            "31 - 60 dagen",
            "> 90",
            "90+",
            "61 t/m 90",
            "Niet vervallen",
            "0 tot 30",
        ] {
            assert!(is_ageing(header), "{header}");
            assert!(
                fields_of(header).is_empty(),
                "{header} must not become a field"
            );
        }
        for header in ["2024-01", "Bedrag", "Vervaldatum", "30", "Saldo 2024"] {
            assert!(!is_ageing(header), "{header}");
        }
    }
}
