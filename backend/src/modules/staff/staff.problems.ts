import { defineProblems } from '../../kernel/index.ts';

export const {
  EMPLOYEE_KEY_TAKEN,
  TEAM_CODE_TAKEN,
  TEAM_MEMBERSHIP_OVERLAPS,
  EMPLOYEE_NOT_EMPLOYED,
  WORKING_HOURS_OVERLAP,
  WORK_PAIR_OF_ONE,
} = defineProblems('staff', {
  EMPLOYEE_KEY_TAKEN: { status: 409, title: 'Employee exists', detail: 'Another employee has this key.' },
  TEAM_CODE_TAKEN: { status: 409, title: 'Team code taken', detail: 'Another team has the code {code}.' },
  TEAM_MEMBERSHIP_OVERLAPS: {
    status: 409,
    title: 'Already a member',
    detail: 'The employee is a member of the team on some of these days already.',
  },
  EMPLOYEE_NOT_EMPLOYED: { status: 422, title: 'Not employed', detail: 'The employee is not employed on {date}.' },
  WORKING_HOURS_OVERLAP: {
    status: 422,
    title: 'Working hours overlap',
    detail: 'Two stretches of the working hours overlap on weekday {weekday}.',
  },
  WORK_PAIR_OF_ONE: { status: 422, title: 'A pair needs two', detail: 'A work pair consists of two different employees.' },
});
