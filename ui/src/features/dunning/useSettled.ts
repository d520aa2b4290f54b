// A value that has stood still for a moment: walking quickly through a list, or typing, asks the core once.

import { useEffect, useRef, useState } from 'react';

/** A change after so much rest is no walking on: it need not wait to see where it ends. */
const REST = 150;

/** `pause`: how long it must have stood still. `atOnce`: the first change after a rest counts at once. */
export function useSettled<Value>(value: Value, pause: number, atOnce = false): Value {
  const [settled, setSettled] = useState(value);
  const changed = useRef(-REST);
  useEffect(() => {
    const now = performance.now();
    const rested = atOnce && now - changed.current >= REST;
    changed.current = now;
    const timer = setTimeout(() => setSettled(value), rested ? 0 : pause);
    return () => clearTimeout(timer);
  }, [value, pause, atOnce]);
  return settled;
}
