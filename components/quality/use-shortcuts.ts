'use client';

import { useEffect, useState } from 'react';

const STORED_AS = 'verbatim.label-shortcuts';

/** Whether single keys label, as this browser remembers it; on at first. */
export function useShortcuts(): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(STORED_AS) !== 'off'), []);
  return [
    isOn,
    (next) => {
      localStorage.setItem(STORED_AS, next ? 'on' : 'off');
      setOn(next);
    },
  ];
}
