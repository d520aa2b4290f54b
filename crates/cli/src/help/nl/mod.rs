//! The help in Dutch: each command, each argument.

mod rooms;

/// What a command does. The path has spaces: `calc costs`; empty for the program itself.
pub fn about(path: &str) -> Option<&'static str> {
    Some(match path {
        "" => "Debiteurenbeheer voor kleine bedrijven, zonder internet en versleuteld.",
        "new" => "Maak een administratie",
        "import" => "Lees bestanden in: facturen, bankafschriften, openstaande posten, auditfiles",
        "match" => "Zeg waar ontvangen geld hoort, en boek wat zeker is",
        "accept" => "Boek één bankregel: het beste voorstel, of uw eigen verdeling",
        "today" => "Wat vandaag te doen is",
        "run" => "Maak de brieven van een aanmaanronde",
        "confirm" => "Leg vast dat een brief op de post of verzonden is",
        "withdraw" => "Neem brieven terug die zijn goedgekeurd en de deur nog niet uit",
        "handover" => "Maak het dossier voor de deurwaarder",
        "set" => "Verbeter een klant",
        "pay" => "Boek een betaling per kas of pin",
        "write-off" => "Boek een deel van een factuur af",
        "set-off" => "Verreken een creditnota met een factuur",
        "waive" => "Scheld rente of kosten kwijt",
        "hold" => "Zet een klant of een factuur op pauze",
        "dispute" => "Leg vast dat een factuur betwist wordt",
        "promise" => "Leg een toezegging vast",
        "insolvency" => "Leg een insolventie of schuldhulp vast",
        "note" => "Bewaar een notitie bij een klant",
        "invoice" => "Toon één factuur, of voeg een met de hand ingevoerde toe",
        "configure" => {
            "Wijzig gegevens, instellingen, plannen, briefteksten of rentevoeten met een bestand"
        }
        "undo" => "Maak één handeling ongedaan, of de laatste",
        "export" => "Schrijf alles weg in open formaten",
        "backup" => "Schrijf één bestand met de hele administratie",
        "restore" => "Zet een back-up terug als nieuwe administratie",
        "settle-restored" => "Zeg wat er na de teruggezette back-up is verzonden",
        "verify" => "Controleer het logboek, de bewaarde brieven en de database",
        "recovery-sheet" => "Schrijf een nieuw herstelblad; de oude code opent dan niet meer",
        "unlock-test" => "Probeer de herstelcode",
        "sample" => "Maak een voorbeeldadministratie",
        "read" => "Zeg wat er van bestanden begrepen wordt; schrijft niets",
        "calc" => "Reken volgens de wet, zonder administratie",
        "calc costs" => "Incassokosten over een hoofdsom",
        "calc interest" => "Rente over een hoofdsom",
        "calc notice" => "De data van een veertiendagenbrief",
        "calc limitation" => "De laatste dag waarop een vordering gestuit kan worden",
        "calc interest-start" => "De eerste dag waarover rente loopt",
        "calc claim" => "Een vordering met betalingen, toegerekend volgens de wet",
        "customer" => "Toon één klant: wat openstaat, wat volgt, wat er gebeurde",
        "statement" => "Schrijf een rekeningoverzicht",
        "print" => "Schrijf de papieren brieven van een ronde als één PDF",
        "test-page" => "Schrijf een proefblad voor de vensterenvelop",
        "allocate" => "Reken toe wat van een betaling over is",
        "dismiss" => "Leg een bankregel opzij: zij is van geen klant",
        "merge" => "Maak van twee klanten één",
        "mail" => "Verstuur e-mails met uw eigen account",
        "mail account" => "Toon het mailaccount, of bewaar dat in een bestand",
        "mail test" => "Bel het mailaccount en log in",
        "mail remove" => "Haal het mailaccount weg",
        "mail outbox" => "Noem de brieven die per e-mail gaan, en hoe ze ervoor staan",
        "mail send" => "Verstuur wat wacht",
        "mail retry" => "Verstuur deze opnieuw",
        "mail settle" => "Zeg wat er werd van een e-mail waarvan het onzeker is",
        "mail bounce" => "Leg vast dat een e-mail terugkwam",
        "mail posted" => "Leg vast dat een brief die niet gemaild kon worden, gepost is",
        "mail message" => "Toon de bewaarde e-mail van een brief",
        "mail save" => "Schrijf de bewaarde e-mail van een brief, byte voor byte",
        "mail draft" => "Bewaar de e-mail van een brief als concept",
        "mail paper" => "Schrijf de brief van een e-mail als PDF, om te posten",
        "dossiers" => "Noem wat is overgedragen; wie klaar is, wat ontbreekt, wat terugkwam",
        "settings" => "Toon of wijzig hoe de administratie is ingesteld",
        "passphrase" => "Wijzig de wachtzin",
        "call" => "Roep een opdracht aan bij haar naam, met een verzoek in JSON",
        "commands" => "Noem de opdrachten van het programma",
        _ => return rooms::about(path),
    })
}

/// What an argument is. `path` as with [`about`], `id` the name in the code.
pub fn help(path: &str, id: &str) -> Option<&'static str> {
    common(id)
        .filter(|_| path.is_empty())
        .or_else(|| own(path, id))
        .or_else(|| rooms::help(path, id))
        .or_else(|| shared(id))
}

fn common(id: &str) -> Option<&'static str> {
    Some(match id {
        "json" => "Geef één JSON-document in plaats van tekst",
        "lang" => "Taal van de tekst",
        "admin" => "Map van de administratie; eindigt op .standvast",
        "date" => "De dag die voor vandaag staat (JJJJ-MM-DD)",
        "passphrase_file" => {
            "Bestand met de wachtzin; anders STANDVAST_PASSPHRASE, anders een vraag"
        }
        "recovery_code_file" => {
            "Bestand met de herstelcode; bij new: het bestand om haar in te schrijven"
        }
        _ => return None,
    })
}

/// Arguments that mean something of their own in one command.
fn own(path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("new", "creditor") => "Gegevens van de schuldeiser (TOML)",
        ("new", "recovery_sheet") => "Schrijf het herstelblad naar deze PDF",
        ("import", "paths") | ("read", "files") => "Bestanden; mappen worden doorzocht",
        ("import", "dry_run") => "Zeg wat erbij zou komen; wijzig niets",
        ("import", "map") => "Hoe de kolommen van een lijst heten (JSON)",
        ("import", "accept_supplier") => {
            "Neem ook facturen aan waarvan de leverancier niet op de schuldeiser lijkt"
        }
        ("match", "accept") => "Welke voorstellen meteen geboekt worden",
        ("accept", "line") => "Bankregel (L-17)",
        ("accept", "customer") => "Van wie het geld is",
        ("accept", "parts") => "Wat waar hoort: FACTUUR=BEDRAG; mag vaker",
        ("today", "all") => "Toon elke regel, ook van lange lijsten",
        ("run", "approve") => "Welke brieven gemaakt worden; rood gaat nooit",
        ("run", "out") => "Map om de brieven in te schrijven",
        ("run", "customers") => "Alleen deze klant; mag vaker",
        ("confirm", "letter") => "Brief (B-17)",
        ("confirm", "left_on") => "Dag van posten of verzenden; anders de datum op de brief",
        ("confirm", "proof") => "Bewijs van verzending, om te bewaren",
        ("withdraw", "letters") => {
            "Brieven (B-17) die zijn goedgekeurd en de deur nog niet uit: allemaal, of geen"
        }
        ("withdraw", "reason") => "Waarom, voor later",
        ("handover", "out") => "Map om het dossier in te schrijven",
        ("handover", "to") => "Wie het overneemt: bailiff=NAAM, agency=NAAM of lawyer=NAAM",
        ("handover" | "dossiers check", "early") => {
            "Met alles wat te laat is, ook waarvan de laatste waarschuwing nog loopt"
        }
        ("set", "kind") => "Consument, bedrijf of overheid; vraagt --reason",
        ("set", "name") => "Naam",
        ("set", "number") => "Uw eigen klantnummer",
        ("set", "attention") => "Ter attentie van",
        ("set", "kvk") => "KvK-nummer",
        ("set", "vat") => "Btw-nummer",
        ("set", "email") => "E-mailadres",
        ("set", "phone") => "Telefoonnummer",
        ("set", "street") => "Straat en huisnummer",
        ("set", "address_extra") => "Extra adresregel",
        ("set", "postcode") => "Postcode",
        ("set", "city") => "Plaats",
        ("set", "country") => "Land, twee letters",
        ("set", "language") => "Taal van de brieven",
        ("set", "iban") => "Een rekening waarvan de klant betaalt, erbij",
        ("set", "term_agreed") => "Of de betaaltermijn is overeengekomen",
        ("set", "buys_goods") => "Of de klant zaken koopt (een consumentenkoop verjaart in 2 jaar)",
        ("set", "recurring") => "Of de facturen termijnen zijn van een doorlopend contract",
        ("set", "interest_per_year") => "Overeengekomen rente, procent per jaar",
        ("set", "interest_per_month") => "Overeengekomen rente, procent per maand",
        ("pay", "invoices") => "Factuur die de klant noemde; mag vaker",
        ("set-off", "credit") => "Creditnota",
        ("set-off", "invoice") => "Factuur waarmee zij wordt verrekend",
        ("set-off", "preview") => "Zeg wat het zou doen; boek niets",
        ("waive", "interest") => "Rente die u kwijtscheldt",
        ("waive", "costs") => "Kosten die u kwijtscheldt",
        ("hold", "subject") => "Klant of factuur",
        ("hold", "until") => "Laatste dag van de pauze",
        ("dispute", "amount") => "Het betwiste deel; anders de hele factuur",
        ("dispute", "reason") => "Wat de klant zegt",
        ("promise", "by") => "Laatste dag",
        ("insolvency", "kind") => "Welke soort",
        ("note", "text") => "Tekst",
        ("undo", "id") => "Wat ongedaan gemaakt wordt (F-17); anders de laatste handeling",
        (_, "mail_password_file") => {
            "Bestand met het wachtwoord van het mailaccount; anders STANDVAST_MAIL_PASSWORD, anders een vraag"
        }
        ("mail account", "file") => "Het account (JSON); - leest de standaardinvoer",
        ("mail test", "send") => "Stuur ook een bericht aan uzelf",
        ("mail outbox", "state") => "Alleen wat er zo voor staat",
        ("mail outbox", "offset") => "Hoeveel overslaan",
        ("mail outbox", "limit") => "Hoeveel hoogstens",
        ("mail send", "run") => "Alleen van deze ronde (R-17)",
        ("mail send", "letters") => "Alleen deze brief (B-17); mag vaker",
        ("mail retry", "letters") => "Brieven (B-17)",
        ("mail settle", "outcome") => "Wat ervan werd",
        ("mail bounce", "reason") => "Wat er in het bericht stond",
        ("mail posted", "left_on") => "De dag van posten; anders vandaag",
        ("mail save" | "mail draft" | "mail paper", "out") => "Bestand om te schrijven",
        (
            "mail settle" | "mail bounce" | "mail posted" | "mail message" | "mail save"
            | "mail draft" | "mail paper",
            "letter",
        ) => "Brief (B-17)",
        ("statement" | "print" | "test-page", "out") => "PDF om te schrijven",
        ("print", "run") => "Ronde (R-17)",
        ("print", "duplex") => "Begin elke brief op een voorkant",
        ("allocate", "payment") => "Betaling (P-17), of de klant van wie het geld is",
        ("allocate", "parts") => "Wat waar hoort: FACTUUR=BEDRAG; anders volgens de wet; mag vaker",
        ("dismiss", "line") => "Bankregel (L-17)",
        ("merge", "from") => "De klant die verdwijnt",
        ("merge", "into") => "De klant die blijft",
        ("passphrase", "new_passphrase_file") => "Bestand met de nieuwe wachtzin",
        ("call", "name") => "Naam, zoals commands hem noemt",
        ("export", "out") => "Map om te schrijven",
        ("backup" | "recovery-sheet", "out") => "Bestand om te schrijven",
        ("restore", "file") => "De back-up",
        ("settle-restored", "note") => {
            "Wat er sindsdien is verzonden, of dat er niets is verzonden"
        }
        ("sample", "out") => "Map om te maken; eindigt op .standvast",
        ("sample", "customers") => "Hoeveel klanten",
        ("sample", "invoices") => "Hoeveel openstaande facturen",
        ("sample", "seed") => "Getal dat alles bepaalt",
        _ => return calculation(path, id),
    })
}

fn calculation(path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        (_, "principal") => "Hoofdsom",
        ("calc costs", "vat_not_recoverable") => {
            "Een met btw belaste derde incasseert, en die btw is niet aftrekbaar"
        }
        ("calc interest", "regime") => "Welke rente",
        ("calc interest", "from") => "Eerste dag waarover rente loopt",
        ("calc interest", "through") => "Laatste dag waarover rente loopt",
        ("calc interest", "day_count") => "Dagen van een jaar",
        ("calc interest", "surcharge") => "Punten boven de wettelijke rente",
        ("calc interest", "percent") => "Overeengekomen percentage; met --regime contract",
        ("calc interest", "per") => "De tijd waarvoor het overeengekomen percentage geldt",
        ("calc interest", "compound") => "Wanneer overeengekomen rente bij de hoofdsom komt",
        ("calc notice", "sent") => "Dag van posten",
        ("calc notice", "delivery_days") => "Dagen die de post erover doet",
        ("calc notice", "plan_days") => "Dagen die het plan wacht na verzending",
        ("calc limitation", "due") => "Dag waarop zij opeisbaar werd; van een vonnis de datum",
        ("calc limitation", "kind") => "Waarvoor de vordering is",
        ("calc limitation", "interrupted") => {
            "Dag waarop de schuldenaar een stuiting ontving; mag vaker"
        }
        ("calc interest-start", "debtor") => "Soort schuldenaar",
        ("calc interest-start", "due") => "Overeengekomen laatste betaaldag",
        ("calc interest-start", "invoice_received") => "Dag waarop de factuur ontvangen is",
        ("calc interest-start", "performance_received") => "Dag waarop de prestatie ontvangen is",
        ("calc interest-start", "notice_received") => {
            "Dag waarop een ingebrekestelling ontvangen is"
        }
        ("calc interest-start", "notice_days") => "Dagen die zij gaf",
        ("calc interest-start", "due_not_agreed") => {
            "De vervaldag stond alleen op de factuur en is niet overeengekomen"
        }
        ("calc interest-start", "large_debtor") => {
            "Een grote onderneming is een kleine of middelgrote geld schuldig"
        }
        _ => return None,
    })
}

/// Arguments that mean the same everywhere.
fn shared(id: &str) -> Option<&'static str> {
    Some(match id {
        "customer" => "Klant",
        "invoice" => "Factuur",
        "amount" => "Bedrag",
        "reason" => "Waarom",
        "file" => "JSON-bestand; - leest de standaardinvoer",
        _ => return None,
    })
}

/// The name of a value.
pub fn value(english: &str) -> Option<&'static str> {
    Some(match english {
        "FOLDER" => "MAP",
        "FILE" | "PATH" => "BESTAND",
        "DATE" | "UNTIL" | "BY" => "DATUM",
        "AMOUNT" => "BEDRAG",
        "INVOICE=AMOUNT" => "FACTUUR=BEDRAG",
        "CUSTOMER" => "KLANT",
        "INVOICE" => "FACTUUR",
        "LETTER" => "BRIEF",
        "WORD" => "WOORD",
        "STEP=DAYS" => "STAP=DAGEN",
        "DAYS" => "DAGEN",
        "FIELD=VALUE" => "INSTELLING=WAARDE",
        "CUSTOMER=AMOUNT" => "KLANT=BEDRAG",
        "ACT" => "HANDELING",
        "PAYMENT" => "BETALING",
        "RUN" => "RONDE",
        "STEP" => "STAP",
        "KIND" => "SOORT",
        "SORT" => "VELD",
        "ORDER" => "VOLGORDE",
        "GATE" => "POORT",
        "WORK" => "KAART",
        "BUCKET" => "DAGEN",
        "OF" => "BEDRAG",
        "STATE" => "STAAT",
        "PERCENT" => "PERCENTAGE",
        "FROM" => "VAN",
        "INTO" => "NAAR",
        "ID" => "HANDELING",
        "KIND=NAME" => "SOORT=NAAM",
        "ADDRESS" => "ADRES",
        "SEARCH" => "WOORDEN",
        "LINE" => "REGEL",
        "SUBJECT" => "KLANT|FACTUUR",
        "REASON" | "TEXT" => "TEKST",
        "NAME" => "NAAM",
        "NUMBER" => "NUMMER",
        "LANG" | "LANGUAGE" => "TAAL",
        _ => return None,
    })
}
