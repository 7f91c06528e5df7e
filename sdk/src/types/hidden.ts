// What code must know of a definition and JSON must not show.

/** Adds a property that serializing, spreading and listing do not see. */
export function withHidden<T extends object, const Key extends symbol, Value>(
  target: T,
  key: Key,
  value: Value,
): T & { readonly [K in Key]: Value } {
  return Object.defineProperty(target, key, { value }) as T & { readonly [K in Key]: Value };
}
