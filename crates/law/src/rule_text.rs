//! The rules of law in plain sentences, Dutch and English.

use crate::Rule;

pub(crate) fn dutch(rule: Rule) -> &'static str {
    match rule {
        Rule::CostsTier => "Incassokosten zijn een vast percentage over elk deel van de hoofdsom.",
        Rule::CostsMinimum => "Incassokosten zijn ten minste € 40.",
        Rule::CostsMaximum => "Incassokosten zijn ten hoogste € 6.775.",
        Rule::CostsVat => {
            "De kosten worden verhoogd met btw, omdat de schuldeiser verklaart dat hij die over een belaste incassodienst betaalt en niet kan verrekenen."
        }
        Rule::ConsumerInterest => {
            "Wettelijke rente over de dagen van verzuim; onbetaalde rente telt na elk jaar mee."
        }
        Rule::CommercialInterest => {
            "Wettelijke handelsrente tot en met de dag van betaling; onbetaalde rente telt na elk jaar mee."
        }
        Rule::GovernmentInterest => {
            "Wettelijke handelsrente voor overheden tot en met de dag van betaling; onbetaalde rente telt na elk jaar mee."
        }
        Rule::StatutoryPlusSurcharge => "De wettelijke rente met de opslag die is overeengekomen.",
        Rule::ContractInterest => "De rente die in de overeenkomst is afgesproken.",
        Rule::NoticeDelivery => {
            "Een brief geldt als bezorgd op de zoveelste bezorgdag na verzending; zondag, maandag en feestdagen tellen niet mee."
        }
        Rule::NoticeFourteenDays => {
            "De consument krijgt veertien volle dagen, vanaf de dag na de bezorging."
        }
        Rule::NoticeTermExtended => {
            "Een termijn die eindigt in een weekend of op een feestdag, loopt door tot de eerstvolgende werkdag."
        }
        Rule::NoticePlan => {
            "Het plan wacht langer dan de wet vraagt, zodat een late bezorging niets bederft."
        }
        Rule::LimitationContract => {
            "Een vordering uit overeenkomst verjaart vijf jaar nadat zij opeisbaar werd."
        }
        Rule::LimitationConsumerSale => {
            "De koopprijs bij een consumentenkoop verjaart na twee jaar."
        }
        Rule::LimitationPeriodic => {
            "Wat per jaar of korter moet worden betaald, verjaart na vijf jaar."
        }
        Rule::LimitationJudgment => {
            "Een vonnis kan twintig jaar worden uitgevoerd; rente en andere termijnen die daarna opkomen vijf jaar."
        }
        Rule::LimitationNewTerm => {
            "Na een stuiting begint de volgende dag een even lange termijn, van hoogstens vijf jaar, die nooit eerder eindigt dan de oude."
        }
        Rule::StartAgreedCommercial => {
            "Handelsrente loopt vanaf de dag na de overeengekomen laatste betaaldag."
        }
        Rule::StartAgreedGovernment => {
            "Handelsrente van een overheid loopt vanaf de dag na de overeengekomen laatste betaaldag."
        }
        Rule::StartThirtyDaysInvoice => {
            "Zonder overeengekomen betaaldag loopt handelsrente zodra dertig dagen voorbij zijn, geteld vanaf de dag na ontvangst van de factuur."
        }
        Rule::StartThirtyDaysPerformance => {
            "Kwam de prestatie na de factuur, of staat de ontvangst van de factuur niet vast, dan loopt handelsrente zodra dertig dagen voorbij zijn, geteld vanaf de dag na ontvangst van de prestatie."
        }
        Rule::StartThirtyDaysGovernment => {
            "Zonder overeengekomen betaaldag loopt de rente van een overheid zodra dertig dagen voorbij zijn, geteld vanaf de dag na ontvangst van factuur of prestatie."
        }
        Rule::StartLargeCompany => {
            "Een grote onderneming mag een kleine geen langere termijn opleggen dan de wet toestaat; dan geldt dertig dagen."
        }
        Rule::StartFatalTerm => {
            "Het verzuim begint als een overeengekomen betaaltermijn verstrijkt."
        }
        Rule::StartNoticeOfDefault => {
            "Het verzuim begint als de redelijke termijn van een ingebrekestelling verstrijkt."
        }
        Rule::StartNeedsDefault => "Zonder verzuim loopt er geen wettelijke rente.",
        Rule::StartNeedsDate => {
            "Handelsrente kan pas worden gerekend vanaf een overeengekomen betaaldag of de ontvangst van factuur of prestatie."
        }
        Rule::PaymentDesignated => "De klant heeft gezegd welke vordering hij betaalt.",
        Rule::PaymentOrder => {
            "Een betaling gaat eerst naar wat opeisbaar is, dan naar wat het zwaarst drukt, dan naar het oudste."
        }
        Rule::PaymentProportional => {
            "Even zware en even oude vorderingen delen een betaling naar evenredigheid."
        }
        Rule::PaymentJointCosts => {
            "Een betaling gaat eerst naar de kosten, dan naar de rente, dan naar de hoofdsom."
        }
    }
}

pub(crate) fn english(rule: Rule) -> &'static str {
    match rule {
        Rule::CostsTier => {
            "Collection costs are a fixed percentage over each part of the principal."
        }
        Rule::CostsMinimum => "Collection costs are at least € 40.",
        Rule::CostsMaximum => "Collection costs are at most € 6,775.",
        Rule::CostsVat => {
            "VAT is added to the costs, because the creditor declares to pay it over a taxed collection service and to be unable to deduct it."
        }
        Rule::ConsumerInterest => {
            "Statutory interest over the days of default; unpaid interest counts along after each year."
        }
        Rule::CommercialInterest => {
            "Statutory commercial interest through the day of payment; unpaid interest counts along after each year."
        }
        Rule::GovernmentInterest => {
            "Statutory commercial interest for governments through the day of payment; unpaid interest counts along after each year."
        }
        Rule::StatutoryPlusSurcharge => "Statutory interest with the points agreed above it.",
        Rule::ContractInterest => "The interest agreed in the contract.",
        Rule::NoticeDelivery => {
            "A letter counts as delivered on the given delivery day after sending; Sundays, Mondays and holidays do not count."
        }
        Rule::NoticeFourteenDays => {
            "The consumer has fourteen full days, from the day after delivery."
        }
        Rule::NoticeTermExtended => {
            "A term that ends on a weekend or holiday runs on to the next working day."
        }
        Rule::NoticePlan => {
            "The plan waits longer than the law asks, so that a late delivery spoils nothing."
        }
        Rule::LimitationContract => "A claim from contract lapses five years after it became due.",
        Rule::LimitationConsumerSale => "The price of a consumer sale lapses after two years.",
        Rule::LimitationPeriodic => "What is payable per year or shorter lapses after five years.",
        Rule::LimitationJudgment => {
            "A judgment can be enforced for twenty years; interest and other instalments that arise later for five."
        }
        Rule::LimitationNewTerm => {
            "After an interruption an equal term begins the next day, of at most five years, that never ends before the old one."
        }
        Rule::StartAgreedCommercial => {
            "Commercial interest runs from the day after the agreed last day of payment."
        }
        Rule::StartAgreedGovernment => {
            "A government's commercial interest runs from the day after the agreed last day of payment."
        }
        Rule::StartThirtyDaysInvoice => {
            "Without an agreed day, commercial interest runs once thirty days have passed, counted from the day after the invoice was received."
        }
        Rule::StartThirtyDaysPerformance => {
            "Where the performance came after the invoice, or the invoice's receipt is not certain, commercial interest runs once thirty days have passed, counted from the day after the performance was received."
        }
        Rule::StartThirtyDaysGovernment => {
            "Without an agreed day, a government's interest runs once thirty days have passed, counted from the day after it received invoice or performance."
        }
        Rule::StartLargeCompany => {
            "A large company may not bind a small one to a longer term than the law allows; thirty days apply instead."
        }
        Rule::StartFatalTerm => "Default begins when an agreed payment term expires.",
        Rule::StartNoticeOfDefault => {
            "Default begins when the reasonable term of a notice of default expires."
        }
        Rule::StartNeedsDefault => "Without default no statutory interest runs.",
        Rule::StartNeedsDate => {
            "Commercial interest can only be counted from an agreed day or the receipt of invoice or performance."
        }
        Rule::PaymentDesignated => "The customer said which claim is paid.",
        Rule::PaymentOrder => {
            "A payment goes first to what is due, then to what weighs most, then to the oldest."
        }
        Rule::PaymentProportional => {
            "Claims that weigh the same and are equally old share a payment in proportion."
        }
        Rule::PaymentJointCosts => {
            "A payment goes first to costs, then to interest, then to the principal."
        }
    }
}
