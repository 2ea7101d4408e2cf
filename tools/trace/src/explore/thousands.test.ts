import { expect, test } from 'vitest';
import { thousands } from './thousands.js';

test('thousands are set apart', () => {
  expect([0, 12, 999, 1000, 12345, 185369, 1361380, 1e9].map(thousands)).toEqual(
    [0, 12, 999, 1000, 12345, 185369, 1361380, 1e9].map((value) => value.toLocaleString('en-US')),
  );
});
