// The few value types that cross the wire as text. Brands keep an amount from being used as a date,
// and anything unparsed from being calculated with (amounts are parsed in ../money.ts only).

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** An amount in euros with a dot and at least two decimals: "1234.56", "-0.50". */
export type Money = Branded<'Money'>;

/** A calendar date: "2026-11-22". */
export type IsoDate = Branded<'IsoDate'>;

/** A moment: "2026-11-22T08:12:00Z". */
export type IsoDateTime = Branded<'IsoDateTime'>;

/** A percentage without trailing zeros: "10.4". */
export type Percent = Branded<'Percent'>;

/** The language in which the core words its messages; the transport adds it to every call. */
export type Lang = 'nl' | 'en';
