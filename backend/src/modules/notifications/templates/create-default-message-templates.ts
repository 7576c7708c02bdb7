import { Injectable } from '@nestjs/common';
import { Clock, LANGUAGES, Problem } from '../../../kernel/index.ts';
import { Transactions, type TransactionScope } from '../../../platform/database/index.ts';
import { MESSAGE_CHANNELS, MESSAGE_KINDS } from '../message-kinds.ts';
import { MESSAGE_TEMPLATE_REFUSED } from '../notifications.problems.ts';
import { DEFAULT_SUBJECTS, DEFAULT_TEXTS } from './default-texts.ts';
import { MessageTemplatesRepository } from './message-templates.repository.ts';
import { faultsOf, type TemplateDraft } from './template-linter.ts';

/** Gives an organisation the texts that everybody begins with; texts that it has already stay as they are. */
@Injectable()
export class CreateDefaultMessageTemplates {
  constructor(
    private readonly transactions: Transactions,
    private readonly templates: MessageTemplatesRepository,
    private readonly clock: Clock,
  ) {}

  /** In force from now on. Gives how many texts were added. */
  execute(organisation: TransactionScope): Promise<number> {
    const drafts = MESSAGE_KINDS.flatMap((kind) =>
      MESSAGE_CHANNELS.flatMap((channel) =>
        LANGUAGES.map((language): TemplateDraft => ({
          kind,
          channel,
          language,
          subject: channel === 'EMAIL' ? DEFAULT_SUBJECTS[kind][language] : null,
          body: DEFAULT_TEXTS[kind][language],
        })),
      ),
    );
    requireFaultless(drafts);
    return this.transactions.run(organisation, (tx) =>
      this.templates.insertFirst(tx, organisation.organisationId, drafts, this.clock.now()),
    );
  }
}

/** @throws Problem MESSAGE_TEMPLATE_REFUSED naming the first text that may not be used, and why */
export function requireFaultless(drafts: readonly TemplateDraft[]): void {
  for (const draft of drafts) {
    const faults = faultsOf(draft);
    if (faults.length > 0) {
      throw new Problem(MESSAGE_TEMPLATE_REFUSED, {
        params: { kind: draft.kind, channel: draft.channel, language: draft.language, faults: faults.join(', ') },
      });
    }
  }
}
