import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinBase64 } from './base64.ts';

it('joins as the bytes do', () => {
  const bytes = fc.uint8Array({ maxLength: 20 });
  const base64 = (of: Uint8Array) => Buffer.from(of).toString('base64');
  fc.assert(
    fc.property(bytes, bytes, (left, right) => {
      expect(joinBase64(base64(left), base64(right))).toBe(base64(Buffer.concat([left, right])));
    }),
  );
});
