import type { CitizenVisibility } from '../appointment-types/index.ts';

/** Whether messages are sent of a reservation or a type. Of what is hidden from the citizen none is, whatever its setting: it would tell what is hidden. */
export function messagesOf({
  citizenVisibility,
  messages,
}: {
  readonly citizenVisibility: CitizenVisibility;
  readonly messages: 'ON' | 'OFF';
}): 'ON' | 'OFF' {
  return citizenVisibility === 'HIDDEN' ? 'OFF' : messages;
}
