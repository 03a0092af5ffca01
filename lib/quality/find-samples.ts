import { type Day, toDay } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';

export interface Labeller {
  memberId: string;
  name: string;
  labelled: number;
}

/** A sample and how far people have come with it. */
export interface Sample {
  id: string;
  drawnAt: Date;
  drawnBy: string | null;
  seed: number;
  from: Day;
  to: Day;
  /** Statements of the period it was drawn from. */
  population: number;
  /** Statements in it now: some of those drawn may have been removed with their import. */
  size: number;
  /** Statements with at least one label. */
  labelled: number;
  /** Who labelled most comes first. */
  labellers: Labeller[];
}

/** All samples of the workspace, the newest first: each was drawn by a person, so they are few. */
export async function findSamples(scope: Scope): Promise<Sample[]> {
  const { workspaceId } = scope;
  const rows = await scope.run(
    (db) => db.$queryRaw<(Omit<Sample, 'from' | 'to'> & { fromDay: Date; toDay: Date })[]>`
      SELECT s.id, s.drawn_at AS "drawnAt", u.name AS "drawnBy", s.seed, s.from_day AS "fromDay", s.to_day AS "toDay",
        s.population,
        (SELECT count(*)::int FROM quality_items i
          WHERE i.workspace_id = s.workspace_id AND i.sample_id = s.id) AS size,
        (SELECT count(DISTINCT l.item_id)::int FROM quality_items i
            JOIN quality_labels l ON l.workspace_id = i.workspace_id AND l.item_id = i.id
          WHERE i.workspace_id = s.workspace_id AND i.sample_id = s.id) AS labelled,
        coalesce((
          SELECT jsonb_agg(jsonb_build_object('memberId', w.member_id, 'name', w.name, 'labelled', w.labelled)
            ORDER BY w.labelled DESC, w.name)
          FROM (
            SELECT l.member_id, x.name, count(*)::int AS labelled
            FROM quality_items i
              JOIN quality_labels l ON l.workspace_id = i.workspace_id AND l.item_id = i.id
              JOIN members m ON m.workspace_id = l.workspace_id AND m.id = l.member_id
              JOIN users x ON x.id = m.user_id
            WHERE i.workspace_id = s.workspace_id AND i.sample_id = s.id
            GROUP BY l.member_id, x.name
          ) w), '[]') AS labellers
      FROM quality_samples s
        LEFT JOIN members d ON d.workspace_id = s.workspace_id AND d.id = s.drawn_by_id
        LEFT JOIN users u ON u.id = d.user_id
      WHERE s.workspace_id = ${workspaceId}::uuid
      ORDER BY s.drawn_at DESC, s.id DESC`,
  );
  return rows.map(({ fromDay, toDay: lastDay, ...row }) => ({
    ...row,
    from: toDay(fromDay),
    to: toDay(lastDay),
  }));
}
