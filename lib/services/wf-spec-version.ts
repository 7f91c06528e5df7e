// The version of a WfSpec as it is written in addresses: `1.0`.

export function parseVersion(version: string): { majorVersion: number; revision: number } {
  const [majorVersion = 0, revision = 0] = version.split('.').map(Number);
  return { majorVersion, revision };
}
