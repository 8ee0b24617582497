import { expect, test } from 'vitest';
import { amend, begin, change, redo, undo } from '../src/farm/history';

test('what was done is undone in the opposite order, and done again', () => {
  const h = change(change(begin('a'), 'b'), 'c');
  expect(undo(h).now).toBe('b');
  expect(undo(undo(h)).now).toBe('a');
  expect(redo(undo(h)).now).toBe('c');
});

test('at its ends undoing and doing again change nothing', () => {
  const h = begin('a');
  expect(undo(h)).toBe(h);
  expect(redo(h)).toBe(h);
});

test('a change after undoing forgets what was undone', () => {
  const h = change(undo(change(begin('a'), 'b')), 'c');
  expect(h.future).toEqual([]);
  expect(undo(h).now).toBe('a');
});

test('a number typed digit by digit is undone as one', () => {
  const h = amend(amend(change(begin(5), 1), 12), 12.5);
  expect(undo(h).now).toBe(5);
});

test('a change to the same value is no step', () => {
  const h = begin({ n: 1 });
  expect(change(h, h.now)).toBe(h);
});
