/**
 * How many of the tasks on a list's first page are news to whoever has `known` before them. As long as the list goes on below what
 * was fetched of it, what follows the last of the known was there all the time, and merely moved up.
 */
export function countNews(page: readonly string[], known: ReadonlySet<string>, goesOn: boolean): number {
  const last = page.findLastIndex((id) => known.has(id));
  return page.filter((id, index) => !known.has(id) && !(goesOn && last !== -1 && index > last)).length;
}
