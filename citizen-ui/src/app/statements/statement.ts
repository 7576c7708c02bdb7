import { Component, computed, inject, input, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, Language, type LanguageCode, Loading, Localize } from '@vuoro/ui-shared';
import { PageHeading } from '../heading/route-focus';
import { LeaveQuickly } from '../leave-quickly/leave-quickly';
import { Contacts } from '../organisation/contacts';
import { Organisation } from '../organisation/organisation';
import { readableNumber } from '../organisation/readable-number';
import { LinkedText } from './linked-text';
import { type StatementName, type Statements, filledIn } from './statement-text';

const TEXTS: Readonly<Record<LanguageCode, () => Promise<Statements>>> = {
  fi: () => import('./texts/fi').then((file) => file.statements),
  sv: () => import('./texts/sv').then((file) => file.statements),
  en: () => import('./texts/en').then((file) => file.statements),
};

/** A number within a sentence stays in one line. */
const NO_BREAK = '\u00a0';

/** Accessibility statement, privacy notice or terms, with the name and the contacts of the organisation at hand. */
@Component({
  selector: 'app-statement',
  imports: [Contacts, ErrorState, LinkedText, Loading, PageHeading, TranslocoPipe],
  templateUrl: './statement.html',
})
export class Statement {
  /** From the route. */
  readonly statement = input.required<StatementName>();

  private readonly language = inject(Language).current;
  private readonly localize = inject(Localize);
  protected readonly organisation = inject(Organisation).view;
  protected readonly texts = resource({ params: () => this.language(), loader: ({ params }) => TEXTS[params]() });

  protected readonly shown = computed(() => {
    if (!this.texts.hasValue() || !this.organisation.hasValue()) return null;
    const { name, portalName, contactPhone, contactTextNumber, contactAddress, contactHours } = this.organisation.value();
    const fill = (text: string): string =>
      filledIn(text, {
        organisation: this.localize.text(name),
        portal: this.localize.text(portalName),
        phone: readableNumber(contactPhone).replaceAll(' ', NO_BREAK),
        textNumber: readableNumber(contactTextNumber).replaceAll(' ', NO_BREAK),
        address: this.localize.text(contactAddress),
        hours: this.localize.text(contactHours),
      });
    const { title, updated, sections } = this.texts.value()[this.statement()];
    return {
      title,
      updated,
      sections: sections.map(({ heading, paragraphs, points }) => ({
        heading,
        paragraphs: paragraphs.map(fill),
        points: (points ?? []).map(fill),
      })),
    };
  });
  protected readonly error = computed(() => this.organisation.error() ?? this.texts.error());

  constructor() {
    inject(LeaveQuickly).follow(() => false);
  }

  protected reload(): void {
    this.organisation.reload();
    this.texts.reload();
  }
}
