//! An example of every word, as it is typed. A test reads each with the grammar, and the manual prints them.

/// The example of a command; the path has spaces: `calc costs`.
pub fn example(path: &str) -> Option<&'static str> {
    Some(match path {
        "new" => {
            "standvast new --admin DeHalm.standvast --creditor creditor.toml --recovery-sheet herstelblad.pdf"
        }
        "import" => "standvast import downloads/ --admin DeHalm.standvast --dry-run",
        "imports" => "standvast imports --admin DeHalm.standvast --limit 10",
        "match" => "standvast match --admin DeHalm.standvast --accept certain",
        "accept" => {
            "standvast accept L-17 --admin DeHalm.standvast --customer K-3 --part 2026-17=120.50"
        }
        "dismiss" => "standvast dismiss L-17 --admin DeHalm.standvast --reason \"huur\" --alike",
        "allocate" => "standvast allocate P-17 --admin DeHalm.standvast --part 2026-17=60",
        "bank" => "standvast bank lines --admin DeHalm.standvast",
        "bank lines" => {
            "standvast bank lines --admin DeHalm.standvast --filter choice --sort largest"
        }
        "bank candidates" => {
            "standvast bank candidates L-17 \"bakkerij zwolle\" --admin DeHalm.standvast"
        }
        "bank certain" => "standvast bank certain --admin DeHalm.standvast",
        "bank split" => {
            "standvast bank split L-17 --admin DeHalm.standvast --share K-3=100+2026-17=100 --share K-8=50"
        }
        "bank unallocated" => "standvast bank unallocated --admin DeHalm.standvast",
        "bank refund" => "standvast bank refund P-17 --admin DeHalm.standvast --date 2026-11-20",
        "bank statements" => "standvast bank statements --admin DeHalm.standvast",
        "today" => "standvast today --admin DeHalm.standvast --all",
        "overview" => "standvast overview --admin DeHalm.standvast",
        "proposals" => "standvast proposals --admin DeHalm.standvast --work letters --gate green",
        "run" => "standvast run --admin DeHalm.standvast --approve green --out brieven",
        "runs" => "standvast runs --admin DeHalm.standvast",
        "runs letters" => "standvast runs letters R-17 --admin DeHalm.standvast",
        "runs approve" => {
            "standvast runs approve --admin DeHalm.standvast --approve green --customer K-3"
        }
        "runs save" => "standvast runs save R-17 --admin DeHalm.standvast --out ronde.pdf --duplex",
        "runs mails" => "standvast runs mails R-17 --admin DeHalm.standvast --out concepten",
        "runs printed" => "standvast runs printed R-17 B-201 B-202 --admin DeHalm.standvast",
        "runs sheet" => "standvast runs sheet R-17 --admin DeHalm.standvast --out rondelijst.pdf",
        "runs confirm" => {
            "standvast runs confirm R-17 --admin DeHalm.standvast --left-on 2026-11-20"
        }
        "letter" => "standvast letter show B-201 --admin DeHalm.standvast",
        "letter show" => "standvast letter show B-201 --admin DeHalm.standvast --out brief.pdf",
        "letter preview" => {
            "standvast letter preview K-3 --step reminder --admin DeHalm.standvast --out brief.pdf"
        }
        "letter save" => "standvast letter save B-201 --admin DeHalm.standvast --out brief.pdf",
        "letter copy" => "standvast letter copy B-201 --admin DeHalm.standvast --out kopie.pdf",
        "letter proof" => "standvast letter proof B-201 --admin DeHalm.standvast --out bewijs.pdf",
        "print" => "standvast print R-17 --admin DeHalm.standvast --out ronde.pdf --duplex",
        "confirm" => {
            "standvast confirm B-201 --admin DeHalm.standvast --left-on 2026-11-20 --proof bewijs.pdf"
        }
        "mail" => "standvast mail outbox --admin DeHalm.standvast",
        "mail account" => "standvast mail account --admin DeHalm.standvast --file account.json",
        "mail test" => "standvast mail test --admin DeHalm.standvast --send",
        "mail remove" => "standvast mail remove --admin DeHalm.standvast",
        "mail preset" => "standvast mail preset ik@voorbeeld.nl",
        "mail outbox" => "standvast mail outbox --admin DeHalm.standvast --state waiting",
        "mail send" => "standvast mail send --admin DeHalm.standvast --run R-17",
        "mail retry" => "standvast mail retry B-201 --admin DeHalm.standvast",
        "mail settle" => "standvast mail settle B-201 --as arrived --admin DeHalm.standvast",
        "mail bounce" => {
            "standvast mail bounce B-201 --reason \"adres bestaat niet\" --admin DeHalm.standvast"
        }
        "mail posted" => "standvast mail posted B-201 --left 2026-11-20 --admin DeHalm.standvast",
        "mail message" => "standvast mail message B-201 --admin DeHalm.standvast",
        "mail save" => "standvast mail save B-201 --out bericht.eml --admin DeHalm.standvast",
        "mail draft" => "standvast mail draft B-201 --out concept.eml --admin DeHalm.standvast",
        "mail paper" => "standvast mail paper B-201 --out brief.pdf --admin DeHalm.standvast",
        "handover" => {
            "standvast handover K-3 --admin DeHalm.standvast --out dossiers --to bailiff=\"Deurwaarder Dijk\""
        }
        "dossiers" => "standvast dossiers --admin DeHalm.standvast",
        "dossiers ready" => "standvast dossiers ready --admin DeHalm.standvast",
        "dossiers check" => "standvast dossiers check K-3 --admin DeHalm.standvast",
        "dossiers show" => "standvast dossiers show K-3 --admin DeHalm.standvast",
        "dossiers tell" => {
            "standvast dossiers tell K-3 --kind paid_to_them --amount 250 --admin DeHalm.standvast"
        }
        "customers" => {
            "standvast customers zwolle --admin DeHalm.standvast --filter late --sort late --descending"
        }
        "customer" => "standvast customer K-3 --admin DeHalm.standvast",
        "invoices" => {
            "standvast invoices --admin DeHalm.standvast --filter open --sort days_late --descending"
        }
        "invoice" => "standvast invoice 2026-17 --admin DeHalm.standvast",
        "why" => "standvast why 2026-17 --admin DeHalm.standvast",
        "sum" => "standvast sum bucket --bucket 31-60 --admin DeHalm.standvast",
        "withdraw" => {
            "standvast withdraw B-201 --reason \"verkeerde prijs\" --admin DeHalm.standvast"
        }
        "texts customers" => "standvast texts customers reminder.nl --admin DeHalm.standvast",
        "find" => "standvast find korenaar --admin DeHalm.standvast",
        "statement" => "standvast statement K-3 --admin DeHalm.standvast --out overzicht.pdf",
        "attach" => "standvast attach 2026-17 factuur.pdf --admin DeHalm.standvast",
        "attachment" => "standvast attachment 4 --out factuur.pdf --admin DeHalm.standvast",
        "set" => {
            "standvast set K-3 --admin DeHalm.standvast --kind business --reason \"KvK gezien\" --email in@zaak.nl"
        }
        "merge" => "standvast merge K-9 K-3 --admin DeHalm.standvast",
        "pay" => {
            "standvast pay K-3 250,00 --for 2026-17 --admin DeHalm.standvast --date 2026-11-20"
        }
        "write-off" => {
            "standvast write-off 2026-17 0,05 --reason afronding --admin DeHalm.standvast"
        }
        "set-off" => "standvast set-off C-2026-4 2026-17 --admin DeHalm.standvast",
        "waive" => {
            "standvast waive K-3 --interest 12,50 --reason coulance --admin DeHalm.standvast"
        }
        "hold" => {
            "standvast hold K-3 --until 2026-12-15 --reason verbouwing --admin DeHalm.standvast"
        }
        "dispute" => {
            "standvast dispute 2026-17 --amount 80 --reason \"doos beschadigd\" --admin DeHalm.standvast"
        }
        "promise" => "standvast promise K-3 500 --by 2026-12-01 --admin DeHalm.standvast",
        "insolvency" => "standvast insolvency K-3 --kind bankruptcy --admin DeHalm.standvast",
        "note" => "standvast note K-3 \"belt morgen terug\" --admin DeHalm.standvast",
        "history" => "standvast history --admin DeHalm.standvast",
        "undo" => "standvast undo F-17 --admin DeHalm.standvast",
        "plan" => "standvast plan --admin DeHalm.standvast",
        "plan show" => "standvast plan show --admin DeHalm.standvast",
        "plan preview" => {
            "standvast plan preview --kind business --days final_demand=10 --admin DeHalm.standvast"
        }
        "plan set" => {
            "standvast plan set --kind business --days final_demand=10 --admin DeHalm.standvast"
        }
        "plan reset" => "standvast plan reset K-3 --admin DeHalm.standvast",
        "texts" => "standvast texts --admin DeHalm.standvast",
        "texts show" => "standvast texts show reminder.nl --admin DeHalm.standvast",
        "texts check" => {
            "standvast texts check reminder.nl --file herinnering.txt --admin DeHalm.standvast"
        }
        "texts preview" => {
            "standvast texts preview reminder.nl --file herinnering.txt --out proef.pdf --admin DeHalm.standvast"
        }
        "texts set" => {
            "standvast texts set reminder.nl --file herinnering.txt --admin DeHalm.standvast"
        }
        "settings" => "standvast settings --admin DeHalm.standvast",
        "settings set" => {
            "standvast settings set delivery_days=2 bank_amber_days=4 --admin DeHalm.standvast"
        }
        "settings creditor" => {
            "standvast settings creditor --file creditor.toml --admin DeHalm.standvast"
        }
        "settings logo" => "standvast settings logo --file logo.png --admin DeHalm.standvast",
        "rates" => "standvast rates",
        "rates add" => {
            "standvast rates add --kind consumer --from 2027-01-01 --percent 5 --source \"Staatsblad\" --admin DeHalm.standvast"
        }
        "test-page" => "standvast test-page --out proefblad.pdf --admin DeHalm.standvast",
        "configure" => "standvast configure --file change.json --admin DeHalm.standvast",
        "export" => "standvast export --out uitvoer --admin DeHalm.standvast",
        "backup" => "standvast backup --out DeHalm.standvast-backup --admin DeHalm.standvast",
        "backups" => "standvast backups --admin DeHalm.standvast",
        "restore" => "standvast restore DeHalm.standvast-backup --admin Terug.standvast",
        "settle-restored" => {
            "standvast settle-restored --note \"er ging niets weg\" --admin Terug.standvast"
        }
        "verify" => "standvast verify --admin DeHalm.standvast",
        "place" => "standvast place --admin DeHalm.standvast",
        "recent" => "standvast recent",
        "passphrase" => {
            "standvast passphrase --new-passphrase-file nieuw.txt --admin DeHalm.standvast"
        }
        "recovery-sheet" => {
            "standvast recovery-sheet --out herstelblad.pdf --admin DeHalm.standvast"
        }
        "unlock-test" => {
            "standvast unlock-test --recovery-code-file code.txt --admin DeHalm.standvast"
        }
        "sample" => "standvast sample --out Voorbeeld.standvast --customers 60",
        "read" => "standvast read downloads/",
        "calc" => "standvast calc costs --principal 986,42",
        "calc costs" => {
            "standvast calc costs --principal 986,42 --sheet kosten.pdf --about \"factuur 2026-17\""
        }
        "calc interest" => {
            "standvast calc interest --regime commercial --principal 3500 --from 2026-01-15 --through 2026-11-22"
        }
        "calc notice" => "standvast calc notice --sent 2026-11-03",
        "calc limitation" => {
            "standvast calc limitation --due 2024-03-31 --kind contract --interrupted 2025-06-15"
        }
        "calc interest-start" => "standvast calc interest-start --debtor business --due 2026-03-31",
        "calc claim" => "standvast calc claim --file claim.json",
        "call" => "standvast call today --admin DeHalm.standvast --json",
        "commands" => "standvast commands",
        "manual" => "standvast manual --lang en",
        _ => return None,
    })
}

/// The words of an example, as a shell parts them. Quotes keep words together.
#[cfg(test)]
pub fn parted(example: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in example.chars() {
        match (c, words.last_mut()) {
            ('"', _) => quoted = !quoted,
            (' ', _) if !quoted => words.push(String::new()),
            (_, Some(word)) => word.push(c),
            (_, None) => {}
        }
    }
    words
}
