// BYTES after BYTES, in base64 alone: the engine has no platform to decode them with (RFC 4648).

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The base64 of the bytes of `left` followed by those of `right`; both padded, as BYTES are. */
export function joinBase64(left: string, right: string): string {
  if (!left.endsWith('=')) return left + right;
  // Only the last group of the left side is open: what is before it stays.
  const whole = left.slice(0, -4);
  return whole + encode([...decode(left.slice(-4)), ...decode(right)]);
}

function decode(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 4) {
    const group = text.slice(at, at + 4).replaceAll('=', '');
    const bits = [...group.padEnd(4, 'A')].reduce((sum, digit) => sum * 64 + ALPHABET.indexOf(digit), 0);
    for (let byte = 0; byte < group.length - 1; byte += 1) bytes.push((bits >> (16 - 8 * byte)) & 255);
  }
  return bytes;
}

function encode(bytes: number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = bytes.slice(at, at + 3);
    const bits = [0, 1, 2].reduce((sum, byte) => sum * 256 + (group[byte] ?? 0), 0);
    for (let digit = 0; digit < 4; digit += 1) {
      text += digit <= group.length ? ALPHABET[(bits >> (18 - 6 * digit)) & 63] : '=';
    }
  }
  return text;
}
