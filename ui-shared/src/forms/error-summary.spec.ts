import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { FormField, email, form, required } from '@angular/forms/signals';
import { DatePicker } from '../components/month-view/date-picker';
import { provideTestTexts } from '../testing';
import { ErrorSummary } from './error-summary';
import { FieldControl } from './field-control';
import { LabelledField } from './labelled-field';

@Component({
  imports: [DatePicker, ErrorSummary, FieldControl, FormField, LabelledField],
  template: `
    <v-error-summary [of]="fields" [attempt]="attempt()" />
    <v-field label="Minkä vuoksi?" [of]="fields.reason"><input vControl [formField]="fields.reason" /></v-field>
    <v-field label="Sähköposti" [of]="fields.email"><input vControl [formField]="fields.email" /></v-field>
    <v-field label="Päivä" [of]="fields.date"><v-date-picker [formField]="fields.date" /></v-field>
  `,
})
class Page {
  readonly attempt = signal(0);
  readonly model = signal({ reason: '', email: 'aino', date: '' });
  protected readonly fields = form(this.model, (path) => {
    required(path.reason);
    email(path.email);
    required(path.date);
  });
}

describe('the summary of what has to be mended', () => {
  let fixture: ComponentFixture<Page>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const entries = (): HTMLElement[] => [...page().querySelectorAll<HTMLElement>('v-error-summary li')];

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestTexts()] });
    fixture = TestBed.createComponent(Page);
    document.body.append(page());
    TestBed.tick();
  });

  afterEach(() => {
    fixture.destroy();
  });

  function fail(): void {
    fixture.componentInstance.attempt.update((count) => count + 1);
    TestBed.tick();
  }

  it('names the field where the text alone would say only "this"', () => {
    fail();
    expect(entries().map((entry) => entry.textContent.trim().replaceAll(/\s+/g, ' '))).toEqual([
      'Minkä vuoksi: Täytä tämä kohta.',
      'Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.',
      'Päivä: Täytä tämä kohta.',
    ]);
  });

  it('leads to each field, also to a date', () => {
    fail();
    entries().at(-1)?.querySelector('button')?.click();
    expect(document.activeElement).toBe(page().querySelector('v-date-picker input'));
  });

  it('stands beside days whose buttons tell which day they are for', () => {
    const button = page().querySelector('v-date-picker button');
    const named = button
      ?.getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent.trim());
    expect(named).toEqual(['Valitse päivä', 'Päivä']);
  });

  it('takes the focus by an attempt, and not from somebody who is writing', () => {
    fixture.componentInstance.model.set({ reason: 'Ero', email: 'aino@esimerkki.fi', date: '2026-12-10' });
    fail();
    const reason = page().querySelector('input');
    reason?.focus();
    fixture.componentInstance.model.update((model) => ({ ...model, reason: '' }));
    TestBed.tick();
    expect(entries()).toHaveLength(1);
    expect(document.activeElement).toBe(reason);
    fail();
    expect(document.activeElement).toBe(page().querySelector('v-error-summary .alert'));
  });
});
