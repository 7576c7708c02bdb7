import { testCitizens, testEmployees, type TestPerson } from '../identity-provider/test-persons.ts';
import { portsOf } from './environment.ts';

const WIDTH = 26;

/** What is printed when everything answers: first the line that scripts wait for, then where to go and whom to be. */
export function announcement(port: number, firstDay: string, logs: string): string {
  const { application, dev } = portsOf(port);
  const county = `http://localhost:${application}`;
  const employment = `http://tyollisyys.localhost:${application}`;
  return [
    'Vuoro is ready',
    '',
    row('Citizens', `${county}/`),
    row('Employees', `${county}/employee/`),
    row('API documentation', `${county}/api/docs`),
    row('Messages sent', `http://127.0.0.1:${dev}/mailbox`),
    '',
    'The second organisation, employment services:',
    row('Citizens', `${employment}/`),
    row('Employees', `${employment}/employee/`),
    '',
    'Test persons, to be chosen at sign-in. Citizens:',
    ...testCitizens(firstDay).map(personRow),
    '',
    'Employees:',
    ...testEmployees()
      .filter((person) => person.use !== null)
      .map(personRow),
    row('and their colleagues', 'who fill the teams'),
    '',
    `Logs are in ${logs}. Ctrl-C stops everything; the data stays.`,
  ].join('\n');
}

function personRow(person: TestPerson): string {
  const where = person.organisation === 'NT' ? ' (at tyollisyys.localhost)' : '';
  return row(person.name, `${person.use?.en ?? ''}${where}`);
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(WIDTH)}${right}`;
}
