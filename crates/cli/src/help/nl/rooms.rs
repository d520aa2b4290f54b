//! The help in Dutch of lists, bank, runs, plans, texts, dossiers and settings.

/// What a command does.
pub fn about(path: &str) -> Option<&'static str> {
    Some(match path {
        "imports" => "Noem wat eerder is ingelezen",
        "bank" => "Bankgeld: regels die wachten, geld dat over is, afschriften",
        "bank lines" => "Noem de regels die wachten, met hun voorstellen en waarom",
        "bank candidates" => "Noem klanten en open facturen waar een regel bij kan horen",
        "bank certain" => "Boek elke regel waarvan het beste voorstel zeker is",
        "bank split" => "Boek één regel als geld van meer klanten",
        "bank unallocated" => "Noem geld dat bij geen factuur hoort",
        "bank refund" => "Leg vast dat de rest van een betaling is terugbetaald",
        "bank statements" => "Noem de bankrekeningen en hun afschriften",
        "overview" => "Hoe het ervoor staat, en wat de komende weken verwacht wordt",
        "proposals" => "Noem wat wordt voorgesteld",
        "runs" => "Noem de rondes; druk er een af, bewaar of bevestig haar",
        "runs letters" => "Noem de brieven van een ronde",
        "runs approve" => {
            "Keur brieven goed zonder ze te schrijven: zij wachten op afdrukken, bewaren of mailen"
        }
        "runs save" => "Schrijf de papieren brieven als één PDF en geef ze uit handen",
        "runs mails" => "Schrijf de e-mails als concepten in een map en geef ze uit handen",
        "runs printed" => "Leg vast dat deze brieven uit de printer kwamen",
        "runs sheet" => "Schrijf de lijst van wat wegging, met de kop van het logboek",
        "runs confirm" => {
            "Leg vast dat alles wat uit handen is gegeven, op de post of verzonden is"
        }
        "letter" => "Toon, teken of kopieer één brief",
        "letter show" => {
            "Toon een bewaarde brief; met --out ook de PDF, en er wordt niets vastgelegd"
        }
        "letter preview" => "Teken een brief die aan de beurt is, zoals hij weg zou gaan",
        "letter save" => {
            "Schrijf een bewaarde brief; wachtte hij nog, dan is hij daarmee uit handen"
        }
        "letter copy" => "Schrijf een bewaarde brief nog eens, als kopie gemerkt",
        "letter proof" => "Toon het bewijs dat een brief gepost is; met --out ook het bestand",
        "dossiers ready" => "Noem wie overgedragen kan worden, en hoe volledig de dossiers zijn",
        "dossiers check" => "Zeg wat een dossier zou bevatten en missen; draagt niets over",
        "dossiers show" => "Toon een dossier: wat er gebeurde, en wat er vandaag van openstaat",
        "dossiers tell" => "Leg vast wat er van een dossier terugkwam",
        "customers" => "Noem klanten",
        "invoices" => "Noem facturen en creditnota's",
        "why" => "Leg een vordering regel voor regel uit, met de artikelen",
        "sum" => "Leg een bedrag deel voor deel uit: wat openstaat, te laat is, verwacht wordt",
        "texts customers" => {
            "Noem de klanten op wie een tekst getekend kan worden: wie haar brief vandaag krijgt eerst"
        }
        "find" => "Zoek klanten en facturen",
        "attach" => "Bewaar een bestand bij een factuur",
        "attachment" => "Schrijf een bestand dat bij een factuur bewaard is",
        "history" => "Noem de laatste handelingen",
        "plan" => "Toon, probeer of wijzig de debiteurenplannen",
        "plan show" => "Toon de plannen, stap voor stap",
        "plan preview" => "Zeg wat een wijziging vandaag zou doen; bewaart niets",
        "plan set" => "Wijzig een plan",
        "plan reset" => "Haal het eigen plan van een klant weg",
        "texts" => "Toon, probeer of wijzig de teksten van brieven",
        "texts show" => "Toon een tekst met haar velden en haar vaste blokken",
        "texts check" => "Probeer een tekst bij iedere klant die haar ooit kan krijgen",
        "texts preview" => "Teken een tekst op een brief, voordat zij bewaard wordt",
        "texts set" => "Bewaar een tekst",
        "settings set" => "Wijzig instellingen",
        "settings creditor" => "Wijzig uw eigen gegevens",
        "settings logo" => "Toon, schrijf, wijzig of verwijder het logo op brieven",
        "rates" => "Noem de wettelijke rentevoeten, of voeg er een toe",
        "rates add" => "Voeg een wettelijke rentevoet toe die het programma nog niet kent",
        "backups" => "Noem de automatische back-ups",
        "place" => {
            "Zeg waar de administratie staat, hoe groot zij is, en wat er bij een verhuizing nog mee moet"
        }
        "recent" => "Noem de administraties die op deze computer het laatst open waren",
        "manual" => "Druk deze handleiding af: elk woord met een voorbeeld",
        "mail preset" => "Zeg wat er van de aanbieder van een adres bekend is",
        _ => return None,
    })
}

/// What an argument is.
pub fn help(path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("calc", "sheet") => {
            "Schrijf ook het blad: invoer, regels, artikelen, rentevoeten met hun bron (PDF)"
        }
        ("calc", "about") => "Waar het blad over gaat: een naam, een factuur",
        ("import", "preview") => "Net zo, met alles wat het venster toont voordat het inleest",
        ("customer", "detail") => {
            "Met --json: het document dat het venster toont, in plaats van wat bewaard is"
        }
        ("dismiss", "alike") => "En elke wachtende regel met dezelfde tegenpartij",
        ("undo", "later") => {
            "En wat latere handelingen daarop bouwen, de nieuwste eerst: alles, of niets"
        }
        ("customers", "words") => {
            "Woorden die allemaal voorkomen in naam, nummer, plaats, postcode of e-mailadres"
        }
        ("invoices", "words") => {
            "Woorden die allemaal voorkomen in het nummer, het betalingskenmerk of bij de klant"
        }
        ("proposals", "words") => "Deel van naam of nummer van de klant, of van een factuurnummer",
        ("find", "words") => "Wat u nog weet: een naam, een nummer, een plaats, een bedrag",
        ("find", "limit") => "Hoeveel van elk hoogstens",
        ("customers" | "invoices", "filters") => {
            "Alleen waarvoor dit geldt; mag vaker, dan moet alles gelden"
        }
        ("customers", "sort") => "Waarop gesorteerd wordt; anders op naam",
        ("invoices", "sort") => "Waarop gesorteerd wordt; anders op nummer",
        (_, "descending") => "Andersom",
        ("invoices", "customer") => "Alleen van deze klant",
        ("invoice", "invoice") => "Factuur om te tonen",
        ("invoice", "file") => {
            "Voeg de factuur in dit bestand toe (JSON); - leest de standaardinvoer"
        }
        ("why", "subject") => "Klant, of factuur",
        ("why", "invoice") => "Alleen deze factuur van de klant",
        ("sum", "of") => "Welk bedrag",
        ("sum", "customer") => "Alleen van deze klant, factuur voor factuur",
        ("sum", "invoice") => "Alleen deze factuur van de klant",
        ("sum", "bucket") => "Hoeveel dagen te laat, bij bucket",
        ("sum", "week") => "De maandag van de week, bij week",
        ("history", "before") => "Handelingen vóór deze (F-17)",
        ("history", "limit") => "Hoeveel hoogstens, tot 200",
        ("proposals", "work") => "Alleen klanten die onder deze kaart staan",
        ("proposals", "gate") => "Alleen wat zo voor de poort staat",
        ("proposals", "order") => "De volgorde; anders het meeste geld eerst",
        ("bank lines", "filter") => "Alleen regels van deze soort",
        ("bank lines", "sort") => "De volgorde",
        ("bank candidates", "search") => {
            "Deel van naam, nummer of plaats van een klant, of van een factuurnummer"
        }
        ("bank split", "shares") => {
            "KLANT=BEDRAG, dan wat waar hoort: KLANT=BEDRAG+FACTUUR=BEDRAG; vaker, samen de hele regel"
        }
        ("bank refund", "payment") => "Betaling (P-17)",
        (_, "line") => "Bankregel (L-17)",
        ("runs approve", "approve") => "Welke brieven; rood gaat nooit",
        ("runs approve", "customers") => "Alleen deze klant; mag vaker",
        ("runs printed", "letters") => "Brieven (B-17)",
        ("runs save" | "runs mails" | "runs confirm", "letters") => {
            "Alleen deze brief (B-17); mag vaker"
        }
        ("runs save", "duplex") => "Begin elke brief op een voorkant",
        ("runs mails", "out") => "Map om te schrijven",
        ("runs save" | "runs sheet", "out") => "PDF om te schrijven",
        ("runs confirm", "left_on") => "Dag van posten of verzenden",
        ("letter proof", "number") => "Welk van de bewijzen, als er meer zijn",
        ("letter proof", "out") => "Bestand om te schrijven: een PDF of een afbeelding",
        ("letter preview", "step") => "Welke brief",
        ("letter preview", "text") => "Bestand met eigen woorden: onderwerp, een regel ---, tekst",
        ("letter show" | "letter preview" | "letter save" | "letter copy", "out") => {
            "PDF om te schrijven"
        }
        (_, "letter") => "Brief (B-17)",
        (_, "run") => "Ronde (R-17)",
        ("dossiers show" | "dossiers tell", "dossier") => {
            "Dossier (F-17), of de klant: dan zijn nieuwste dossier"
        }
        ("dossiers tell", "kind") => "Wat er gebeurde",
        ("dossiers tell", "amount") => "Hoeveel",
        ("dossiers tell", "text") => "In uw eigen woorden",
        ("dossiers tell", "to") => "Wie het nu heeft: bailiff=NAAM, agency=NAAM of lawyer=NAAM",
        ("attach", "file") => "Bestand om te bewaren: PDF, afbeelding of e-factuur",
        ("attachment", "file") => "Bewaard bestand, zoals invoice het noemt",
        ("attachment", "out") => "Bestand om te schrijven",
        ("plan preview" | "plan set", "kind") => "Van wie het plan is",
        ("plan preview" | "plan set", "customer") => "Als eigen plan van deze klant",
        ("plan preview" | "plan set", "file") => "Het hele plan (JSON); - leest de standaardinvoer",
        ("plan preview" | "plan set", "days") => "Dagen vóór een stap: final_demand=7; mag vaker",
        ("plan preview" | "plan set", "interval") => {
            "Minste aantal dagen tussen twee brieven aan één klant"
        }
        (_, "name") if path.starts_with("texts") => "Tekst: reminder.nl, final_demand.en …",
        ("texts check" | "texts set", "file") => {
            "De tekst: onderwerp, een regel ---, tekst; - leest de standaardinvoer"
        }
        ("texts preview", "file") => {
            "De tekst, als het niet de bewaarde is; - leest de standaardinvoer"
        }
        ("texts preview", "customer") => {
            "Bij welke klant; anders een die deze brief vandaag krijgt, anders een verzonnen klant"
        }
        ("texts preview", "out") => "PDF om te schrijven",
        ("settings set", "change") => "Instelling en nieuwe waarde: delivery_days=2",
        ("settings creditor", "file") => "Uw gegevens (TOML), zoals new ze neemt",
        ("settings logo", "file") => "PNG of JPEG om op brieven te zetten",
        ("settings logo", "remove") => "Haal het logo weg",
        ("settings logo", "out") => "Schrijf het bewaarde logo naar dit bestand",
        ("rates add", "kind") => "Welke rente van de wet",
        ("rates add", "start") => "Eerste dag waarop zij geldt",
        ("rates add", "percent") => "Procent per jaar",
        ("rates add", "source") => "Waar u haar vond",
        ("mail preset", "address") => "E-mailadres",
        (_, "offset") => "Hoeveel overslaan",
        (_, "limit") => "Hoeveel hoogstens, tot 500",
        _ => return None,
    })
}
