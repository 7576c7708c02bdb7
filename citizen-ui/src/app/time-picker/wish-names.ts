import { type Signal, computed, inject } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { type EmployeesToChooseView, listEmployeesToChoose } from '@vuoro/ui-shared/api';
import { LanguageNames } from './language-name';
import type { Wish } from './wish';

export interface WishNames {
  readonly language: Signal<string | null>;
  /** null also when that employee can no longer be chosen, or could not be read: the name is no more than a help. */
  readonly person: Signal<string | null>;
  readonly isLoading: Signal<boolean>;
}

/** By whom and in which language one will be served, in words, where the address tells them by code and id. Call in an injection context. */
export function wishNames(wish: () => Wish, appointmentTypeId: () => string | undefined): WishNames {
  const names = inject(LanguageNames);
  const choices = httpResource<EmployeesToChooseView>(() => {
    const id = appointmentTypeId();
    return wish().person === null || id === undefined ? undefined : { url: listEmployeesToChoose.PATH, params: { appointmentTypeId: id } };
  });
  return {
    language: computed(() => {
      const { language } = wish();
      return language === null ? null : names.of(language);
    }),
    person: computed(() => (choices.hasValue() ? (choices.value().people.find(({ id }) => id === wish().person)?.name ?? null) : null)),
    isLoading: choices.isLoading,
  };
}
