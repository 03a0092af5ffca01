import type { Metadata } from 'next';
import { ApiExplorer } from '@/components/api/api-explorer';
import { PlainMarkdown } from '@/components/api/plain-markdown';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { explainOperations } from '@/lib/api/explain-operations';
import { makeOpenApiDocument } from '@/lib/api/openapi';
import { env } from '@/lib/core/env';
import { notFound } from '@/lib/core/errors';
import { definePage } from '@/lib/http/define-page';

export const metadata: Metadata = { title: 'Try the API' };

export default definePage({
  permission: 'workspace.read',
  async render({ workspace: { slug } }) {
    const document = makeOpenApiDocument(env().NEXTAUTH_URL);
    const [first, ...others] = explainOperations(document);
    if (!first) throw notFound('operation');
    return (
      <>
        <Section
          title="Try the API"
          actions={
            <>
              <ButtonLink href={`/w/${slug}/settings/api-keys`}>API keys</ButtonLink>
              <ButtonLink href="/api/v1/openapi.json" prefetch={false} download="verbatim-openapi.json">
                OpenAPI document
              </ButtonLink>
              <ButtonLink href="/api/v1/client.ts" prefetch={false} download>
                TypeScript client
              </ButtonLink>
            </>
          }
        >
          <PlainMarkdown text={document.info.description} />
        </Section>
        <ApiExplorer operations={[first, ...others]} origin={new URL(env().NEXTAUTH_URL).origin} />
      </>
    );
  },
});
