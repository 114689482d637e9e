// A test collects its faults as lines and fails once with all of them, so that one run shows everything.

import { AssertionError } from 'node:assert';

const SHOWN = 20;

export function assertNone(faults) {
  if (faults.length === 0) return;
  const more = faults.length > SHOWN ? [`… and ${faults.length - SHOWN} more`] : [];
  const message = [`${faults.length} found`, ...faults.slice(0, SHOWN), ...more].join('\n');
  throw new AssertionError({ message, actual: faults.length, expected: 0, operator: 'faults', stackStartFn: assertNone });
}
