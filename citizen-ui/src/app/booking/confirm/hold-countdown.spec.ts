import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Announcer, ServerNow } from '@vuoro/ui-shared';
import type { HoldView } from '@vuoro/ui-shared/api';
import { provideTestTexts, standInForModalDialogs } from '@vuoro/ui-shared/testing';
import fi from '../../../i18n/fi.json';
import { HoldCountdown } from './hold-countdown';

const NOW = Date.UTC(2026, 10, 26, 8, 0, 0);

function aHold(minutesLeft: number, extended = false): HoldView {
  const office = {} as HoldView['office'];
  const expiresAt = new Date(NOW + minutesLeft * 60_000).toISOString();
  return {
    id: '018f7d2e-0000-7000-8000-000000000301',
    offeredTimeId: 'o',
    appointmentTypeId: 't',
    appointmentTypeSlug: 'eroaika',
    startsAt: expiresAt,
    endsAt: expiresAt,
    expiresAt,
    extended,
    mode: 'VISIT',
    office,
  };
}

describe('the countdown of a held time', () => {
  let fixture: ComponentFixture<HoldCountdown>;
  let spoken: jest.SpiedFunction<Announcer['say']>;

  async function show(hold: HoldView): Promise<void> {
    fixture = TestBed.createComponent(HoldCountdown);
    fixture.componentRef.setInput('hold', hold);
    await pass(0);
  }

  async function pass(seconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(seconds * 1000);
    TestBed.tick();
  }

  const dialogIsOpen = (): boolean => (fixture.nativeElement as HTMLElement).querySelector('dialog[open]') !== null;

  beforeEach(() => {
    standInForModalDialogs();
    jest.useFakeTimers({ now: NOW });
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideTestTexts({ fi })] });
    spoken = jest.spyOn(TestBed.inject(Announcer), 'say');
  });

  afterEach(() => {
    fixture.destroy();
    jest.useRealTimers();
  });

  it('offers more time two minutes before the end, by the clock of the server', async () => {
    // The phone is an hour slow: only the server knows how long the time is held.
    TestBed.inject(ServerNow).synchronise(new Date(NOW + 60_000).toISOString());
    await show(aHold(10));
    await pass(6 * 60 + 58);
    expect(dialogIsOpen()).toBe(false);
    await pass(3);
    expect(dialogIsOpen()).toBe(true);
  });

  it('does not ask again when the hold is read anew, as it was', async () => {
    await show(aHold(3));
    await pass(61);
    const [, refuse] = Array.from((fixture.nativeElement as HTMLElement).querySelectorAll<HTMLButtonElement>('dialog .row button'));
    refuse?.click();
    await pass(1);
    expect(dialogIsOpen()).toBe(false);
    fixture.componentRef.setInput('hold', { ...fixture.componentInstance.hold() });
    await pass(1);
    expect(dialogIsOpen()).toBe(false);
  });

  it('does not ask a second time after the dialog was closed', async () => {
    await show(aHold(3));
    await pass(61);
    const [, refuse] = Array.from((fixture.nativeElement as HTMLElement).querySelectorAll<HTMLButtonElement>('dialog .row button'));
    refuse?.click();
    await pass(30);
    expect(dialogIsOpen()).toBe(false);
  });

  it('tells of the end once, not each second', async () => {
    await show(aHold(3, true));
    await pass(61);
    await pass(50);
    expect(spoken.mock.calls.map(([text]) => text)).toEqual([fi.hold.endingSoon]);
    await pass(90);
    await pass(30);
    expect(spoken.mock.calls.map(([text]) => text)).toEqual([fi.hold.endingSoon, fi.hold.ended]);
    expect(dialogIsOpen()).toBe(false);
  });

  it('hands on the longer hold, and keeps the dialog open with the reason when it is refused', async () => {
    const extended: HoldView[] = [];
    await show(aHold(2));
    fixture.componentInstance.extended.subscribe((hold) => extended.push(hold));
    const server = TestBed.inject(HttpTestingController);
    const more = (): HTMLButtonElement | null => (fixture.nativeElement as HTMLElement).querySelector('dialog .button-primary');
    more()?.click();
    server.expectOne({ method: 'POST' }).error(new ProgressEvent('error'));
    await pass(0);
    expect(dialogIsOpen()).toBe(true);
    more()?.click();
    server.expectOne({ method: 'POST' }).flush(aHold(12, true));
    await pass(0);
    expect(extended).toHaveLength(1);
    expect(dialogIsOpen()).toBe(false);
  });
});
