// What can be seen to be wrong before the core is asked, in words, by field.

import type { Text } from '../../i18n';
import { parseMoney, toCents } from '../../money';
import type { Problems } from '../session/problems';

export function amountProblem(field: string, typed: string, t: Text): Problems {
  const money = parseMoney(typed);
  if (money === null) return { [field]: t.acts.problem.amount };
  return toCents(money) > 0 ? {} : { [field]: t.acts.problem.positive };
}

export function reasonProblem(reason: string, t: Text): Problems {
  return reason.trim() === '' ? { reason: t.acts.problem.reason } : {};
}
