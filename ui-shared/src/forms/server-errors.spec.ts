import { describe, expect, it } from '@jest/globals';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, required } from '@angular/forms/signals';
import { ApiProblem, type FieldProblem } from '../api/problem';
import { submitToServer } from './server-errors';

function contactForm(phone = '040 123 4567') {
  const model = signal({ name: 'Aino', contact: { phone, languages: [{ code: 'fi' }] } });
  return TestBed.runInInjectionContext(() =>
    form(model, (path) => {
      required(path.contact.phone);
    }),
  );
}

function refusedFor(...pointers: string[]): ApiProblem {
  const errors: FieldProblem[] = pointers.map((pointer) => ({ pointer, code: 'WRONG_FORM' }));
  return new ApiProblem({ status: 400, code: 'VALIDATION_FAILED', errors });
}

const kinds = (errors: readonly { readonly kind: string }[]): string[] => errors.map(({ kind }) => kind);

describe('sending a form', () => {
  it('does not leave the browser while the form is not valid', async () => {
    const contact = contactForm('');
    let sent = 0;
    const outcome = await submitToServer(contact, () => Promise.resolve((sent += 1)));
    expect(outcome).toEqual({ sent: false, problem: null });
    expect(sent).toBe(0);
    expect(contact.contact.phone().touched()).toBe(true);
  });

  it('puts the errors of the server onto the fields they point to', async () => {
    const contact = contactForm();
    const outcome = await submitToServer(contact, () => Promise.reject(refusedFor('/contact/phone', '/contact/languages/0/code')));
    expect(outcome).toEqual({ sent: false, problem: null });
    expect(kinds(contact.contact.phone().errors())).toEqual(['WRONG_FORM']);
    expect(kinds(contact.contact.languages[0]?.code().errors() ?? [])).toEqual(['WRONG_FORM']);
    expect(contact.name().errors()).toEqual([]);
  });

  it('keeps an error that points to nothing of ours on the nearest field, so that nobody misses it', async () => {
    const contact = contactForm();
    await submitToServer(contact, () => Promise.reject(refusedFor('/contact/fax', '/elsewhere')));
    expect(kinds(contact.contact().errors())).toEqual(['WRONG_FORM']);
    expect(contact().errorSummary()).toHaveLength(2);
  });

  it('gives the page a refusal that is not about any field', async () => {
    const taken = new ApiProblem({ status: 409, code: 'TIME_TAKEN' });
    expect(await submitToServer(contactForm(), () => Promise.reject(taken))).toEqual({ sent: false, problem: taken });
  });

  it('forgets the error of the server when the field is mended', async () => {
    const contact = contactForm();
    await submitToServer(contact, () => Promise.reject(refusedFor('/contact/phone')));
    contact.contact.phone().value.set('050 765 4321');
    expect(contact.contact.phone().errors()).toEqual([]);
    expect(await submitToServer(contact, () => Promise.resolve('ok'))).toEqual({ sent: true });
  });
});
