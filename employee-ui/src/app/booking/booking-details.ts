import type { BookForClientRequest, ClientView, OfferedTimeView } from '@vuoro/ui-shared/api';

export type BookingMode = BookForClientRequest['mode'];

/** What is chosen and written besides the client and the time. */
export interface BookingDetails {
  readonly mode: BookingMode;
  /** ISO 639; '' when no interpreter is needed. */
  readonly interpreterLanguage: string;
  readonly noteToClient: string;
  readonly internalNote: string;
}

export interface DetailsSource {
  readonly modes: readonly BookingMode[];
  readonly client: Pick<ClientView, 'id' | 'interpreterLanguage'> | null;
}

/** Another time keeps what was chosen where it can; another client brings the interpreter that this one needs, and what was noted of one is not the other's. */
export function detailsFor(
  now: DetailsSource,
  before: { readonly source: DetailsSource; readonly value: BookingDetails } | undefined,
): BookingDetails {
  const kept = before?.value;
  const isSameClient = before !== undefined && before.source.client?.id === now.client?.id;
  return {
    mode: kept !== undefined && now.modes.includes(kept.mode) ? kept.mode : (now.modes[0] ?? kept?.mode ?? 'VISIT'),
    interpreterLanguage: isSameClient ? before.value.interpreterLanguage : (now.client?.interpreterLanguage ?? ''),
    noteToClient: kept?.noteToClient ?? '',
    internalNote: isSameClient ? before.value.internalNote : '',
  };
}

/** The request: what is empty is left out. */
export function bookingRequestOf(
  time: Pick<OfferedTimeView, 'id' | 'mayWriteInternalNote'>,
  client: Pick<ClientView, 'id'>,
  details: BookingDetails,
  isPast: boolean,
): BookForClientRequest {
  const noteToClient = details.noteToClient.trim();
  // Written for one's own time; on the way to a colleague's the field has gone, and the server would refuse it.
  const internalNote = time.mayWriteInternalNote ? details.internalNote.trim() : '';
  return {
    offeredTimeId: time.id,
    clientId: client.id,
    mode: details.mode,
    ...(details.interpreterLanguage === '' ? {} : { interpreterLanguage: details.interpreterLanguage }),
    ...(noteToClient === '' ? {} : { noteToClient }),
    ...(internalNote === '' ? {} : { internalNote }),
    ...(isPast ? { lateEntry: true } : {}),
  };
}
