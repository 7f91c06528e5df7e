import { expect, it } from 'vitest';
import { identifier } from './names.ts';

it.each(['__proto__', 'constructor', 'prototype'])('no variable and no field is called %s', (name) => {
  expect(identifier.safeParse(name).success).toBe(false);
  expect(identifier.safeParse(`${name}_`).success).toBe(true);
});
