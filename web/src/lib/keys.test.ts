import { expect, test } from 'vitest';
import { keyName } from './keys';

const press = (init: KeyboardEventInit) => keyName(new KeyboardEvent('keydown', init));

test('keys are known by their place, so they work in the Russian layout', () => {
  expect(press({ code: 'KeyJ', key: 'о' })).toBe('KeyJ');
  expect(press({ code: 'Slash', key: '.' })).toBe('Slash');
  expect(press({ code: 'Slash', key: ',', shiftKey: true })).toBe('Shift+Slash');
});

test('characters of the Russian layout count as well', () => {
  expect(press({ code: 'Digit7', key: '?', shiftKey: true })).toBe('Shift+Slash');
  expect(press({ code: 'Backslash', key: '/', shiftKey: true })).toBe('Slash');
});
