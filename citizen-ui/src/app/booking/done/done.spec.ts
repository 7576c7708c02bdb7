import { beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideApi } from '@vuoro/ui-shared';
import { provideTestTexts } from '@vuoro/ui-shared/testing';
import fi from '../../../i18n/fi.json';
import { Done } from './done';

@Component({ template: '' })
class Elsewhere {}

const id = '018f7d2e-0000-7000-8000-000000000001';
const own = `/api/v1/citizen/reservations/${id}`;

const reservation = (status: string): object => ({
  id,
  version: 1,
  status,
  startsAt: '2026-12-03T14:00:00.000Z',
  endsAt: '2026-12-03T15:30:00.000Z',
  durationMinutes: 90,
  mode: null,
  appointmentTypeId: null,
  appointmentTypeSlug: null,
  typeName: null,
  serviceName: null,
  leaveQuickly: false,
  office: null,
  roomName: null,
  roomArrivalInfo: null,
  employeeName: null,
  noteToClient: null,
  guidance: null,
  cannotCome: false,
  cannotComeReported: false,
  move: { allowed: false, until: null, reason: 'NOT_ALLOWED' },
  cancel: { allowed: false, until: null, reason: 'NOT_ALLOWED' },
});

describe('the page after booking', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideApi(),
        provideHttpClientTesting(),
        provideTestTexts({ fi }),
        provideRouter(
          [
            { path: 'done/:id', component: Done },
            { path: 'my-times/:id', component: Elsewhere },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
  });

  async function opened(answer: (server: HttpTestingController) => void): Promise<{ url: string; text: string }> {
    const harness = await RouterTestingHarness.create(`/done/${id}`);
    TestBed.tick();
    answer(TestBed.inject(HttpTestingController));
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      TestBed.tick();
    }
    return { url: TestBed.inject(Router).url, text: harness.fixture.nativeElement.textContent as string };
  }

  it('says that it is booked', async () => {
    const { url, text } = await opened((server) => {
      server.expectOne(own).flush(reservation('BOOKED'));
    });
    expect([url, text]).toEqual([`/done/${id}`, expect.stringContaining(fi.done.title)]);
  });

  it.each(['CANCELLED', 'NO_SHOW', 'FULFILLED'])('is the page of the time itself once that is %s', async (status) => {
    const { url, text } = await opened((server) => {
      server.expectOne(own).flush(reservation(status));
    });
    expect([url, text]).toEqual([`/my-times/${id}`, expect.not.stringContaining(fi.done.title)]);
  });

  it('does not say of a time that is not one’s own that it is booked', async () => {
    const { url, text } = await opened((server) => {
      server
        .expectOne(own)
        .flush({ code: 'NOT_FOUND' }, { status: 404, statusText: 'Not Found', headers: { 'content-type': 'application/problem+json' } });
    });
    expect([url, text]).toEqual([`/my-times/${id}`, expect.not.stringContaining(fi.done.title)]);
  });

  it('says that it is booked when only its details cannot be shown', async () => {
    const { url, text } = await opened((server) => {
      server.expectOne(own).flush(null, { status: 503, statusText: 'Service Unavailable' });
    });
    expect([url, text]).toEqual([`/done/${id}`, expect.stringContaining(fi.done.safe)]);
  });
});
