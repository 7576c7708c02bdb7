import { defineProblems } from '../../kernel/index.ts';

export const { ROOM_CODE_TAKEN, EQUIPMENT_CODE_TAKEN } = defineProblems('resources', {
  ROOM_CODE_TAKEN: { status: 409, title: 'Room code taken', detail: 'Another room has the code {code}.' },
  EQUIPMENT_CODE_TAKEN: { status: 409, title: 'Equipment code taken', detail: 'Another piece of equipment has the code {code}.' },
});
