import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideTestTexts } from '../../testing';
import { addMinutes, atWall, isoOf } from '../../time/zone';
import { Announcer } from '../announcer/announcer';
import type { CalendarEntry, EntryMove, RangeSelection } from './calendar-entry';
import { CalendarGrid } from './calendar-grid';

const DAY = '2026-12-10';

function time(hour: number, minute = 0): string {
  return isoOf(atWall(DAY, hour, minute));
}

function reservation(id: string, columnId: string, hour: number, minutes: number): CalendarEntry {
  const start = atWall(DAY, hour);
  return {
    id,
    columnId,
    start: isoOf(start),
    end: isoOf(addMinutes(start, minutes)),
    title: 'Eroaika',
    kind: 'reservation',
    movable: true,
    resizable: true,
  };
}

@Component({
  imports: [CalendarGrid],
  template: `<v-calendar-grid
    label="Torstai"
    [columns]="columns"
    [entries]="entries()"
    [range]="range"
    [slotMinutes]="30"
    [now]="now()"
    (entryOpened)="opened.push($event.id)"
    (rangeSelected)="selected.push($event)"
    (entryMoved)="moved.push($event)"
    (entryResized)="resized.push($event)"
  />`,
})
class Desk {
  readonly columns = [
    { id: 'anna', title: 'Anna', working: [{ start: time(8), end: time(12) }] },
    { id: 'liisa', title: 'Liisa' },
  ];
  readonly range = { start: time(8), end: time(16) };
  readonly entries = signal<readonly CalendarEntry[]>([reservation('a', 'anna', 9, 60), reservation('b', 'liisa', 10, 60)]);
  readonly now = signal<number | null>(null);
  readonly opened: string[] = [];
  readonly selected: RangeSelection[] = [];
  readonly moved: EntryMove[] = [];
  readonly resized: EntryMove[] = [];
}

describe('the calendar by keyboard', () => {
  let fixture: ComponentFixture<Desk>;
  let desk: Desk;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestTexts()] });
    fixture = TestBed.createComponent(Desk);
    desk = fixture.componentInstance;
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    element('[data-entry="a"]').focus();
    await fixture.whenStable();
  });

  function element(selector: string): HTMLElement {
    const found = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing is ${selector}`);
    return found;
  }

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      const shiftKey = key.startsWith('+');
      const event = new KeyboardEvent('keydown', { key: shiftKey ? key.slice(1) : key, shiftKey, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
      await fixture.whenStable();
    }
  }

  it('knows which entries share their column with others at the same time, and so have room for few lines', async () => {
    desk.entries.update((entries) => [...entries, reservation('c', 'anna', 9, 90)]);
    await fixture.whenStable();
    const beside = ['a', 'b', 'c'].filter((id) => element(`[data-entry="${id}"]`).classList.contains('cal-beside'));
    expect(beside).toEqual(['a', 'c']);
  });

  it('has one tab stop, whose name begins with what is seen', () => {
    const stops = (fixture.nativeElement as HTMLElement).querySelectorAll('[tabindex="0"]');
    expect(stops).toHaveLength(1);
    const name = stops[0]?.getAttribute('aria-label') ?? '';
    const seen = stops[0]?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    expect(name.startsWith(seen)).toBe(true);
    expect(name).toBe('9.00 Eroaika, 9.00–10.00, varaus, Anna');
  });

  it('opens an entry with Enter', async () => {
    await press('Enter');
    expect(desk.opened).toEqual(['a']);
  });

  it('chooses the empty time after an entry, as long as wanted', async () => {
    await press('ArrowDown', '+ArrowDown', 'Enter');
    expect(desk.selected).toEqual([{ columnId: 'anna', start: time(10), end: time(11) }]);
  });

  it('moves an entry to a colleague half an hour later, and leaves it in place until the owner has decided', async () => {
    await press('m', 'ArrowDown', 'ArrowRight', 'Enter');
    expect(desk.moved).toEqual([{ entry: desk.entries()[0], columnId: 'liisa', start: time(9, 30), end: time(10, 30) }]);
    expect(element('[data-entry="a"]').closest('.cal-column')).toBe(element('.cal-column'));
  });

  it('makes an entry longer', async () => {
    await press(' ', '+ArrowDown', 'Enter');
    expect(desk.resized).toMatchObject([{ columnId: 'anna', start: time(9), end: time(10, 30) }]);
    expect(desk.moved).toEqual([]);
  });

  it('keeps the length of an entry that may only be moved', async () => {
    desk.entries.update(([first, ...rest]) => (first ? [{ ...first, resizable: false }, ...rest] : rest));
    await fixture.whenStable();
    await press('m', '+ArrowDown', 'Enter');
    expect(desk.resized).toEqual([]);
    expect(TestBed.inject(Announcer).polite()).toBe('Uusi paikka: to 10.12.2026 klo\u00a09.00–10.00, Anna');
  });

  it('shades a column outside its own working hours', () => {
    const [anna, liisa] = (fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>('.cal-column');
    expect(anna?.style.background).toContain('50.00%');
    expect(liisa?.style.background).toBe('');
  });

  it('draws the line of the present moment through every column, and none outside the hours that are shown', async () => {
    const tops = () =>
      [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>('.cal-column .cal-now')].map((line) => line.style.top);
    expect(tops()).toEqual([]);
    desk.now.set(Date.parse(time(10)));
    await fixture.whenStable();
    // Two of the eight hours from 8.00 to 16.00.
    expect(tops()).toEqual(['25%', '25%']);
    desk.now.set(Date.parse(time(16)));
    await fixture.whenStable();
    expect(tops()).toEqual([]);
  });

  it('puts a grabbed entry back with Esc, and says so', async () => {
    await press('m', 'ArrowDown', 'Escape', 'Enter');
    expect(desk.moved).toEqual([]);
    expect(desk.opened).toEqual(['a']);
    expect(TestBed.inject(Announcer).polite()).toBe('Eroaika on entisellä paikallaan.');
  });

  it('tells where a grabbed entry goes', async () => {
    await press('m', 'ArrowRight');
    expect(TestBed.inject(Announcer).assertive()).toBe('to 10.12.2026 klo\u00a09.00–10.00, Liisa');
  });

  it('keeps the focus when somebody else moves the entry to another column', async () => {
    desk.entries.set([reservation('a', 'liisa', 13, 60)]);
    await fixture.whenStable();
    expect(document.activeElement?.getAttribute('data-entry')).toBe('a');
  });

  it('does not draw again the column in which nothing has changed', async () => {
    const before = element('[data-entry="b"]');
    const name = before.getAttribute('aria-label');
    before.setAttribute('aria-label', 'untouched');
    desk.entries.set([reservation('a', 'anna', 11, 60), reservation('b', 'liisa', 10, 60)]);
    await fixture.whenStable();
    expect(element('[data-entry="a"]').getAttribute('aria-label')).toContain('11.00');
    expect(element('[data-entry="b"]').getAttribute('aria-label')).toBe('untouched');
    expect(name).toContain('10.00');
  });
});

@Component({
  imports: [CalendarGrid],
  template: `<v-calendar-grid
    label="Tiimi"
    [columns]="columns"
    [entries]="entries"
    [range]="range"
    [slotMinutes]="30"
    (rangeSelected)="selected.push($event)"
  />`,
})
class Hall {
  readonly columns = Array.from({ length: 20 }, (_, n) => ({ id: `column ${n}`, title: `Työntekijä ${n + 1}` }));
  readonly range = { start: time(8), end: time(16) };
  // In each column two that overlap and one after them.
  readonly entries = this.columns.flatMap(({ id }) => [
    reservation(`${id} a`, id, 9, 60),
    reservation(`${id} b`, id, 9, 90),
    reservation(`${id} c`, id, 12, 60),
  ]);
  readonly selected: RangeSelection[] = [];
}

describe('twenty columns', () => {
  it('are drawn with all their entries side by side, have one tab stop, and are crossed by keyboard to the last', async () => {
    TestBed.configureTestingModule({ providers: [provideTestTexts()] });
    const fixture = TestBed.createComponent(Hall);
    const host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    await fixture.whenStable();
    expect(host.querySelectorAll('.cal-column')).toHaveLength(20);
    // Those in view come first, the others in turns of the browser's own.
    for (let turn = 0; turn < 20 && host.querySelectorAll('[data-entry]').length < 60; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
    expect(host.querySelectorAll('[data-entry]')).toHaveLength(60);
    const sides = [...host.querySelectorAll<HTMLElement>('[data-entry$=" a"], [data-entry$=" b"]')].map((entry) =>
      entry.style.inset.split(' '),
    );
    expect(sides.filter(([, right, , left]) => right === '50.000%' && left === '0.000%')).toHaveLength(20);
    expect(sides.filter(([, right, , left]) => right === '0.000%' && left === '50.000%')).toHaveLength(20);
    expect(host.querySelectorAll('[tabindex="0"]')).toHaveLength(1);

    host.querySelector<HTMLElement>('[data-entry="column 0 c"]')?.focus();
    for (const key of [...Array<string>(19).fill('ArrowRight'), 'ArrowDown', 'Enter']) {
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await fixture.whenStable();
    }
    expect(fixture.componentInstance.selected).toEqual([{ columnId: 'column 19', start: time(13), end: time(13, 30) }]);
    host.remove();
  });
});
