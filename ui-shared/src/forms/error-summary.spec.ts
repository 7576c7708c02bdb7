import { describe, expect, it } from '@jest/globals';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormField, email, form, required } from '@angular/forms/signals';
import { provideTestTexts } from '../testing';
import { ErrorSummary } from './error-summary';
import { FieldControl } from './field-control';
import { LabelledField } from './labelled-field';

@Component({
  imports: [ErrorSummary, FieldControl, FormField, LabelledField],
  template: `
    <v-error-summary [of]="fields" [attempt]="attempt()" />
    <v-field label="Minkä vuoksi?" [of]="fields.reason"><input vControl [formField]="fields.reason" /></v-field>
    <v-field label="Sähköposti" [of]="fields.email"><input vControl [formField]="fields.email" /></v-field>
  `,
})
class Page {
  readonly attempt = signal(0);
  protected readonly fields = form(signal({ reason: '', email: 'aino' }), (path) => {
    required(path.reason);
    email(path.email);
  });
}

describe('the summary of what has to be mended', () => {
  it('names the field where the text alone would say only "this"', () => {
    TestBed.configureTestingModule({ providers: [provideTestTexts()] });
    const fixture = TestBed.createComponent(Page);
    TestBed.tick();
    fixture.componentInstance.attempt.set(1);
    TestBed.tick();
    const entries = (fixture.nativeElement as HTMLElement).querySelectorAll('v-error-summary li');
    expect(Array.from(entries, (entry) => entry.textContent.trim().replaceAll(/\s+/g, ' '))).toEqual([
      'Minkä vuoksi: Täytä tämä kohta.',
      'Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.',
    ]);
  });
});
