/** In characters: a note of what the appointment needs, not a case record. */
export const LONGEST_INTERNAL_NOTE = 1000;

/** Where the note's ciphertext belongs. */
export function internalNotePlace(reservationId: string) {
  return { table: 'reservation', column: 'internal_note_encrypted', rowId: reservationId };
}

/** What is kept of what was typed; null: nothing was. */
export function writtenNote(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
