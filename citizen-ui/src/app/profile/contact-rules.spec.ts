import { Injector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { describe, expect, it } from '@jest/globals';
import type { CitizenProfileView } from '@vuoro/ui-shared/api';
import { type ContactModel, contactModel } from './contact-model';
import { contactRules } from './contact-rules';

const ritva: CitizenProfileView = {
  name: 'Ritva Välitystili',
  phone: null,
  phoneConfirmed: false,
  email: null,
  emailConfirmed: false,
  reminderChannels: ['SMS', 'EMAIL'],
  serviceLanguage: 'fi',
  messageLanguage: 'fi',
  interpreterNeeded: false,
  interpreterLanguage: null,
  version: 1,
};

function errorsOf(profile: CitizenProfileView, typed: Partial<ContactModel> = {}): string[] {
  const model = signal<ContactModel>({ ...contactModel(profile), ...typed });
  const fields = runInInjectionContext(TestBed.inject(Injector), () =>
    form(model, (path) => {
      contactRules(path, () => profile);
    }),
  );
  return fields()
    .errorSummary()
    .map((error) => error.kind);
}

describe('contact details of a form', () => {
  it('are right without a number and an address, though everybody begins with both reminders chosen', () => {
    expect(errorsOf(ritva)).toEqual([]);
    expect(errorsOf({ ...ritva, phone: '+358500000021' })).toEqual([]);
  });

  it('lack what a reminder chosen here needs', () => {
    expect(errorsOf({ ...ritva, reminderChannels: [] }, { remindBySms: true })).toEqual(['REMINDER_NEEDS_PHONE']);
    expect(errorsOf({ ...ritva, reminderChannels: ['SMS'] }, { remindByEmail: true })).toEqual(['REMINDER_NEEDS_EMAIL']);
  });

  it('lack the number that is wiped out while its reminder stays chosen', () => {
    expect(errorsOf({ ...ritva, phone: '+358500000021' }, { phone: '' })).toEqual(['REMINDER_NEEDS_PHONE']);
  });

  it('are wrong with a number that cannot be one', () => {
    expect(errorsOf(ritva, { phone: 'ei ole' })).toEqual(['NOT_A_PHONE']);
  });
});
