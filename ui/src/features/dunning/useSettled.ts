// A value that has stood still for a moment: walking quickly through a list, or typing, asks the core once.

import { useEffect, useState } from 'react';

export function useSettled<Value>(value: Value, pause: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
