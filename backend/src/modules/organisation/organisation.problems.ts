import { defineProblems } from '../../kernel/index.ts';

export const {
  ORGANISATION_TAKEN,
  UNIT_CODE_TAKEN,
  ROLLOUT_STATE_NOT_NEXT,
  SERVICE_TASK_CODE_TAKEN,
  SERVICE_CODE_TAKEN,
  PUBLICATION_NOT_NEXT,
  PUBLICATION_TIME_MISSING,
  PUBLICATION_TIME_NOT_AHEAD,
  CLOSED_DAY_TAKEN,
  VIDEO_ADDRESS_INVALID,
} = defineProblems('organisation', {
  ORGANISATION_TAKEN: { status: 409, title: 'Organisation taken', detail: 'Another organisation has this code or host name.' },
  UNIT_CODE_TAKEN: { status: 409, title: 'Unit code taken', detail: 'Another unit has the code {code}.' },
  ROLLOUT_STATE_NOT_NEXT: { status: 409, title: 'Rollout state not possible', detail: 'A unit does not go from {from} to {to}.' },
  SERVICE_TASK_CODE_TAKEN: { status: 409, title: 'Service task code taken', detail: 'Another service task has the code {code}.' },
  SERVICE_CODE_TAKEN: { status: 409, title: 'Service code taken', detail: 'Another service has the code {code} or its address.' },
  PUBLICATION_NOT_NEXT: { status: 409, title: 'Publication not possible', detail: 'A text does not go from {from} to {to}.' },
  PUBLICATION_TIME_MISSING: {
    status: 422,
    title: 'Time of publication missing',
    detail: 'Publishing later needs the moment of publication.',
  },
  PUBLICATION_TIME_NOT_AHEAD: { status: 422, title: 'Time of publication passed', detail: 'The moment of publication must lie ahead.' },
  CLOSED_DAY_TAKEN: { status: 409, title: 'Day already closed', detail: 'The unit already has an entry on {date}.' },
  VIDEO_ADDRESS_INVALID: {
    status: 422,
    title: 'Address of the video invalid',
    detail: 'Give the address of a video as https://…, with at most {most} characters and without a name or password.',
  },
});
