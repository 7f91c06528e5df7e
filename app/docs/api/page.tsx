import type { Metadata } from 'next';
import { ReferencePage } from '#components/api-reference/reference-page.tsx';
import { apiReference } from '#http/reference.ts';

export const metadata: Metadata = { title: 'API reference' };

export default function ApiReferencePage() {
  return <ReferencePage reference={apiReference()} homeHref="/" documentHref="/api/v1/openapi.json" />;
}
