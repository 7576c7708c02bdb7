import { Injectable } from '@nestjs/common';
import { newId, type Instant, type Language } from '../../../kernel/index.ts';
import { toDate, type Tx } from '../../../platform/database/index.ts';
import type { MessageChannel, MessageKind, MessageTemplate } from '../message-kinds.ts';
import type { TemplateDraft } from './template-linter.ts';

@Injectable()
export class MessageTemplatesRepository {
  /** First versions, of those that the organisation does not have yet: doing it twice adds nothing. Gives how many were added. */
  async insertFirst(tx: Tx, organisationId: string, drafts: readonly TemplateDraft[], now: Instant): Promise<number> {
    const added: unknown[] = await tx.query(
      `INSERT INTO message_template (id, organisation_id, kind, channel, language, version_no, subject, body, effective_from, created_at)
       SELECT draft.id, $1, draft.kind, draft.channel, draft.language, 1, draft.subject, draft.body, $2, $2
         FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) AS draft (id, kind, channel, language, subject, body)
           ON CONFLICT ON CONSTRAINT message_template_version DO NOTHING RETURNING id`,
      [
        organisationId,
        toDate(now),
        drafts.map(() => newId()),
        drafts.map((draft) => draft.kind),
        drafts.map((draft) => draft.channel),
        drafts.map((draft) => draft.language),
        drafts.map((draft) => draft.subject),
        drafts.map((draft) => draft.body),
      ],
    );
    return added.length;
  }

  /** The highest version in force, in the wanted language or else in Finnish, which every organisation writes first. */
  async inForce(tx: Tx, kind: MessageKind, channel: MessageChannel, language: Language, now: Instant): Promise<MessageTemplate | null> {
    const rows: MessageTemplate[] = await tx.query(
      `SELECT id, kind, channel, language, version_no AS "versionNo", subject, body
         FROM message_template
        WHERE kind = $1 AND channel = $2 AND language IN ($3, 'fi') AND effective_from <= $4
        ORDER BY language = $3 DESC, version_no DESC LIMIT 1`,
      [kind, channel, language, toDate(now)],
    );
    return rows[0] ?? null;
  }
}
