import type { ClientView, OfferedTimeView } from '@vuoro/ui-shared/api';

/** By what the client will hear of the reservation, or why by nothing. */
export type Telling =
  | { readonly by: 'message'; readonly channels: ClientView['toldBy'] }
  | { readonly by: 'nobody'; readonly because: 'PAST' | 'MESSAGES_OFF' | 'QUIET' | 'NO_CHANNEL' };

/** @param isPast the reservation is entered afterwards */
export function tellingOf(client: Pick<ClientView, 'quiet' | 'toldBy'>, time: Pick<OfferedTimeView, 'messages'>, isPast: boolean): Telling {
  if (isPast) return { by: 'nobody', because: 'PAST' };
  if (time.messages === 'OFF') return { by: 'nobody', because: 'MESSAGES_OFF' };
  if (client.quiet) return { by: 'nobody', because: 'QUIET' };
  return client.toldBy.length > 0 ? { by: 'message', channels: client.toldBy } : { by: 'nobody', because: 'NO_CHANNEL' };
}
