const YEAR_SECONDS = 365 * 86_400;

/** Keeps a choice of this browser in a cookie that the server reads, for a year. */
export function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing where Docket is served without TLS.
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
