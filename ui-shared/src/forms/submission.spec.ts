import { beforeEach, describe, expect, it } from '@jest/globals';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, required } from '@angular/forms/signals';
import { ApiProblem } from '../api/problem';
import { Submission } from './submission';

describe('the sending of a form', () => {
  const model = signal({ reason: 'Ero' });
  let sending: Submission<{ reason: string }>;
  const press = (): Event => new Event('submit', { cancelable: true });

  beforeEach(() => {
    model.set({ reason: 'Ero' });
    const fields = TestBed.runInInjectionContext(() =>
      form(model, (path) => {
        required(path.reason);
      }),
    );
    sending = new Submission(fields);
  });

  it('is done once for a double press, and never by the browser', async () => {
    const sent: string[] = [];
    const [first, second] = [press(), press()];
    const outcomes = [first, second].map((event) => sending.send(event, ({ reason }) => Promise.resolve(sent.push(reason))));
    expect(await Promise.all(outcomes)).toEqual([true, false]);
    expect(sent).toEqual(['Ero']);
    expect([first.defaultPrevented, second.defaultPrevented]).toEqual([true, true]);
    expect([sending.isGoing(), sending.failed()]).toEqual([false, 0]);
  });

  it('says why it was refused, until the next attempt', async () => {
    const refusal = new ApiProblem({ status: 409, code: 'TIME_TAKEN' });
    await sending.send(press(), () => Promise.reject(refusal));
    expect([sending.problem()?.code, sending.failed()]).toEqual(['TIME_TAKEN', 1]);
    await sending.send(press(), () => Promise.resolve());
    expect([sending.problem(), sending.failed()]).toEqual([null, 1]);
  });

  it('sends nothing that is not filled in', async () => {
    model.set({ reason: '' });
    let isSent = false;
    await sending.send(press(), () => Promise.resolve((isSent = true)));
    expect([isSent, sending.failed(), sending.problem()]).toEqual([false, 1, null]);
  });
});
