/** What was done, so that it can be undone: values that are never changed in place. */
export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
}

const most = 200;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] });
export const change = <T>(h: History<T>, next: T): History<T> => (Object.is(next, h.now) ? h : { past: [...h.past, h.now].slice(-most), now: next, future: [] });

/** The same step going on, as when a number is typed digit by digit or a corner dragged: undone as one. */
export const amend = <T>(h: History<T>, next: T): History<T> => ({ ...h, now: next, future: [] });

export const undo = <T>(h: History<T>): History<T> => (h.past.length === 0 ? h : { past: h.past.slice(0, -1), now: h.past[h.past.length - 1]!, future: [h.now, ...h.future] });
export const redo = <T>(h: History<T>): History<T> => (h.future.length === 0 ? h : { past: [...h.past, h.now], now: h.future[0]!, future: h.future.slice(1) });
