// What the core answers to a calculation. It stands on the wire as the command line prints it.

import type { IsoDate, Money } from '../../backend';

export type Warned = { code: string; message: string };

export type Period = {
  from: IsoDate;
  through: IsoDate;
  days: number;
  percent: string;
  base: Money;
  interest: Money;
  per: 'year' | 'month';
  basis: string;
};

export type InterestAnswer = { interest: Money; periods: Period[]; warnings: Warned[] };

export type CostsAnswer = {
  principal: Money;
  costs: Money;
  vat: Money;
  total: Money;
  lines: {
    kind: 'tier' | 'minimum' | 'maximum';
    base: Money;
    percent: string | null;
    amount: Money;
    basis: string;
  }[];
  warnings: Warned[];
};

export type NoticeAnswer = {
  delivered: IsoDate;
  first_day: IsoDate;
  last_day: IsoDate;
  costs_claimable_from: IsoDate;
  claimable_in_plan: IsoDate;
  rules: string[];
};

export type StartAnswer = { interest_from: IsoDate | null; basis: string; warnings: Warned[] };

export type LimitationAnswer = { last_safe_day: IsoDate; basis: string; warnings: Warned[] };

export type ClaimAnswer = {
  claims: {
    id: string;
    principal: Money;
    principal_open: Money;
    interest_open: Money;
    costs_open: Money;
    interest_total: Money;
    lines: Period[];
  }[];
  payments: {
    date: IsoDate;
    amount: Money;
    allocations: { claim: string | null; costs: Money; interest: Money; principal: Money; basis: string }[];
    unallocated: Money;
  }[];
  total_open: Money;
  per_day: Money;
  joint_costs_total: Money;
  joint_costs_open: Money;
  warnings: Warned[];
};
