import { describe, expect, it } from 'vitest';
import { toLocalNumber, toPlainNumber } from './local-number.ts';

describe('a number as it is typed', () => {
  it.each([
    ['en-GB', '1,234.5', '1234.5'],
    ['en-GB', '1234', '1234'],
    ['en-GB', ' .5 ', '.5'],
    ['en-GB', '1 234', '1234'],
    ['en-GB', '−3', '-3'],
    ['de-DE', '1.234,5', '1234.5'],
    ['de-DE', '1.234', '1234'],
    ['de-DE', '0,42', '0.42'],
    ['de-DE', '-9.223.372.036.854.775.808', '-9223372036854775808'],
    ['de-CH', '1’234.5', '1234.5'],
    ['fr-FR', '1 234,5', '1234.5'],
    ['de-DE', '1.234,56\u00a0€', '1234.56'],
    ['de-DE', '€ 1.234,56', '1234.56'],
    ['de-DE', '-12,50 €', '-12.50'],
    ['en-GB', '$12.50', '12.50'],
    ['en-GB', '−£1,200', '-1200'],
    ['en-GB', '€-3', '-3'],
  ])('%s: %s is %s', (locale, typed, plain) => expect(toPlainNumber(typed, locale)).toBe(plain));

  it('takes a point for what it can only be', () => {
    expect(toPlainNumber('1.5', 'de-DE')).toBe('1.5');
    expect(toPlainNumber('12.3456', 'de-DE')).toBe('12.3456');
  });

  it('leaves what is no number to the check', () => {
    expect(toPlainNumber('1,5', 'en-GB')).toBe('1,5');
    expect(toPlainNumber('1,2,3', 'de-DE')).toBe('1,2,3');
    expect(toPlainNumber('twelve', 'de-DE')).toBe('twelve');
    expect(toPlainNumber('', 'de-DE')).toBe('');
    for (const typed of ['€', '$twelve', '€ 5 €', '1,5 €', '5 € 20', '0x10']) {
      expect(toPlainNumber(typed, 'en-GB')).toBe(typed);
    }
  });

  it('is shown as the reader writes it', () => {
    expect(toLocalNumber('1234.5', 'de-DE')).toBe('1234,5');
    expect(toLocalNumber('1234.5', 'en-GB')).toBe('1234.5');
    expect(toLocalNumber('1,2,3', 'de-DE')).toBe('1,2,3');
  });
});
