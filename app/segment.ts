// Names and ids in addresses: what stands in a segment is escaped, and pages get it as it stands.

/** The text of a segment; one that was not escaped properly is what it says. */
export function textOfSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
