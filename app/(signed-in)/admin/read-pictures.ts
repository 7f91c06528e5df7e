import type { Pictures } from '#components/diagram/picture.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import type { WfSpecId } from '#contracts/wf-spec.ts';
import { read } from '../../read.ts';

/** A WfSpec's version as a picture, both ways round: the browser knows for which of them there is room. */
export async function readPictures(
  person: UserPrincipal,
  { name, majorVersion, revision }: WfSpecId,
): Promise<Pictures> {
  const version = `${majorVersion}.${revision}`;
  const [RIGHT, DOWN] = await Promise.all([
    read(person, 'getWfSpecDiagram', { name, version, direction: 'RIGHT' }),
    read(person, 'getWfSpecDiagram', { name, version, direction: 'DOWN' }),
  ]);
  return { RIGHT, DOWN };
}
