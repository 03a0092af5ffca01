import { getTextEngine } from '@/lib/annotations/text-engine';
import { ownVersion } from '@/lib/annotations/text-model';
import type { Scope } from '@/lib/db/scope';
import { unpackSentimentAdapter } from '@/lib/nlp/adaptation/sentiment-adapter';
import type { AdaptableEngine, AnnotationEngine } from '@/lib/nlp/engine';
import { getSetting } from '@/lib/settings/queries';

/**
 * The engine as this workspace reads with it now: its own model in the installation's engine, or the engine as it is where
 * it has none, or one that was made for another engine or lane.
 */
export async function findWorkspaceEngine(scope: Scope, engine?: AdaptableEngine): Promise<AnnotationEngine> {
  const base = engine ?? (await getTextEngine());
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const { modelVersionId } = await getSetting(inner, 'textModel');
    if (!modelVersionId) return base;
    const own = await db.modelVersion.findUnique({
      where: { workspaceId_id: { workspaceId, id: modelVersionId } },
    });
    if (!own?.artifact || !own.version.startsWith(ownVersion(base.version, ''))) return base;
    const adapter = unpackSentimentAdapter(own.artifact);
    return {
      name: base.name,
      version: own.version,
      annotate: (inputs) => base.annotate(inputs, adapter),
      judge: (statements) => base.judge(statements, adapter),
      encode: (statements) => base.encode(statements),
    };
  });
}

/** The same for what reads seldom: it is opened when there is something to read. */
export const laterEngine = (scope: Scope): Pick<AnnotationEngine, 'encode'> => ({
  encode: async (statements) => (await findWorkspaceEngine(scope)).encode(statements),
});
