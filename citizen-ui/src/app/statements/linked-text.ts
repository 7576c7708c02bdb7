import { Component, computed, input } from '@angular/core';

const ADDRESS = /(www\.[\w-]+\.fi|[\w.-]+@[\w-]+\.fi)/;

/** A text whose web and e-mail addresses can be followed. */
@Component({
  selector: 'app-linked-text',
  template: `@for (piece of pieces(); track $index) {
    @if (piece.href) {
      <a [attr.href]="piece.href">{{ piece.text }}</a>
    } @else {
      <span>{{ piece.text }}</span>
    }
  }`,
})
export class LinkedText {
  readonly text = input.required<string>();

  protected readonly pieces = computed(() =>
    this.text()
      .split(ADDRESS)
      .filter((piece) => piece !== '')
      .map((piece) => ({ text: piece, href: ADDRESS.test(piece) ? hrefOf(piece) : null })),
  );
}

function hrefOf(address: string): string {
  return address.includes('@') ? `mailto:${address}` : `https://${address}`;
}
