import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { describe, expect, it } from '@jest/globals';
import { type BookingDetails, type DetailsSource, bookingRequestOf, detailsFor } from './booking-details';
import type { ClientView } from '@vuoro/ui-shared/api';
import { ClientChoice } from './client-choice';
import { type NewClient, createRequestOf, newClientOf, newClientRules } from './new-client';

const today = '2026-11-30';

describe('the details of a booking', () => {
  const aino = { id: 'aino', interpreterLanguage: null };
  const leila = { id: 'leila', interpreterLanguage: 'ar' };
  const written: BookingDetails = {
    mode: 'REMOTE',
    interpreterLanguage: 'so',
    noteToClient: 'Ota passi mukaan',
    internalNote: 'Pyörätuoli',
  };
  const before = (source: DetailsSource) => ({ source, value: written });

  it('begin with the first way of meeting and the interpreter whom the client needs', () => {
    expect(detailsFor({ modes: ['VISIT', 'REMOTE'], client: leila }, undefined)).toEqual({
      mode: 'VISIT',
      interpreterLanguage: 'ar',
      noteToClient: '',
      internalNote: '',
    });
  });

  it('stay for another time, and the way of meeting too where that time has it', () => {
    const source: DetailsSource = { modes: ['VISIT', 'REMOTE'], client: aino };
    expect(detailsFor({ modes: ['PHONE', 'REMOTE'], client: aino }, before(source))).toEqual(written);
    expect(detailsFor({ modes: ['VISIT'], client: aino }, before(source))).toEqual({ ...written, mode: 'VISIT' });
  });

  it('never leave the interpreter of one client to another', () => {
    const source: DetailsSource = { modes: ['VISIT', 'REMOTE'], client: aino };
    expect(detailsFor({ ...source, client: leila }, before(source)).interpreterLanguage).toBe('ar');
    expect(detailsFor({ ...source, client: aino }, before({ ...source, client: leila })).interpreterLanguage).toBe('');
  });

  it('never leave what was noted of one client to another, nor send it with a time that is somebody else’s', () => {
    const source: DetailsSource = { modes: ['VISIT', 'REMOTE'], client: aino };
    expect(detailsFor({ ...source, client: leila }, before(source)).internalNote).toBe('');
    expect(bookingRequestOf({ id: 't2', mayWriteInternalNote: false }, aino, written, false)).not.toHaveProperty('internalNote');
  });

  it('are sent without what is empty, and a time that has begun is a late entry', () => {
    const empty: BookingDetails = { mode: 'VISIT', interpreterLanguage: '', noteToClient: '  ', internalNote: ' ' };
    const own = { id: 't1', mayWriteInternalNote: true };
    expect(bookingRequestOf(own, aino, empty, false)).toEqual({ offeredTimeId: 't1', clientId: 'aino', mode: 'VISIT' });
    expect(bookingRequestOf(own, aino, written, true)).toEqual({
      offeredTimeId: 't1',
      clientId: 'aino',
      mode: 'REMOTE',
      interpreterLanguage: 'so',
      noteToClient: 'Ota passi mukaan',
      internalNote: 'Pyörätuoli',
      lateEntry: true,
    });
  });
});

describe('a new client', () => {
  const typed: NewClient = { ...newClientOf({ who: 'Esimerkki', birthOn: '14.3.85' }), firstNames: 'Aino' };

  function faults(client: NewClient): string[] {
    const filled = TestBed.runInInjectionContext(() =>
      form(signal(client), (path) => {
        newClientRules(path, () => today);
      }),
    );
    return filled()
      .errorSummary()
      .map(({ kind }) => kind);
  }

  it('begins with what was searched for', () => {
    expect(newClientOf({ who: ' Esimerkki ', birthOn: '14.3.1985' })).toMatchObject({
      lastName: 'Esimerkki',
      birthOn: '14.3.1985',
      identityCode: '',
    });
    expect(newClientOf({ who: '140385-902f', birthOn: '' })).toMatchObject({ lastName: '', birthOn: '', identityCode: '140385-902F' });
  });

  it('needs a name, and a date of birth unless the identity code tells it', () => {
    expect(faults(typed)).toEqual([]);
    expect(faults({ ...typed, birthOn: '' })).toEqual(['required']);
    expect(faults({ ...typed, birthOn: '31.2.1985' })).toEqual(['DATE_INVALID']);
    expect(faults({ ...typed, birthOn: '', identityCode: '140385-902F' })).toEqual([]);
    expect(faults({ ...typed, firstNames: '' })).toEqual(['required']);
  });

  it('is refused a code, a number or an address that cannot be one', () => {
    expect(faults({ ...typed, identityCode: '140385-902G' })).toEqual(['NOT_AN_IDENTITY_CODE']);
    expect(faults({ ...typed, phone: 'ei ole' })).toEqual(['NOT_A_PHONE']);
    expect(faults({ ...typed, email: 'aino@' })).toEqual(['email']);
  });

  it('has a whole Finnish address or none, and none under a non-disclosure', () => {
    const address = { street: 'Esimerkkikatu 1', postalCode: '00100', postalPlace: 'Helsinki' };
    expect(faults({ ...typed, ...address })).toEqual([]);
    expect(faults({ ...typed, ...address, postalCode: '' })).toEqual(['required']);
    expect(faults({ ...typed, ...address, postalCode: '0010' })).toEqual(['NOT_A_POSTAL_CODE']);
    expect(createRequestOf({ ...typed, ...address, street: ' Esimerkkikatu 1 ' }, today).address).toEqual(address);
    expect(createRequestOf({ ...typed, ...address, nonDisclosure: true }, today)).not.toHaveProperty('address');
  });

  it('is sent with the code or the date of birth, and without what is empty', () => {
    expect(createRequestOf(typed, today)).toEqual({
      firstNames: 'Aino',
      lastName: 'Esimerkki',
      birthOn: '1985-03-14',
      messageLanguage: 'fi',
      serviceLanguage: 'fi',
    });
    const full = { ...typed, identityCode: '140385-902f', phone: ' 050 000 0001 ', interpreterLanguage: 'so', nonDisclosure: true };
    expect(createRequestOf(full, today)).toEqual({
      firstNames: 'Aino',
      lastName: 'Esimerkki',
      identityCode: '140385-902F',
      phone: '050 000 0001',
      messageLanguage: 'fi',
      serviceLanguage: 'fi',
      interpreterLanguage: 'so',
      nonDisclosure: true,
    });
  });
});

describe('the choice of a client', () => {
  it('keeps what was typed on the way to a new card and back', () => {
    const choice = new ClientChoice();
    choice.typed.set({ who: 'Esimerkki', birthOn: '14.3.1985' });
    choice.addNew();
    expect(choice.step()).toBe('new');
    choice.backToSearch();
    expect(choice.step()).toBe('search');
    expect(choice.typed()).toEqual({ who: 'Esimerkki', birthOn: '14.3.1985' });
  });

  it('keeps what was written of a new client on the way back to the search, until another is searched for or one is chosen', () => {
    const choice = new ClientChoice();
    choice.typed.set({ who: 'Esimerkki', birthOn: '14.3.1985' });
    const write = () => {
      choice.addNew();
      choice.newClient.update((client) => ({ ...client, firstNames: 'Aino', phone: '050 000 0001' }));
      choice.backToSearch();
    };
    write();
    choice.addNew();
    expect(choice.newClient()).toMatchObject({ lastName: 'Esimerkki', firstNames: 'Aino', phone: '050 000 0001' });
    choice.typed.set({ who: 'Keksitty', birthOn: '' });
    expect(choice.newClient()).toEqual(newClientOf({ who: 'Keksitty', birthOn: '' }));
    write();
    choice.choose({ id: 'aino' } as ClientView);
    expect(choice.newClient()).toEqual(newClientOf({ who: 'Keksitty', birthOn: '' }));
  });

  it('of somebody whom the register knows already goes on by the identity code', () => {
    const choice = new ClientChoice();
    choice.addNew();
    choice.backToSearch('140385-902F');
    expect([choice.step(), choice.typed().who]).toEqual(['search', '140385-902F']);
  });
});
