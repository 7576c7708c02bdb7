import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideApi } from '@vuoro/ui-shared';
import { provideTestTexts, settle } from '@vuoro/ui-shared/testing';
import fi from '../../i18n/fi.json';
import { CitizenSession } from '../session/citizen-session';
import { KeptForm } from '../session/kept-form';
import { MyDetails } from './my-details';

const path = '/api/v1/citizen/profile';
const profile = {
  name: 'Aino Esimerkki',
  phone: '+358401234567',
  phoneConfirmed: true,
  email: null,
  emailConfirmed: false,
  reminderChannels: ['SMS'],
  serviceLanguage: 'fi',
  messageLanguage: 'fi',
  interpreterNeeded: false,
  interpreterLanguage: null,
  version: 3,
};

describe('my details of who has to identify anew', () => {
  let server: HttpTestingController;
  let fixture: ComponentFixture<MyDetails>;

  beforeEach(async () => {
    sessionStorage.clear();
    await open();
  });
  afterEach(() => {
    sessionStorage.clear();
  });

  async function open(): Promise<void> {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideApi(), provideHttpClientTesting(), provideTestTexts({ fi }), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    TestBed.inject(KeptForm);
    TestBed.inject(CitizenSession).current.set({
      signedIn: true,
      name: 'Aino Esimerkki',
      clientId: 'aino',
      now: '2026-12-10T08:00:00Z',
      idleEndsAt: null,
      endsAt: null,
      onBehalfOf: null,
    });
    fixture = TestBed.createComponent(MyDetails);
    TestBed.tick();
    server.expectOne(path).flush(profile);
    await settle();
  }

  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const phone = (): HTMLInputElement => page().querySelector<HTMLInputElement>('input[type=tel]')!;

  async function refusedChange(): Promise<void> {
    phone().value = '050 765 4321';
    phone().dispatchEvent(new Event('input'));
    page().querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await settle();
    server
      .expectOne({ url: path, method: 'PATCH' })
      .flush({ status: 403, code: 'FRESH_SIGN_IN_REQUIRED' }, { status: 403, statusText: 'Forbidden' });
    await settle();
  }

  it('says so without an error, and what was typed stays', async () => {
    await refusedChange();
    const alert = page().querySelector('app-identify-anew [role=alert]');
    expect(alert?.textContent).toContain('Tunnistaudu vielä uudelleen');
    expect(page().querySelector('.alert-danger')).toBeNull();
    expect(phone().value).toBe('050 765 4321');
  });

  it('shows it again when they come back, and saves it by itself', async () => {
    await refusedChange();
    TestBed.inject(KeptForm).keep('/my-details', {
      phone: '050 765 4321',
      email: '',
      remindBySms: true,
      remindByEmail: false,
      serviceLanguage: 'fi',
      messageLanguage: 'sv',
    });
    await open();
    expect(phone().value).toBe('050 765 4321');
    const sent = server.expectOne({ url: path, method: 'PATCH' });
    expect(sent.request.body).toEqual({ phone: '050 765 4321', messageLanguage: 'sv' });
    sent.flush({ ...profile, phone: '+358507654321', phoneConfirmed: false, messageLanguage: 'sv', version: 4 });
    await settle();
    expect(page().querySelector('app-identify-anew')).toBeNull();
    expect(page().querySelector('app-confirm-contact')?.textContent).toContain('050 765 4321');
  });
});
