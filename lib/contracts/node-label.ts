/** A node's name as people read it: `1-approve-USER_TASK`, as the SDK writes it, reads `approve`. */
export function nodeLabel(name: string): string {
  const inner = name.replace(/^\d+-/, '').replace(/-[A-Z]+(_[A-Z]+)*$/, '');
  return inner === '' ? name : inner;
}
